"""`/leaderboard`: what it shows, its buttons, and seasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from bot.game.events import Player
from bot.library.adding import SLUG_LIMIT
from bot.library.fact_packs import own_prefix
from bot.store.board_records import Cursor, Leaderboard, Measure, Page, Subject
from bot.store.records import ALONE, EVERYWHERE, Period, Place, StandingRecord, server_scope, solo_scope
from bot.store.store import Store
from bot.views.board_id import SUBJECT_LIMIT, Turn, board_id, cursor_act, fits, turn_of
from bot.views.leaderboard import Shown, leaderboard_card
from tests.support.databases import a_game, an_award, keep
from tests.support.simcord_bot import EPOCH, buttons_of, cards, discord_world, said, text_of
from tests.support.texts import LANGUAGES, TEXTS

NOW = datetime.fromtimestamp(EPOCH, UTC)
TODAY = date(2026, 11, 21)
WEEK = Leaderboard(server_scope(5), Period.WEEK, date(2026, 11, 16))
BOARDS = st.builds(
    Leaderboard,
    st.sampled_from([server_scope(5), EVERYWHERE, ALONE]),
    st.sampled_from(Period),
    st.dates(date(1970, 1, 1)),
    st.sampled_from(Measure),
    st.none()
    | st.builds(Subject, st.sampled_from(["pack", "topic"]), st.text(min_size=1, max_size=SUBJECT_LIMIT)),
    st.none() | st.integers(1, 9999),
)
CURSORS = st.builds(Cursor, st.integers(0, 10**12 - 1), st.integers(0, 2**63 - 1), st.booleans())


def texts(view: ui.LayoutView) -> str:
    return "\n".join(item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay))


def line(rank: int, points: int, name: str = "", id: int | None = None) -> StandingRecord:
    return StandingRecord(rank, id or rank, name or f"P{rank}", points, 1, 2, 3, 4, points)


def shown(*lines: StandingRecord, board: Leaderboard = WEEK, **more: object) -> Shown:
    return Shown(board, TODAY, Page(lines, above=False, below=False), **more)  # type: ignore[arg-type]


@given(BOARDS, CURSORS)
def test_a_button_says_all_that_a_page_needs(board: Leaderboard, cursor: Cursor) -> None:
    id = board_id(board, cursor_act(cursor))
    assert len(id) <= 100
    assert turn_of(id, server_scope(5)) == Turn(board, cursor)
    assert turn_of(board_id(board, "me"), server_scope(5)) == Turn(board, own=True)


@given(st.integers(1, 2**63 - 1), st.text("abc-", min_size=1, max_size=SLUG_LIMIT), CURSORS)
def test_a_pack_that_a_server_founded_has_room_on_the_board_of_that_server_alone(
    guild: int, slug: str, cursor: Cursor
) -> None:
    scope = server_scope(guild)
    board = replace(WEEK, scope=scope, subject=Subject("pack", own_prefix(scope) + slug), season=9999)
    assert fits(board)
    id = board_id(board, cursor_act(cursor))
    assert len(id) <= 100
    assert turn_of(id, scope) == Turn(board, cursor)
    assert not fits(replace(board, scope=EVERYWHERE))
    assert not fits(replace(board, scope=server_scope(guild + 1)))


def test_a_button_of_another_kind_is_no_board_s() -> None:
    for id in ("b:sw20261116p:", "b:sw20269916p:top", "g:x:1:c0", "b:sw20261116p:top:x", "b:x"):
        assert turn_of(id, server_scope(5)) is None


def test_an_asker_far_below_sees_the_own_line_with_neighbours() -> None:
    own = (line(11, 30), line(12, 20, "Ann", 77), line(13, 10))
    text = texts(leaderboard_card(TEXTS, shown(line(1, 5000, "Ben"), asker=77, own=own)))
    assert "The best this week" in text
    assert "🥇 Ben · 5,000 points, 1 of 2 right" in text
    assert "11\\. P11 · 30 points" in text
    assert "12\\. **Ann** · 20 points" in text


def test_an_asker_on_the_page_is_not_shown_twice_and_one_without_points_is_told_so() -> None:
    ben = line(1, 5000, "Ben", 77)
    assert texts(leaderboard_card(TEXTS, shown(ben, asker=77, own=(ben,)))).count("Ben") == 1
    assert "You have no points yet" in texts(leaderboard_card(TEXTS, shown(ben, asker=5, own=())))


def test_who_climbed_fell_or_is_new_is_marked() -> None:
    lines = (line(1, 9, id=1), line(2, 8, id=2), line(3, 7, id=3), line(4, 6, id=4))
    text = texts(leaderboard_card(TEXTS, shown(*lines, before={1: 3, 2: 1, 3: 3})))
    assert [row.rpartition(" · ")[2] for row in text.splitlines()[1:5]] == [
        "▲ 2",
        "▼ 1",
        "7 points, 1 of 2 right",
        "new",
    ]


@pytest.mark.parametrize(
    ("board", "title"),
    [
        (WEEK, "The best this week"),
        (replace(WEEK, starts=date(2026, 11, 9)), "The best of the week from 9 November 2026"),
        (Leaderboard("s", Period.MONTH, date(2026, 10, 1)), "The best of October 2026"),
        (Leaderboard("s", Period.YEAR, date(2025, 1, 1)), "The best of 2025"),
        (Leaderboard("s", Period.DAY, date(2026, 11, 20)), "The best of 20 November 2026"),
        (Leaderboard(EVERYWHERE, Period.DAY, TODAY), "The best today\n-# from all servers"),
        (replace(WEEK, season=2), "The best this week\n-# season 2"),
        (replace(WEEK, measure=Measure.RATING), "The highest ratings"),
        (replace(WEEK, measure=Measure.ACCURACY), "The best this week\n-# by accuracy · from 20 answers on"),
    ],
)
def test_the_title_says_which_board_it_is(board: Leaderboard, title: str) -> None:
    assert f"## {title}" in texts(leaderboard_card(TEXTS, shown(line(1, 5), board=board)))


def test_shares_are_written_as_the_language_does() -> None:
    card = leaderboard_card(
        LANGUAGES.best("de"), shown(line(1, 5432), board=replace(WEEK, measure=Measure.ACCURACY))
    )
    assert "🥇 P1 · 54,3 % richtig" in texts(card)


@pytest.mark.parametrize(
    ("measure", "score"),
    [
        (Measure.WINS, "3 wins"),
        (Measure.ACCURACY, "50 % right (1 of 2)"),
        (Measure.STREAK, "4 right in a row"),
        (Measure.RATING, "1620"),
    ],
)
def test_each_order_shows_what_it_goes_by(measure: Measure, score: str) -> None:
    value = {Measure.ACCURACY: 5000, Measure.RATING: 1620}.get(measure, 3)
    text = texts(leaderboard_card(TEXTS, shown(line(1, value), board=replace(WEEK, measure=measure))))
    assert f"🥇 P1 · {score}" in text


async def play(store: Store, game: str, scope: str, points: dict[Player, int], at: datetime = NOW) -> None:
    awards = (an_award(player, won) for player, won in points.items())
    await keep(store, game, *a_game(*awards, at=at), place=Place(scope, 1))


async def test_pages_turn_also_after_a_restart_and_my_place_is_private(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        server = world.server()
        channel, ann = server.create_text_channel("quiz"), world.member(server, "ann")
        crowd = {Player(id, f"P{id}"): 1000 - id for id in range(1, 25)}
        await play(world.store, "g1", server_scope(server.id), {**crowd, Player(ann.id, "ann"): 3})

        first = await ann.slash(channel, "leaderboard show", period="week")
        assert "🥇 P1 " in said(first)
        assert "25\\. **ann**" in said(first)
        message = cards(channel)[-1]
        assert buttons_of(message) == ["Next", "My place"]

        await world.kill()
        await ann.click(message, label="Next")
        message = cards(channel)[-1]
        assert text_of(message).splitlines()[1].startswith("11\\. P11")
        await ann.click(message, label="Back")
        assert "🥇 P1 " in text_of(cards(channel)[-1])
        mine = await ann.click(cards(channel)[-1], label="My place")
        assert "25\\. **ann**" in said(mine)
        assert "P1 " not in said(mine)


async def test_a_past_period_another_order_and_a_pack_can_be_asked_for(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        server = world.server()
        channel, ann = server.create_text_channel("quiz"), world.member(server, "ann")
        scope, me, ben = server_scope(server.id), Player(ann.id, "ann"), Player(5, "ben")
        await play(world.store, "old", scope, {me: 30, ben: 40}, NOW - timedelta(days=1))
        await play(world.store, "new", scope, {me: 7, ben: 1})

        async def board(**options: object) -> str:
            return said(await ann.slash(channel, "leaderboard show", **options))

        assert "🥇 ben · 40 points" in await board(period="yesterday")
        assert "🥇 **ann** · 7 points, 1 of 1 right · ▲ 1" in await board(period="day")
        assert "1 win" in await board(by="wins")
        assert "🥇 ben · 41 points" in await board(pack="pack")
        assert TEXTS("nobody-has-points") in await board(pack="cats")
        assert TEXTS("nobody-everywhere") in await board(scope="everywhere")
        assert await board(pack="pack", by="wins") == TEXTS("whole-games-only")
        assert await board(season=2) == TEXTS("no-such-season", count=1)


async def test_a_new_season_is_confirmed_kept_and_undone_by_managers_alone(tmp_path: Path) -> None:
    async with discord_world(tmp_path, (), check_errors=False) as world:
        server = world.server()
        channel, ann = server.create_text_channel("quiz"), world.member(server, "ann")
        boss = world.member(server, "boss", quizmaster=True)
        await play(world.store, "g1", server_scope(server.id), {Player(ann.id, "ann"): 30})

        assert said(await ann.slash(channel, "leaderboard reset")) == TEXTS("managers-only")
        asked = (await boss.slash(channel, "leaderboard reset")).response
        assert asked is not None
        assert "Start a new season?" in text_of(asked.message)
        await boss.click(asked, label="Start a new season")
        assert TEXTS("nobody-has-points") in said(await ann.slash(channel, "leaderboard show"))
        assert "ann · 30" in said(await boss.slash(channel, "leaderboard show", season=1))
        await boss.click(asked, label="Undo the last new season")
        assert "**ann** · 30" in said(await ann.slash(channel, "leaderboard show"))


async def test_only_who_wants_to_be_is_on_the_leaderboard_of_all_servers(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        server = world.server()
        channel, ann = server.create_text_channel("quiz"), world.member(server, "ann")
        await play(world.store, "g1", server_scope(server.id), {Player(ann.id, "ann"): 30})

        async def everywhere() -> str:
            return said(await ann.slash(channel, "leaderboard show", scope="everywhere"))

        assert TEXTS("nobody-everywhere") in await everywhere()
        told = (await ann.slash(channel, "privacy")).response
        assert told is not None
        assert TEXTS("privacy-not-listed") in text_of(told.message)
        await ann.click(told, label="Put me on it")
        assert "🥇 **ann** · 30 points" in await everywhere()
        await ann.click(told, label="Take me off it")
        assert TEXTS("nobody-everywhere") in await everywhere()


async def test_what_is_played_alone_has_a_board_of_those_who_are_listed(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        server = world.server()
        channel, ann = server.create_text_channel("quiz"), world.member(server, "ann")
        me, ben, cat = Player(ann.id, "ann"), Player(5, "ben"), Player(6, "cat")
        for player, points in ((me, 30), (ben, 40), (cat, 50)):
            await play(world.store, f"g{player.id}", solo_scope(player.id), {player: points})
        for player in (me, ben):
            await world.store.rankings.change_member(player, {"everywhere": True})

        async def board(**options: object) -> str:
            return said(await ann.slash(channel, "leaderboard show", scope="alone", **options))

        told = await board(period="week")
        assert TEXTS("board-alone") in told
        assert "🥇 ben · 40 points" in told
        assert "🥈 **ann** · 30 points" in told
        assert "cat" not in told
        mine = await ann.click(cards(channel)[-1], label="My place")
        assert "🥈 **ann** · 30 points" in said(mine)
        assert "🥇 ben · 40 points" in await board(pack="pack")
        assert TEXTS("nobody-everywhere") in await board(period="last year")
        assert await board(by="wins") == TEXTS("no-wins-alone")
        assert await board(season=2) == TEXTS("no-seasons-everywhere")
        for scope in ("this server", "everywhere"):
            assert "ben" not in said(await ann.slash(channel, "leaderboard show", scope=scope))


async def test_who_left_is_marked_where_the_server_wants_it_from_the_next_page_on(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        server = world.server()
        channel, ann, ben = (
            server.create_text_channel("quiz"),
            world.member(server, "ann"),
            world.member(server, "ben"),
        )
        scope, gone = server_scope(server.id), Player(987_654_321_000_000_000, "gone")
        players = {Player(ann.id, "ann"): 30, Player(ben.id, "ben"): 20, gone: 10}
        await play(world.store, "g1", scope, players)

        async def board() -> str:
            return said(await ann.slash(channel, "leaderboard show"))

        for _ in range(2):
            assert "🥉 gone · 10 points" in await board()
        await world.store.change_settings(scope, {"left": True})
        assert "🥉 gone · 10 points" in await board()
        told = await board()
        assert "🥉 ~~gone~~ (left) · 10 points" in told
        assert "🥈 ben · 20 points" in told
