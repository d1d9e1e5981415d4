"""Which came first, and which came last."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators import english
from questions.generators.evidence import Evidence
from questions.generators.generator import Draft, Option, Pairs, compose
from questions.generators.timeline import Event, events_from, same_events, ways_to_choose
from questions.question import Answer, Kind, Question, Rule

KIND = Kind.FIRST_OR_LAST

Candidate = tuple[Fact, tuple[str, int]]

_EVENTS = 4
_FIRST, _LAST = "first", "last"


def candidates(evidence: Evidence) -> Sequence[Candidate]:
    """Every dated event, as the first of some and as the last of some, chosen in several ways."""
    return Pairs(
        evidence.timeline, [(turn, way) for turn in (_FIRST, _LAST) for way in ways_to_choose(evidence)]
    )


def key(candidate: Candidate) -> str:
    fact, (turn, way) = candidate
    return f"{fact.id}/{turn}/{way}"


def build(evidence: Evidence, candidate: Candidate, rng: Random) -> Question | None:
    """The question for one event among others near it; None where the same events are asked about already."""
    anchor, (turn, way) = candidate
    events = _events(evidence, anchor, turn, way)
    if events is None or _asked_before(evidence, events, anchor, turn, way):
        return None
    right, *others = events
    options = [Option(right.shown, None, (right.fact,))]
    options += [Option(event.shown, Rule.DATES, (right.fact, event.fact)) for event in others]
    rng.shuffle(options)
    facts = tuple(event.fact for event in events)
    draft = Draft(
        f"Which of these came {turn}?", Answer(right.shown), in_order(events), facts, turn, tuple(options)
    )
    return compose(evidence, KIND, draft)


def in_order(events: Sequence[Event]) -> str:
    """The reveal: the events with their dates, from the first to the last."""
    ordered = sorted(events, key=lambda event: event.date.parts)
    dated = [f"{event.text} ({english.date_text(event.date)})" for event in ordered]
    return f"In order: {'; '.join(dated)}."


def _events(evidence: Evidence, anchor: Fact, turn: str, way: int) -> list[Event] | None:
    return events_from(evidence, anchor, 1 if turn == _FIRST else -1, _EVENTS, f"{turn}/{way}")


def _asked_before(evidence: Evidence, events: Sequence[Event], anchor: Fact, turn: str, way: int) -> bool:
    """Whether an earlier way chose the same, or all are asked for their first one."""
    others = [_events(evidence, anchor, turn, before) for before in range(way)]
    if turn == _LAST:
        first = min(events, key=lambda event: event.date.parts).fact
        others += [_events(evidence, first, _FIRST, each) for each in ways_to_choose(evidence)]
    return any(same_events(events, other) for other in others)
