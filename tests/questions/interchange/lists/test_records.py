"""The formats that are JSON records: OpenTDB, LakeYS, sir-lancebot, quiz-bowl packets."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest

from questions.interchange.lists import Format
from tests.support.lists import read, reasons

OPENTDB: dict[str, str | list[str]] = {
    "type": "multiple",
    "difficulty": "hard",
    "category": "Science & Nature",
    "question": 'Who said "E = mc²" & more?',
    "correct_answer": "Albert <Einstein>",
    "incorrect_answers": ["Niels Bohr", "Max Planck", "100%"],
}


def _encoded(encode: Callable[[str], str], *names: str) -> dict[str, object]:
    return {
        key: ([encode(one) for one in value] if isinstance(value, list) else encode(value))
        if key in names
        else value
        for key, value in OPENTDB.items()
    }


TEXTS = ("category", "question", "correct_answer", "incorrect_answers")
ENCODINGS = {
    "html": _encoded(
        lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;"), *TEXTS
    ),
    "url3986": _encoded(lambda text: quote(text, safe=""), *TEXTS),
    "urlLegacy": _encoded(quote_plus, *TEXTS),
    "base64": _encoded(lambda text: base64.b64encode(text.encode()).decode(), *OPENTDB),
    "none": OPENTDB,
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_of_opentdb_gives_the_same_question(encoding: str) -> None:
    record = ENCODINGS[encoding]
    file = read("api.json", json.dumps({"response_code": 0, "results": [record, record]}))
    assert (file.format, file.problems) == (Format.OPENTDB, ())
    entry = file.entries[0].entry
    assert entry.prompt == OPENTDB["question"]
    assert entry.accepted == ("Albert <Einstein>",)
    assert entry.wrong == ("Niels Bohr", "Max Planck", "100%")
    assert (entry.topic, entry.level) == ("Science & Nature", 3)


def test_a_bare_list_of_opentdb_records_is_read_with_their_lines() -> None:
    file = read("a.json", json.dumps([OPENTDB, OPENTDB], indent=1))
    assert file.format is Format.OPENTDB
    assert [placed.at for placed in file.entries] == [2, 14]


def test_records_one_a_line_are_read() -> None:
    file = read("a.json", "\n".join(json.dumps(OPENTDB | {"question": f"Q{at}?"}) for at in range(4)))
    assert [(placed.at, placed.entry.prompt) for placed in file.entries] == [
        (at + 1, f"Q{at}?") for at in range(4)
    ]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"question": "Q?"}, "there is no correct_answer"),
        ({"question": "Q?", "correct_answer": "a"}, "there are no incorrect_answers"),
        ({"question": ["Q?"], "correct_answer": "a", "incorrect_answers": ["b"]}, "question is not text"),
        ({"question": "Q?", "correct_answer": "a", "incorrect_answers": [["b"]]}, "not a list of texts"),
        ({"question": "Q?", "correct_answer": "a", "incorrect_answers": ["A"]}, "every wrong choice is also"),
        ({"question": " ", "correct_answer": "a", "incorrect_answers": ["b"]}, "there is no question"),
        ({"question": "Q?" * 2_000, "correct_answer": "a", "incorrect_answers": ["b"]}, "4,000 characters"),
        ("Q?", "this is not a record of a question"),
    ],
)
def test_a_record_that_is_no_question_is_named_by_its_number(record: object, reason: str) -> None:
    file = read("a.json", json.dumps({"results": [OPENTDB, record]}))
    assert len(file.entries) == 1
    assert (file.problems[0].at, file.unit) == (2, "question")
    assert reason in file.problems[0].text


def test_json_that_breaks_off_keeps_what_came_before() -> None:
    file = read("a.json", json.dumps({"results": [OPENTDB, OPENTDB]}, indent=1)[:-60])
    assert len(file.entries) == 1
    assert "this is not valid JSON" in file.problems[-1].text
    assert file.problems[-1].at > 14


@pytest.mark.parametrize(
    "text", ["{", "[", '{"a"', '{"a":}', "[1,]", "[" * 100_000, '{"a":' * 100_000, "[" + "9" * 10**5]
)
def test_broken_json_is_a_problem_with_a_line(text: str) -> None:
    file = read("a.json", text)
    assert not file.entries
    assert file.problems


LAKEYS = """\
# Category 1 - Video Games
---
questions:
- question: "In Terraria, the Moon Lord is a boss."
  difficulty: "easy"
  correct_answer: "True"
  incorrect_answers:
  - "False"
- question: Who is it?
  difficulty: medium
  correct_answer: yes
  incorrect_answers: [12:30, 010]
