"""Entries as questions, and the types of their answers."""

from __future__ import annotations

from random import Random

import pytest

from questions.interchange.lists import Entry, question_of
from questions.interchange.lists.answer_types import infer_type
from questions.judging.judge import Context, prepare
from questions.question import AUTHORED, AnswerType, Question, WhyWrong


def asked(entry: Entry, level: int = 2) -> Question:
    return question_of(entry, "list:1/7", "list:1", "My list", level, Random(1))


@pytest.mark.parametrize(
    ("prompt", "answers", "type"),
    [
        ("In what year did it begin?", ["1914"], AnswerType.DATE),
        ("When did the war end?", ["1945", "8 May 1945"], AnswerType.DATE),
        ("Which day is it?", ["14 July 1789"], AnswerType.DATE),
        ("How many planets are there?", ["8", "eight"], AnswerType.NUMBER),
        ("How tall is it?", ["1,234 m"], AnswerType.NUMBER),
        ("What is 2 + 2?", ["4"], AnswerType.NUMBER),
        ("Who lived in Baker Street?", ["Sherlock Holmes"], AnswerType.PERSON),
        ("Which actor plays Luke Cage?", ["Mike Colter"], AnswerType.PERSON),
        ("Which 1949 novel is set in Airstrip One?", ["1984"], AnswerType.TITLE),
        ("What is the capital of Iraq?", ["Baghdad"], AnswerType.PLACE),
        ("Where is the Louvre?", ["Paris"], AnswerType.PLACE),
        ("What is the name of the river in Cairo?", ["Nile"], AnswerType.PLACE),
        ("Who won the cup in 2018?", ["France"], AnswerType.UNKNOWN),
        ("Who sang Waterloo?", ["ABBA"], AnswerType.UNKNOWN),
        ("Is it true?", ["True"], AnswerType.UNKNOWN),
        ("What is the symbol of gold?", ["Au"], AnswerType.UNKNOWN),
        ("", ["x"], AnswerType.UNKNOWN),
    ],
)
def test_the_type_follows_from_prompt_and_answers(prompt: str, answers: list[str], type: AnswerType) -> None:
    assert infer_type(prompt, answers) is type
    question = asked(Entry(prompt or "?", tuple(answers)))
    judge = prepare(question.answer, Context(question.prompt))
    assert all(judge.judge(answer).correct for answer in answers)


def test_an_entry_to_be_typed_becomes_a_question_with_its_list_as_source() -> None:
    question = asked(Entry("Who?", ("Ann", "Anna"), explanation="She did.", topic="Cast", author="Kim"))
    assert (question.id, question.pack, question.kind) == ("list:1/7", "list:1", AUTHORED)
    assert (question.choices, question.correct, question.typed) == ((), None, True)
    assert (question.answer.text, question.answer.accepted) == ("Ann", ("Ann", "Anna"))
    assert (question.statement, question.topic, question.level) == ("She did.", "Cast", 2)
    assert [(one.title, one.publisher) for one in question.citations] == [("My list", "Kim")]


def test_the_source_that_an_entry_names_comes_before_its_list() -> None:
    question = asked(Entry("Who?", ("Ann",), source="The Daily"))
    assert [one.title for one in question.citations] == ["The Daily", "My list"]


def test_wrong_choices_are_offered_in_any_order_and_true_comes_before_false() -> None:
    entry = Entry("Which?", ("a1",), ("b1", "c1", "d1"), level=3, picture="https://a.example/b.png")
    orders = {
        tuple(one.text for one in question_of(entry, "i", "p", "t", 2, Random(seed)).choices)
        for seed in range(9)
    }
    assert len(orders) > 1
    question = asked(entry)
    assert question.correct is not None
    assert question.choices[question.correct].text == "a1"
    assert {choice.why for choice in question.choices} == {None, WhyWrong.AUTHOR}
    assert (question.level, question.picture) == (3, "https://a.example/b.png")
    for right, wrong in (("True", "False"), ("False", "True")):
        truth = asked(Entry("Is it?", (right,), (wrong,)))
        assert [choice.text for choice in truth.choices] == ["True", "False"]
        assert truth.correct == (right == "False")


def test_what_must_be_named_together_is_judged_together() -> None:
    question = asked(Entry("Which two?", parts=(("Grant", "Ulysses Grant"), ("Julia",))))
    judge = prepare(question.answer, Context(question.prompt))
    assert judge.judge("julia and grant").correct
    assert not judge.judge("grant").correct


def test_an_answer_line_is_the_judges() -> None:
    question = asked(
        Entry("Who?", ("Hugo",), line="<b><u>Hugo</u></b> [or <b><u>Vico</u></b>; prompt on Victor]")
    )
    judge = prepare(question.answer, Context(question.prompt))
    assert judge.judge("vico").correct
    assert judge.judge("victor").mark == "close"
