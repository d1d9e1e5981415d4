"""The files of settings are read as people write them, and what is wrong in them is named by its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.settings_files import misspelt, read_env, read_toml

KNOWN = ("token", "packs", "log_level", "health_port")


def test_dotenv_takes_export_quotes_comments_and_any_capitals(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text('export GUMSHOE_TOKEN="a.b" # mine\n\ngumshoe_packs=/srv/p\nGUMSHOE_LOG_LEVEL=\n')
    content = read_env(KNOWN, file)
    assert (content.values, content.problems) == ({"token": "a.b", "packs": "/srv/p"}, [])


def test_what_belongs_to_other_programs_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("COMPOSE_PROJECT_NAME=quiz\nTZ=Europe/Berlin\n")
    assert read_env(KNOWN, file).problems == []
    assert list(misspelt(["GUMSHOE_PORT", "GUMSHOE_SERVICE_HOST", "PATH", "GUMSHOE_TOKEN"], KNOWN)) == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("TOKEN=x", "'TOKEN' is not a setting: did you mean GUMSHOE_TOKEN?"),
        ("GUMSHOE-TOKEN=x", "'GUMSHOE-TOKEN' is not a setting: did you mean GUMSHOE_TOKEN?"),
        ("GUMSHOE_PORT=80", "'GUMSHOE_PORT' is not a setting: did you mean GUMSHOE_HEALTH_PORT?"),
        ("GUMSHOE_QQ=1", "'GUMSHOE_QQ' is not a setting: docs/hosting.md lists the settings"),
        ("GUMSHOE_TOKEN", "write NAME=VALUE, with any quotes closed"),
        ("GUMSHOE_TOKEN: abc", "write NAME=VALUE, with any quotes closed"),
        ('GUMSHOE_TOKEN="abc', "write NAME=VALUE, with any quotes closed"),
    ],
)
def test_a_line_of_dotenv_that_sets_nothing_is_named(tmp_path: Path, line: str, problem: str) -> None:
    file = tmp_path / ".env"
    file.write_text(f"# first\n\n{line}\n")
    content = read_env(KNOWN, file)
    assert (content.values, content.problems) == ({}, [f"{file}:3: {problem}"])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("log_lvl = 'INFO'", "'log_lvl' is not a setting: did you mean log_level?"),
        ("GUMSHOE_TOKEN = 'x'", "'GUMSHOE_TOKEN' is not a setting: did you mean token?"),
        ("[bot]\ntoken = 'x'", "'bot' is not a setting: docs/hosting.md lists the settings"),
    ],
)
def test_a_key_of_the_toml_that_is_none_is_named(tmp_path: Path, line: str, problem: str) -> None:
    file = tmp_path / "gumshoe.toml"
    file.write_text(line)
    content = read_toml(KNOWN, file)
    assert (content.values, content.problems) == ({}, [f"{file}: {problem}"])


def test_a_byte_order_mark_as_windows_writes_it_does_no_harm(tmp_path: Path) -> None:
    env, toml = tmp_path / ".env", tmp_path / "gumshoe.toml"
    env.write_text("GUMSHOE_TOKEN=x\r\n", encoding="utf-8-sig")
    toml.write_text("token = 'x'\r\n", encoding="utf-8-sig")
    assert read_env(KNOWN, env).values == read_toml(KNOWN, toml).values == {"token": "x"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_one_problem(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / ".env"
    file.write_bytes("GUMSHOE_TOKEN=x\nGUMSHOE_TOKN=y\n".encode(encoding))
    (problem,) = read_env(KNOWN, file).problems
    assert "UTF-16" in problem
    assert "save it as UTF-8" in problem


def test_a_file_that_may_not_be_read_is_one_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_file: Path) -> bytes:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert read_env(KNOWN, tmp_path / ".env").problems == [
        f"{tmp_path / '.env'}: cannot be read: Permission denied"
    ]
