"""Certainly wrong members of lists, near enough to tempt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal
from random import Random

from questions.dates import PartialDate
from questions.interchange.tables.options import ColumnType
from questions.interchange.tables.plan import Plan

RowObjects = tuple[int, str, tuple[str | PartialDate | Decimal, ...]]
"""The place of a row, its id, and what its cell holds."""

Nearness = tuple[str, int]

_LURES = 6
_BESIDE = 8  # rows that are searched for what stands beside a value
_ABOUT = 4  # rows before and after one that are near it
_MAKE_A_GROUP = 3  # rows to a value, on average, of a column that groups them


def keys_of_nearness(plan: Plan) -> list[Nearness]:
    """Of each row, by which it is sorted so that near ones are neighbours: the value of the first column that
    groups the rows, as a continent does, and the year of the first that holds dates.
    """
    columns = [plan.name, *(asked.column for asked in plan.asked)]
    group = next(
        (
            column
            for column in columns
            if column.type is ColumnType.TEXT and column.known >= _MAKE_A_GROUP * len(column.counts) > 0
        ),
        None,
    )
    dated = next((column for column in columns if column.type is ColumnType.DATE), None)
    groups = [str(value or "") for value in group.values] if group else [""] * len(plan.names.texts)
    dates = dated.values if dated else [None] * len(groups)
    years = [date.year if isinstance(date, PartialDate) else 0 for date in dates]
    return list(zip(groups, years, strict=True))


def wrong_members(
    rows: Sequence[RowObjects], nearness: Sequence[Nearness]
) -> Mapping[tuple[str, object], tuple[str, ...]]:
    """Wrong objects by (subject, "") and wrong subjects by ("", object), for lists of which some cells are
    empty: a cell that is filled holds all that is true of its row. Those that stand beside the right ones
    elsewhere come first, then those of rows that are near.
    """
    filled = [row for row in rows if row[2]]
    if len({nearness[at] for at, _, _ in filled}) > 1:
        filled.sort(key=lambda row: nearness[row[0]])
    else:
        Random(len(filled)).shuffle(filled)
    known = [(subject, frozenset(map(str, objects))) for _, subject, objects in filled]
    groups = [nearness[at][0] for at, _, _ in filled]

    def about(at: int) -> list[int]:
        """The rows around one, of the same group."""
        places = range(max(0, at - _ABOUT), min(len(known), at + _ABOUT + 1))
        return [place for place in places if groups[place] == groups[at]]

    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, (_, objects) in enumerate(known):
        for part in objects:
            holders[part].append(at)
    lures: dict[tuple[str, object], tuple[str, ...]] = {}
    for at, (subject, objects) in enumerate(known):
        beside = {other for part in objects for place in holders[part][:_BESIDE] for other in known[place][1]}
        near = {part for place in about(at) for part in known[place][1]}
        lures[subject, ""] = _some(subject, beside - objects, near - objects - beside)
    for part, places in holders.items():
        holding = {known[at][0] for at in places}
        others = {other for at in places[:_BESIDE] for other in known[at][1]}
        beside = {known[at][0] for other in others for at in holders[other][:_BESIDE]}
        near = {known[place][0] for at in places[:_BESIDE] for place in about(at)}
        lures["", part] = _some(part, beside - holding, near - holding - beside)
    return lures


def _some(of: str, beside: Set[str], near: Set[str]) -> tuple[str, ...]:
    """A few of them that are not the thing itself, in an order that is always the same."""
    rng = Random(of)
    wrong = [*rng.sample(sorted(beside), len(beside)), *rng.sample(sorted(near), len(near))]
    return tuple(sorted([each for each in wrong if each != of][:_LURES]))
