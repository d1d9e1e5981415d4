"""Moodle's GIFT and Aiken."""

from __future__ import annotations

import pytest

from questions.interchange.lists import Entry, Format
from questions.question import AnswerType
from tests.support.lists import read, reasons


def gift(text: str) -> list[Entry]:
    file = read("a.gift", text)
    assert (file.format, file.problems) == (Format.GIFT, ())
    return [placed.entry for placed in file.entries]


@pytest.mark.parametrize(
    ("text", "prompt", "accepted", "wrong"),
    [
        ("Who?{~Ann ~Bob =nobody}", "Who?", ("nobody",), ("Ann", "Bob")),
        ("Ann is {~in =under ~on} the table.", "Ann is _____ the table.", ("under",), ("in", "on")),
        ("Two plus two equals {=four =4}.", "Two plus two equals.", ("four", "4"), ()),
        ("Nobody lives there.{F}", "Nobody lives there.", ("False",), ("True",)),
        ("It rises in the east.{TRUE#wrong#right}", "It rises in the east.", ("True",), ("False",)),
        ("// a comment\n::name::Who\ncame?{=Ann}", "Who\ncame?", ("Ann",), ()),
        ("[markdown]Who?{=[plain]Ann#yes!}", "Who?", ("Ann",), ()),
        (r"Which is 5? {~\= 2 + 2 =\= 2 + 3 ~\{4\}}", "Which is 5?", ("= 2 + 3",), ("= 2 + 2", "{4}")),
        (r"C\:\\n is?{=a\nb}", "C:\\n is?", ("a b",), ()),
        ("He is from {=%100%Rome =%75%Roma =%25%Ostia}.", "He is from.", ("Rome", "Roma"), ()),
        ("Hard. {~wrong ~%50%half =right}", "Hard.", ("right",), ("wrong",)),
        ("[html]<p>Who&nbsp;is <b>it</b>?</p>{=A&amp;B}", "Who is it?", ("A&B",), ()),
        ("Empty {~%100%one ~%-50%two}", "Empty", ("one",), ("two",)),
    ],
)
def test_a_question_of_gift(
    text: str, prompt: str, accepted: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    (entry,) = gift(text)
    assert (entry.prompt, entry.accepted, entry.wrong) == (prompt, accepted, wrong)


@pytest.mark.parametrize(
    ("answer", "forms"),
    [
        ("1822", ("1822",)),
        ("1822:1", ("1822", "1821", "1823")),
        ("4..6", ("5", "4", "6")),
        ("3.141..3.142", ("3.1415", "3.1414", "3.1416")),
        ("\n =1822:0 #right\n =%50%1822:2 #nearly\n", ("1822",)),
        ("-5", ("-5",)),
        ("7~#no", ("7",)),
    ],
)
def test_numbers_of_gift_with_their_margin(answer: str, forms: tuple[str, ...]) -> None:
    (entry,) = gift(f"How many? {{#{answer}}}")
    assert entry.accepted[: len(forms)] == forms
    assert entry.type is AnswerType.NUMBER


def test_a_range_of_decimals_holds_every_step_of_its_digits() -> None:
    (entry,) = gift("Pi? {#3.1415:0.0005}")
    assert {"3.1415", "3.141", "3.142", "3.1412"} <= set(entry.accepted)
    assert len(entry.accepted) == 11


def test_several_answers_that_are_needed_together_become_parts() -> None:
    (entry,) = gift("Which two lie there? {~%-50%No one ~%50%Grant ~%50%Julia ~%-50%Jesse}")
    assert (entry.parts, entry.accepted, entry.wrong) == ((("Grant",), ("Julia",)), (), ())


def test_pairs_to_be_matched_become_a_question_each() -> None:
    entries = gift(
        "Match them. {\n =Canada -> Ottawa\n =Italy -> Rome\n =Japan -> Tokyo\n = -> Lima\n####Capitals.}"
    )
    assert [(entry.prompt, entry.accepted, entry.wrong) for entry in entries] == [
        ("Match them.\nCanada → ?", ("Ottawa",), ("Rome", "Tokyo", "Lima")),
        ("Match them.\nItaly → ?", ("Rome",), ("Ottawa", "Tokyo", "Lima")),
        ("Match them.\nJapan → ?", ("Tokyo",), ("Ottawa", "Rome", "Lima")),
    ]
    assert entries[0].explanation == "Capitals."


def test_categories_are_topics_and_feedback_explains() -> None:
    first, second = gift(
        "$CATEGORY: $course$/top/Geo graphy/Rivers\n\nLongest?{=Nile#In Africa.}\n\n"
        "$CATEGORY: $course$/top\n\nWho?{=Ann#yes ####She did.}\n"
    )
    assert (first.topic, first.explanation) == ("Rivers", "In Africa.")
    assert (second.topic, second.explanation) == ("", "She did.")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Write about it. {}", "an essay cannot be judged"),
        ("Only a text", "no answers in braces"),
        ("Open {=a", "not closed"),
        ("Number {#abc}", "is not a number"),
        ("Number {#NaN}", "is no number that can be asked for"),
        ("Number {#1..1000000}", "numbers would be right"),
        ("Number {#1e999999999}", "is not a number"),
        ("None {~a ~b}", "no answer is right"),
        ("Half {=%50%a}", "no answer is worth more than half"),
        ("Pairs {=a->b =c}", "lacks its ->"),
    ],
)
def test_what_gift_has_and_a_quiz_has_not_is_refused_by_line(text: str, reason: str) -> None:
    file = read("a.gift", f"First?{{=a}}\n\n// comment\n{text}\n")
    assert [placed.entry.prompt for placed in file.entries] == ["First?"]
    (problem,) = reasons(file)
    assert problem[0] == 4
    assert reason in problem[1]


AIKEN = """\
Which is right?
A. one
B) two
ANSWER: B

It goes on
over two lines
A) Moodle
B) ATutor
C) None of these

ANSWER: A
"""


def test_aiken_questions_are_read() -> None:
    file = read("quiz.txt", AIKEN)
    assert (file.format, file.problems) == (Format.AIKEN, ())
    first, second = (placed.entry for placed in file.entries)
    assert (first.prompt, first.accepted, first.wrong) == ("Which is right?", ("two",), ("one",))
    assert (second.prompt, second.accepted) == ("It goes on\nover two lines", ("Moodle",))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("Q?\nA. x\nB. y\nANSWER: D\n", 6, "the answer is D, which is none of A, B"),
        ("Q?\nA. x\nANSWER: A\n", 6, "fewer than two choices"),
        ("Q?\nA. x\nB. y\n", 6, "no ANSWER: line at the end"),
        ("Q?\nA. x\nB. y\nOther?\nA. x\nB. y\nANSWER: A", 6, "no ANSWER: line after the choices"),
        ("ANSWER: A\n", 1, "without a question"),
        ("Q?\n\nR?\nA. x\nB. y\nANSWER: A", 6, "no choices after the question"),
    ],
)
def test_faults_of_aiken_are_named_by_line(text: str, line: int, reason: str) -> None:
    file = read("a.txt", f"First?\nA. x\nB. y\nANSWER: A\n\n{text}", Format.AIKEN)
    assert file.entries[0].entry.prompt == "First?"
    (problem,) = reasons(file)
    assert problem[0] == line
    assert reason in problem[1]
