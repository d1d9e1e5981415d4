"""Which came first, and which came last."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators import english
from questions.generators.evidence import Evidence
from questions.generators.generator import Draft, Option, Pairs, compose
from questions.generators.timeline import Event, events_from
from questions.question import Answer, Kind, Question, Rule

KIND = Kind.FIRST_OR_LAST

Candidate = tuple[Fact, str]

_EVENTS = 4
_FIRST, _LAST = "first", "last"


def candidates(evidence: Evidence) -> Sequence[Candidate]:
    """Every dated event, as the first of some and as the last of some."""
    return Pairs(evidence.timeline, (_FIRST, _LAST))


def key(candidate: Candidate) -> str:
    fact, turn = candidate
    return f"{fact.id}/{turn}"


def build(evidence: Evidence, candidate: Candidate, rng: Random) -> Question | None:
    """The question for one event among others near it; None where the same events are asked about the other
    way.
    """
    anchor, turn = candidate
    events = _events(evidence, anchor, turn)
    if events is None or (turn == _LAST and _asked_for_first(evidence, events)):
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


def _events(evidence: Evidence, anchor: Fact, turn: str) -> list[Event] | None:
    return events_from(evidence, anchor, 1 if turn == _FIRST else -1, _EVENTS, turn)


def _asked_for_first(evidence: Evidence, events: Sequence[Event]) -> bool:
    earliest = min(events, key=lambda event: event.date.parts)
    others = _events(evidence, earliest.fact, _FIRST)
    return others is not None and {event.fact.id for event in others} == {event.fact.id for event in events}
