"""What a check of the database finds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.game.events import QuestionAsked
from bot.store.authoring import Act
from bot.store.check import check
from bot.store.errors import StoreError
from bot.store.records import Counts, Holder
from bot.store.schema import HEAD, database_name, migrate
from questions.interchange.lists import Entry
from tests.support.databases import (
    ANN,
    BOB,
    HERE,
    NOON,
    a_game,
    a_start,
    an_award,
    an_end,
    keep,
    opened,
    run_sql,
    url_of,
)


async def fill(url: str) -> None:
    """Two games, one of them open."""
    async with opened(url) as store:
        await store.rankings.change_member(ANN, {"everywhere": True})
        await keep(store, "g1", *a_game(an_award(ANN, 50), an_award(BOB, 20)))
        await keep(store, "g2", a_start(), ASKED)
        await store.desk.add(HERE.scope, ANN, Entry("Who?", ("Ann",)), NOON)
        await store.desk.add(HERE.scope, ANN, Entry("What?", ("Ann",)), NOON)
        await store.desk.change(HERE.scope, 1, Act.REMOVED, ANN, NOON)
        await store.acquire_lease(Holder("h", "host", 1))


@pytest.fixture
async def file(tmp_path: Path) -> Path:
    """A file with such a database."""
    await fill(url_of(tmp_path / "a.db"))
    return tmp_path / "a.db"


@pytest.fixture
async def filled(database: str) -> str:
    """The URL of such a database of either kind."""
    await fill(database)
    return database


ASKED = QuestionAsked(NOON.timestamp(), 1, NOON.timestamp() + 20)
INDEX = "ix_award_player_id_scope_game_id_points"


def spoil(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_sound_database_is_counted_and_has_no_problems(filled: str) -> None:
    found = check(filled, full=True)
    assert found.counts == Counts(
        games=2, open_games=1, events=5, awards=2, players=2, questions=1, imported=0
    )
    assert (found.schema, found.problems, found.stuck_games) == (HEAD, (), ())
    assert found.lease is not None
    assert found.lease.holder == Holder("h", "host", 1)
    assert found.name == database_name(filled)


def test_a_check_lets_go_of_the_file(file: Path) -> None:
    check(url_of(file))
    assert list(file.parent.iterdir()) == [file]  # without the files of an open connection


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE standing SET day_points = day_points + 1 WHERE player_id = 11", "2 standings"),
        (
            "UPDATE standing SET week_answered = 0 WHERE player_id = 11 AND scope = 'everywhere'",
            "1 standings",
        ),
        ("DELETE FROM standing WHERE player_id = 12", "1 standings"),
        ("UPDATE award SET points = 60 WHERE player_id = 11", "1 games are not counted"),
        ("DELETE FROM award WHERE player_id = 12", "1 games are not counted"),
    ],
)
def test_what_does_not_add_up_is_told(filled: str, statement: str, said: str) -> None:
    run_sql(filled, statement)
    (problem,) = check(filled, full=True).problems
    assert said in problem
    assert "stop the bot, then " in problem


def test_rows_that_refer_to_nothing_are_told(file: Path) -> None:
    spoil(file, "DELETE FROM player WHERE id = 12")
    (problem,) = check(url_of(file), full=True).problems
    assert "refer to rows that are not there: stop the bot, then " in problem


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE event SET name = 'bell_rung' WHERE game_id = 'g2' AND seq = 1", "an event 'bell_rung'"),
        ("UPDATE event SET body = '{}' WHERE game_id = 'g2' AND seq = 0", "(at, starter, rules, questions)"),
        ("UPDATE event SET body = '{' WHERE game_id = 'g2' AND seq = 0", "cannot read"),
        ("UPDATE event SET seq = 2 WHERE game_id = 'g2' AND seq = 1", "lacks its event 1"),
        ("DELETE FROM event WHERE game_id = 'g2' AND seq = 0", "lacks its event 0"),
        ("DELETE FROM event WHERE game_id = 'g2'", "its journal is empty"),
        ("UPDATE game SET ended_at = NULL WHERE id = 'g1'", "does not replay: RoundClosed in round 0"),
    ],
)
def test_an_open_game_that_cannot_be_resumed_is_told(filled: str, statement: str, said: str) -> None:
    run_sql(filled, statement)
    found = check(filled)
    (stuck,) = found.stuck_games
    assert stuck.startswith(("game g1 cannot be resumed: ", "game g2 cannot be resumed: "))
    assert said in stuck
    assert found.problems == ()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE event SET body = x'ff' WHERE game_id = 'g2' AND seq = 0", "cannot read"),
        ("UPDATE event SET body = CAST(x'ff' AS TEXT) WHERE game_id = 'g2' AND seq = 0", "cannot read"),
        ("UPDATE game SET channel_id = 'quiz' WHERE id = 'g2'", "its channel is 'quiz'"),
    ],
)
def test_an_open_game_with_a_damaged_value_is_told(file: Path, statement: str, said: str) -> None:
    spoil(file, statement)
    found = check(url_of(file))
    (stuck,) = found.stuck_games
    assert stuck.startswith(("game g1 cannot be resumed: ", "game g2 cannot be resumed: "))
    assert said in stuck
    assert found.problems == ()


async def test_an_open_game_that_has_ended_is_told(database: str) -> None:
    async with opened(database) as store:
        await keep(store, "g1", a_start(), an_end())
    run_sql(database, "UPDATE game SET ended_at = NULL")
    assert check(database).stuck_games == ("game g1 cannot be resumed: its journal says that it has ended",)


@pytest.mark.parametrize("table", ["asked", "authored_question", "award", "event", "lease", "standing"])
def test_a_table_that_is_gone_is_told_here_and_at_the_start(filled: str, table: str) -> None:
    run_sql(filled, f"DROP TABLE {table}{' CASCADE' * filled.startswith('postgresql')}")
    for look in (check, migrate):
        with pytest.raises(StoreError, match=f"the database lacks {table}: stop the bot, then put a backup"):
            look(filled)


def test_what_takes_long_is_looked_at_only_where_that_is_asked_for(file: Path) -> None:
    spoil(file, "DELETE FROM player WHERE id = 12")
    assert check(url_of(file)).problems == ()
    assert len(check(url_of(file), full=True).problems) == 1


def page_of(file: Path, index: str) -> int:
    """Where in the file an index begins, all of it written there."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [index]).fetchone()
    return int(page - 1) * 4096


def test_an_index_that_does_not_fit_its_table_is_told(file: Path) -> None:
    begin = page_of(file, INDEX)
    content = bytearray(file.read_bytes())
    at = content.index(b"server:5", begin, begin + 4096)
    content[at : at + 8] = b"server:9"
    file.write_bytes(content)
    assert any("damaged" in problem for problem in check(url_of(file), full=True).problems)


def test_a_damaged_file_is_told(file: Path) -> None:
    begin = page_of(file, INDEX)
    content = bytearray(file.read_bytes())
    content[begin : begin + 4096] = b"\xff" * 4096
    file.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        check(url_of(file))


def test_a_database_of_another_schema_is_not_judged(filled: str) -> None:
    run_sql(filled, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="schema 9999"):
        check(filled)


def test_looking_for_a_database_does_not_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no database at"):
        check(url_of(tmp_path / "none.db"))
    assert list(tmp_path.iterdir()) == []


def test_an_emptied_database_is_told_to_be_migrated(database: str) -> None:
    migrate(database, "base")
    with pytest.raises(StoreError, match="schema none"):
        check(database)
