"""What people say around an answer: "is it ...?", "I think it's ...", "..., please"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from questions.judging.word_lists import entries, word_set

_SUBJECTS = entries("it|that|this|he|she|they|there|these|those|that 1|this 1")
_VERBS = entries("is|was|are|were|has|have|would be|could be|might be|must be|has to be")
_EITHER_SIDE = entries(
    """maybe|perhaps|probably|possibly|presumably|definitely|certainly|obviously|clearly|surely|of course|
    sure|pretty sure|fairly sure|quite sure|im sure|iam sure|im pretty sure|im fairly sure|
    im quite sure|iam pretty sure|ithink|ibelieve|iguess|ireckon|isay|final answer|ok|it is"""
)
_BEFORE = entries(
    """its|thats|hes|shes|theyre|whats|whos|wheres|whens|must be|has to be|got to be|gotta be|could be|
    might be|id say|ill say|id guess|iwould say|iwould guess|we think|we say|we believe|lets say|
    let me say|iwant to say|iwanna say|gonna say|im gonna say|im thinking|going with|id go with|
    ill go with|iwill go with|im going with|answer|the answer|my answer|my guess|guess|a guess|
    wild guess|answer is|the answer is|my answer is|my guess is|not sure but|im not sure but|
    idont know but|dunno but|no idea but|known as|we have|you have|um|umm|uh|uhh|uhm|er|err|hmm|hm|well|
    oh|ah|so|like|just|say|called|named"""
)
_AFTER = entries(
    """please|pls|plz|thanks|thank you|thx|isuppose|for sure|is my answer|is my guess|is the answer|is it|
    isnt it|right|is that right|is that it|lol|haha|hehe|duh|sir|mate|everyone|easy|obvs|ofc|innit|
    though|then|if im not mistaken|if iremember correctly|not sure|dunno|idk|thats it"""
)
_PREPOSITIONS = frozenset(("in", "on", "at", "by"))
NEGATIONS = word_set(
    """not no never neither nor except but than without anything anyone isnt wasnt arent dont doesnt cant wont
    nothing none"""
)
"""Words that turn an answer round."""


def _sayings(*lists: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(saying.split()) for sayings in lists for saying in sayings)


BEFORE = _sayings(
    _BEFORE,
    _EITHER_SIDE,
    (f"{subject} {verb}" for subject in _SUBJECTS for verb in _VERBS),
    (
        f"{verb} {subject}"
        for subject in _SUBJECTS[:7]
        for verb in ("is", "was", "are", "isnt", "would", "could")
    ),
    (f"{word} {verb}" for word in ("what", "who", "where", "when") for verb in ("is", "was", "are")),
)
AFTER = _sayings(_AFTER, _EITHER_SIDE)
_LONGEST, _MOST = 4, 8


def without(words: Sequence[str]) -> tuple[str, ...]:
    """The words without what is said before and after them; at least one word is left."""
    return readings(tuple(words))[-1]


def readings(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words as they are, then without more and more of what is said before and after them."""
    starts, ends = [0], [len(words)]
    while len(starts) < _MOST and (size := _saying(words[starts[-1] : -1], BEFORE, first=True)):
        starts.append(starts[-1] + size)
    while len(ends) < _MOST and (size := _saying(words[starts[-1] + 1 : ends[-1]], AFTER, first=False)):
        ends.append(ends[-1] - size)
    if ends[-1] - starts[-1] > 1 and words[starts[-1]] in _PREPOSITIONS:
        starts.append(starts[-1] + 1)
    return [words[start:end] for start in starts for end in dict.fromkeys((ends[0], ends[-1]))]


def say_nothing(words: Sequence[str]) -> bool:
    """Whether the words are nothing but such sayings."""
    at = 0
    while at < len(words):
        left = tuple(words[at : at + _LONGEST])
        size = _saying(left, BEFORE, first=True) or _saying(left, AFTER, first=True)
        if not size:
            return False
        at += size
    return True


def _saying(words: tuple[str, ...], sayings: frozenset[tuple[str, ...]], *, first: bool) -> int:
    """The length of the longest saying that the words begin with, or end with; 0 if none."""
    for size in range(min(_LONGEST, len(words)), 0, -1):
        if (words[:size] if first else words[-size:]) in sayings:
            return size
    return 0
