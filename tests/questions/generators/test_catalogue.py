"""All questions of a pack: how many, how varied, and always the same for the same seed."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import get_type_hints

import pytest

from questions.facts.load import load_pack
from questions.facts.model import FactBase
from questions.generators.catalogue import GENERATORS, QuestionRecord, all_questions, question_record
from questions.generators.index import FactIndex
from questions.question import Question
from tests.support.synthetic import synthetic_pack

ROOT = Path(__file__).parents[3]
PACKS = {
    "jessica_jones": ROOT / "seeds" / "jessica_jones",
    "moor_line": ROOT / "tests" / "packs" / "moor_line",
}


@pytest.fixture(scope="module", params=sorted(PACKS))
def pack(request: pytest.FixtureRequest) -> FactBase:
    return load_pack(PACKS[request.param])


def lines(base: FactBase, seed: int) -> str:
    return "\n".join(json.dumps(question_record(question)) for question in all_questions(base, seed))


def test_the_same_seed_gives_the_same_questions_byte_for_byte(pack: FactBase) -> None:
    assert lines(pack, 7) == lines(replace(pack), 7)


def test_another_seed_gives_the_same_questions_with_other_choices(pack: FactBase) -> None:
    one, other = ({q.id: q for q in all_questions(pack, seed) if q.kind != "true_false"} for seed in (1, 2))
    assert one.keys() == other.keys()
    for id, question in one.items():
        assert (question.facts[0], question.spoiler, question.level) == (
            other[id].facts[0], other[id].spoiler, other[id].level,
        )  # fmt: skip
    assert any(question.choices != other[id].choices for id, question in one.items())


def test_ids_do_not_depend_on_the_order_of_rows(pack: FactBase) -> None:
    rng = Random(5)
    entities = dict(rng.sample(list(pack.entities.items()), len(pack.entities)))
    shuffled = replace(pack, facts=tuple(rng.sample(pack.facts, len(pack.facts))), entities=entities)
    some, others = (
        {question.id for question in all_questions(base, 3) if question.kind != "true_false"}
        for base in (pack, shuffled)
    )
    assert some == others


def test_no_two_questions_are_the_same(pack: FactBase) -> None:
    found = list(all_questions(pack, 0))
    assert len({question.id for question in found}) == len(found)
    by_choices = ("odd_one_out", "match_up", "order", "first_or_last")
    seen = Counter(
        (q.prompt.casefold(), q.clues, q.answer.text, q.facts[:4] if q.kind in by_choices else ())
        for q in found
    )
    assert [key for key, times in seen.items() if times > 1] == []


def test_a_prompt_with_several_answers_is_always_asked_with_choices(pack: FactBase) -> None:
    by_prompt: dict[str, list[Question]] = {}
    for question in all_questions(pack, 0):
        if not question.clues:
            by_prompt.setdefault(question.wording.casefold(), []).append(question)
    for questions in by_prompt.values():
        if len({question.answer.text for question in questions}) > 1:
            assert all(question.choices and not question.typed for question in questions)


def test_no_prompt_is_asked_by_two_kinds(pack: FactBase) -> None:
    kinds: dict[str, set[str]] = {}
    for question in all_questions(pack, 0):
        kinds.setdefault(question.prompt.casefold(), set()).add(question.kind)
    assert [prompt for prompt, found in kinds.items() if len(found) > 1] == []


def test_every_kind_comes_out_of_a_pack_that_has_all_they_need() -> None:
    kinds = {question.kind for question in all_questions(load_pack(PACKS["moor_line"]), 0)}
    assert kinds == {generator.kind for generator in GENERATORS}


def test_the_right_choice_is_as_likely_in_each_place() -> None:
    places = Counter(
        question.correct
        for seed in range(3)
        for path in PACKS.values()
        for question in all_questions(load_pack(path), seed)
        if len(question.choices) == 4
    )
    total = sum(places.values())
    assert set(places) == {0, 1, 2, 3}
    assert all(abs(number - total / 4) < total * 0.03 for number in places.values())


def test_a_record_has_exactly_the_keys_that_are_promised(pack: FactBase) -> None:
    keys = (
        *(
            "id",
            "kind",
            "prompt",
            "answers",
            "answer_type",
            "choices",
            "correct",
            "statement",
            "sources",
            "facts",
        ),
        *("topic", "level", "interest", "spoiler", "typed", "items", "partners", "clues", "proof"),
    )
    assert tuple(get_type_hints(QuestionRecord)) == keys
    for question in all_questions(pack, 0):
        record = question_record(question)
        assert tuple(record) == keys
        assert record["answers"]
        assert json.loads(json.dumps(record)) == record
        if not record["choices"]:
            assert record["correct"] is None
            assert record["typed"] or record["items"]


def test_any_candidate_can_be_built_by_itself() -> None:
    index = FactIndex(synthetic_pack(300))
    for generator in GENERATORS:
        candidates = generator.candidates(index)
        keys = {generator.key(candidate) for candidate in candidates}
        assert len(keys) == len(candidates)
        at = Random(1).sample(range(len(candidates)), min(len(candidates), 200))
        built = [generator.build(index, candidates[number], Random(number)) for number in at]
        assert any(question is not None for question in built)


def test_the_number_of_questions_grows_with_the_facts_and_no_faster() -> None:
    few, many = (sum(1 for _ in all_questions(synthetic_pack(size), 0)) / size for size in (200, 800))
    assert 0.7 < many / few < 1.3
