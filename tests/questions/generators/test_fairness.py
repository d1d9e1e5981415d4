"""What a player may rely on, checked on every question of both packs by rules written here anew."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from questions.facts.load import load_pack
from questions.facts.model import FactBase
from questions.generators.catalogue import all_questions
from questions.question import AnswerType, Question
from tests.support.raw_pack import contains, plain

ROOT = Path(__file__).parents[3]
PACKS = (ROOT / "seeds" / "jessica_jones", ROOT / "tests" / "packs" / "moor_line")
COMMON = {"with", "that", "from", "when", "what", "which", "their", "this"}
FUNCTION_WORDS = {"with", "that", "from", "when", "what", "which", "their", "this"}
NAMED = {
    "look_up", "which_of_these", "who_am_i", "two_steps", "fill_the_gap", "name_them_all",
}  # fmt: skip


@pytest.fixture(scope="module", params=PACKS, ids=lambda folder: folder.name)
def base(request: pytest.FixtureRequest) -> FactBase:
    return load_pack(request.param)


@pytest.fixture(scope="module")
def questions(base: FactBase) -> list[Question]:
    return [question for seed in range(2) for question in all_questions(base, seed)]


def asked_in(question: Question) -> str:
    return " ".join((question.prompt, *question.clues))


def wrong(question: Question) -> list[str]:
    return [choice.text for at, choice in enumerate(question.choices) if at != question.correct]


def test_no_answer_stands_in_its_own_prompt_by_any_accepted_name(questions: list[Question]) -> None:
    for question in questions:
        if question.kind in NAMED or question.answer.type in (AnswerType.DATE, AnswerType.NUMBER):
            for answer in question.answer.parts or (question.answer,):
                assert not [form for form in answer.forms if contains(asked_in(question), form)], (
                    question.prompt
                )


def test_no_rare_word_of_an_answer_stands_in_its_prompt(base: FactBase, questions: list[Question]) -> None:
    common = Counter(
        word
        for entity in base.entities.values()
        for word in set(re.findall(r"\w{4,}", entity.name.casefold()))
    )
    for question in questions:
        if question.kind in NAMED and question.kind != "name_them_all":
            shared = set(re.findall(r"\w{4,}", question.answer.text.casefold())) & set(
                re.findall(r"\w{4,}", asked_in(question).casefold())
            )
            among = Counter(word for choice in question.choices for word in choice.text.casefold().split())
            rare = {word for word in shared if common[word] < 3 and word not in FUNCTION_WORDS}
            rare = {word for word in rare if among[word] < 3}
            assert not rare, (question.prompt, question.answer.text)


def test_no_two_choices_name_the_same_thing(base: FactBase, questions: list[Question]) -> None:
    names = {plain(entity.name): {plain(name) for name in entity.names} for entity in base.entities.values()}
    for question in questions:
        for one, other in combinations(question.choices, 2):
            assert plain(one.text) != plain(other.text)
            if question.kind in NAMED:
                assert not names.get(plain(one.text), set()) & {plain(other.text)}


def test_no_answer_is_told_by_its_length(questions: list[Question]) -> None:
    for question in questions:
        if question.kind in NAMED and question.choices:
            length, others = len(question.answer.text), [len(text) for text in wrong(question)]
            assert length <= max(others) * 1.5 + 5, (question.prompt, question.answer.text)
            assert min(others) <= length * 1.5 + 5, (question.prompt, question.answer.text)


def test_no_answer_is_the_only_choice_with_an_article_or_a_digit_or_the_only_one_without(
    questions: list[Question],
) -> None:
    for question in questions:
        if question.kind in NAMED and question.choices:
            for look in (r"(?i)(the|an?) ", r".*\d"):
                right = bool(re.match(look, question.answer.text))
                assert right in {bool(re.match(look, text)) for text in wrong(question)}, question.prompt


def test_the_article_before_a_gap_fits_every_choice(questions: list[Question]) -> None:
    for question in questions:
        if question.kind == "fill_the_gap":
            assert not re.search(r"\ban? ____", question.prompt), question.prompt


def test_a_date_stands_among_dates_of_its_precision_and_a_number_among_numbers(
    questions: list[Question],
) -> None:
    for question in questions:
        if question.answer.type is AnswerType.DATE:
            assert len({len(choice.text.split()) for choice in question.choices}) <= 1
        if question.answer.type is AnswerType.NUMBER:
            assert all(re.fullmatch(r"-?[\d,]+(\.\d+)?", choice.text) for choice in question.choices)


def test_only_what_a_person_can_be_expected_to_type_is_to_be_typed(
    base: FactBase, questions: list[Question]
) -> None:
    typed = {entity.name.casefold() for entity in base.entities.values() if base.kinds[entity.kind].typed}
    for question in questions:
        if question.typed:
            for answer in question.answer.parts or (question.answer,):
                assert len(answer.text) <= 40
                assert answer.type in (AnswerType.DATE, AnswerType.NUMBER) or answer.text.casefold() in typed


def test_a_spoiler_in_any_fact_used_makes_the_question_one(base: FactBase, questions: list[Question]) -> None:
    for question in questions:
        used = {*question.facts, *(id for choice in question.choices for id in choice.facts)}
        assert question.spoiler is any(fact.spoiler for fact in base.facts if fact.id in used)


def test_a_prompt_is_a_sentence(questions: list[Question]) -> None:
    for question in questions:
        for text in (*question.prompt.split("\n")[:1], *question.clues, question.statement):
            assert re.match(r"[\"'“‘(]*([A-Z0-9]|[a-z][A-Z])", text), text
            assert re.search(r"[.?!…][\"'”’)]*$", text), text
            assert not re.search(
                r"  |\{|\}|\.\.(?!\.)|\b(the|an?) (the|an?)\b| [,.?]", text.replace("…", "")
            ), text


def test_a_choice_starts_with_a_capital(questions: list[Question]) -> None:
    for question in questions:
        for choice in question.choices:
            assert not re.match(r"[a-z](?![A-Z])", choice.text), choice.text


def test_every_reveal_holds_the_answer(questions: list[Question]) -> None:
    for question in questions:
        if question.kind in NAMED and question.answer.type is not AnswerType.NUMBER:
            for answer in question.answer.parts or (question.answer,):
                assert contains(question.statement, answer.text), question.statement
