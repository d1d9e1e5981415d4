"""How often each choice of a question was on show and taken, as its row keeps it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import blake2s
from typing import NamedTuple

from questions.question import Question

KEPT = 40
"""Of a question whose choices vary: those that were shown most."""

LONGEST = 80

Taken = dict[str, list[int]]
"""By the text of a choice: for how many answers it was on show, how many took it, and 1 for the right one."""


class ChoiceCount(NamedTuple):
    """``shown`` is how many answers were given while it was on show, ``taken`` how many of them took it."""

    text: str
    shown: int
    taken: int
    right: bool


def decode(body: str) -> Taken:
    """As a row keeps it."""
    taken: Taken = json.loads(body)
    return taken


def encode(taken: Taken) -> str:
    """To be kept in a row."""
    return json.dumps(taken, ensure_ascii=False, separators=(",", ":"))


def count(taken: Taken, question: Question, counts: Sequence[int]) -> None:
    """Add a round in which so many took each choice."""
    answers = sum(counts)
    if not answers:
        return
    for at, (choice, times) in enumerate(zip(question.choices, counts, strict=False)):
        shown, before, _ = taken.get(name := _name(choice.text), (0, 0, 0))
        taken[name] = [shown + answers, before + times, int(at == question.correct)]
    if len(taken) > KEPT:
        for name in sorted(taken, key=lambda name: taken[name][0])[: len(taken) - KEPT]:
            del taken[name]


def counts_of(body: str) -> tuple[ChoiceCount, ...]:
    """The choices in a row, those first that were taken most."""
    counts = [
        ChoiceCount(text, shown, times, bool(right)) for text, (shown, times, right) in decode(body).items()
    ]
    return tuple(sorted(counts, key=lambda one: (-one.taken, -one.shown, one.text)))


def _name(text: str) -> str:
    """The text, or its beginning with a mark that tells it from others that begin so."""
    if len(text) <= LONGEST:
        return text
    mark = blake2s(text.encode(), digest_size=3).hexdigest()
    return f"{text[: LONGEST - len(mark) - 1]}…{mark}"
