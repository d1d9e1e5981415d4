"""Every answer and every wrong choice, derived a second time from the raw rows by other code."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from questions.facts.load import load_pack
from questions.generators.catalogue import all_questions, question_record
from tests.support.proof_checker import faults
from tests.support.raw_pack import RawPack

ROOT = Path(__file__).parents[3]
PACKS = (ROOT / "seeds" / "jessica_jones", ROOT / "tests" / "packs" / "moor_line")

Record = dict[str, Any]


@pytest.fixture(scope="module")
def sound() -> list[Record]:
    """The questions of the small pack."""
    return records(PACKS[1], 0)


def records(folder: Path, seed: int) -> list[Record]:
    return [dict(question_record(question)) for question in all_questions(load_pack(folder), seed)]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_every_question_of_the_pack_is_proved(folder: Path, seed: int) -> None:
    raw = RawPack.read(folder)
    found = [(record["prompt"], fault) for record in records(folder, seed) for fault in faults(raw, record)]
    assert found == []


def other_choice(record: Record) -> None:
    """Another choice is said to be the right one."""
    record["correct"] = (record["correct"] + 1) % len(record["choices"])


def true_distractor(record: Record) -> None:
    """A wrong choice is right as well."""
    at = next(at for at, proof in enumerate(record["proof"]) if proof["why"])
    right = record["choices"][record["correct"]]
    record["choices"][at] = record["proof"][at]["text"] = right


def other_arrangement(record: Record) -> None:
    """The first two are told the wrong way round."""
    mark = " · " if record["partners"] else " → "
    first, second, *rest = record["answers"][0].split(mark)
    if record["partners"]:
        (one, this), (other, that) = first.split(" – "), second.split(" – ")
        first, second = f"{one} – {that}", f"{other} – {this}"
    else:
        first, second = second, first
    record["answers"] = [mark.join((first, second, *rest))]


def other_reason(record: Record) -> None:
    """A wrong choice claims a reason that does not make it wrong."""
    for proof in record["proof"]:
        if proof["why"]:
            proof["why"] = "lure"


def other_source(record: Record) -> None:
    record["sources"] = [*record["sources"], "hearsay"]


def no_facts(record: Record) -> None:
    record["facts"] = []


def other_answer(record: Record) -> None:
    record["answers"] = ["Nobody"]


BREAKS: tuple[tuple[Callable[[Record], None], str], ...] = (
    (
        other_choice,
        "look_up what_links true_false which_of_these odd_one_out first_or_last when how_many",
    ),
    (true_distractor, "look_up which_of_these when how_many who_am_i two_steps"),
    (other_arrangement, "match_up order"),
    (other_reason, "look_up which_of_these odd_one_out two_steps"),
    (other_source, "look_up name_them_all who_am_i"),
    (no_facts, "look_up true_false name_them_all"),
    (other_answer, "look_up two_steps name_them_all who_am_i how_many"),
)


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [(spoil, kind) for spoil, kinds in BREAKS for kind in kinds.split()],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_the_checker_finds_a_question_that_was_spoilt(
    sound: list[Record], spoil: Callable[[Record], None], kind: str
) -> None:
    raw = RawPack.read(PACKS[1])
    needs_choices = spoil in (other_choice, true_distractor, other_reason)
    found = [
        record for record in sound if record["kind"] == kind and (record["choices"] or not needs_choices)
    ]
    assert found
    for record in found[:5]:
        spoilt = copy.deepcopy(record)
        spoil(spoilt)
        assert list(faults(raw, spoilt)), record["prompt"]
