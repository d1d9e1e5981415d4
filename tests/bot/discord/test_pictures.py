"""Leaderboards, statistics and the ends of quizzes with pictures, and as text for whoever wants that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.game.events import Player
from bot.pictures.painter import Painter, painter_here
from bot.pictures.records import Picture
from bot.store.records import Place, server_scope
from bot.store.store import Store
from bot.views.pictured import FILE
from questions.question import Question
from tests.bot.discord.builders import choice_question
from tests.support.databases import a_game, an_award, keep
from tests.support.simcord_bot import EPOCH, World, buttons_of, card_in, cards, discord_world, said, text_of

NOW = datetime.fromtimestamp(EPOCH, UTC)
PNG = b"\x89PNG\r\n\x1a\n"


class Broken:
    """As where a font file is damaged."""

    def warm_up(self) -> None:
        raise OSError("unknown file format")

    def png(self, picture: Picture) -> bytes:
        raise OSError("unknown file format")


def pictured_world(
    folder: Path, questions: Sequence[Question] = (), painter: Callable[[], Painter] = painter_here
) -> AbstractAsyncContextManager[World]:
    return discord_world(folder, questions, painter=painter)


async def play(store: Store, server: int, players: Sequence[Player]) -> None:
    """A quiz of last week and one of today, which the first of these players win."""
    for game, at in (("g0", NOW - timedelta(days=7)), ("g1", NOW)):
        awards = (an_award(player, 1000 - number) for number, player in enumerate(players))
        await keep(store, game, *a_game(*awards, at=at), place=Place(server_scope(server), 1))


def crowd(*others: Player) -> list[Player]:
    return [*others, *(Player(id, f"P{id}") for id in range(1, 24))]


def words_of(message: discord.Message) -> str:
    """What the picture of a message says, to those who do not see it."""
    return "\n".join(
        item.description or ""
        for box in message.components
        for gallery in getattr(box, "children", ())
        if isinstance(gallery, discord.MediaGalleryComponent)
        for item in gallery.items
    )


def message_of(result: InteractionResult) -> discord.Message:
    answer = result.response or result.followups[0]
    return answer.message


async def test_a_leaderboard_is_a_picture_with_the_same_in_words(tmp_path: Path) -> None:
    async with pictured_world(tmp_path) as world:
        server = world.server()
        channel, ann = server.create_text_channel("quiz"), world.member(server, "ann")
        await play(world.store, server.id, crowd(Player(ann.id, "ann")))

        message = message_of(await ann.slash(channel, "leaderboard show", period="week"))

        (file,) = message.attachments
        assert file.filename == FILE
        assert (await file.read()).startswith(PNG)
        words = words_of(message).splitlines()
        assert words[:3] == ["The best this week", "by points", "1. ann · 1,000 · asked for this"]
        assert words[-1] == "10. P9 · 991"
        assert "P9" not in text_of(message)
        assert buttons_of(message) == ["Next", "My place", "As text"]


async def test_pages_of_a_picture_turn_also_after_a_restart(tmp_path: Path) -> None:
    async with pictured_world(tmp_path) as world:
        server = world.server()
        channel, ann = server.create_text_channel("quiz"), world.member(server, "ann")
        await play(world.store, server.id, crowd())
        await ann.slash(channel, "leaderboard show")
        first = await cards(channel)[-1].attachments[0].read()

        await world.kill()
        await ann.click(cards(channel)[-1], label="Next")

        message = cards(channel)[-1]
        assert "11. P11 · 1,980" in words_of(message)
        (file,) = message.attachments
        assert await file.read() != first


async def test_who_prefers_text_gets_it_from_then_on_and_can_go_back(tmp_path: Path) -> None:
    async with pictured_world(tmp_path) as world:
        server = world.server()
        channel, ann = server.create_text_channel("quiz"), world.member(server, "ann")
        await play(world.store, server.id, crowd(Player(ann.id, "ann")))
        board = message_of(await ann.slash(channel, "leaderboard show"))

        answer = await ann.click(board, label="As text")
        assert "🥇 **ann**" in said(answer)
        assert "as text" in said(answer)
        assert message_of(answer).flags.ephemeral
        assert cards(channel)[-1].attachments  # the others still see the picture

        again = message_of(await ann.slash(channel, "leaderboard show"))
        assert not again.attachments
        assert buttons_of(again) == ["Next", "My place", "As picture"]
        await ann.click(again, label="Next")
        assert not cards(channel)[-1].attachments
        assert not message_of(await ann.slash(channel, "stats")).attachments

        back = message_of(await ann.click(again, label="As picture"))
        assert back.attachments
        assert message_of(await ann.slash(channel, "leaderboard show")).attachments


async def test_statistics_have_a_chart_of_points_by_week(tmp_path: Path) -> None:
    async with pictured_world(tmp_path) as world:
        server = world.server()
        channel, ann = server.create_text_channel("quiz"), world.member(server, "ann")
        await play(world.store, server.id, [Player(ann.id, "ann")])

        shown = message_of(await ann.slash(channel, "stats"))
        (file,) = shown.attachments
        assert (await file.read()).startswith(PNG)
        words = words_of(shown).splitlines()
        assert words[0] == "Points by week"
        assert words[-3:] == ["15 Dec: 0", "22 Dec: 1,000", "29 Dec: 1,000"]
        assert "Points by week" not in text_of(shown)

        hidden = message_of(await ann.click(shown, label="As text"))
        assert not hidden.attachments
        assert "0 · 0 · 1,000 · 1,000" in text_of(hidden)
        public = message_of(await ann.click(hidden, label="As picture"))
        assert public.attachments
        assert message_of(await ann.click(public, label="Let others see it")).attachments


async def test_a_quiz_ends_with_a_podium_and_lists_only_the_others(tmp_path: Path) -> None:
    async with pictured_world(tmp_path, [choice_question()]) as world:
        channel, _ = await played(world)
        end = cards(channel)[-1]
        assert (await end.attachments[0].read()).startswith(PNG)
        rows = words_of(end).splitlines()
        assert [row.partition(" · ")[0] for row in rows] == ["1. ann", "1. ben"]
        assert "1 of 1 right" in rows[0]
        assert "3\\. **cora**" in text_of(end)
        assert "**ann**" not in text_of(end)


async def test_a_server_can_do_without_pictures(tmp_path: Path) -> None:
    async with pictured_world(tmp_path, [choice_question()]) as world:
        await all_as_text(*await played(world, pictures=False))


@pytest.mark.parametrize("painter", [Painter, lambda: Painter(Broken)])
async def test_where_nothing_can_be_drawn_all_comes_as_text(
    tmp_path: Path, painter: Callable[[], Painter], caplog: pytest.LogCaptureFixture
) -> None:
    async with pictured_world(tmp_path, [choice_question()], painter) as world:
        await all_as_text(*await played(world))
        drawing_failed = "a picture could not be drawn" in caplog.text
        assert drawing_failed is (painter is not Painter)


async def test_without_the_permission_to_attach_files_boards_and_statistics_are_text(tmp_path: Path) -> None:
    async with pictured_world(tmp_path, [choice_question()]) as world:
        assert world.bot.user is not None
        denied = {world.bot.user: discord.PermissionOverwrite(attach_files=False)}
        channel, ann = await played(world, overwrites=denied)
        for command in ("leaderboard show", "stats"):
            message = message_of(await ann.slash(channel, command))
            assert not message.attachments
            assert "As text" not in buttons_of(message)


async def all_as_text(channel: ChannelHandle, ann: MemberActor) -> None:
    """The end of the quiz and the leaderboard come without pictures, and say it all."""
    end = cards(channel)[-1]
    board = message_of(await ann.slash(channel, "leaderboard show"))
    for message in (end, board):
        assert not message.attachments
        assert "**ann**" in text_of(message)


async def played(
    world: World, *, pictures: bool = True, **of_channel: Any
) -> tuple[ChannelHandle, MemberActor]:
    """A quiz of one question that ann and ben have right, and cora has not: where, and ann."""
    server = world.server()
    await world.store.change_settings(server_scope(server.id), {"pictures": pictures})
    channel = server.create_text_channel("quiz", **of_channel)
    ann, ben, cora = (world.member(server, name) for name in ("ann", "ben", "cora"))
    await ann.slash(channel, "quiz start", rounds=1)
    for member, label in ((ann, "B. second one"), (ben, "B. second one"), (cora, "A. first one")):
        await member.click(card_in(channel), label=label)
    await world.pass_time(30)
    return channel, ann
