"""Achievements are earned with the games that are counted, once, and a rebuild finds the same."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.game import achievements
from bot.game.achievements import ACHIEVEMENTS, SUMMED, Achievement, Feat
from bot.game.events import Award, Player
from bot.store.records import TERMINAL, Place, server_scope, solo_scope
from tests.support.databases import (
    HERE,
    NOON,
    a_close,
    a_game,
    a_start,
    an_award,
    an_end,
    keep,
    opened,
    run_sql,
    url_of,
)
from tests.support.players import ANN, BEN, CAT
from tests.support.whole_games import RIGHT, WRONG, appeal, dump, whole_game

Earned = set[tuple[int, str, str]]


def earned(url: str) -> Earned:
    """Who has what, from which game."""
    return {
        (row[0], row[1], row[2]) for row in run_sql(url, "SELECT player_id, code, game_id FROM achievement")
    }


def declare(patch: pytest.MonkeyPatch, *every: Achievement) -> None:
    """Let these be all achievements."""
    patch.setattr(achievements, "OF_ALL", [one for one in every if one.feat in SUMMED])
    patch.setattr(achievements, "OF_ONE", [one for one in every if one.feat not in SUMMED])


def forget(url: str) -> None:
    """As in a database of before there were achievements."""
    run_sql(url, "DELETE FROM achievement")
    run_sql(url, "UPDATE standing SET ever_wins = 0, ever_right = 0, ever_hard = 0, ever_quick = 0")


async def test_the_first_win_is_earned_once_in_each_server(database: str) -> None:
    async with opened(database) as store:
        for number in (1, 2):
            await keep(store, f"g{number}", *a_game(an_award(ANN, 50), an_award(BEN, 10)))
        await keep(
            store, "g3", *a_game(an_award(ANN, 50), an_award(BEN, 10)), place=Place(server_scope(6), 1)
        )
    assert {one for one in earned(database) if one[1] == "first-win"} == {
        (ANN.id, "first-win", "g1"),
        (ANN.id, "first-win", "g3"),
    }


@pytest.mark.parametrize("scope", [TERMINAL, solo_scope(ANN.id)])
async def test_what_is_played_outside_of_servers_earns_nothing(tmp_path: Path, scope: str) -> None:
    file = tmp_path / "a.db"
    async with opened(url_of(file)) as store:
        await keep(store, "g1", *a_game(an_award(ANN, 50), an_award(BEN, 10)), place=Place(scope, 1))
        await store.rankings.rebuild()
    assert earned(url_of(file)) == set()


async def test_sums_go_on_over_seasons(database: str) -> None:
    async with opened(database) as store:
        for number in range(10):
            await keep(store, f"g{number}", *a_game(an_award(ANN, 50), an_award(BEN, 10)))
            await store.rankings.reset(HERE.scope, NOON)
    assert (ANN.id, "winner", "g9") in earned(database)


async def test_seven_days_in_a_row_make_a_regular_also_alone(database: str) -> None:
    async with opened(database) as store:
        for number in (0, 1, 2, 4, 5, 6, 6):
            at = NOON + timedelta(days=number)
            await keep(store, f"g{number}x{at}", *a_game(an_award(ANN, 50), at=at))
            assert earned(database) == set()
        await keep(store, "late", *a_game(an_award(ANN, 50), at=NOON + timedelta(days=3)))
    assert earned(database) == {(ANN.id, "regular", "late")}


async def test_an_appeal_earns_what_was_missed_by_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    declare(monkeypatch, Achievement("two", Feat.RIGHT, 2))
    game, events = whole_game({ANN: RIGHT, BEN: WRONG}, {ANN: WRONG, BEN: RIGHT}, {BEN: WRONG, CAT: WRONG})
    file = tmp_path / "a.db"
    async with opened(url_of(file)) as store:
        await store.journal("g1", HERE).append(0, events)
        assert earned(url_of(file)) == set()
        await store.journal("g1", HERE).append(len(events), appeal(game, BEN, 3, ANN, 230))
        assert earned(url_of(file)) == {(BEN.id, "two", "g1")}
        before = dump(url_of(file))
        await store.rankings.rebuild()
        assert dump(url_of(file)) == before


Played = tuple[int, list[list[Award]]]
PLAYERS = [Player(id, f"P{id}") for id in range(1, 4)]
LOWERED = {
    **dict.fromkeys(achievements.SUMMED, 2),
    **dict.fromkeys((achievements.Feat.DAYS, achievements.Feat.FLAWLESS), 2),
}
awards = st.builds(
    lambda player, points, elapsed: replace(an_award(player, points), elapsed=elapsed),
    st.sampled_from(PLAYERS),
    st.sampled_from([0, 3, 50]),
    st.sampled_from([1.0, 3.0]),
)
rounds = st.lists(st.lists(awards, max_size=3, unique_by=lambda one: one.player.id), min_size=1, max_size=7)
games = st.lists(st.tuples(st.integers(0, 4), rounds), min_size=1, max_size=6)


@settings(max_examples=25, deadline=None)
@given(games)
def test_a_rebuild_changes_nothing_and_finds_all_of_it_again(
    played: list[Played],
) -> None:
    every = tuple(replace(one, threshold=LOWERED.get(one.feat, one.threshold)) for one in ACHIEVEMENTS)
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        declare(patch, *every)
        asyncio.run(play(Path(folder) / "a.db", played))


async def play(file: Path, played: list[Played]) -> None:
    async with opened(url_of(file)) as store:
        for number, (day, rounds) in enumerate(played):
            at = NOON + timedelta(days=day, minutes=number)
            closed = [a_close(number, *awards, at=at) for number, awards in enumerate(rounds, 1)]
            questions = [f"q{number}" for number in range(len(rounds))]
            await keep(store, f"g{number}", a_start(at, questions=questions), *closed, an_end(at, *closed))
        before, had = dump(url_of(file)), {one[:2] for one in earned(url_of(file))}
        await store.rankings.rebuild()
        assert dump(url_of(file)) == before
        forget(url_of(file))
        await store.rankings.rebuild()
        assert {one[:2] for one in earned(url_of(file))} == had
        assert dump(url_of(file))["standing"] == before["standing"]
