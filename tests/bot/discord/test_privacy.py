"""`/privacy`: what it says, the file that it sends, and how it forgets."""

from __future__ import annotations

import gzip
import json
from io import BytesIO
from pathlib import Path

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.cogs import privacy
from bot.cogs.privacy import attachment
from bot.game.events import Player
from bot.store.records import Place, server_scope
from bot.views.privacy import privacy_card
from tests.bot.discord.builders import choice_question
from tests.support.databases import a_game, an_award, keep
from tests.support.members import rows_naming
from tests.support.simcord_bot import World, buttons_of, cards, discord_world, said, text_of
from tests.support.texts import TEXTS


async def asked(member: MemberActor, channel: ChannelHandle) -> InteractionResult:
    return await member.slash(channel, "privacy")


async def played(world: World, guild: int, *players: MemberActor) -> None:
    """A game that these have played."""
    awards = [an_award(Player(one.id, one.user.name, "Own Name"), 10) for one in players]
    await keep(world.store, "g1", *a_game(*awards), place=Place(server_scope(guild), 7))


@pytest.mark.parametrize(
    ("days", "words"), [(90, "until 90 days after each quiz"), (1, "until a day"), (0, "so that")]
)
def test_the_card_says_what_is_kept_and_for_how_long(days: int, words: str) -> None:
    view = privacy_card(TEXTS, days, everywhere=False)
    text = "\n".join(str(getattr(item, "content", "")) for item in view.walk_children())
    assert words in text
    assert "What you write for a server" in text


async def test_the_file_comes_to_the_member_alone(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        server = world.server()
        channel, ann, ben = (
            server.create_text_channel("quiz"),
            world.member(server, "ann"),
            world.member(server, "ben"),
        )
        await played(world, server.id, ann, ben)
        card = (await asked(ann, channel)).response
        assert card is not None
        sent = await ann.click(card, label="Send me my data")
        answer = sent.response or next(iter(sent.followups), None)
        assert answer is not None
        message = answer.message
        assert message is not None
        assert message.flags.ephemeral
        assert not cards(channel)
        (file,) = message.attachments
        export = json.loads(await file.read())
        assert (file.filename, export["member"]) == ("gumshoe.json", str(ann.id))
        assert export["awards"][0]["points"] == 10
        assert str(ben.id) not in json.dumps(export)


async def test_to_be_forgotten_takes_a_second_press_that_works_after_a_restart(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        server = world.server()
        channel, ann, ben = (
            server.create_text_channel("quiz"),
            world.member(server, "ann"),
            world.member(server, "ben"),
        )
        await played(world, server.id, ann, ben)
        card = (await asked(ann, channel)).response
        assert card is not None
        await ann.click(card, label="Forget me")
        assert "Forget everything about you?" in text_of(card.message)
        assert rows_naming(world.file, str(ann.id))
        await ann.click(card, label="Keep everything")
        assert buttons_of(card.message) == ["Put me on it", "Send me my data", "Forget me"]
        await ann.click(card, label="Forget me")
        await world.kill()
        await ann.click(card, label="Forget me for good")
        assert text_of(card.message) == TEXTS("privacy-forgotten")
        assert rows_naming(world.file, str(ann.id)) == []
        assert rows_naming(world.file, str(ben.id))
        board = await ben.slash(channel, "leaderboard show", period="all time")
        assert "ann" not in said(board)


async def test_who_is_in_a_running_quiz_is_told_to_wait(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question("one")]) as world:
        server = world.server()
        channel, ann = server.create_text_channel("quiz"), world.member(server, "ann")
        await ann.slash(channel, "quiz start", rounds=1)
        card = (await asked(ann, channel)).response
        assert card is not None
        await ann.click(card, label="Forget me")
        await ann.click(card, label="Forget me for good")
        assert text_of(card.message) == TEXTS("privacy-playing")
        assert rows_naming(world.file, str(ann.id))


async def test_it_can_all_be_done_in_direct_messages(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        ann = world.env.create_user("ann")
        await keep(world.store, "g1", *a_game(an_award(Player(ann.id, "ann"), 10)))
        card = (await ann.slash("privacy")).response
        assert card is not None
        await ann.click(card, label="Forget me")
        await ann.click(card, label="Forget me for good")
        assert rows_naming(world.file, str(ann.id)) == []


def test_a_long_file_is_packed_and_one_that_is_too_long_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(privacy, "MOST_BYTES", 100)
    file = attachment(b"x" * 1000)
    assert file is not None
    assert file.filename == "gumshoe.json.gz"
    assert isinstance(file.fp, BytesIO)
    assert gzip.decompress(file.fp.read()) == b"x" * 1000
    assert attachment(bytes(number * number % 251 for number in range(1000))) is None
