"""The commands for whoever plays at a terminal or looks after a bot, as a process of their own."""

from __future__ import annotations

import getpass
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import CliRunner

from bot.cli import COMMANDS, build
from bot.cli.play import own_name
from bot.cli.run import NO_TOKEN
from tests.support.postgres import Postgres

ROOT = Path(__file__).parents[3]
SECONDS = 60
"""A guard against hanging, not a promise of speed."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


def gumshoe(home: Path, *words: str, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GUMSHOE_")}
    environment = clean | {"GUMSHOE_DATABASE": f"sqlite:///{(home / 'data' / 'g.db').as_posix()}"} | settings
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env=environment | {"PYTHONPATH": str(ROOT)},
        cwd=home,
        timeout=SECONDS,
    )


def test_a_quiz_can_be_played_through_a_pipe_and_its_score_is_kept(home: Path) -> None:
    first = gumshoe(home, "play", "--rounds", "3", "--seed", "1", stdin="a\nb\na\n")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.count("Question ") == 3
    assert "Your score: " in first.stdout
    with closing(sqlite3.connect(home / "data" / "g.db")) as database:
        (kept,) = database.execute("SELECT coalesce(sum(points), 0) FROM award").fetchone()
    assert f"Your total: {kept} point" in first.stdout
    again = gumshoe(home, "play", "--rounds", "3", "--seed", "1", stdin="a\nb\na\n")
    questions = [line for line in first.stdout.splitlines() if line.startswith("  ")]
    assert questions == [line for line in again.stdout.splitlines() if line.startswith("  ")]
    assert "in 2 quizzes" in again.stdout


def test_the_end_of_a_pipe_ends_the_quiz_cleanly(home: Path) -> None:
    result = gumshoe(home, "play", "--plain", "--rounds", "2")
    assert (result.returncode, result.stderr) == (0, "")
    assert "stopped the quiz." in result.stdout


def test_a_wrong_setting_is_named_and_nothing_starts(home: Path) -> None:
    result = gumshoe(home, "play", GUMSHOE_DATABASE="mysql://somewhere")
    assert result.returncode == 1
    assert result.stderr.startswith("GUMSHOE_DATABASE: ")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("file", "content", "problem"),
    [
        (
            "gumshoe.toml",
            b"log_level = ",
            "gumshoe.toml: is not valid TOML: Invalid value (at end of document)",
        ),
        ("gumshoe.toml", b"a = " + b"[" * 5_000, "gumshoe.toml: is not valid TOML: nested too deeply"),
        ("gumshoe.toml", b'token = "\xff"', "gumshoe.toml: is not UTF-8: save it as UTF-8"),
        (".env", b"GUMSHOE_TOKEN=\xff", ".env: is not UTF-8: save it as UTF-8"),
    ],
)
@pytest.mark.parametrize(
    "words", [("play",), ("run",), ("facts",), ("backup", "x"), ("health",), ("doctor",)]
)
def test_a_settings_file_that_cannot_be_read_is_one_line_in_every_command(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    file: str,
    content: bytes,
    problem: str,
) -> None:
    (home / file).write_bytes(content)
    monkeypatch.chdir(home)
    result = CliRunner().invoke(build(), words)
    assert (result.exit_code, result.stderr) == (1, f"{problem}\n")


def test_both_settings_files_are_named_at_once(home: Path) -> None:
    for file in (".env", "gumshoe.toml"):
        (home / file).write_bytes(b"\xff")
    result = gumshoe(home, "doctor")
    assert result.returncode == 1
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [".env", "gumshoe.toml"]


def test_a_file_that_is_no_database_is_said_in_a_line(home: Path) -> None:
    (home / "data").mkdir()
    (home / "data" / "g.db").write_text("these are my notes, not a database" * 50)
    result = gumshoe(home, "play", "--rounds", "1")
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "not a database" in result.stderr


def test_a_backup_is_a_sound_copy_and_overwrites_nothing(home: Path) -> None:
    gumshoe(home, "play", "--rounds", "1", "--seed", "1", stdin="a\n")
    copy = home / "copy.db"
    assert gumshoe(home, "backup", str(copy)).returncode == 0
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT count(*) FROM game").fetchone() == (1,)
    second = gumshoe(home, "backup", str(copy))
    assert second.returncode == 1
    assert "copy.db" in second.stderr


def test_a_file_whose_name_is_no_text_is_shown_escaped(home: Path) -> None:
    gumshoe(home, "play", "--rounds", "1", "--seed", "1", stdin="a\n")
    result = gumshoe(home, "backup", os.fsdecode(b"x\xffy"), PYTHONIOENCODING="utf-8:strict")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(r"x\udcffy: written, ")


def test_a_database_whose_name_is_too_long_is_said_in_a_line(home: Path) -> None:
    for command in (["backup", "copy"], ["doctor"], ["play"]):
        result = gumshoe(home, *command, GUMSHOE_DATABASE=f"sqlite:///{'x' * 300}")
        assert result.returncode == 1
        assert len(result.stderr.splitlines()) == 1


def test_a_database_moves_to_postgresql_and_doctor_finds_it_well(home: Path, postgres: Postgres) -> None:
    gumshoe(home, "play", "--rounds", "1", "--seed", "1", stdin="a\n")
    old = f"sqlite:///{(home / 'data' / 'g.db').as_posix()}"
    with postgres.database("template0") as new:
        moved = gumshoe(home, "move", old, new)
        assert (moved.returncode, moved.stderr) == (0, "")
        assert "and read the same as in the source" in moved.stdout
        assert "set GUMSHOE_DATABASE to the new one" in moved.stdout
        doctor = gumshoe(home, "doctor", GUMSHOE_DATABASE=new)
        assert "database: PostgreSQL 18." in doctor.stdout
        assert "schema " in doctor.stdout
        assert ": 1 game (0 open)" in doctor.stdout
        again = gumshoe(home, "move", old, new)
        assert again.returncode == 1
        assert "is not empty" in again.stderr


def test_doctor_finds_a_healthy_bot_well(home: Path) -> None:
    gumshoe(home, "play", "--rounds", "1", "--seed", "1", stdin="a\n")
    result = gumshoe(home, "doctor")
    assert (result.returncode, result.stderr) == (0, "")
    assert "jessica_jones" in result.stdout
    assert "1 game (0 open), " in result.stdout


@pytest.mark.parametrize("env", [None, (ROOT / "example.env").read_text(encoding="utf-8")])
def test_doctor_says_on_a_fresh_install_what_is_to_come(home: Path, env: str | None) -> None:
    if env is not None:
        (home / ".env").write_text(env, encoding="utf-8")
    result = gumshoe(home, "doctor")
    assert (result.returncode, result.stderr) == (0, "")
    settings, pack, database, pictures, discord = result.stdout.splitlines()
    assert settings == "settings: sound"
    assert pack.startswith("pack jessica_jones: ")
    assert pack.endswith(", sound")
    assert database == f"database: to come: the first start makes {home / 'data' / 'g.db'}"
    assert pictures.startswith("pictures: leaderboards and podiums are drawn")
    assert discord.startswith("Discord: to come: GUMSHOE_TOKEN, from https://discord.com/")
    assert not (home / "data").exists()


def test_the_token_of_the_example_starts_no_bot(home: Path) -> None:
    (home / ".env").write_text((ROOT / "example.env").read_text(encoding="utf-8"), encoding="utf-8")
    result = gumshoe(home, "run")
    assert (result.returncode, result.stderr) == (1, f"{NO_TOKEN}\n")


def test_doctor_names_all_that_needs_fixing(home: Path) -> None:
    packs = home / "packs"
    (packs / "broken").mkdir(parents=True)
    (packs / "broken" / "pack.toml").write_text("title = ")
    database = f"sqlite:///{(packs / 'broken' / 'pack.toml' / 'g.db').as_posix()}"
    result = gumshoe(home, "doctor", GUMSHOE_PACKS=str(packs), GUMSHOE_DATABASE=database)
    assert result.returncode == 1
    pack, database = result.stderr.splitlines()
    assert "broken" in pack
    assert "gumshoe check" in pack
    assert "pack.toml is not a folder: name another file" in database


def test_health_of_a_bot_that_does_not_run_is_bad(home: Path) -> None:
    unset = gumshoe(home, "health")
    assert unset.returncode == 1
    assert "GUMSHOE_HEALTH_PORT" in unset.stderr
    silent = gumshoe(home, "health", GUMSHOE_HEALTH_PORT="9", http_proxy="http://127.0.0.1:8")
    assert (silent.returncode, silent.stderr) == (1, "no bot answers on 127.0.0.1:9: Connection refused\n")


@pytest.mark.parametrize(
    ("host", "content", "told"),
    [
        ("127.0.0.1", '{"ok": true, "problems": []}', (0, "well\n", "")),
        ("0.0.0.0", '{"ok": true, "problems": []}', (0, "well\n", "")),
        (
            "127.0.0.1",
            '{"problems": ["the disk is full", "and slow"]}',
            (1, "", "the disk is full\nand slow\n"),
        ),
        (
            "127.0.0.1",
            "<html>",
            (1, "", "another program answers on {at}: set another GUMSHOE_HEALTH_PORT\n"),
        ),
        ("127.0.0.1", "[1]", (1, "", "another program answers on {at}: set another GUMSHOE_HEALTH_PORT\n")),
    ],
)
@pytest.mark.enable_socket
def test_health_tells_what_the_bot_answers(
    home: Path, host: str, content: str, told: tuple[int, str, str]
) -> None:
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(503 if "disk" in content else 200)
            self.end_headers()
            self.wfile.write(content.encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        asking = Thread(target=server.handle_request)
        asking.start()
        at = f"127.0.0.1:{server.server_port}"
        result = gumshoe(
            home, "health", GUMSHOE_HEALTH_HOST=host, GUMSHOE_HEALTH_PORT=str(server.server_port)
        )
        asking.join(SECONDS)
    assert (result.returncode, result.stdout, result.stderr) == (*told[:2], told[2].format(at=at))


@pytest.mark.parametrize("fault", [OSError(), KeyError(), ImportError()])
def test_whoever_has_no_name_on_the_system_plays_all_the_same(
    monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def nameless() -> str:
        raise fault

    monkeypatch.setattr(getpass, "getuser", nameless)
    assert own_name() == "You"


@pytest.mark.parametrize("command", [command.__name__.rstrip("_") for command in COMMANDS])
def test_every_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(build(), [command, "--help"])
    assert result.exit_code == 0
    assert command in result.stdout


def test_the_list_of_commands_tells_each_in_a_whole_sentence() -> None:
    result = CliRunner().invoke(build(), ["--help"])
    assert "..." not in result.stdout.partition("Commands:")[2]


def test_standings_are_checked_and_made_anew(home: Path) -> None:
    gumshoe(home, "play", "--rounds", "3", "--seed", "1", stdin="a\nb\na\n")
    with closing(sqlite3.connect(home / "data" / "g.db")) as database:
        database.execute("UPDATE standing SET week_points = week_points + 5")
        database.commit()
    told = gumshoe(home, "standings")
    assert (told.returncode, told.stdout) == (1, "")
    assert "1 standings are not the sum of their awards" in told.stderr
    told = gumshoe(home, "standings", "--rebuild")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == "1 standing made anew\nevery standing is the sum of its awards\n"
