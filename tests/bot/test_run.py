"""``gumshoe run`` as a program: how it starts, waits, ends and fails."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest
from typer.testing import CliRunner

from bot.cli import build
from bot.cli.run import INTENT_REFUSED, NO_TOKEN, REFUSED
from bot.store.engine import GONE
from bot.store.errors import CAUSES
from tests.support.databases import locked, url_of
from tests.support.fake_discord import FakeDiscord, buttons_of
from tests.support.fake_discord.program import Program
from tests.support.gumshoe_program import (
    UP_SECONDS,
    a_room,
    database_of,
    gumshoe_run,
    running,
    said,
    start_quiz,
    until,
    write_films,
)
from tests.support.texts import TEXTS

END_SECONDS = 10.0


async def logged(program: Program, pattern: str) -> re.Match[str]:
    """Wait until the program has said this."""
    await until(lambda: re.search(pattern, program.output()) or not program.running)
    match = re.search(pattern, program.output())
    assert match, program.output()
    return match


pytestmark = pytest.mark.usefixtures("root_logger")


# In this process: what ends before Discord is asked for anything


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str]]:
    """Runs the command with settings; its exit code and what it said on stderr."""
    write_films(tmp_path / "packs" / "films")
    monkeypatch.chdir(tmp_path)

    def run(**settings: str) -> tuple[int, str]:
        own = {"token": "t", "database": url_of(tmp_path / "quiz.db"), "packs": str(tmp_path / "packs")}
        environment = {f"GUMSHOE_{name.upper()}": value for name, value in (own | settings).items()}
        result = CliRunner().invoke(build(), ["run"], env=environment)
        return result.exit_code, result.stderr

    return run


def test_without_a_token_it_says_where_one_comes_from(run: Callable[..., tuple[int, str]]) -> None:
    assert run(token="") == (1, f"{NO_TOKEN}\n")


def test_a_file_that_is_no_database_is_said_in_a_line(
    run: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    (tmp_path / "quiz.db").write_text("Dear diary, today I wrote a quiz about quizzes.\n" * 100)
    code, told = run()
    assert (code, told.count("\n")) == (1, 1)
    assert "not a database" in told


# In a process of its own


async def test_an_intent_that_is_not_switched_on_is_said_in_a_line(fake: FakeDiscord, tmp_path: Path) -> None:
    async with running(gumshoe_run(fake, tmp_path, message_content=True)) as program:
        assert await asyncio.wait_for(program.ended(), UP_SECONDS) == 1
        assert program.output().splitlines()[-1] == INTENT_REFUSED
        assert "Traceback" not in program.output()


async def test_a_refused_token_is_said_in_a_line(fake: FakeDiscord, tmp_path: Path) -> None:
    async with running(gumshoe_run(fake, tmp_path, token="another")) as program:
        assert await asyncio.wait_for(program.ended(), UP_SECONDS) == 1
        assert program.output().splitlines()[-1] == REFUSED
        assert "Traceback" not in program.output()


async def test_an_unreachable_discord_is_said_in_a_line(fake: FakeDiscord, tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
    fake.url = f"http://127.0.0.1:{port}/api/v10"
    async with running(gumshoe_run(fake, tmp_path)) as program:
        assert await asyncio.wait_for(program.ended(), UP_SECONDS) == 1
        assert program.output().splitlines()[-1].startswith("Discord cannot be reached: ")
        assert "Traceback" not in program.output()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_it_with_a_word_and_leaves_its_games_for_the_next(
    fake: FakeDiscord, tmp_path: Path, how: signal.Signals
) -> None:
    channel, ada = a_room(fake)
    async with running(gumshoe_run(fake, tmp_path, health_port=0)) as program:
        problems = await health_of(program)
        await start_quiz(fake, channel, ada)
        await healthy(problems)
        assert await program.end(how, END_SECONDS) == 0
        assert "Traceback" not in program.output()
    assert said(channel, TEXTS("farewell")) == 1
    with closing(sqlite3.connect(database_of(tmp_path))) as connection:
        assert connection.execute("SELECT count(*) FROM game WHERE ended_at IS NULL").fetchone() == (1,)


async def health_of(program: Program) -> Callable[[], Awaitable[list[str]]]:
    """Asks a program for its problems."""
    url = (await logged(program, r"health: (\S+)"))[1]

    async def problems() -> list[str]:
        async with aiohttp.ClientSession() as http, http.get(url) as answer:
            told: list[str] = (await answer.json())["problems"]
            assert answer.status == (503 if told else 200)
            return told

    return problems


async def healthy(problems: Callable[[], Awaitable[list[str]]], wanted: str = "") -> None:
    """Wait until the program has just this problem, or none."""
    async with asyncio.timeout(UP_SECONDS):
        while await problems() != ([wanted] if wanted else []):
            pass


async def test_its_log_and_its_metrics_tell_of_servers_packs_games_and_a_reconnection(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    channel, ada = a_room(fake)
    async with running(gumshoe_run(fake, tmp_path, health_port=0, metrics=True)) as program:
        url = (await logged(program, r"health: (\S+)"))[1].replace("/healthz", "/metrics")
        await logged(program, r"ready as \S+ in 1 server with packs: films \(30 facts, \d+ questions\)")
        await logged(
            program, r"invite it to a server: https://discord\.com/oauth2/authorize\?client_id=\d+&scope="
        )
        await start_quiz(fake, channel, ada)
        await logged(
            program, r"game \S+ started in server \d+, channel \d+: packs: films; rounds: 3 of 120 s"
        )
        assert {
            "gumshoe_games_running 1.0",
            "gumshoe_games_started_total 1.0",
            "gumshoe_servers 1.0",
            "gumshoe_gateway_reconnects_total 0.0",
            'gumshoe_queue_length{queue="journal"} 0.0',
        } <= await metrics_at(url)
        fake.gateway.drop(1001)
        async with asyncio.timeout(UP_SECONDS):
            while "gumshoe_gateway_reconnects_total 1.0" not in await metrics_at(url):
                pass
        await ada.run(channel, "quiz stop").acknowledged()
        await logged(program, r"game \S+ ended in .*: stopped by 'Ada' \(\d+\) in round 1 of 3, players: 0")
        (size,) = (line for line in await metrics_at(url) if line.startswith("gumshoe_database_bytes "))
        assert float(size.split()[1]) >= database_of(tmp_path).stat().st_size


async def metrics_at(url: str) -> set[str]:
    """The lines of a program's metrics."""
    async with aiohttp.ClientSession() as http, http.get(url) as answer:
        assert answer.status == 200
        return set((await answer.text()).splitlines())


