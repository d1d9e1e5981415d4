"""Packs inside Discord: imported after a dry run, switched, exported, removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.cogs.pack import MAX_BYTES
from bot.store.records import server_scope
from questions.bank import Bank
from questions.interchange.lists import Entry
from tests.support.databases import ANN
from tests.support.fact_bases import base, fact, relation
from tests.support.simcord_bot import World, buttons_of, card_in, discord_world, said, text_of
from tests.support.texts import TEXTS

RIVERS = (
    b"Which river flows through Paris?:\n- Seine\nWhich river flows through Rome?:\n- Tiber\nNo answer?:\n"
)
MADE = relation("made", ask_object="Which film did {subject} make?")
SMALL = base([MADE], [fact("ada", "made", "dusk"), fact("ben", "made", "dawn")])

CITIES = b"""City,Country,Mayor
Lima,Peru,Ann Lee
Quito,Ecuador,Ben Ray
Bern,Switzerland,Cleo Dae
Oslo,Norway,Dan Fox
"""


def place(world: World, name: str = "one") -> tuple[str, ChannelHandle, MemberActor]:
    server = world.server(name)
    zoe = world.member(server, f"zoe {name}", quizmaster=True)
    return server_scope(server.id), server.create_text_channel("quiz"), zoe


async def dry_run(
    member: MemberActor, channel: ChannelHandle, data: bytes = RIVERS, name: str = "rivers.yaml"
) -> InteractionResult:
    return await member.slash(channel, "pack import", file=(name, data))


async def press(member: MemberActor, shown: InteractionResult, label: str) -> InteractionResult:
    answer = shown.response or shown.followups[0]
    return await member.click(answer, label=label)


async def imported(member: MemberActor, channel: ChannelHandle) -> None:
    await press(member, await dry_run(member, channel), "Import")


async def test_an_import_is_shown_first_and_made_after_a_confirmation(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], bank=Bank([])) as world:
        scope, channel, zoe = place(world)
        shown = await dry_run(zoe, channel)
        for part in (
            "rivers.yaml → rivers",
            TEXTS("import-added", count=2),
            TEXTS("import-refused", count=1),
            "line 5: problem",
        ):
            assert part in said(shown)
        assert await world.store.imported_packs((scope,)) == ()
        await press(zoe, shown, "Import")
        assert said(shown) == TEXTS("import-done", title="rivers", added=2, changed=0)
        (pack,) = await world.store.imported_packs((scope,))
        assert (pack.title, pack.questions) == ("rivers", 2)
        await zoe.slash(channel, "quiz start", rounds=1)
        assert "Which river flows through" in text_of(card_in(channel))


async def test_a_table_of_things_becomes_questions(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], bank=Bank([])) as world:
        scope, channel, zoe = place(world)
        shown = await dry_run(zoe, channel, CITIES, "cities.csv")
        assert "cities.csv → cities" in said(shown)
        await press(zoe, shown, "Import")
        (pack,) = await world.store.imported_packs((scope,))
        assert (pack.title, pack.questions > 5) == ("cities", True)


async def test_a_discarded_or_lost_import_writes_nothing(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], bank=Bank([])) as world:
        scope, channel, zoe = place(world)
        first, second = await dry_run(zoe, channel), await dry_run(zoe, channel)
        await press(zoe, first, "Discard")
        assert said(first) == TEXTS("draft-dropped")
        await world.kill()
        await press(zoe, second, "Import")
        assert said(second) == TEXTS("draft-lost")
        assert await world.store.imported_packs((scope,)) == ()


async def test_of_two_imports_of_one_file_the_second_is_told_that_the_packs_have_changed(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, [], bank=Bank([])) as world:
        _, channel, zoe = place(world)
        first, second = await dry_run(zoe, channel), await dry_run(zoe, channel)
        await press(zoe, first, "Import")
        await press(zoe, second, "Import")
        assert said(second) == TEXTS("import-outdated")
        again = await dry_run(zoe, channel)
        assert TEXTS("import-nothing") in said(again)


@pytest.mark.parametrize("data", [b"\x00\xff\xfe nothing", b"", b"just a line"])
async def test_a_file_that_holds_no_question_is_said_and_offers_no_import(
    tmp_path: Path, data: bytes
) -> None:
    async with discord_world(tmp_path, [], bank=Bank([])) as world:
        _, channel, zoe = place(world)
        shown = await dry_run(zoe, channel, data)
        assert TEXTS("import-nothing") in said(shown)
        assert "Import" not in buttons_of((shown.response or shown.followups[0]).message)


async def test_a_file_of_more_than_eight_megabytes_is_not_even_read(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], bank=Bank([])) as world:
        _, channel, zoe = place(world)
        shown = await dry_run(zoe, channel, b"x" * (MAX_BYTES + 1))
        assert said(shown) == TEXTS("import-too-large", size=8, most=8)


async def test_packs_are_listed_shown_and_switched_off_and_on(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], bank=Bank([SMALL])) as world:
        scope, channel, zoe = place(world)
        await imported(zoe, channel)
        listed = said(await zoe.slash(channel, "pack list"))
        assert "✅ **rivers** · 2 questions · this server's own" in listed
        assert "✅ **Small** · 2 facts" in listed
        assert "2 facts" in said(await zoe.slash(channel, "pack show", pack="small"))
        offered = await zoe.autocomplete(channel, "pack off", "pack", "SMA")
        assert [choice["value"] for choice in offered] == ["small"]
        assert said(await zoe.slash(channel, "pack off", pack="small")) == TEXTS(
            "pack-now-off", title="Small"
        )
        assert world.store.settings(scope).packs_off == ("small",)
        assert "▫️ **Small**" in said(await zoe.slash(channel, "pack list"))
        await zoe.slash(channel, "pack on", pack="small")
        assert world.store.settings(scope).packs_off == ()
        assert said(await zoe.slash(channel, "pack on", pack="x")) == TEXTS("no-such-pack")


async def test_only_a_pack_of_the_server_s_own_is_removed_and_that_can_be_undone(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], bank=Bank([SMALL])) as world:
        scope, channel, zoe = place(world)
        await imported(zoe, channel)
        assert said(await zoe.slash(channel, "pack remove", pack="small")) == TEXTS("pack-not-own")
        removed = said(await zoe.slash(channel, "pack remove", pack="rivers"))
        assert removed == TEXTS("pack-removed", title="rivers")
        assert await world.store.imported_packs((scope,)) == ()
        assert "the removal of rivers" in said(await zoe.slash(channel, "pack undo"))
        assert len(await world.store.imported_packs((scope,))) == 1
        await zoe.slash(channel, "pack undo")
        assert said(await zoe.slash(channel, "pack undo")) == TEXTS("nothing-to-undo")


async def test_another_server_neither_sees_nor_removes_nor_confirms(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], bank=Bank([])) as world:
        _, channel, zoe = place(world)
        scope, elsewhere, yan = place(world, "two")
        await imported(zoe, channel)
        assert "rivers" not in said(await yan.slash(elsewhere, "pack list"))
        assert said(await yan.slash(elsewhere, "pack remove", pack="rivers")) == TEXTS("pack-not-own")
        exported = await yan.slash(elsewhere, "pack export", pack="rivers")
        assert said(exported) == TEXTS("pack-not-exported")
        assert await world.store.imported_packs((scope,)) == ()


async def test_an_export_is_a_file_that_can_be_imported_elsewhere(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [], bank=Bank([])) as world:
        scope, channel, zoe = place(world)
        other, elsewhere, yan = place(world, "two")
        assert said(await zoe.slash(channel, "pack export", pack="own")) == TEXTS("own-questions-none")
        entry = Entry("Who runs the bar?", ("Luke Cage",), source="The Daily", level=3)
        await world.store.desk.add(scope, ANN, entry, world.now())
        shown = await zoe.slash(channel, "pack export", pack="own")
        answer = shown.response or shown.followups[0]
        (file,) = answer.message.attachments
        assert file.filename == "this-server-s-questions.json"
        await press(yan, await dry_run(yan, elsewhere, await file.read(), file.filename), "Import")
        (pack,) = await world.store.imported_packs((other,))
        (kept,) = await world.store.imported_questions(pack)
        assert (kept.entry.prompt, kept.entry.source, kept.entry.level) == (entry.prompt, "The Daily", 3)
        assert kept.entry.author == "Ann"
