"""``gumshoe questions --stats``: how questions did, as text and as JSON."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from bot.game.events import CloseReason
from bot.store.question_records import LEAST_ASKED
from tests.bot.cli.test_content import gumshoe
from tests.support.databases import opened, url_of
from tests.support.question_games import ask
from tests.support.questions import RIGHT, WRONG, choice_question, typed_question


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The URL of a database that the command line works with, which is not there yet."""
    url = url_of(tmp_path / "quiz.db")
    monkeypatch.setenv("GUMSHOE_DATABASE", url)
    return url


async def fill(url: str) -> None:
    async with opened(url) as store:
        await ask(store, choice_question("fine"), RIGHT, RIGHT, WRONG, times=LEAST_ASKED)
        skipped = typed_question("skipped", pack="other")
        await ask(store, skipped, reason=CloseReason.SKIPPED, times=LEAST_ASKED)
        await ask(store, choice_question("new"), RIGHT)


def test_the_worst_come_first_and_choices_are_told(database: str) -> None:
    asyncio.run(fill(database))
    result = gumshoe("questions", "--stats")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:3] == [
        "What is skipped?",
        "    other, typed, asked 10 times, skipped 10 times, easy",
        "What is fine?",
    ]
    assert lines[3].startswith(
        "    test, with choices, asked 10 times, skipped 0 times, 20 of 30 answers right, 4.0 s, "
    )
    assert lines[4:] == [
        "    20 of 30: right (right)",
        "    10 of 30: wrong 0 (wrong)",
        "    0 of 30: wrong 2 (never taken)",
        "    0 of 30: wrong 3 (never taken)",
    ]


def test_json_holds_all_of_a_question_and_packs_can_be_chosen(database: str) -> None:
    asyncio.run(fill(database))
    (line,) = gumshoe("questions", "--stats", "--json", "--pack", "other").stdout.splitlines()
    record = json.loads(line)
    assert (record["id"], record["asked"], record["skipped"], record["trouble"] > 0.5) == (
        "skipped",
        10,
        10,
        True,
    )


@pytest.mark.usefixtures("database")
def test_no_database_is_made_for_its_statistics() -> None:
    result = gumshoe("questions", "--stats")
    assert result.exit_code == 1
    assert "there is no database" in result.stderr
