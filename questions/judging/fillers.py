"""What people say around an answer: "is it ...?", "I think it's ...", "..., please"."""

from __future__ import annotations

from collections.abc import Sequence

from questions.judging.lexicon.reading import entries, word_set

_BEFORE = """
it is|its|it was|is it|was it|is that|that is|thats|that would be|this is|would it be|could it be
might it be|it would be|it must be|must be|it has to be|has to be|got to be|gotta be|it could be|it might be
ithink|ithink its|ibelieve|iguess|ireckon|isay|id say|iwould say|id guess|iwould guess|id go with
ill go with|iwill go with|im going with|going with|lets say|let me say|ill say|my guess is|my answer is
my guess|my answer|the answer is|answer is|answer|the answer|final answer|what is|what was|what are|whats
who is|who was|who are|whos|where is|wheres|when is|when was|are they|is he|is she|they are|theyre|they were
these are|those are|he is|she is|hes|shes|he was|she was|we think|we say|we believe|im sure its|im sure
pretty sure its|pretty sure|iam sure|surely|maybe|perhaps|probably|possibly|presumably|definitely|certainly
obviously|clearly|of course|um|umm|uh|uhh|uhm|er|err|hmm|hm|well|oh|ah|ok|so|like|just|could be|might be|say
isnt it|is this|im pretty sure|im pretty sure its|im fairly sure|im quite sure|iam pretty sure|that 1 is
this 1 is|not sure but|im not sure but|idont know but|dunno but|no idea but|wild guess|a guess|guess|it has
there are|there is|they have|you have|he has|she has|called|named|known as|im thinking|thinking|iwant to say
iwanna say|gonna say|im gonna say
"""

_AFTER = """
please|pls|plz|thanks|thank you|thx|ithink|ibelieve|iguess|ireckon|isuppose|isay|maybe|perhaps
probably|possibly|definitely|certainly|obviously|of course|surely|for sure|final answer|is my answer
is my guess|is the answer|is it|isnt it|right|is that right|is that it|lol|haha|hehe|duh|ok|sir|mate
everyone|iam sure|im sure|im pretty sure|pretty sure|easy|obvs|ofc|innit|though|then|if im not mistaken
if iremember correctly|not sure|dunno|idk|it is|thats it
"""

_PREPOSITIONS = frozenset(("in", "on", "at", "by"))

NEGATIONS = word_set(
    """
not no never neither nor except without anything anyone isnt wasnt arent dont doesnt cant wont nothing none
"""
)
"""Words that turn an answer round."""


def _sayings(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(saying.split()) for saying in entries(text))


BEFORE = _sayings(_BEFORE)
AFTER = _sayings(_AFTER)
_LONGEST = 6


def without(words: Sequence[str]) -> tuple[str, ...]:
    """The words without what is said before and after them; at least one word is left."""
    start, end = _start(words, 0, len(words)), len(words)
    while (before := _end(words, start, end)) < end:
        end = before
        start = _start(words, start, end)
    if end - start > 1 and words[start] in _PREPOSITIONS:
        start += 1
    return tuple(words[start:end])


def readings(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words as they are, and without more and more of what is said before and after them."""
    starts = [0]
    while (further := _start(words, starts[-1], len(words), 1)) > starts[-1]:
        starts.append(further)
    ends = (len(words), _end(words, 0, len(words)))
    found = [words[start:end] for start in starts for end in ends if start < end]
    return list(dict.fromkeys([*found, without(words)]))


def say_nothing(words: Sequence[str]) -> bool:
    """Whether the words are nothing but such sayings."""
    at = 0
    while at < len(words):
        size = next((n for n in range(_LONGEST, 0, -1) if _is_saying(words[at : at + n], n)), 0)
        if not size:
            return False
        at += size
    return True


def _is_saying(words: Sequence[str], size: int) -> bool:
    return len(words) == size and (tuple(words) in BEFORE or tuple(words) in AFTER)


def _start(words: Sequence[str], start: int, end: int, most: int = 9) -> int:
    for _ in range(most):
        sizes = range(min(_LONGEST, end - start - 1), 0, -1)
        size = next((n for n in sizes if tuple(words[start : start + n]) in BEFORE), 0)
        if not size:
            break
        start += size
    return start


def _end(words: Sequence[str], start: int, end: int) -> int:
    while True:
        sizes = range(min(_LONGEST, end - start - 1), 0, -1)
        size = next((n for n in sizes if tuple(words[end - n : end]) in AFTER), 0)
        if not size:
            return end
        end -= size
