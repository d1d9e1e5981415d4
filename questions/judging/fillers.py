"""What people say around an answer: "is it ...?", "I think it's ...", "..., please"."""

from __future__ import annotations

from collections.abc import Sequence

from questions.judging.lexicon.reading import entries, word_set

_BEFORE = """
it is|its|it was|is it|was it|is that|that is|thats|that would be|this is|would it be|could it be
might it be|it would be|it must be|must be|it has to be|has to be|got to be|gotta be|it could be|it might be
i think|i think its|i believe|i guess|i reckon|i say|id say|i would say|id guess|i would guess|id go with
ill go with|i will go with|im going with|going with|lets say|let me say|ill say|my guess is|my answer is
my guess|my answer|the answer is|answer is|answer|the answer|final answer|what is|what was|what are|whats
who is|who was|who are|whos|where is|wheres|when is|when was|are they|is he|is she|they are|theyre|they were
these are|those are|he is|she is|hes|shes|he was|she was|we think|we say|we believe|im sure its|im sure
pretty sure its|pretty sure|i am sure|surely|maybe|perhaps|probably|possibly|presumably|definitely|certainly
obviously|clearly|of course|um|umm|uh|uhh|uhm|er|err|hmm|hm|well|oh|ah|ok|so|like|just|could be|might be|say
isnt it|is this|im pretty sure|im pretty sure its|im fairly sure|im quite sure|i am pretty sure|that 1 is
this 1 is|not sure but|i dont know but|dunno but|no idea but|wild guess|a guess|guess|it has|there are
there is|they have|you have|he has|she has|called|named|known as|in|on|at|by|im thinking|thinking
i want to say|i wanna say|gonna say|im gonna say
"""

_AFTER = """
please|pls|plz|thanks|thank you|thx|i think|i believe|i guess|i reckon|i suppose|i say|maybe|perhaps
probably|possibly|definitely|certainly|obviously|of course|surely|for sure|final answer|is my answer
is my guess|is the answer|is it|isnt it|right|no|is that right|is that it|lol|haha|hehe|duh|ok|sir|mate
everyone|i am sure|im sure|im pretty sure|pretty sure|easy|obvs|ofc|innit|though|then|if im not mistaken
if i remember correctly|not sure|dunno|idk|it is|thats it
"""

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
    start, end = 0, len(words)
    moved = True
    while moved:
        moved = False
        for size in range(min(_LONGEST, end - start - 1), 0, -1):
            if tuple(words[start : start + size]) in BEFORE:
                start += size
                moved = True
                break
        for size in range(min(_LONGEST, end - start - 1), 0, -1):
            if tuple(words[end - size : end]) in AFTER:
                end -= size
                moved = True
                break
    return tuple(words[start:end])
