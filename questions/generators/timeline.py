"""Dated events, a few at a time, whose order is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from questions.dates import PartialDate
from questions.facts.model import Fact
from questions.generators.index import FactIndex, mix
from questions.generators.wording import render, slots_of, template
from questions.grammar import english

_REACH = 12
_SERIAL = re.compile(
    rf"\d+|\b(?:{'|'.join((*english.NUMBERS, *english.ORDINALS))}|last|final|next)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b\d{4}\b")


@dataclass(frozen=True, slots=True)
class Event:
    """A dated fact as something that happened: "the release of season 2"."""

    fact: Fact
    text: str
    date: PartialDate

    @property
    def shown(self) -> str:
        """As it stands alone, on a button or in a list."""
        return english.capital_first(self.text)


def events_from(index: FactIndex, anchor: Fact, step: int, number: int, salt: str) -> list[Event] | None:
    """So many events of which the one that is the ``anchor`` is certainly the first (``step`` 1) or the last
    (-1).

    No two can fall on one day, or differ in a number alone, which would tell their order; and none names its
    year. The choice is always the same for the same anchor and salt. None where there are not enough near by.
    """
    timeline = index.timeline
    rng = Random(mix(f"{salt}/{anchor.id}"))
    found: list[Event] = []
    for at in _walk(index.place_in_time[anchor.id], step, len(timeline), rng):
        event = _event(index, timeline[at])
        if event is not None and all(_clearly_apart(event, other) for other in found):
            found.append(event)
            if len(found) == number:
                return found
        if not found:
            return None
    return None


def ways_to_choose(index: FactIndex) -> range:
    """The ways in which events are chosen from one anchor: more where there are few events."""
    return range(max(1, min(6, 60 // max(1, len(index.timeline)))))


def same_events(some: Sequence[Event], others: Sequence[Event] | None) -> bool:
    """Whether the two are the same events, in whatever order."""
    return others is not None and {event.fact.id for event in some} == {event.fact.id for event in others}


def _walk(anchor: int, step: int, length: int, rng: Random) -> Iterator[int]:
    """The anchor, then the places behind it, some of them put off to a second walk."""
    places = (
        range(anchor, min(length, anchor + _REACH))
        if step > 0
        else range(anchor, max(-1, anchor - _REACH), -1)
    )
    put_off = []
    for at in places:
        if at != anchor and rng.random() < 0.4:
            put_off.append(at)
        else:
            yield at
    yield from put_off


def _event(index: FactIndex, fact: Fact) -> Event | None:
    relation = index.relation(fact)
    text = render(template(relation, "event", fact) or "", slots_of(index.base, fact), sentence=False)
    if _YEAR.search(text) or not isinstance(fact.object, PartialDate):
        return None
    return Event(fact, text, fact.object)


def _clearly_apart(one: Event, other: Event) -> bool:
    return not one.date.overlaps(other.date) and _serial_key(one.text) != _serial_key(other.text)


def _serial_key(text: str) -> str:
    return _SERIAL.sub("#", text.casefold())
