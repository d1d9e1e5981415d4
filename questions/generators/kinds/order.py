"""Put these in order: three or four events, of which no two may fall on one day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, permutations
from random import Random

from questions.facts.model import Fact
from questions.generators.generator import Draft, Option, Pairs, compose
from questions.generators.index import FactIndex
from questions.generators.kinds.first_or_last import in_order
from questions.generators.timeline import Event, events_from, same_events, ways_to_choose
from questions.question import Answer, Kind, Question, WhyWrong

KIND = Kind.ORDER

Candidate = tuple[Fact, tuple[int, int]]

_WRONG_ORDERS = 3


def candidates(index: FactIndex) -> Sequence[Candidate]:
    """Every dated event as the first of three and as the first of four, chosen in several ways."""
    return Pairs(index.timeline, [(number, way) for number in (3, 4) for way in ways_to_choose(index)])


def key(candidate: Candidate) -> str:
    fact, (number, way) = candidate
    return f"{fact.id}/{number}/{way}"


def build(index: FactIndex, candidate: Candidate, rng: Random) -> Question | None:
    """The question for one event and those that follow it; None where too few follow, or an earlier way chose
    the same.
    """
    anchor, (number, way) = candidate
    events = _events(index, anchor, number, way)
    if events is None:
        return None
    if any(same_events(events, _events(index, anchor, number, before)) for before in range(way)):
        return None
    shown = rng.sample(events, number)
    numbers = {event.fact.id: str(place) for place, event in enumerate(shown, 1)}
    right = sorted(events, key=lambda event: event.date.parts)
    wrong = [list(order) for order in permutations(right) if list(order) != right]
    options = [Option(_spelt(right, numbers), None, tuple(event.fact for event in right))]
    for order in rng.sample(wrong, _WRONG_ORDERS):
        options.append(Option(_spelt(order, numbers), WhyWrong.DATES, _out_of_order(order)))
    rng.shuffle(options)
    listed = "\n".join(f"{number}. {event.shown}" for number, event in enumerate(shown, 1))
    prompt = f"Put these in order, the earliest first.\n{listed}"
    facts = tuple(event.fact for event in right)
    draft = Draft(prompt, Answer(_spelt(right, numbers)), in_order(events), facts, options=tuple(options))
    return compose(index, KIND, draft)


def _events(index: FactIndex, anchor: Fact, number: int, way: int) -> list[Event] | None:
    return events_from(index, anchor, 1, number, f"order/{number}/{way}")


def _spelt(events: Sequence[Event], numbers: dict[str, str]) -> str:
    return ", ".join(numbers[event.fact.id] for event in events)


def _out_of_order(events: Sequence[Event]) -> tuple[Fact, ...]:
    """The first two neighbours that stand the wrong way round."""
    return next((a.fact, b.fact) for a, b in pairwise(events) if a.date.parts > b.date.parts)
