"""Facts that a server adds to a pack, and its corrections."""

from __future__ import annotations

from pathlib import Path

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.runtime.judge import PackJudge
from questions.bank import Bank
from questions.facts.corrections import Correction, CorrectionKind
from tests.support.databases import ANN
from tests.support.fact_bases import base, fact, relation
from tests.support.simcord_bot import World, buttons_of, discord_world, said
from tests.support.texts import TEXTS

MADE = relation(
    "made", ask_object="Which film did {subject} make?", ask_subject="Who made {object}?", objects="one"
)
SMALL = base([MADE], [fact("ada", "made", "dusk"), fact("ben", "made", "dawn")])
EVE = {"relation": "small/made", "subject": "Eve", "object": "Morning", "source": "The Daily"}


def facts_world(folder: Path, *, check_errors: bool = True):  # type: ignore[no-untyped-def]
    """A world that plays the small pack."""
    bank = Bank([SMALL])
    return discord_world(folder, [], bank=bank, judge=PackJudge([SMALL]), check_errors=check_errors)


async def add(member: MemberActor, channel: ChannelHandle, **changes: str) -> InteractionResult:
    return await member.slash(channel, "fact add", **(EVE | changes))


async def press(member: MemberActor, shown: InteractionResult, label: str) -> InteractionResult:
    assert shown.response is not None
    return await member.click(shown.response, label=label)


def place(world: World, name: str = "one") -> tuple[str, ChannelHandle, MemberActor]:
    server = world.server(name)
    zoe = world.member(server, f"zoe {name}", quizmaster=True)
    return f"server:{server.id}", server.create_text_channel("quiz"), zoe


async def test_a_fact_is_shown_with_its_questions_before_it_is_kept(tmp_path: Path) -> None:
    async with facts_world(tmp_path) as world:
        scope, channel, zoe = place(world)
        shown = await add(zoe, channel)
        for part in ("Eve made Morning.", "Which film did Eve make?", "Source: The Daily", "Small"):
            assert part in said(shown)
        assert await world.store.desk.corrections(scope) == ()
        assert shown.response is not None
        assert buttons_of(shown.response.message) == ["Keep it", "Discard"]
        await press(zoe, shown, "Keep it")
        assert said(shown) == TEXTS("fact-kept", number="1")
        await press(zoe, await add(zoe, channel, subject="Fay", object="Noon"), "Discard")
        assert len(await world.store.desk.corrections(scope)) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"subject": "ada", "object": "Dusk"}, "fact-fault-known"),
        ({"subject": "ada"}, "fact-fault-other-object"),
        ({"relation": "small/sang"}, "fact-fault-no-relation"),
        ({"relation": "nothing"}, "fact-fault-no-relation"),
        ({"source": " "}, "fact-no-source"),
    ],
)
async def test_a_fact_that_does_not_fit_is_told_why(
    tmp_path: Path, changes: dict[str, str], code: str
) -> None:
    async with facts_world(tmp_path) as world:
        _, channel, zoe = place(world)
        assert said(await add(zoe, channel, **changes)) == TEXTS(code)


async def test_relation_and_names_are_offered_as_one_types(tmp_path: Path) -> None:
    async with facts_world(tmp_path) as world:
        _, channel, zoe = place(world)
        relations = await zoe.autocomplete(channel, "fact add", "relation", "MADE")
        assert relations == [{"name": "Small: … made ….", "value": "small/made"}]
        chosen = {"relation": "small/made"}
        for option, name in (("subject", "Ben"), ("object", "Dawn")):
            offered = await zoe.autocomplete(channel, "fact add", option, name[:2].lower(), **chosen)
            assert [choice["value"] for choice in offered] == [name]


async def test_facts_and_corrections_are_listed_and_taken_back(tmp_path: Path) -> None:
    async with facts_world(tmp_path) as world:
        scope, channel, zoe = place(world)
        assert said(await zoe.slash(channel, "fact list")) == TEXTS("changes-none")
        await press(zoe, await add(zoe, channel), "Keep it")
        for kind, target, value in (
            (CorrectionKind.RETIRE, "ada/made/dusk", ""),
            (CorrectionKind.OVERRIDE, "ben/made/dawn", "Daybreak"),
            (CorrectionKind.ALIAS, "ben", "Benny"),
        ):
            await world.store.desk.correct(scope, ANN, Correction("small", kind, target, value), world.now())
        listed = said(await zoe.slash(channel, "fact list"))
        for part in (
            "Added: Eve made Morning.",
            "Never asked: Ada made Dusk.",
            "Corrected: Ben made Dawn. → Daybreak",
            "“Benny” also counts: Ben",
        ):
            assert part in listed
        offered = await zoe.autocomplete(channel, "fact remove", "number", "dusk")
        assert [choice["value"] for choice in offered] == [2]
        assert said(await zoe.slash(channel, "fact remove", number=2)) == TEXTS("change-undone", number="2")
        assert said(await zoe.slash(channel, "fact remove", number=2)) == TEXTS("change-unknown", number="2")


async def test_a_long_list_has_pages_that_outlive_a_restart(tmp_path: Path) -> None:
    async with facts_world(tmp_path) as world:
        scope, channel, zoe = place(world)
        for number in range(25):
            alias = Correction("small", CorrectionKind.ALIAS, "ben", f"Benny {number}")
            await world.store.desk.correct(scope, ANN, alias, world.now())
        shown = await zoe.slash(channel, "fact list")
        await world.kill()
        await press(zoe, shown, "Next")
        assert "Benny 10" in said(shown)
        assert "Page 2 of 3" in said(shown)


async def test_who_is_no_longer_quizmaster_keeps_and_removes_nothing(tmp_path: Path) -> None:
    async with facts_world(tmp_path, check_errors=False) as world:
        scope, channel, zoe = place(world)
        shown = await add(zoe, channel)
        server = next(guild for guild in world.env.backend.guilds.values() if f"server:{guild.id}" == scope)
        server.members[zoe.id].role_ids.clear()
        assert TEXTS("quizmasters-only") in said(await press(zoe, shown, "Keep it"))
        assert await world.store.desk.corrections(scope) == ()
