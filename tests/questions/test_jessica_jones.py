"""The pack that is shipped: its facts as they were last read, and what its curation promises.

After a change of data read the new statements, then renew snapshot and counts: ``python -m tests.snapshots``.
"""

from __future__ import annotations

from functools import cache

from questions.facts.load import load_pack
from questions.facts.model import FactBase
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


def test_the_pack_holds_at_least_140_facts_over_at_least_25_relations_from_all_its_documents() -> None:
    base = jessica()
    assert len(base.facts) >= 140
    assert len({fact.relation for fact in base.facts}) >= 25
    assert {source for fact in base.facts for source in fact.sources} == set(base.sources)
    assert len(base.sources) == 5


def test_every_fact_comes_up_in_a_question() -> None:
    assert [problem.text for problem in silent_facts(jessica(), PACK)] == []


def test_no_entity_is_there_for_nothing() -> None:
    base = jessica()
    used = {str(value) for fact in base.facts for value in (fact.subject, fact.object, *fact.lures)}
    assert set(base.entities) <= used


def test_no_two_facts_read_the_same() -> None:
    lines = [
        line.partition('"statement": ')[2].partition('", "sources"')[0]
        for line in facts_as_json().splitlines()
    ]
    assert len(set(lines)) == len(lines) == len(jessica().facts)


def test_the_counts_in_the_curation_notes_are_those_of_the_data() -> None:
    assert counts_told() == counts(jessica()), f"renew them: {RENEW}"
