from __future__ import annotations

from typing import Any

import pytest

from questions.judging.records import judge_record


def test_a_record_is_judged_with_its_reason() -> None:
    record = {
        "question": "What is the capital of France?",
        "accepted": ["Paris"],
        "answerline": None,
        "type": "place",
        "guess": "paris!",
    }
    assert judge_record(record) == {"verdict": "correct", "reason": "same"}


def test_where_the_score_was_asked_it_is_told() -> None:
    record = {"question": "Who led the guild?", "accepted": ["Tovan Orrin"], "guess": "the old guildmaster"}
    assert judge_record(record) == {
        "verdict": "wrong",
        "reason": "unlike",
        "score": pytest.approx(0, abs=0.02),
    }
    likely = judge_record(record | {"guess": "the glazier Tovan Maria Orrin"})
    assert (likely["verdict"], likely["reason"]) == ("correct", "likely")
    assert float(likely["score"]) > 0.5


@pytest.mark.parametrize(
    ("record", "verdict"),
    [
        ({"accepted": ["8"], "guess": "eight"}, "correct"),
        ({"accepted": ["June 2018"], "type": "date", "guess": "2018"}, "close"),
        ({"accepted": ["China"], "refused": ["Republic of China"], "guess": "Republic of China"}, "wrong"),
        ({"accepted": [], "answerline": "<u>Nile</u> [prompt on <u>river</u>]", "guess": "river"}, "close"),
        (
            {"accepted": None, "answerline": "Nile", "type": None, "question": None, "guess": "nile"},
            "correct",
        ),
        ({"accepted": ["Anne Orr"], "known": ["Bea Orr"], "type": "person", "guess": "Orr"}, "close"),
        ({"accepted": ["whale"], "choices": ["shark", "whale"], "guess": "b"}, "correct"),
        ({"accepted": ["whale"], "guess": "", "source": "some list"}, "wrong"),
    ],
)
def test_what_may_be_left_out_may_be_null_or_absent(record: dict[str, Any], verdict: str) -> None:
    assert judge_record(record)["verdict"] == verdict


@pytest.mark.parametrize(
    ("record", "problems"),
    [
        ({}, ["neither accepted nor answerline", "guess is missing"]),
        ({"accepted": "Paris", "guess": 5}, ["accepted is not a list", "neither accepted", "not text"]),
        ({"accepted": ["Paris", 3], "guess": "x"}, ["accepted is not a list of texts"]),
        ({"accepted": [" ", "\u200b"], "guess": "x"}, ["neither accepted nor answerline"]),
        (
            {"accepted": ["a"], "type": "planet", "question": 3, "guess": "x"},
            ["type 'planet' is none of", "question"],
        ),
    ],
)
def test_a_bad_record_is_refused_with_all_its_problems(record: dict[str, Any], problems: list[str]) -> None:
    with pytest.raises(ValueError, match=problems[0]) as refusal:
        judge_record(record)
    assert all(problem in str(refusal.value) for problem in problems)
