"""The pack that is shipped: its facts as they were last read, and what its curation promises.

After a change of data read the new statements, then renew snapshot and counts: ``python -m tests.snapshots``.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from random import Random

import pytest

from questions.bank import Bank, QuizRequest
from questions.facts.load import load_pack
from questions.facts.model import FactBase
from questions.generators.catalogue import all_questions
from questions.generators.coverage import silent_facts
from tests.support.curation import PACK, RENEW, SNAPSHOT, counts, counts_told, facts_as_json


@cache
def jessica() -> FactBase:
    return load_pack(PACK)


def test_the_facts_are_those_that_were_last_read() -> None:
    now, then = set(facts_as_json().splitlines()), set(SNAPSHOT.read_text(encoding="utf-8").splitlines())
    new, gone = sorted(now - then), sorted(then - now)
    message = "\n".join(
        ["The facts have changed.", *(f"+ {line}" for line in new), *(f"- {line}" for line in gone)]
    )
    assert new == gone == [], f"{message}\nRead them against their sources; if they are right, run {RENEW}"


def test_the_snapshot_holds_every_fact_once_and_in_order() -> None:
    assert SNAPSHOT.read_text(encoding="utf-8") == facts_as_json(), f"renew it: {RENEW}"


def test_the_pack_draws_on_all_its_documents() -> None:
    base = jessica()
    assert len(base.sources) == 5
    assert {source for fact in base.facts for source in fact.sources} == set(base.sources)


@pytest.mark.parametrize(("level", "length"), [(1, 21), (2, 10), (3, 10)])
def test_every_level_fills_a_quiz_without_spoilers_the_easy_one_twice_over(level: int, length: int) -> None:
    assert len(Bank([jessica()]).draw(QuizRequest(length, level), Random(1))) == length


def test_no_fact_stands_in_more_than_three_questions_of_one_direction() -> None:
    """Asked for one end, told as one clue of a riddle, or one moment among others is a direction each."""
    directions = Counter(
        (question.facts[0], question.answer.text, question.kind in ("order", "first_or_last", "match_up"))
        for question in all_questions(jessica(), 0)
    )
    assert max(directions.values()) <= 3


def test_what_is_drawn_is_what_a_fan_cares_for() -> None:
    drawn = [
        question for seed in range(30) for question in Bank([jessica()]).draw(QuizRequest(10), Random(seed))
    ]
    assert sum(question.interest >= 4 for question in drawn) / len(drawn) > 0.75
    assert sum(question.kind == "true_false" for question in drawn) / len(drawn) <= 0.15


def test_every_fact_comes_up_in_a_question() -> None:
    assert [problem.text for problem in silent_facts(jessica(), PACK)] == []


def test_no_two_facts_read_the_same() -> None:
    lines = [
        line.partition('"statement": ')[2].partition('", "sources"')[0]
        for line in facts_as_json().splitlines()
    ]
    assert len(set(lines)) == len(lines) == len(jessica().facts)


def test_the_counts_in_the_curation_notes_are_those_of_the_data() -> None:
    assert counts_told() == counts(jessica()), f"renew them: {RENEW}"
