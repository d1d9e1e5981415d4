"""Leaderboards over a million awards by 100,000 players in 200 servers, all of whom are listed everywhere.

``GUMSHOE_BENCH_AWARDS=10000000`` measures the same over ten million too, and how much longer each read takes
there; that takes a while and some GB of disk.
The limit of an award is the bare award: the same games and awards, with no standing, rating or result.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, Engine, insert
from sqlalchemy.orm import Session

from bot.game.events import Award, CloseReason, EndReason, GameEnded, Player, RoundClosed, Standing
from bot.store import boards
from bot.store.board_records import Leaderboard
from bot.store.engine import for_writing, make_engine
from bot.store.periods import start_of
from bot.store.player_stats import player_stats
from bot.store.records import EVERYWHERE, Period, Place, server_scope
from bot.store.rows import Append, append_of, key_of, outcomes_of, rows_of
from bot.store.schema import migrate
from bot.store.seasons import rebuild
from bot.store.settling import Settler
from bot.store.standing_tables import MEMBER, QUESTION, RESULT
from bot.store.statements import Statements
from bot.store.tables import AwardRow, GameRow, PlayerRow
from bot.store.writer import COUNTED
from questions.question import Answer, Choice, Question, WhyWrong
from tests.bench.row import Row, at_most, figure

MILLION = 1_000_000
AWARDS = int(os.environ.get("GUMSHOE_BENCH_AWARDS", MILLION))
PLAYERS, SERVERS, GAME, ROUNDS = 100_000, 200, 10, 10
"""``GAME`` players answer ``ROUNDS`` questions in each game."""

TODAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
READS = 300
GROUP, GROUPS = 50, 20
"""Games that go on at once, and how often such a group is played."""

PAGE_MS, STATS_MS, TIMES_BARE = 1.0, 5.0, 2.0
STATS = "/stats"


def run() -> list[Row]:
    """The reads, and an award with all that follows from it beside a bare one."""
    rows: list[Row] = []
    small: dict[str, float] = {}
    for count in sorted({min(MILLION, AWARDS), AWARDS}):
        with tempfile.TemporaryDirectory(prefix="gumshoe-bench-") as folder:
            url = f"sqlite:///{Path(folder) / 'boards.db'}"
            fill(url, count)
            large = reads(url)
            rows += reached(large, count)
            rows += awards(url) if count == AWARDS else ()
        rows += [figure(f"{name}, growth to {count:,}", large[name] / small[name], "times") for name in small]
        small = large
    return rows


def reached(medians: Mapping[str, float], count: int) -> Iterator[Row]:
    """The milliseconds of each read beside their limit."""
    for name, milliseconds in medians.items():
        limit = STATS_MS if name == STATS else PAGE_MS
        yield at_most(f"{name}, {count:,} awards, median", milliseconds, limit, 1, "ms")


def reads(url: str) -> dict[str, float]:
    """The median of each read in milliseconds."""
    engine, rng = make_engine(url), Random(5)
    week = start_of(Period.WEEK, TODAY)

    def server() -> Leaderboard:
        return Leaderboard(scope_of(rng.randrange(SERVERS)), Period.WEEK, week)

    def everywhere() -> Leaderboard:
        period = rng.choice(list(Period))
        return Leaderboard(EVERYWHERE, period, start_of(period, TODAY))

    def player_in(board: Leaderboard) -> int:
        number = rng.randrange(PLAYERS)
        if board.scope != EVERYWHERE:
            number -= number % SERVERS - int(board.scope.removeprefix("server:"))
        return player_of(number).id

    def statistics(session: Session) -> object:
        number = rng.randrange(PLAYERS)
        return player_stats(session, scope_of(number % SERVERS), player_of(number).id, TODAY)

    named: dict[str, Callable[[Session], object]] = {
        "a page of a server's board": lambda session: boards.page(session, server(), None, 10),
        "a page of everywhere": lambda session: boards.page(session, everywhere(), None, 10),
        "own rank with neighbours, server": lambda session: boards.neighbours(
            session, board := server(), player_in(board), 2
        ),
        "own rank with neighbours, everywhere": lambda session: boards.neighbours(
            session, board := everywhere(), player_in(board), 2
        ),
        STATS: statistics,
    }
    medians = {}
    for name, read in named.items():
        taken = []
        for _ in range(READS):
            began = perf_counter()
            with Session(engine) as session:
                read(session)
            taken.append((perf_counter() - began) * 1e3)
        medians[name] = median(taken)
    engine.dispose()
    return medians


def awards(url: str) -> Iterator[Row]:
    engine = for_writing(make_engine(url))
    statements, settler = Statements(engine), Settler(engine)
    taken: dict[str, list[float]] = {"bare": [], "whole": []}
    counting: list[list[float]] = []
    rng = Random(9)
    for turn in range(GROUPS):
        for name in taken:
            games = [appends_of(f"{name}{turn}x{game}", game, rng) for game in range(GROUP)]
            with engine.begin() as connection:
                connection.execute(insert(GameRow), [a_game(appends[0]) for appends in games])
            seconds = []
            for group in zip(*games, strict=True):
                began = perf_counter()
                with engine.begin() as connection:
                    statements.write(connection, rows_of(group))
                seconds.append(perf_counter() - began)
            if name == "whole":
                counting.append(count(engine, settler, [appends[-1] for appends in games]))
                seconds += counting[-1]
            taken[name].append(sum(seconds) * 1e6 / GROUP / GAME / ROUNDS)
    engine.dispose()
    name = f"an award with all that follows, {GROUP} games of {GAME} players at once"
    yield at_most(name, median(taken["whole"]), median(taken["bare"]), TIMES_BARE, "µs")
    yield figure("awards a second, with all that follows", 1e6 / median(taken["whole"]), "awards/s")
    yield figure(f"what an answer waits where {GROUP} games end", median(map(max, counting)) * 1e3, "ms")


def count(engine: Engine, settler: Settler, ends: Sequence[Append]) -> list[float]:
    """The seconds in which games are counted, a few at a time."""
    seconds = []
    for some in chunks(iter(ends), COUNTED):
        began = perf_counter()
        with engine.begin() as connection:
            settler.settle(connection, [one for append in some for one in outcomes_of(append)])
        seconds.append(perf_counter() - began)
    return seconds


# What is measured


def appends_of(game: str, server: int, rng: Random) -> list[Append]:
    """The rounds of a game in a server, with half of those who play there tonight, and its end."""
    regulars = [server + SERVERS * seat for seat in rng.sample(range(2 * GAME), GAME)]
    questions = tuple(rng.sample(QUESTIONS, ROUNDS))
    rounds: tuple[RoundClosed, ...] = ()
    place, appends = Place(scope_of(server), 1), []
    for round in range(1, ROUNDS + 1):
        given = tuple(
            Award(player_of(number), True, 15, 10, 5, 0, round, 3.5 + rng.random()) for number in regulars
        )
        closed = RoundClosed(
            NOON.timestamp(), round, CloseReason.TIME, given, NOON.timestamp() + 6, taken=(GAME, 0)
        )
        rounds = (*rounds, closed)
        appends.append(append_of(game, place, round, [closed], questions, rounds))
    table = tuple(Standing(1, player_of(number), 150, 10, 10) for number in regulars)
    ended = GameEnded(NOON.timestamp(), EndReason.FINISHED, table, winners=(table[0].player.id,))
    appends.append(append_of(game, place, ROUNDS + 1, [ended], questions, rounds))
    return appends


def a_game(append: Append) -> dict[str, object]:
    starter = append.events[0].awards[0].player.id  # type: ignore[union-attr]
    return {
        "id": append.game_id,
        "scope": append.place.scope,
        "channel_id": 1,
        "starter_id": starter,
        "started_at": NOON,
        "ended_at": None,
        "end_reason": None,
    }


def fill(url: str, count: int) -> None:
    """Games of the last two years, straight into the tables, and the standings that follow from them."""
    migrate(url)
    engine = for_writing(make_engine(url))
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA cache_size=-200000")
        for rows in chunks({"scope": s, "id": p.id, "name": p.name} for s, p in everybody()):
            connection.execute(insert(PlayerRow), rows)
        listed = {"everywhere": True, "public": False, "pictures": True}
        for rows in chunks({"id": player_of(number).id, **listed} for number in range(PLAYERS)):
            connection.execute(insert(MEMBER), rows)
        connection.execute(insert(QUESTION), [question_row(question) for question in QUESTIONS])
    indexes = [*AwardRow.metadata.tables["award"].indexes, *RESULT.indexes]
    with engine.begin() as connection:
        for index in indexes:  # made at the end, as it is quicker to sort once
            index.drop(connection)
    for games in chunks(iter(range(count // (GAME * ROUNDS))), 2_000):
        with engine.begin() as connection:
            add_games(connection, games)
    with engine.begin() as connection:
        for index in indexes:
            index.create(connection)
    with engine.begin() as connection, Session(connection) as session:
        rebuild(session)
    engine.dispose()


def add_games(connection: Connection, games: list[int]) -> None:
    rng = Random(games[0])
    rows: dict[Any, list[dict[str, object]]] = {GameRow: [], AwardRow: [], RESULT: []}
    for game in games:
        server = game % SERVERS
        at = NOON - timedelta(days=730 * rng.random() ** 3)
        shared = {"game_id": f"{rng.getrandbits(48):012x}", "scope": scope_of(server), "at": at}
        seats = [player_of(server + SERVERS * seat) for seat in rng.sample(range(PLAYERS // SERVERS), GAME)]
        rows[GameRow].append(
            {
                "id": shared["game_id"],
                "scope": shared["scope"],
                "channel_id": 1,
                "starter_id": seats[0].id,
                "started_at": at,
                "ended_at": at,
                "end_reason": "finished",
            }
        )
        for rank, player in enumerate(seats, 1):
            won = [rng.randrange(31) for _ in range(ROUNDS)]
            mine = {"player_id": player.id, "day": at.date(), **shared}
            rows[AwardRow] += [mine | award_row(number, points, rng) for number, points in enumerate(won, 1)]
            sums = {"points": sum(won), "correct": sum(map(bool, won)), "answered": ROUNDS, "streak": 3}
            rows[RESULT].append(
                mine | sums | {"season": 1} | {"rank": rank, "players": GAME, "won": rank == 1}
            )
    for table, lines in rows.items():
        connection.execute(insert(table), lines)


def award_row(number: int, points: int, rng: Random) -> dict[str, object]:
    question = QUESTIONS[rng.randrange(len(QUESTIONS))]
    return {
        "round": number,
        "correct": points > 0,
        "points": points,
        "base": points,
        "speed": 0,
        "streak_bonus": 0,
        "streak": 1,
        "elapsed": 3.5,
        "question": KEYS[question.id],
        "level": question.level,
    }


def a_question(number: int) -> Question:
    choices = (Choice("right"), Choice("wrong", WhyWrong.LURE))
    answer, pack, topic = Answer("right"), f"pack{number % 10}", f"Topic {number % 40}"
    return Question(f"q{number}", pack, "look_up", "Who?", answer, "So.", choices, 0, topic=topic, level=1)


def question_row(question: Question) -> dict[str, object]:
    names = ("id", "pack", "topic", "kind", "level", "prompt")
    zeros = dict.fromkeys(("asked", "skipped", "answered", "correct", "seconds", "skill"), 0)
    row = {name: getattr(question, name) for name in names}
    return {"key": KEYS[question.id], "typed": False, "doubt": 1.0, "taken": "{}", **row, **zeros}


def everybody() -> Iterator[tuple[str, Player]]:
    for number in range(PLAYERS):
        yield scope_of(number % SERVERS), player_of(number)
        yield EVERYWHERE, player_of(number)


def player_of(number: int) -> Player:
    return Player(100_000_000_000_000_000 + number * 7_919, f"Player {number}")


def scope_of(server: int) -> str:
    return server_scope(server)


def chunks(rows: Iterator[Any], size: int = 5_000) -> Iterator[list[Any]]:
    while some := list(islice(rows, size)):
        yield some


QUESTIONS = [a_question(number) for number in range(400)]
KEYS = {question.id: key_of(question) for question in QUESTIONS}
