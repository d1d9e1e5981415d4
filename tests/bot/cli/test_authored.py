"""gumshoe corrections and publish, as an owner calls them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import build
from bot.settings import bundled_packs
from bot.store.records import EVERYWHERE, server_scope
from bot.store.store import Store, open_store
from questions.facts.corrections import Change, Correction, CorrectionKind, OwnFact
from questions.facts.load import load_pack
from questions.facts.own_packs import OwnPack, borrowed, empty_pack
from questions.interchange.lists import Entry
from tests.support.databases import ANN, NOON

PACK = "jessica_jones"
SERVER = server_scope(5)


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{(tmp_path / 'g.db').as_posix()}"
    monkeypatch.setenv("GUMSHOE_DATABASE", url)
    monkeypatch.chdir(tmp_path)
    return url


def gumshoe(*words: str) -> Result:
    return CliRunner().invoke(build(), list(words))


async def kept(url: str, *changes: Change) -> None:
    store = await asyncio.to_thread(open_store, url)
    for change in changes:
        await store.desk.correct(SERVER, ANN, change, NOON)
    await store.close()


async def written(url: str) -> None:
    store = await asyncio.to_thread(open_store, url)
    for number in (1, 2):
        await store.desk.add(SERVER, ANN, Entry(f"Who is number {number}?", (f"Ann {number}",)), NOON)
    await store.close()


async def packs_for_all(store: Store) -> list[tuple[str, int]]:
    return [(pack.name, pack.questions) for pack in await store.imported_packs((EVERYWHERE,))]


def published(url: str) -> list[tuple[str, int]]:
    async def read() -> list[tuple[str, int]]:
        store = await asyncio.to_thread(open_store, url)
        try:
            return await packs_for_all(store)
        finally:
            await store.close()

    return asyncio.run(read())


def test_corrections_are_printed_as_rows_of_the_pack_s_files(url: str) -> None:
    base = load_pack(bundled_packs() / PACK)
    fact = next(fact for fact in base.facts if fact.relation == "played_by")
    asyncio.run(
        kept(
            url,
            Correction(PACK, CorrectionKind.OVERRIDE, fact.id, "Somebody Else"),
            Correction(PACK, CorrectionKind.ALIAS, fact.subject, "The Boss"),
            OwnFact(PACK, "played_by", "A New One", "An Actor", "The Daily"),
            Correction("gone", CorrectionKind.RETIRE, "a/b/c"),
        )
    )
    result = gumshoe("corrections")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == f"# {PACK}, number 1 of server 5, by Ann, 2026-11-20"
    assert any(line.startswith(f"- facts.csv: {fact.subject},played_by,") for line in lines)
    assert any(line.startswith(f"+ facts.csv: {fact.subject},played_by,own_somebody_else") for line in lines)
    assert any(line.startswith("+ entities.csv: own_somebody_else,person,Somebody Else") for line in lines)
    assert any(line.startswith("+ entities.csv:") and "The Boss" in line for line in lines)
    assert any(line.startswith("+ facts.csv: own_a_new_one,played_by,own_an_actor") for line in lines)
    assert "gone" not in result.stdout
    assert gumshoe("corrections", "--server", "6").stdout == ""


def test_questions_of_a_server_are_published_to_all_and_that_can_be_undone(url: str) -> None:
    asyncio.run(written(url))
    result = gumshoe("publish", "5", "1", "2")
    assert "Published 2 questions" in result.stdout
    assert published(url) == [("community", 2)]
    again = gumshoe("publish", "5", "2")
    assert "there already" in again.stderr
    assert gumshoe("undo").exit_code == 0
    assert published(url) == []


def test_what_a_server_does_not_have_is_named_and_nothing_published(url: str) -> None:
    asyncio.run(written(url))
    result = gumshoe("publish", "5", "1", "9")
    assert result.exit_code == 1
    assert "number 9" in result.stderr
    assert published(url) == []


def club() -> list[Change]:
    """A pack of a server's own with one fact."""
    own, base = OwnPack("own:server:5:club", "Our club"), load_pack(bundled_packs() / PACK)
    relation = borrowed(base, base.relations["played_by"], empty_pack(own))
    return [own, relation, OwnFact(own.pack, relation.id, "Ann", "Bob", "The Daily", "Cast")]


def test_a_pack_that_a_server_founded_is_printed_whole(url: str) -> None:
    asyncio.run(kept(url, *club()))
    printed = gumshoe("corrections").stdout
    for row in (
        '+ pack.toml: title = "Our club"',
        "+ relations.toml: [played_by]",
        "+ facts.csv: own_ann,played_by,",
    ):
        assert row in printed
    assert "- " not in printed


def test_a_pack_that_a_server_founded_is_published_as_a_sound_folder(url: str, tmp_path: Path) -> None:
    asyncio.run(kept(url, *club()))
    folder = tmp_path / "club"
    result = gumshoe("publish", "5", "--facts", "our CLUB", "--out", str(folder))
    assert "Wrote 1 fact" in result.stdout
    assert load_pack(folder).title == "Our club"
    again = gumshoe("publish", "5", "--facts", "Our club", "--out", str(folder))
    assert "not empty" in again.stderr
    other = gumshoe("publish", "6", "--facts", "Our club", "--out", str(tmp_path / "other"))
    assert "server 6 has not founded" in other.stderr


@pytest.mark.parametrize("words", [(), ("--facts", "Our club"), ("7", "--facts", "Our club", "--out", "x")])
@pytest.mark.usefixtures("url")
def test_what_to_publish_has_to_be_said(words: tuple[str, ...]) -> None:
    result = gumshoe("publish", "5", *words)
    assert (result.exit_code, "Name the numbers" in result.stderr) == (1, True)