@pytest.mark.parametrize("replaced", [False, True], ids=["deleted", "replaced"])
async def test_once_its_database_is_gone_it_confirms_nothing_and_says_so(
    fake: FakeDiscord, tmp_path: Path, replaced: bool
) -> None:
    channel, ada = a_room(fake)
    file = database_of(tmp_path)
    async with running(gumshoe_run(fake, tmp_path, health_port=0)) as program:
        problems = await health_of(program)
        await start_quiz(fake, channel, ada)
        await healthy(problems)
        await asyncio.to_thread(lose, file, replaced)
        card = next(message for message in channel.messages.values() if buttons_of(message))
        skip = next(
            button["custom_id"] for button in buttons_of(card) if button["custom_id"].endswith("skip")
        )
        assert (await ada.click(card, skip).acknowledged()).text == TEXTS("not-taken")
        assert (await ada.run(channel, "quiz stop").acknowledged()).text == TEXTS("not-taken")
        await healthy(problems, GONE)
        assert program.output().count(f"every answer is refused: {GONE}") == 1
        assert await program.end(signal.SIGTERM, END_SECONDS) == 0
        assert "Traceback" not in program.output()
    assert file.exists() is replaced


def lose(file: Path, replaced: bool) -> None:
    content = file.read_bytes()
    file.unlink()
    if replaced:
        file.write_bytes(content)


async def test_a_database_that_cannot_be_written_to_is_a_problem_while_that_lasts(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    async with running(gumshoe_run(fake, tmp_path, health_port=0)) as program:
        problems = await health_of(program)
        await healthy(problems)
        with locked(database_of(tmp_path)):
            await healthy(problems, CAUSES["SQLITE_BUSY"])
        await healthy(problems)


@pytest.mark.parametrize("line", ["GET /users/@me", "PUT /applications/*", "GET /gateway/bot"])
async def test_a_signal_ends_it_also_while_it_is_still_connecting(
    fake: FakeDiscord, tmp_path: Path, line: str
) -> None:
    with fake.faults.hold(line):
        async with running(gumshoe_run(fake, tmp_path)) as program:
            await fake.record.until(lambda: bool(fake.record.sent(line)), UP_SECONDS)
            assert await program.end(signal.SIGTERM, END_SECONDS) == 0, program.output()
            assert "Traceback" not in program.output()


async def test_a_token_that_is_taken_back_while_it_runs_is_said_in_a_line(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    channel, ada = a_room(fake)
    async with running(gumshoe_run(fake, tmp_path)) as program:
        await start_quiz(fake, channel, ada)  # while it still connects, discord.py would only try again
        fake.gateway.drop(4004)
        assert await asyncio.wait_for(program.ended(), UP_SECONDS) == 1
        assert program.output().splitlines()[-1] == REFUSED
        assert "Traceback" not in program.output()


async def test_a_second_bot_on_the_same_database_waits_and_then_goes_on_with_the_games(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    channel, ada = a_room(fake)
    first, second = gumshoe_run(fake, tmp_path), gumshoe_run(fake, tmp_path)
    async with running(first):
        await start_quiz(fake, channel, ada)
        async with running(second):
            await logged(second, f"process {first.pid} on .* runs the games of this database; waiting")
            assert len(fake.gateway.sessions) == 1
            await first.kill()
            await fake.record.until(lambda: said(channel, TEXTS("back-again")) == 1, UP_SECONDS)
            assert await second.end(signal.SIGTERM, END_SECONDS) == 0
            assert "Traceback" not in second.output()


async def test_a_bot_that_waits_for_another_can_be_stopped(fake: FakeDiscord, tmp_path: Path) -> None:
    first, second = gumshoe_run(fake, tmp_path), gumshoe_run(fake, tmp_path)
    async with running(first):
        await fake.gateway.ready(seconds=UP_SECONDS)
        async with running(second):
            await logged(second, "waiting until it stops")
            assert await second.end(signal.SIGTERM, END_SECONDS) == 0


async def test_who_has_lost_the_lease_stops_with_a_line(fake: FakeDiscord, tmp_path: Path) -> None:
    async with running(gumshoe_run(fake, tmp_path)) as program:
        await fake.gateway.ready(seconds=UP_SECONDS)
        with closing(sqlite3.connect(database_of(tmp_path))) as connection:
            connection.execute("UPDATE lease SET holder = 'another'")
            connection.commit()
        assert await asyncio.wait_for(program.ended(), UP_SECONDS) == 1
        assert "another bot" in program.output().splitlines()[-1]
        assert "Traceback" not in program.output()
