"""Standings are nothing but the sums of awards."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.game.events import Player, RoundClosed
from bot.store.board_records import Leaderboard
from bot.store.check import check
from bot.store.periods import start_of
from bot.store.records import EVERYWHERE, TERMINAL, Period, Place, server_scope
from bot.store.store import Store
from tests.support.databases import (
    NOON,
    a_close,
    a_game,
    a_start,
    an_award,
    an_end,
    keep,
    opened,
)
from tests.support.whole_games import dump

PLACES = (Place(server_scope(1), 1), Place(server_scope(1), 2), Place(server_scope(2), 3), Place(TERMINAL, 0))
PLAYERS = {id: Player(id, f"P{id}") for id in range(1, 6)}
LISTED, LATE, GONE = PLAYERS[1], PLAYERS[2], PLAYERS[3]
"""On the boards of everywhere from the start, from the end, and only in between; the others never."""

Game = tuple[Place, list[RoundClosed]]
Key = tuple[str, Period, date]


@st.composite
def games(draw: st.DrawFn) -> Game:
    """Rounds over some weeks, each with awards to some of five players."""
    rounds = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        at = NOON + timedelta(hours=draw(st.integers(0, 24 * 60)))
        points = draw(st.dictionaries(st.sampled_from(sorted(PLAYERS)), st.integers(0, 500)))
        rounds.append(a_close(number, *(an_award(PLAYERS[id], won) for id, won in points.items()), at=at))
    return draw(st.sampled_from(PLACES)), rounds


def expected(played: list[Game]) -> dict[Key, Counter[int]]:
    """The points of each player on each board, summed up the plain way.

    A game counts when it ends, which is with its last round.
    """
    boards: dict[Key, Counter[int]] = {}

    def count(scope: str, at: float, player: int, points: int) -> None:
        day = (NOON + timedelta(seconds=at - NOON.timestamp())).date()
        for period in Period:
            board = boards.setdefault((scope, period, start_of(period, day)), Counter())
            board[player] += points

    for place, rounds in played:
        for closed in rounds:
            for award in closed.awards:
                count(place.scope, rounds[-1].at, award.player.id, award.points)
                if place.scope != TERMINAL and award.player in (LISTED, LATE):
                    count(EVERYWHERE, rounds[-1].at, award.player.id, award.points)
    return boards


async def play(store: Store, played: list[Game]) -> None:
    """All games at once, each retrying its last round as after an unknown outcome."""

    async def one(number: int, place: Place, rounds: list[RoundClosed]) -> None:
        journal = store.journal(f"g{number}", place)
        await journal.append(0, [a_start()])
        for seq, closed in enumerate(rounds, 1):
            await journal.append(seq, [closed])
        await journal.append(len(rounds), rounds[-1:])
        at = NOON + timedelta(seconds=rounds[-1].at - NOON.timestamp())
        await journal.append(len(rounds) + 1, [an_end(at, *rounds)])

    await store.rankings.change_member(LISTED, {"everywhere": True})
    await store.rankings.change_member(GONE, {"everywhere": True})
    await asyncio.gather(*(one(number, *game) for number, game in enumerate(played)))
    await store.rankings.change_member(LATE, {"everywhere": True})
    await store.rankings.change_member(GONE, {"everywhere": False})


async def read(store: Store, keys: dict[Key, Counter[int]]) -> dict[Key, Counter[int]]:
    """What the boards show, each with the ranks that follow from the points."""
    boards: dict[Key, Counter[int]] = {}
    for key in keys:
        lines = (await store.rankings.page(Leaderboard(*key))).lines
        boards[key] = Counter({line.player_id: line.points for line in lines})
        for line in lines:
            better = sum(other.points > line.points for other in lines)
            (own,) = await store.rankings.neighbours(Leaderboard(*key), line.player_id, 0)
            assert line.rank == own.rank == 1 + better
    return boards


async def act(url: str, played: list[Game], reset: bool) -> None:
    async with opened(url) as store:
        await play(store, played)
        boards = expected(played)
        assert await read(store, boards) == boards
        if reset:
            await store.rankings.reset(PLACES[0].scope, NOON)
            await keep(store, "after", *a_game(an_award(PLAYERS[1], 5)), place=PLACES[0])
        before = await asyncio.to_thread(dump, url)
        await store.rankings.rebuild()
        assert await asyncio.to_thread(dump, url) == before


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(games(), min_size=1, max_size=6), st.booleans())
def test_standings_are_the_sums_of_the_awards_and_a_rebuild_changes_nothing(
    new_database: Callable[[], str], played: list[Game], reset: bool
) -> None:
    url = new_database()
    asyncio.run(act(url, played, reset))
    assert check(url).problems == ()