"""


def test_a_list_of_lakeys_takes_its_topic_from_the_comment_at_its_head() -> None:
    file = read("questions_1.yml", LAKEYS)
    assert (file.format, file.problems) == (Format.LAKEYS, ())
    first, second = (placed.entry for placed in file.entries)
    assert (first.topic, first.level, first.accepted, first.wrong) == (
        "Video Games",
        1,
        ("True",),
        ("False",),
    )
    assert (second.accepted, second.wrong) == (("yes",), ("12:30", "010"))


def test_a_list_of_lakeys_may_be_json() -> None:
    record = {"difficulty": "easy", "question": "Q?", "correct_answer": "a", "incorrect_answers": ["b"]}
    file = read("questions_1.json", json.dumps({"questions": [record]}))
    assert file.format is Format.LAKEYS
    assert file.entries[0].entry.wrong == ("b",)


LANCEBOT = {
    "retro_games": [
        {
            "id": 1,
            "question": "Who?",
            "answer": ["Mario", "Jumpman"],
            "hints": ["plumber"],
            "info": "By Nintendo.",
        },
        {
            "id": 2,
            "question": "In which city?",
            "answer": "Portland, Oregon",
            "img_url": "https://a.example/b.png",
        },
    ],
    "math": [{"id": 9, "dynamic_id": 201, "question": "Solve {}", "answer": "{}"}],
}


def test_questions_of_sir_lancebot_are_read_with_category_info_and_picture() -> None:
    file = read("trivia_quiz.json", json.dumps(LANCEBOT))
    assert file.format is Format.LANCEBOT
    first, second = (placed.entry for placed in file.entries)
    assert (first.accepted, first.topic, first.explanation) == (
        ("Mario", "Jumpman"),
        "retro games",
        "By Nintendo.",
    )
    assert (second.accepted, second.picture) == (("Portland, Oregon",), "https://a.example/b.png")
    assert reasons(file) == [(3, "this is a formula that sir-lancebot fills in (dynamic_id), not a question")]


def test_older_files_of_sir_lancebot_hold_the_forms_in_one_text() -> None:
    file = read("a.json", json.dumps({"general": [{"id": 1, "question": "Power?", "answer": "four, 4"}]}))
    assert file.entries[0].entry.accepted == ("four", "4")


PACKET: dict[str, list[dict[str, object]]] = {
    "tossups": [
        {
            "question": "<b>He wrote</b> of Valjean. (*) For 10 points, name this writer.",
            "answer": "<b><u>Hugo</u></b> [or <b><u>Victor</u></b>; prompt on Marie] &lt;AB, Lit&gt;",
            "category": "Literature",
            "subcategory": "European Literature",
            "difficulty": 3,
        },
        {
            "question": "1. Which gas?",
            "answer": "ANSWER: {oxygen} or O2",
            "metadata": "<Ann Other, Chemistry>",
        },
        {"question": "Which?"},
    ],
    "bonuses": [
        {
            "leadin": "Of rivers:",
            "parts": ["[10] In Paris?", "[10h] In Rome?"],
            "answers": ["Seine", "Tiber"],
        },
        {"leadin": "L", "parts": ["a"], "answers": []},
    ],
}


def test_tossups_and_the_parts_of_bonuses_become_questions_with_their_answer_lines() -> None:
    file = read("packet.json", json.dumps(PACKET))
    assert file.format is Format.QUIZBOWL
    hugo, oxygen, seine, tiber = (placed.entry for placed in file.entries)
    assert hugo.prompt == "He wrote of Valjean. For 10 points, name this writer."
    assert (hugo.accepted, hugo.topic, hugo.level) == (("Hugo",), "European Literature", 2)
    assert hugo.line is not None
    assert hugo.line.startswith("<b><u>Hugo</u></b> [or <b>")
    assert (oxygen.prompt, oxygen.accepted, oxygen.topic) == ("Which gas?", ("oxygen",), "Chemistry")
    assert (seine.prompt, seine.accepted) == ("Of rivers:\nIn Paris?", ("Seine",))
    assert (tiber.prompt, tiber.accepted) == ("Of rivers:\nIn Rome?", ("Tiber",))
    assert reasons(file) == [(3, "there is no answer"), (5, "the bonus has 1 parts and 0 answers")]


def test_what_qbreader_answers_to_a_query_is_read_too() -> None:
    answer = {"tossups": {"count": 1, "questionArray": [PACKET["tossups"][1]]}}
    assert read("a.json", json.dumps(answer), Format.QUIZBOWL).entries[0].entry.accepted == ("oxygen",)


def test_json_in_no_known_form_is_refused_in_words() -> None:
    (reason,) = reasons(read("a.json", '[{"a": 1}]'))
    assert "in none of the known formats" in reason[1]
