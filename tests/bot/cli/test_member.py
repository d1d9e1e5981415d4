"""gumshoe member, as an owner calls it, also while a bot runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import build
from bot.store.check import check
from bot.store.store import Store
from tests.support.databases import a_start, keep, opened, url_of
from tests.support.members import MAYA, NILS, leave_traces, rows_naming


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GUMSHOE_DATABASE", url_of(tmp_path / "g.db"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "g.db"


def gumshoe(*words: str) -> Result:
    return CliRunner().invoke(build(), ["member", *words])


async def in_thread(*words: str) -> Result:
    """The command beside a store that is open, as in a process of its own."""
    import asyncio

    return await asyncio.to_thread(gumshoe, *words)


async def test_an_export_goes_to_a_new_file_or_to_standard_output(file: Path, tmp_path: Path) -> None:
    async with opened(url_of(file)) as store:
        await leave_traces(store)
    assert (await in_thread(str(MAYA.id), "--export", "maya.json")).exit_code == 0
    written = json.loads((tmp_path / "maya.json").read_bytes())
    assert written["member"] == str(MAYA.id)
    assert (tmp_path / "maya.json").stat().st_mode & 0o077 == 0
    again = await in_thread(str(MAYA.id), "--export", "maya.json")
    assert (again.exit_code, again.stderr) == (1, "maya.json already exists: name a new file\n")
    assert json.loads((await in_thread(str(MAYA.id), "--export", "-")).stdout)["awards"] == written["awards"]


async def test_a_member_is_forgotten_beside_an_open_store(file: Path) -> None:
    async with opened(url_of(file)) as store:
        await leave_traces(store)
        asked = await in_thread(str(MAYA.id), "--forget")
        assert (asked.exit_code, asked.stderr) == (
            1,
            "Nobody was forgotten. To forget without being asked, add --yes.\n",
        )
        assert (await in_thread(str(MAYA.id), "--forget", "--yes")).stderr == f"{MAYA.id}: forgotten\n"
        assert rows_naming(file, str(MAYA.id), "Maya") == []
        await running(store)
        refused = await in_thread(str(NILS.id), "--forget", "--yes")
        assert refused.exit_code == 1
        assert "in a quiz that runs" in refused.stderr
    assert check(url_of(file), full=True).problems == ()


async def running(store: Store) -> None:
    await keep(store, "running", a_start(starter=NILS))


def test_without_a_database_or_a_wish_it_says_so(file: Path) -> None:
    assert gumshoe("5").stderr == "Nothing to do: add --export FILE, or --forget.\n"
    assert "there is no database at" in gumshoe("5", "--forget", "--yes").stderr
    assert not file.exists()
