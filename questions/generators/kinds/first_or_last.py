"""Which came first, and which came last."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators.generator import Draft, Option, Pairs, compose
from questions.generators.index import FactIndex
from questions.generators.timeline import Event, events_from, same_events, ways_to_choose
from questions.grammar import english
from questions.question import Answer, Kind, Question, WhyWrong

KIND = Kind.FIRST_OR_LAST

Candidate = tuple[Fact, tuple[str, int]]

_EVENTS = 4
_FIRST, _LAST = "first", "last"


def candidates(index: FactIndex) -> Sequence[Candidate]:
    """Every dated event, as the first of some and as the last of some, chosen in several ways."""
    return Pairs(index.timeline, [(turn, way) for turn in (_FIRST, _LAST) for way in ways_to_choose(index)])


def key(candidate: Candidate) -> str:
    fact, (turn, way) = candidate
    return f"{fact.id}/{turn}/{way}"


def build(index: FactIndex, candidate: Candidate, rng: Random) -> Question | None:
    """The question for one event among others near it; None where the same events are asked about already."""
    anchor, (turn, way) = candidate
    events = _events(index, anchor, turn, way)
    if events is None or _asked_before(index, events, anchor, turn, way):
        return None
    right, *others = events
    options = [Option(right.shown, None, (right.fact,))]
    options += [Option(event.shown, WhyWrong.DATES, (right.fact, event.fact)) for event in others]
    rng.shuffle(options)
    facts = tuple(event.fact for event in events)
    draft = Draft(
        f"Which of these came {turn}?", Answer(right.shown), in_order(events), facts, turn, tuple(options)
    )
    return compose(index, KIND, draft)


def in_order(events: Sequence[Event]) -> str:
    """The reveal: the events with their dates, from the first to the last."""
    ordered = sorted(events, key=lambda event: event.date.parts)
    dated = [f"{event.text} ({english.date_text(event.date)})" for event in ordered]
    return f"In order: {'; '.join(dated)}."


def _events(index: FactIndex, anchor: Fact, turn: str, way: int) -> list[Event] | None:
    return events_from(index, anchor, 1 if turn == _FIRST else -1, _EVENTS, f"{turn}/{way}")


def _asked_before(index: FactIndex, events: Sequence[Event], anchor: Fact, turn: str, way: int) -> bool:
    """Whether an earlier way chose the same, or all are asked for their first one."""
    others = [_events(index, anchor, turn, before) for before in range(way)]
    if turn == _LAST:
        first = min(events, key=lambda event: event.date.parts).fact
        others += [_events(index, first, _FIRST, each) for each in ways_to_choose(index)]
    return any(same_events(events, other) for other in others)
