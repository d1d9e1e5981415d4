from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import pytest

from bot.library.writing import Typed, question_of, read_form, typed_of
from bot.store.authoring import AuthoredQuestion, State
from questions.interchange.lists import Entry
from questions.question import WhyWrong
from tests.support.texts import TEXTS

SOUND = Typed("Who runs the bar?", "Luke Cage\nLuke", "Trish\nMalcolm", "He does.")


def record(scope: str = "server:1", **changes: object) -> AuthoredQuestion:
    fields: dict[str, object] = {
        "prompt": "Who runs the bar?",
        "accepted": ("Luke Cage", "Luke"),
        "wrong": ("Trish", "Malcolm", "Hogarth"),
        "explanation": "He does.",
        "source": "The Daily",
    }
    entry = Entry(**(fields | changes))  # type: ignore[arg-type]
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return AuthoredQuestion(7, scope, 5, "Quinn", State.LIVE, 1, entry, at)


def test_a_sound_form_becomes_a_draft_line_by_line() -> None:
    typed = Typed("  Who runs \n the bar? ", "Luke  Cage\n\n Luke ", "Trish\nMalcolm\n", " He\ndoes. ")

    entry = read_form(TEXTS, typed)
    assert entry == Entry(
        "Who runs the bar?", ("Luke Cage", "Luke"), ("Trish", "Malcolm"), explanation="He does."
    )
    assert read_form(TEXTS, typed_of(entry)) == entry


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        (Typed(" ", "\n", "", ""), ("The question is empty.", "There is no answer.")),
        (Typed("\u200b", "\u2800\n\u200e", "", ""), ("The question is empty.", "There is no answer.")),
        (Typed("Q?", "Luke\u200b", "Luke", ""), (TEXTS("problem-twice", text="Luke"),)),
        (Typed("Q?", "Luke", "luke", ""), (TEXTS("problem-twice", text="luke"),)),
        (Typed("Q?", "Luke", "a\nb\na", ""), (TEXTS("problem-twice", text="a"),)),
        (
            Typed("Q?", "x" * 101, "", ""),
            (TEXTS("problem-long", beginning="x" * 20, length=101, most=100),),
        ),
        (Typed("Q?", "a", "b\nc\nd\ne\nf\ng", ""), ("There are 6 wrong choices: write at most 4.",)),
        (
            Typed("", "\n".join("abcdefghijk"), "", ""),
            ("The question is empty.", "There are 11 accepted answers: write at most 10."),
        ),
        (
            Typed("Q?", "Fox\n🦊", "", ""),
            (TEXTS("problem-not-typeable"),),
        ),
    ],
)
def test_everything_that_is_wrong_with_a_form_is_said_at_once(
    typed: Typed, problems: tuple[str, ...]
) -> None:
    assert read_form(TEXTS, typed) == problems


@pytest.mark.parametrize(
    ("typed", "code", "parameters"),
    [
        (Typed("Is it Luke Cage?", "Luke Cage"), "problem-given-away", {"answer": "Luke Cage"}),
        (Typed("Luke Cage or who?", "Luke Cage", "Trish"), "problem-given-away", {"answer": "Luke Cage"}),
        (Typed("Who?", "Luke Cage", "luke cagé"), "problem-right-too", {"text": "luke cagé"}),
        (Typed("How many?", "12", "twelve"), "problem-right-too", {"text": "twelve"}),
        (
            Typed("Who?", "Luke", picture="http://a.example/b.png"),
            "problem-picture",
            {"link": "http://a.example/b.png"},
        ),
        (
            Typed("Who?", "Luke", picture="https://x@a.example/b"),
            "problem-picture",
            {"link": "https://x@a.example/b"},
        ),
        (
            Typed("Who?", "Luke", picture="https://192.168.0.1/b.png"),
            "problem-picture",
            {"link": "https://192.168.0.1/b.png"},
        ),
        (
            Typed("Who?", "Luke", picture="https://0x7f.1/b.png"),
            "problem-picture",
            {"link": "https://0x7f.1/b.png"},
        ),
        (
            Typed("Who?", "Luke", source="https://metadata.internal/x"),
            "problem-source",
            {"link": "https://metadata.internal/x"},
        ),
        (
            Typed("Who " * 1_000, "Luke"),
            "problem-long",
            {"beginning": "Who Who Who Who Who ", "length": 3_999, "most": 300},
        ),
        (
            Typed("Who?", "Luke", source="file:///etc/passwd"),
            "problem-source",
            {"link": "file:///etc/passwd"},
        ),
    ],
)
def test_what_is_unfair_or_unsafe_is_said(typed: Typed, code: str, parameters: dict[str, str]) -> None:
    assert read_form(TEXTS, typed) == (TEXTS(code, **parameters),)


def test_a_prompt_may_name_all_of_its_choices_and_numbers() -> None:
    assert isinstance(read_form(TEXTS, Typed("Is Mars or Venus hotter?", "Venus", "Mars")), Entry)
    assert isinstance(read_form(TEXTS, Typed("What are 2 halves of 2?", "2")), Entry)


def test_a_question_with_wrong_choices_is_asked_with_all_of_them_and_one_right() -> None:
    question = question_of(record(), "Ours", 2, Random(1))

    assert question.kind == "authored"
    assert {choice.text for choice in question.choices} == {"Luke Cage", "Trish", "Malcolm", "Hogarth"}
    assert question.correct is not None
    assert question.choices[question.correct].text == "Luke Cage"
    assert {choice.why for choice in question.choices} == {None, WhyWrong.AUTHOR}
    assert question.answer.forms == ("Luke Cage", "Luke")
    assert (question.statement, question.author) == ("He does.", "Quinn")
    assert [citation.title for citation in question.citations] == ["The Daily"]


def test_topic_and_level_of_the_author_go_before_those_of_the_quiz() -> None:
    asked = question_of(record(topic="Bars", level=3), "Ours", 1, Random(1))
    assert (asked.topic, asked.level) == ("Bars", 3)
    asked = question_of(record(), "Ours", 1, Random(1))
    assert (asked.topic, asked.level) == ("Ours", 1)


def test_the_right_choice_is_not_always_in_the_same_place() -> None:
    assert len({question_of(record(), "Ours", 2, Random(seed)).correct for seed in range(20)}) == 4


def test_a_question_without_wrong_choices_is_to_be_typed() -> None:
    question = question_of(record(wrong=()), "Ours", 2, Random(1))

    assert question.choices == ()
    assert question.typed


@pytest.mark.parametrize(("answer", "typed"), [("🦊", False), ("Fox", True)])
def test_an_answer_without_letters_is_only_asked_with_its_choices(answer: str, typed: bool) -> None:
    assert question_of(record(accepted=(answer,)), "Ours", 2, Random(1)).typed is typed


def test_questions_of_two_servers_never_share_an_id() -> None:
    assert (
        question_of(record(), "Ours", 2, Random(1)).id
        != question_of(record(scope="server:2"), "Ours", 2, Random(1)).id
    )
