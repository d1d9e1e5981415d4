"""Red's trivia lists."""

from __future__ import annotations

import pytest

from questions.interchange.lists import Format
from tests.support.lists import read, reasons

GOOD = """\
AUTHOR: Kim
DESCRIPTION: >-
  Rivers
  and lakes
CONFIG:
  max_score: 5
$schema: https://example.org/schema.json
How many days has a year?:
- 365
- three hundred and sixty-five
"Which river is #1?":
- Nile
What does the sign say?: Stop
"""


def test_questions_and_answers_are_read_and_the_special_keys_are_not_questions() -> None:
    file = read("rivers.yaml", GOOD)
    assert file.format is Format.RED
    assert (file.title, file.about, file.problems) == ("rivers", "Rivers and lakes", ())
    assert [(placed.at, placed.entry.prompt, placed.entry.accepted) for placed in file.entries] == [
        (8, "How many days has a year?", ("365", "three hundred and sixty-five")),
        (11, "Which river is #1?", ("Nile",)),
        (13, "What does the sign say?", ("Stop",)),
    ]
    assert {placed.entry.author for placed in file.entries} == {"Kim"}


@pytest.mark.parametrize(
    "scalar", ["yes", "No", "on", "12:30", "010", "0x1F", "1e3", "2019-01-02", "1_000", ".5", "=", "3.10"]
)
def test_scalars_stay_what_their_writer_wrote(scalar: str) -> None:
    for text in (f"Q?:\n- {scalar} a\n- {scalar}\n", f"Q?: [{scalar} a, {scalar}]\n"):
        (placed,) = read("a.yaml", text).entries
        assert placed.entry.accepted == (f"{scalar} a", scalar)


def test_a_question_that_is_there_twice_is_kept_twice_for_the_plan_to_decide() -> None:
    file = read("a.yaml", "Q?:\n- a\nQ?:\n- b\n")
    assert [placed.entry.accepted for placed in file.entries] == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("Q?:\n", 1, "there is no answer"),
        ("A?:\n- a\nQ?:\n- ~\n", 3, "there is no answer"),
        ("A?:\n- a\nQ?:\n  b: c\n", 3, "the answers are a mapping"),
        ("A?:\n- a\nQ?:\n- [b, c]\n", 3, "an answer is a list or a mapping"),
        ("A?:\n- a\n'':\n- b\n", 3, "there is no question"),
        ("A?:\n- a\nQ?:\n- &b c\n", 4, "anchors and aliases"),
        ("A?:\n- a\nQ?:\n- *b\n", 4, "anchors and aliases"),
        ("A?:\n- a\nQ?:\n- !!python/object/apply:os.system [ls]\n", 4, "tags (!) are not read"),
        ("A?:\n- a\n? [b]\n: c\n", 3, "a list or mapping cannot be a question"),
        ("A?:\n- a\nQ?:\n- 'b\n", 5, "this is not valid YAML"),
        ("A?:\n- a\nQ?:\n- " + "[" * 5_000, 4, "nested too deeply"),
        ("- a\n- b\n", 1, "in none of the known formats"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_line_and_what_can_is_kept(
    text: str, line: int, reason: str
) -> None:
    file = read("a.yaml", text)
    (problem,) = reasons(file)
    assert problem[0] == line
    assert reason in problem[1]
    assert len(file.entries) == text.startswith("A?")


def test_a_bomb_of_aliases_is_refused_before_it_goes_off() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{chr(98 + at)}: &{chr(98 + at)} [{', '.join(['*' + chr(97 + at)] * 9)}]" for at in range(20)]
    file = read("bomb.yaml", "\n".join(lines))
    assert "anchors and aliases" in file.problems[0].text


def test_the_link_to_a_picture_in_a_question_becomes_its_picture() -> None:
    (placed,) = read("a.yaml", '"Who is that https://i.example.com/a.jpg?":\n- Ann\n').entries
    assert placed.entry.prompt == "Who is that?"
    assert placed.entry.picture == "https://i.example.com/a.jpg"
