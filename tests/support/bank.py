"""Questions to draw from, made without a pack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from questions.bank.pool import Candidate, CandidatePool, authored_pool
from questions.question import Answer, Question
from tests.support.questions import choice_question, typed_question


def own_question(number: int, **changes: object) -> Question:
    """One of the questions that a server wrote, with an answer of its own."""
    fields = {"prompt": f"Riddle {number}?", "statement": f"Solved {number}.", "kind": "authored"}
    return typed_question(f"own/{number}", f"word{number}", **fields | changes)


def pool_of(questions: Sequence[Question]) -> CandidatePool:
    """A pool of questions as they are."""
    return authored_pool(questions, 1)


def candidates_of(kind: str, count: int, interest: float = 3) -> list[Candidate]:
    """Questions of one kind that go with each other and with those of other kinds."""
    made = [
        replace(choice_question(f"{kind}{n}", kind=kind, answer=Answer(f"{kind}{n}")), interest=interest)
        for n in range(count)
    ]
    return [Candidate(pool_of(made), at) for at in range(count)]
