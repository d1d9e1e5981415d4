"""What an append writes."""

from __future__ import annotations

from bot.game.events import Player
from bot.store.records import Place, server_scope
from bot.store.rows import Append, append_of, rows_of
from tests.support.databases import HERE, a_close, a_question, a_start, an_award

ELSEWHERE = Place(server_scope(4), 9)


def a_round(game: str, place: Place, *players: int) -> Append:
    awards = (an_award(Player(id, f"P{id}"), 5) for id in players)
    return append_of(
        game, place, 0, [a_start(starter=Player(players[0], "P")), a_close(1, *awards)], (a_question(),)
    )


def test_rows_that_several_writers_share_come_in_one_order_so_that_none_waits_for_the_other() -> None:
    rows = rows_of([a_round("g1", HERE, 13, 11), a_round("g2", ELSEWHERE, 12, 11)])
    assert len(rows.players) == 4
    assert list(rows.players) == sorted(rows.players)
