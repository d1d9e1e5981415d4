"""Things ranked by a number or a date, of which only those are compared that are clearly apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random
from typing import overload

from questions.dates import PartialDate
from questions.facts.model import Fact, Many, Relation
from questions.generators.index import FactIndex, mix
from questions.generators.timeline import Moment, Timeline, is_serial_twin
from questions.generators.values import rounded
from questions.grammar.english import date_text, number_text

_APART = Decimal("0.2")  # of the larger number
_PRESENT, _YEARS_A_YEAR = 2030, 60  # the longer ago, the more years must lie between
_NEAR, _ANY = 30, 30


class _Ranked(Sequence[Moment]):
    """The moments of sorted facts, each made when it is asked for."""

    def __init__(self, index: FactIndex, facts: Sequence[Fact]) -> None:
        self._index, self._facts = index, facts

    def __len__(self) -> int:
        return len(self._facts)

    @overload
    def __getitem__(self, at: int) -> Moment: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Moment]: ...
    def __getitem__(self, at: int | slice) -> Moment | Sequence[Moment]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        fact = self._facts[at]
        value = _value(fact)
        date = value if isinstance(value, PartialDate) else None
        said = _said(self._index, self._index.relation(fact), value)
        return Moment(fact.id, self._index.base.entities[fact.subject].name, fact, date, said)


class Ranking(Timeline):
    """The subjects of a relation of numbers or dates, the least first; each is a moment with its value."""

    def __init__(self, index: FactIndex, relation: Relation) -> None:
        self.relation = relation
        self.wording = relation.wording
        facts = [fact for fact in index.facts_of(relation) if fact.as_of is None]
        self._facts = sorted(facts, key=lambda fact: (_value(fact), fact.subject))
        self.moments = _Ranked(index, self._facts)

    def proof(self, earlier: Moment, later: Moment) -> tuple[Fact, ...]:
        """Their two facts where the one value is clearly below the other."""
        return (earlier.fact, later.fact) if _clearly_below(_value(earlier.fact), _value(later.fact)) else ()

    def pick(self, at: int, step: int, number: int, salt: str) -> list[Moment] | None:
        """As for moments in time, but from far and near: those as well known as the first before others."""
        first = self.moments[at]
        rng = Random(mix(f"{salt}/{first.key}"))
        picked = [first]
        places = list(self._around(at, step, rng))
        places.sort(key=lambda place: self._facts[place].level > first.fact.level)
        for place in places:
            moment = self.moments[place]
            if all(self._apart(moment, other) for other in picked):
                picked.append(moment)
                if len(picked) == number:
                    return sorted(picked, key=lambda each: _value(each.fact), reverse=step < 0)
        return None

    def _around(self, at: int, step: int, rng: Random) -> Iterator[int]:
        behind = range(at + 1, len(self.moments)) if step > 0 else range(at - 1, -1, -1)
        near = list(behind[:_NEAR])
        far = list(rng.sample(behind[_NEAR:], min(_ANY, len(behind[_NEAR:]))))
        rng.shuffle(near)
        rng.shuffle(far)
        mixed = [place for pair in zip(near, far, strict=False) for place in pair]
        yield from mixed
        yield from (place for place in (*near, *far) if place not in mixed)

    def _apart(self, one: Moment, other: Moment) -> bool:
        told = self.relation.is_date and is_serial_twin(one, other)
        return bool(self.proof(one, other) or self.proof(other, one)) and not told


def rankings(index: FactIndex, *templates: str) -> Iterator[Ranking]:
    """A ranking for each relation of single numbers or dates that has one of the templates."""
    for relation in index.base.relations.values():
        one = relation.objects is Many.ONE and not relation.links_entities
        if one and any(template in relation.wording for template in templates):
            yield Ranking(index, relation)


def _said(index: FactIndex, relation: Relation, value: PartialDate | Decimal) -> str:
    """The value as one says it, with its unit."""
    if isinstance(value, PartialDate):
        return date_text(value)
    unit = relation.wording.get("unit", "")
    number = rounded(value)
    return index.base.grammar.counted(number, unit) if unit else number_text(number)


def _value(fact: Fact) -> PartialDate | Decimal:
    assert not isinstance(fact.object, str)
    return fact.object


def _clearly_below(one: PartialDate | Decimal, other: PartialDate | Decimal) -> bool:
    """Whether a player can be expected to tell the two apart."""
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        years = max(0, _PRESENT - other.year) // _YEARS_A_YEAR
        return not one.overlaps(other) and one.parts < other.parts and other.year - one.year >= years
    assert isinstance(one, Decimal)
    assert isinstance(other, Decimal)
    return other > one and other - one >= _APART * max(abs(one), abs(other))
