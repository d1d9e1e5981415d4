"""All generators, all questions of a pack, and a question as a plain record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from questions.facts.model import FactBase
from questions.generators.generator import AnyGenerator, derive
from questions.generators.index import FactIndex
from questions.generators.kinds import (
    fill_the_gap,
    first_or_last,
    how_many,
    look_up,
    match_up,
    name_them_all,
    odd_one_out,
    order,
    true_false,
    two_steps,
    when,
    which_of_these,
    who_am_i,
)
from questions.question import Question

GENERATORS: tuple[AnyGenerator, ...] = (
    look_up,
    true_false,
    which_of_these,
    odd_one_out,
    first_or_last,
    order,
    when,
    how_many,
    who_am_i,
    two_steps,
    name_them_all,
    fill_the_gap,
    match_up,
)


class ProofRecord(TypedDict):
    """Why a choice is right (``rule`` is null) or wrong, and the facts on which that rests."""

    text: str
    rule: str | None
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
    spoiler: bool
    typed: bool
    clues: list[str]
    proof: list[ProofRecord]


def all_questions(base: FactBase, seed: int) -> Iterator[Question]:
    """Every question of a pack, kind by kind. The same pack and seed give the same questions in the same
    order.
    """
    index = FactIndex(base)
    for generator in GENERATORS:
        if generator is true_false:
            yield from true_false.balanced(index, seed)
        else:
            yield from _questions_of(generator, index, seed)


def question_record(question: Question) -> QuestionRecord:
    """The question as a plain record, with the proof of each of its choices."""
    answers = [part.text for part in question.answer.parts] or list(question.answer.forms)
    proof: list[ProofRecord] = [
        {"text": choice.text, "rule": choice.rule, "facts": list(choice.facts)} for choice in question.choices
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
        "spoiler": question.spoiler,
        "typed": question.typed,
        "clues": list(question.clues),
        "proof": proof or [{"text": question.answer.text, "rule": None, "facts": list(question.facts)}],
    }


def _questions_of(generator: AnyGenerator, index: FactIndex, seed: int) -> Iterator[Question]:
    for candidate in generator.candidates(index):
        question = generator.build(index, candidate, derive(seed, generator.KIND, generator.key(candidate)))
        if question is not None:
            yield question
