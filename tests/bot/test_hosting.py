"""What docs/hosting.md and compose.yaml promise is what the program has."""

from __future__ import annotations

import re
from pathlib import Path

from bot.cli.observe import measure, new_metrics
from bot.game.events import CloseReason, EndReason
from bot.settings import Settings
from bot.store.personal import PERSONAL
from tests.support.simcord_bot import discord_world

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")


def test_the_page_lists_every_setting_and_no_other() -> None:
    table = re.findall(r"^\| `GUMSHOE_(\w+)` \|", PAGE, re.M)
    assert [name.lower() for name in table] == list(Settings.model_fields)


async def test_the_page_lists_every_metric_and_no_other(tmp_path: Path) -> None:
    metrics = new_metrics()
    async with discord_world(tmp_path, []) as world:
        text = (await measure(metrics, lambda: (world.bot,), world.store)()).decode()
    served = set(re.findall(r"^# HELP (gumshoe_\w+)", text, re.M))
    table = PAGE.partition("| metric |")[2].partition("Worth an alarm")[0]
    assert set(re.findall(r"`(gumshoe_\w+)", table)) == served


def test_the_page_lists_every_reason() -> None:
    for reason in (*EndReason, *CloseReason):
        assert f"`{reason}`" in PAGE


def test_container_and_unit_set_only_what_is_a_setting() -> None:
    for file in ("compose.yaml", "Dockerfile", "docs/gumshoe.service"):
        names = re.findall(r"GUMSHOE_(\w+)", (ROOT / file).read_text(encoding="utf-8"))
        assert names
        assert {name.lower() for name in names} <= set(Settings.model_fields)


def test_the_image_is_built_from_files_that_it_is_given() -> None:
    copied = re.findall(r"^COPY (\S+) ", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.M)
    given = re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.M)
    assert sorted(copied) == sorted(given)
    assert all((ROOT / name).exists() for name in copied)


def test_with_postgresql_nothing_is_missing_that_is_there_without() -> None:
    pinned, more = (
        set(re.findall(r"^\S+==\S+", (ROOT / name).read_text(encoding="utf-8"), re.M))
        for name in ("requirements.txt", "requirements-postgres.txt")
    )
    assert {line.partition("=")[0] for line in more - pinned} == {"psycopg", "psycopg-binary"}
    assert pinned <= more


def test_the_page_on_privacy_lists_every_key_of_an_export_and_no_other() -> None:
    page = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.M) == [*(one.key for one in PERSONAL), "answers"]
