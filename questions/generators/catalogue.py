"""All generators, all questions of a pack, and a question as a plain record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from questions.facts.model import FactBase
from questions.generators.generator import AnyGenerator, derive
from questions.generators.index import FactIndex
from questions.generators.kinds.first_or_last import FirstOrLast
from questions.generators.kinds.how_many import HowMany
from questions.generators.kinds.look_up import LookUp
from questions.generators.kinds.match_up import MatchUp
from questions.generators.kinds.most_or_least import MostOrLeast
from questions.generators.kinds.name_them_all import NameThemAll
from questions.generators.kinds.odd_one_out import OddOneOut
from questions.generators.kinds.order import Order
from questions.generators.kinds.true_false import TrueFalse
from questions.generators.kinds.two_steps import TwoSteps
from questions.generators.kinds.what_links import WhatLinks
from questions.generators.kinds.when import When
from questions.generators.kinds.which_of_these import WhichOfThese
from questions.generators.kinds.who_am_i import WhoAmI
from questions.question import Question

GENERATORS: tuple[AnyGenerator, ...] = (
    LookUp(),
    WhichOfThese(),
    TwoSteps(),
    WhoAmI(),
    WhatLinks(),
    OddOneOut(),
    MatchUp(),
    NameThemAll(),
    HowMany(),
    When(),
    MostOrLeast(),
    Order(),
    FirstOrLast(),
    TrueFalse(),
)
"""Every kind of question; the one place to name a new one."""


class ProofRecord(TypedDict):
    """Why a choice is right (``why`` is null) or wrong, and the facts on which that rests."""

    text: str
    why: str | None
    facts: list[str]


class QuestionRecord(TypedDict):
    """A question as ``gumshoe questions --json`` prints it. ``correct`` is an index into ``choices`` or
    null.
    """

    id: str
    kind: str
    prompt: str
    answers: list[str]
    answer_type: str
    choices: list[str]
    correct: int | None
    statement: str
    sources: list[str]
    facts: list[str]
    topic: str
    level: int
    interest: float
    spoiler: bool
    typed: bool
    items: list[str]
    partners: list[str]
    clues: list[str]
    proof: list[ProofRecord]


def all_questions(base: FactBase, seed: int) -> Iterator[Question]:
    """Every question of a pack, kind by kind. The same pack and seed give the same questions in the same
    order.
    """
    index = FactIndex(base)
    for generator in GENERATORS:
        for candidate in generator.candidates(index):
            rng = derive(seed, generator.kind, generator.key(candidate))
            question = generator.build(index, candidate, rng)
            if question is not None:
                yield question


def question_record(question: Question) -> QuestionRecord:
    """The question as a plain record, with the proof of each of its choices."""
    arranged = question.arrangement
    answers = [part.text for part in question.answer.parts] or list(question.answer.forms)
    proof: list[ProofRecord] = [
        {"text": choice.text, "why": choice.why, "facts": list(choice.facts)} for choice in question.choices
    ]
    return {
        "id": question.id,
        "kind": question.kind,
        "prompt": question.prompt,
        "answers": answers,
        "answer_type": question.answer.type,
        "choices": [choice.text for choice in question.choices],
        "correct": question.correct,
        "statement": question.statement,
        "sources": [citation.source for citation in question.citations],
        "facts": list(question.facts),
        "topic": question.topic,
        "level": question.level,
        "interest": question.interest,
        "spoiler": question.spoiler,
        "typed": question.typed,
        "items": list(arranged.items) if arranged else [],
        "partners": list(arranged.partners) if arranged else [],
        "clues": list(question.clues),
        "proof": proof or [{"text": question.answer.text, "why": None, "facts": list(question.facts)}],
    }
