"""What happened, a few moments at a time, whose order is certain: by dates, or by what came before what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from random import Random

from questions.dates import PartialDate
from questions.facts.model import Fact, Many, Relation
from questions.generators.index import FactIndex, mix
from questions.generators.wording import slots_of, template
from questions.grammar import english
from questions.grammar.filling import fill

_REACH = 12
_PUT_OFF = 0.4
_SERIAL = re.compile(
    rf"\d+|\b(?:{'|'.join((*english.NUMBERS, *english.ORDINALS))}|last|final|next)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b\d{4}\b")


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened: "the release of season 2", "Trish kills Alisa".

    ``fact`` is its date, or one that says what comes before or after it; ``value`` is what it is ranked by,
    as one says it.
    """

    key: str
    text: str
    fact: Fact
    date: PartialDate | None = None
    value: str = ""

    @property
    def shown(self) -> str:
        """As it stands alone, on a button or in a list."""
        return english.capital_first(self.text)


class Timeline:
    """Moments of one sort, the earliest first."""

    moments: Sequence[Moment]
    wording: Mapping[str, str] = {}
    """How the pack asks to put them in order, where it does not use the usual words."""

    def proof(self, earlier: Moment, later: Moment) -> tuple[Fact, ...]:
        """The facts that prove the order of two moments; none where they do not."""
        raise NotImplementedError

    def pick(self, at: int, step: int, number: int, salt: str) -> list[Moment] | None:
        """So many moments of which that at ``at`` is certainly the first (``step`` 1) or the last (-1),
        in that direction.

        Of no two the order is left open, and none differs from another in a number alone, which would tell
        it. The choice is always the same for the same salt. None where there are not enough near by.
        """
        rng = Random(mix(f"{salt}/{self.moments[at].key}"))
        picked: list[Moment] = []
        for place in _walk(at, step, len(self.moments), rng):
            moment = self.moments[place]
            if all(self._clearly_apart(moment, other) for other in picked):
                picked.append(moment)
                if len(picked) == number:
                    return sorted(picked, key=self.places.__getitem__, reverse=step < 0)
        return None

    @cached_property
    def places(self) -> Mapping[Moment, int]:
        return {moment: at for at, moment in enumerate(self.moments)}

    def _clearly_apart(self, one: Moment, other: Moment) -> bool:
        certain = self.proof(one, other) or self.proof(other, one)
        return bool(certain) and not is_serial_twin(one, other)


class DatedTimeline(Timeline):
    """The facts that are dated events; an event that may have several dates is not among them."""

    def __init__(self, index: FactIndex) -> None:
        moments = [
            moment
            for relation in index.base.relations.values()
            if relation.is_date and relation.objects is Many.ONE
            for fact in index.facts_of(relation)
            if (moment := _dated_moment(index, fact))
        ]
        self.moments = sorted(moments, key=_by_date)

    def proof(self, earlier: Moment, later: Moment) -> tuple[Fact, ...]:
        one, other = earlier.date, later.date
        assert one
        assert other
        certain = not one.overlaps(other) and one.parts < other.parts
        return (earlier.fact, later.fact) if certain else ()


class StoryTimeline(Timeline):
    """What an ordered relation puts one after the other."""

    def __init__(self, index: FactIndex, relation: Relation) -> None:
        self.wording = relation.wording
        self._next: dict[str, list[Fact]] = {}
        sorter = TopologicalSorter[str]()
        about: dict[str, Fact] = {}
        for fact in index.facts_of(relation):
            self._next.setdefault(fact.subject, []).append(fact)
            sorter.add(str(fact.object), fact.subject)
            about.setdefault(fact.subject, fact)
            about.setdefault(str(fact.object), fact)
        self.moments = [Moment(id, index.base.entities[id].name, about[id]) for id in sorter.static_order()]

    def proof(self, earlier: Moment, later: Moment) -> tuple[Fact, ...]:
        """The shortest way from one to the other."""
        paths: list[tuple[Fact, ...]] = [()]
        seen = {earlier.key}
        for path in paths:
            for fact in self._next.get(str(path[-1].object) if path else earlier.key, ()):
                if fact.object == later.key:
                    return (*path, fact)
                if str(fact.object) not in seen:
                    seen.add(str(fact.object))
                    paths.append((*path, fact))
        return ()


def timelines(index: FactIndex) -> tuple[Timeline, ...]:
    """All that can be put in order."""
    ordered = [relation for relation in index.base.relations.values() if relation.ordered]
    return (DatedTimeline(index), *(StoryTimeline(index, relation) for relation in ordered))


def _dated_moment(index: FactIndex, fact: Fact) -> Moment | None:
    """The event of a fact; None where it has no wording, or its wording names a year."""
    worded = template(index.relation(fact), "event", fact)
    if worded is None or not isinstance(fact.object, PartialDate):
        return None
    text = fill(worded, slots_of(index.base, fact), sentence=False)
    return None if _YEAR.search(text) else Moment(fact.id, text, fact, fact.object)


def _by_date(moment: Moment) -> tuple[PartialDate, str]:
    assert moment.date
    return moment.date, moment.key


def _walk(at: int, step: int, length: int, rng: Random) -> Iterator[int]:
    """The place, then those behind it, some of them put off to a second walk."""
    yield at
    put_off = []
    for place in range(at + step, at + step * _REACH, step):
        if not 0 <= place < length:
            break
        if rng.random() < _PUT_OFF:
            put_off.append(place)
        else:
            yield place
    yield from put_off


def is_serial_twin(one: Moment, other: Moment) -> bool:
    """Whether one differs from the other in a number alone, which would tell their order."""
    return _serial_key(one.text) == _serial_key(other.text)


def _serial_key(text: str) -> str:
    return _SERIAL.sub("#", text.casefold())
