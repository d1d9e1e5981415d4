"""A bot that dies after any event of the journal: what was durable counts once, as if nothing had been."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.game.events import Event, Player, Refused, RoundClosed
from bot.game.game import Game, Phase
from bot.session import Session
from bot.sessions import Sessions
from bot.store.records import Place
from questions.question import Question
from tests.support.fakes import START, FakeStore, Stages, loop_clock
from tests.support.games import rules
from tests.support.players import ANN, BEN, CAT
from tests.support.questions import choice_question, clue_question, exact_judge, nearest_question
from tests.support.virtual_time import in_virtual_time

HERE = Place("server:1", 10)
QUESTIONS: list[Question] = [
    choice_question("q1"),
    clue_question("q2"),
    nearest_question("q3"),
    choice_question("q4", level=3),
]
GUESSES = st.sampled_from([0, 1, 2, "Krysten Ritter", "nobody", "13", "20"])


@dataclass(frozen=True)
class Step:
    """Something that somebody does, so many seconds after the step before."""

    wait: float
    player: Player
    guess: int | str | None

    async def make(self, session: Session) -> None:
        await asyncio.sleep(self.wait)
        round = session.game.round
        if self.guess is None:
            await session.hint(self.player, round)
        else:
            await session.answer(self.player, self.guess, round)


STEPS = st.lists(
    st.builds(Step, st.floats(0, 15), st.sampled_from([ANN, BEN]), st.none() | GUESSES),
    min_size=1,
    max_size=12,
)


def whole_journal(steps: Sequence[Step]) -> list[Event]:
    """The events of a quiz in which these steps were made, to its end."""
    store = FakeStore(seconds=0.01)

    @in_virtual_time
    async def quiz() -> None:
        playing = Sessions(store, Stages(), loop_clock(), exact_judge, new_id=lambda: "g")
        session = await playing.start(HERE, QUESTIONS, rules(idle_rounds=0), ANN)
        assert isinstance(session, Session)
        for step in steps:
            await step.make(session)
        await asyncio.sleep(300)

    quiz()
    return store.events("g")


def gone_on_with(durable: Sequence[Event], away: float) -> list[Event]:
    """The events after a bot came back to these, and Cat answered at once."""
    store = FakeStore({"g": (HERE, list(durable))}, seconds=0.01)

    @in_virtual_time
    async def rest() -> None:
        since = loop_clock()
        playing = Sessions(store, Stages(), lambda: since() - START + durable[-1].at + away, exact_judge)
        for session in await playing.resume():
            await session.answer(CAT, 1, session.game.round)
        await asyncio.sleep(400)
        assert playing.all() == ()

    rest()
    return store.events("g")


def as_if_nothing_had_happened(durable: Sequence[Event]) -> list[Event]:
    """The same without a crash."""
    game, events = Game.replay(durable, exact_judge), list(durable)
    outcome = game.answer(CAT, 1, game.round, game.at)
    while True:
        events += [event for event in outcome if not isinstance(event, Refused)]
        if game.deadline is None:
            return events
        outcome = game.tick(game.deadline)


def scores(events: Sequence[Event]) -> list[tuple[int, Player, bool, int]]:
    """Who got what in which round; Cat's points hang on milliseconds."""
    rows = [
        (event.round, award.player, award.correct, 0 if award.player == CAT else award.points)
        for event in events
        if isinstance(event, RoundClosed)
        for award in event.awards
    ]
    return sorted(rows, key=lambda row: (row[0], row[1].id))


@settings(max_examples=60)
@given(steps=STEPS, cut=st.floats(0, 1, exclude_max=True), away=st.floats(0, 20_000))
def test_whatever_was_durable_when_the_bot_died_counts_once(
    steps: list[Step], cut: float, away: float
) -> None:
    journal = whole_journal(steps)
    durable = journal[: 1 + int(cut * (len(journal) - 1))]
    events = gone_on_with(durable, away)
    assert events[: len(durable)] == durable
    assert scores(events) == scores(as_if_nothing_had_happened(durable))
    awards = [(round, player) for round, player, *_ in scores(events)]
    assert len(awards) == len(set(awards))
    assert Game.replay(events, exact_judge).phase is Phase.ENDED


@pytest.mark.parametrize("away", [0.0, 3.0, 3600.0])
def test_a_bot_may_die_after_each_event_in_turn(away: float) -> None:
    steps = [Step(2, ANN, 1), Step(1, BEN, 0), Step(1, ANN, None), Step(1, BEN, 1), Step(25, ANN, "nobody")]
    journal = whole_journal(steps)
    for durable in (journal[:count] for count in range(1, len(journal))):
        assert scores(gone_on_with(durable, away)) == scores(as_if_nothing_had_happened(durable))
