"""Packs of facts that a server founds, with relations of other packs and of its own."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.game.events import Player
from bot.runtime.judge import PackJudge
from bot.store.records import Place, server_scope
from questions.bank import Bank
from questions.facts.load import load_pack
from tests.support.databases import NOON, a_close, a_question, a_start, an_award, an_end, keep
from tests.support.fact_bases import base, fact, relation
from tests.support.simcord_bot import World, card_in, cards, discord_world, said, text_of
from tests.support.texts import TEXTS

MADE = relation("made", ask_object="Which film did {subject} make?", objects="one")
SMALL = base([MADE], [fact("ada", "made", "dusk")])
EVE = {"relation": "small/made", "subject": "Eve", "object": "Morning", "source": "The Daily"}
PLAYS = {
    "statement": "… plays ….",
    "ask_object": "What does … play?",
    "ask_subject": "Who plays ...?",
    "shape": ["one_to_one"],
}


def own_world(folder: Path):  # type: ignore[no-untyped-def]
    return discord_world(folder, [], bank=Bank([SMALL]), judge=PackJudge([SMALL]))


def place(world: World, name: str = "one") -> tuple[str, ChannelHandle, MemberActor]:
    server = world.server(name)
    zoe = world.member(server, f"zoe {name}", quizmaster=True)
    return server_scope(server.id), server.create_text_channel("quiz"), zoe


async def press(member: MemberActor, shown: InteractionResult, label: str) -> InteractionResult:
    assert shown.response is not None
    return await member.click(shown.response, label=label)


async def add(member: MemberActor, channel: ChannelHandle, **options: str) -> None:
    await press(member, await member.slash(channel, "fact add", **(EVE | options)), "Keep it")


async def word(member: MemberActor, channel: ChannelHandle, pack: str = "Our club") -> InteractionResult:
    """The preview of a relation that was sent in its form."""
    form = await member.slash(channel, "fact relation", pack=pack, subject="member", object="game")
    return await member.submit_modal(form, PLAYS)


async def test_a_fact_founds_a_pack_that_is_listed_asked_switched_and_removed(tmp_path: Path) -> None:
    async with own_world(tmp_path) as world:
        _, channel, zoe = place(world)
        _, elsewhere, yan = place(world, "two")
        shown = await zoe.slash(channel, "fact add", pack="Our club", **EVE)
        for part in ("Our club", TEXTS("fact-founds"), "Eve made Morning.", "Which film did Eve make?"):
            assert part in said(shown)
        await press(zoe, shown, "Keep it")
        await add(zoe, channel, pack="our CLUB", subject="Fay", object="Noon", topic="Films")

        assert "Our club" in said(await zoe.slash(channel, "pack list"))
        assert "Our club" not in said(await yan.slash(elsewhere, "pack list"))
        for number, name in ((2, "pack show"), (0, "pack off")):
            assert "Our club" in said(await zoe.slash(channel, name, pack="Our club")), number
        assert said(await zoe.slash(channel, "quiz start", pack="Our club")) == TEXTS("no-such-pack")
        await zoe.slash(channel, "pack on", pack="Our club")
        await zoe.slash(channel, "quiz start", pack="Our club")
        assert "Question 1 of 2" in text_of(card_in(channel))
        await zoe.slash(channel, "quiz stop")
        topics = await zoe.autocomplete(channel, "quiz start", "topic", "fil", pack="Our club")
        assert [choice["value"] for choice in topics] == ["Films"]

        removed = await zoe.slash(channel, "pack remove", pack="Our club")
        assert said(removed) == TEXTS("pack-founded-removed", title="Our club")
        assert "Our club" not in said(await zoe.slash(channel, "pack list"))
        offered = await zoe.autocomplete(channel, "fact restore", "number", "own: our")
        (number,) = [choice["value"] for choice in offered]
        assert "Our club" in said(await zoe.slash(channel, "fact restore", number=number))
        await world.pass_time(10)
        await zoe.slash(channel, "quiz start", pack="Our club")
        assert "Question 1 of 2" in text_of(card_in(channel))


async def test_a_pack_of_a_server_s_own_is_exported_as_a_folder_that_loads(tmp_path: Path) -> None:
    async with own_world(tmp_path) as world:
        _, channel, zoe = place(world)
        await add(zoe, channel, pack="Our club")
        await press(zoe, await word(zoe, channel), "Keep it")
        exported = await zoe.slash(channel, "pack export", pack="Our club")
        (file,) = (exported.response or exported.followups[0]).message.attachments
        assert file.filename == "our-club.zip"
        ZipFile(BytesIO(await file.read())).extractall(tmp_path / "out")
        loaded = load_pack(tmp_path / "out" / "our-club")
        assert (loaded.title, len(loaded.facts), len(loaded.relations)) == ("Our club", 1, 2)


async def test_a_relation_is_worded_previewed_and_used_for_facts(tmp_path: Path) -> None:
    async with own_world(tmp_path) as world:
        scope, channel, zoe = place(world)
        shown = await word(zoe, channel)
        for part in ("Our club", "… plays ….", "What does … play?", "Who plays …?"):
            assert part in said(shown)
        await press(zoe, shown, "Keep it")
        assert said(shown) == TEXTS("relation-kept", number="2")
        first, _ = await zoe.autocomplete(channel, "fact add", "relation", "")
        (offered,) = await zoe.autocomplete(channel, "fact add", "relation", "plays")
        assert first == offered
        assert offered["name"] == "Our club: … plays …."
        made = {"relation": offered["value"], "subject": "Ann", "object": "Chess", "source": "The wall"}
        fact = await zoe.slash(channel, "fact add", **made)
        for part in ("Ann plays Chess.", "What does Ann play?"):
            assert part in said(fact)
        await press(zoe, fact, "Keep it")
        names = await zoe.autocomplete(channel, "fact add", "subject", "an", relation=offered["value"])
        assert [choice["value"] for choice in names] == ["Ann"]
        listed = said(await zoe.slash(channel, "fact list"))
        for part in ("A pack of its own: Our club", "A sort of facts: … plays …. (Our club)", "Added: Ann"):
            assert part in listed
        assert len(await world.store.desk.corrections(scope)) == 3


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"statement": "… plays"}, "wording-fault-two-gaps"),
        ({"ask_object": "What is played?"}, "wording-fault-gap"),
        ({"statement": "{subject} … …"}, "wording-fault-braces"),
        ({"ask_object": " ", "ask_subject": ""}, "wording-fault-nothing-asked"),
    ],
)
async def test_what_is_wrong_with_a_relation_is_said_and_its_form_can_be_opened_again(
    tmp_path: Path, changes: dict[str, str], code: str
) -> None:
    async with own_world(tmp_path) as world:
        scope, channel, zoe = place(world)
        form = await zoe.slash(channel, "fact relation", pack="Club", subject="member", object="game")
        shown = await zoe.submit_modal(form, PLAYS | changes)
        assert TEXTS(code) in said(shown)
        assert shown.response is not None
        again = await zoe.click(shown.response, label="Edit")
        fixed = await zoe.submit_modal(again, PLAYS)
        assert "What does … play?" in said(fixed if fixed.response else shown)
        assert await world.store.desk.corrections(scope) == ()


async def test_a_relation_between_a_thing_and_itself_or_without_a_noun_is_refused(tmp_path: Path) -> None:
    async with own_world(tmp_path) as world:
        _, channel, zoe = place(world)
        for nouns in ({"subject": "date", "object": "film"}, {"subject": "film", "object": "!?"}):
            form = await zoe.slash(channel, "fact relation", pack="Club", **nouns)
            assert TEXTS("wording-fault-noun") in said(await zoe.submit_modal(form, PLAYS))


async def test_two_who_found_the_same_pack_at_once_share_it(tmp_path: Path) -> None:
    async with own_world(tmp_path) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        zoe, yan = (world.member(server, name, quizmaster=True) for name in ("zoe", "yan"))
        first = await zoe.slash(channel, "fact add", pack="Our club", **EVE)
        noon = EVE | {"subject": "Fay", "object": "Noon"}
        second = await yan.slash(channel, "fact add", pack="Our  Club!", **noon)
        await press(yan, second, "Keep it")
        await press(zoe, first, "Keep it")
        assert "2 facts" in said(await zoe.slash(channel, "pack show", pack="our club!"))


async def test_a_pack_of_the_server_s_own_has_a_leaderboard_there(tmp_path: Path) -> None:
    async with own_world(tmp_path) as world:
        scope, channel, zoe = place(world)
        _, elsewhere, yan = place(world, "two")
        await add(zoe, channel, pack="Our club")
        (offered,) = await zoe.autocomplete(channel, "leaderboard show", "pack", "club")
        question = replace(a_question(), pack=offered["value"])
        closed = a_close(1, an_award(Player(zoe.id, "zoe"), 40))
        started = replace(a_start(), questions=(question,))
        await keep(world.store, "g1", started, closed, an_end(NOON, closed), place=Place(scope, 1))

        shown = said(await zoe.slash(channel, "leaderboard show", pack=offered["value"]))
        assert "Our club" in shown
        assert "🥇 **zoe** · 40 points" in shown
        mine = await zoe.click(cards(channel)[-1], label="My place")
        assert "🥇 **zoe** · 40 points" in said(mine)
        assert await yan.autocomplete(elsewhere, "leaderboard show", "pack", "club") == []
        foreign = await yan.slash(elsewhere, "leaderboard show", pack=offered["value"])
        assert said(foreign) == TEXTS("no-such-subject")
