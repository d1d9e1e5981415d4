"""Questions to draw from, made without a pack."""

from __future__ import annotations

from questions.bank.lots import Find, Lot
from questions.question import Answer, Kind, Question
from tests.support.questions import choice_question, typed_question


def own_question(number: int, **changes: object) -> Question:
    """One of the questions that a server wrote, with an answer of its own."""
    fields = {"prompt": f"Riddle {number}?", "statement": f"Solved {number}.", "kind": Kind.AUTHORED}
    return typed_question(f"own/{number}", f"word{number}", **fields | changes)


def finds_of(kind: Kind, count: int) -> list[Find]:
    """Questions of one kind that go with each other and with those of other kinds."""
    made = [choice_question(f"{kind}{n}", kind=kind, answer=Answer(f"{kind}{n}")) for n in range(count)]
    lot = Lot(kind, count, lambda at, _: made[at], lambda _: None)
    return [Find(lot, at) for at in range(count)]
