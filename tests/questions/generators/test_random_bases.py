"""Whatever the facts are, what comes of them is proved and fair."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.facts.model import FactBase
from questions.generators.catalogue import all_questions, question_record
from tests.support.fact_bases import base, fact, relation
from tests.support.proof_checker import faults
from tests.support.raw_pack import RawPack

PEOPLE = ("ada-lee", "ben-ray", "cleo-dae", "dan-fox", "eve-orr", "finn-moss")
FILMS = ("dawn", "the-dusk", "noon-2", "rain", "a-wind", "long-cold-snow")
WORDING = {
    "ask_object": "What did {subject} make?",
    "ask_subject": "Who made {object}?",
    "subject_phrase": "the maker of {object}",
    "object_phrase": "the film that {subject} made",
    "subject_trait": "made {object}",
    "object_trait": "was made by {subject}",
    "match": "Match them.",
    "claim": "{subject} made {object}.",
    "ask_shared_object": "What did {subjects} all make?",
    "ask_shared_subject": "Who made {objects}?",
}
LISTS = {
    "ask_count": "How many did {subject} make?",
    "ask_count_subjects": "How many made {object}?",
    "ask_all": "Name what {subject} made.",
    "ask_all_subjects": "Name who made {object}.",
}


@st.composite
def small_bases(draw: st.DrawFn) -> FactBase:
    """Two relations between the same people and films, with any cardinality that their rows allow."""
    relations, facts, also_true = [], [], set()
    pair = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(FILMS))
    for id in ("made", "sold"):
        pairs = draw(st.sets(pair, max_size=9))
        also_true |= {(who, id, film) for who, film in draw(st.sets(pair, max_size=2)) - pairs}
        subjects = "one" if len({film for _, film in pairs}) == len(pairs) and draw(st.booleans()) else "many"
        objects = "one" if len({who for who, _ in pairs}) == len(pairs) and draw(st.booleans()) else "many"
        complete = draw(st.booleans())
        wording = {
            key: text.replace("made", id).replace("make", id) for key, text in (WORDING | LISTS).items()
        }
        relations.append(
            relation(
                id, f"{{subject}} {id} {{object}}.", objects=objects, subjects=subjects, complete=complete,
                wording=wording if complete else {key: wording[key] for key in WORDING},
            )
        )  # fmt: skip
        facts += [
            fact(who, id, film, level=draw(st.integers(1, 3)), spoiler=draw(st.booleans()), topic=id)
            for who, film in sorted(pairs)
        ]
    small = base(relations, facts)
    known = {row for row in also_true if {row[0], row[2]} <= small.entities.keys()}
    return replace(small, also_true=frozenset(known))


def raw(small: FactBase) -> RawPack:
    return RawPack(
        kinds={},
        relations={
            id: {
                "subject": each.subject, "object": each.object, "objects": each.objects.value,
                "subjects": each.subjects.value, "complete": each.complete, "statement": each.statement,
                **each.wording,
            }
            for id, each in small.relations.items()
        },
        entities={
            id: {"id": id, "kind": each.kind, "name": each.name, "aliases": ""}
            for id, each in small.entities.items()
        },
        rows={
            each.id: {
                "subject": each.subject, "relation": each.relation, "object": str(each.object),
                "topic": each.topic, "level": str(each.level), "spoiler": "yes" if each.spoiler else "no",
                "sources": "report", "as_of": "", "lures": "",
            }
            for each in small.facts
        },
        also_true=[dict(zip(("subject", "relation", "object"), row, strict=True)) for row in small.also_true],
    )  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(small_bases(), st.integers(0, 9))
def test_every_question_of_any_fact_base_is_proved(small: FactBase, seed: int) -> None:
    pack = raw(small)
    for question in all_questions(small, seed):
        record = question_record(question)
        assert list(faults(pack, record)) == [], record


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(small_bases(), st.integers(0, 9))
def test_no_question_of_any_fact_base_comes_twice(small: FactBase, seed: int) -> None:
    found = list(all_questions(small, seed))
    assert len({question.id for question in found}) == len(found)
