"""Standings are nothing but the sums of awards."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.game.events import AppealDecided, Award, Player, Revision, RoundClosed
from bot.store.check import check
from bot.store.engine import make_engine
from bot.store.periods import start_of
from bot.store.records import EVERYWHERE, TERMINAL, Period, Place, server_scope
from bot.store.tables import StandingRow
from tests.support.databases import ANN, BOB, HERE, NOON, a_close, a_start, an_award, keep, opened, url_of

PLACES = (Place(server_scope(1), 1), Place(server_scope(1), 2), Place(server_scope(2), 3), Place(TERMINAL, 0))
Game = tuple[Place, list[RoundClosed]]
Key = tuple[object, ...]


@st.composite
def games(draw: st.DrawFn) -> Game:
    """Rounds over some weeks, each with awards to some of five players."""
    rounds = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        at = NOON + timedelta(hours=draw(st.integers(0, 24 * 40)))
        points = draw(st.dictionaries(st.integers(1, 5), st.integers(0, 500)))
        rounds.append(
            a_close(number, *(an_award(Player(id, f"P{id}"), won) for id, won in points.items()), at=at)
        )
    return draw(st.sampled_from(PLACES)), rounds


def expected(played: list[Game]) -> dict[Key, tuple[int, int, int]]:
    """The standings, summed up the plain way."""
    points: Counter[Key] = Counter()
    correct: Counter[Key] = Counter()
    answered: Counter[Key] = Counter()
    for place, rounds in played:
        for closed in rounds:
            at = NOON + timedelta(seconds=closed.at - NOON.timestamp())
            for award in closed.awards:
                for scope in {place.scope} | ({EVERYWHERE} if place.scope != TERMINAL else set()):
                    for period in Period:
                        key = (scope, period.value, start_of(period, at), award.player.id)
                        points[key] += award.points
                        correct[key] += award.correct
                        answered[key] += 1
    return {key: (points[key], correct[key], answered[key]) for key in answered}


async def play(url: str, played: list[Game]) -> None:
    """All games at once, each retrying its last round as after an unknown outcome."""

    async def one(number: int, place: Place, rounds: list[RoundClosed]) -> None:
        journal = store.journal(f"g{number}", place)
        await journal.append(0, [a_start()])
        for seq, closed in enumerate(rounds, 1):
            await journal.append(seq, [closed])
        await journal.append(len(rounds), rounds[-1:])

    async with opened(url) as store:
        await asyncio.gather(*(one(number, *game) for number, game in enumerate(played)))


@settings(max_examples=25)
@given(st.lists(games(), min_size=1, max_size=6))
def test_standings_are_the_sums_of_the_awards_in_every_scope_and_period(played: list[Game]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = url_of(Path(folder) / "a.db")
        asyncio.run(play(url, played))
        engine = make_engine(url)
        with Session(engine) as session:
            rows = session.scalars(select(StandingRow).order_by(col(StandingRow.player_id)))
            kept = {
                (row.scope, row.period, row.starts, row.player_id): (row.points, row.correct, row.answered)
                for row in rows
            }
        engine.dispose()
        assert kept == expected(played)
        assert check(url).problems == ()


@pytest.mark.parametrize("before", [an_award(ANN), None])
async def test_an_accepted_appeal_puts_award_and_standings_right_as_of_the_round(
    tmp_path: Path, before: Award | None
) -> None:
    url = url_of(tmp_path / "a.db")
    closed = a_close(1, *([before] if before else []), at=NOON - timedelta(days=1))
    revision = Revision(1, closed.at, before, an_award(ANN, 25))
    decided = AppealDecided(NOON.timestamp(), 1, ANN, BOB, accepted=True, revisions=(revision,))
    async with opened(url) as store:
        await keep(store, "g1", a_start(), closed, decided)
        for scope in (HERE.scope, EVERYWHERE):
            assert await store.leaderboard(scope, Period.DAY, NOON) == ()
            (row,) = await store.leaderboard(scope, Period.DAY, NOON - timedelta(days=1))
            assert (row.points, row.correct, row.answered) == (25, 1, 1)
        assert (await store.player_best(HERE.scope, ANN.id)).best_game == 25
    assert check(url).problems == ()
