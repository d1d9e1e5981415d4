"""What everybody sees is in the server's language, what one member sees in that member's."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from bot.store.records import server_scope
from bot.views.host import server_texts, texts_of
from tests.bot.discord.builders import choice_question
from tests.support.simcord_bot import cards, discord_world, said, text_of
from tests.support.texts import LANGUAGES, TEXTS

GERMAN = LANGUAGES.best("de")
QUESTIONS = [choice_question("a"), choice_question("b")]


async def test_cards_are_in_the_language_that_the_server_has_in_discord(tmp_path: Path) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        channel = world.env.create_guild("Filmfreunde", preferred_locale="de").create_text_channel("quiz")
        assert channel.guild is not None
        ann = world.member(channel.guild, "ann")
        note = await ann.slash(channel, "quiz start")
        assert TEXTS("questions", count=2) in said(note)
        card = cards(channel)[-1]
        assert GERMAN("question-heading", round=1, rounds=2) in text_of(card)
        answer = await ann.click(card, custom_id=_choice(card))
        assert said(answer).startswith(TEXTS("locked-in", guess="").split(":")[0])

        board = await ann.slash(channel, "leaderboard show")
        assert GERMAN("period-all-time") in said(board)
        await ann.slash(channel, "quiz stop")
        assert GERMAN("final-standings") in text_of(cards(channel)[-1])


async def test_the_language_of_the_settings_goes_before_discord_s_and_outlives_a_restart(
    tmp_path: Path,
) -> None:
    async with discord_world(tmp_path, QUESTIONS) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        await world.store.change_settings(server_scope(server.id), {"language": "de"})
        await world.member(server, "ann").slash(channel, "quiz start")
        assert GERMAN("question-heading", round=1, rounds=2) in text_of(cards(channel)[-1])
        await world.kill()
        assert GERMAN("back-again") in [text_of(card) for card in cards(channel)]


@pytest.mark.parametrize(
    ("locale", "language"),
    [(discord.Locale.german, "de"), (discord.Locale.american_english, "en"), (discord.Locale.french, "en")],
)
def test_a_note_is_in_its_reader_s_language_or_else_in_english(locale: discord.Locale, language: str) -> None:
    client = SimpleNamespace(languages=LANGUAGES, texts_in={server_scope(1): GERMAN}.get)
    interaction = cast(
        Any, SimpleNamespace(client=client, locale=locale, guild_id=1, channel_id=2, is_user_integration=bool)
    )
    assert texts_of(interaction).language == language
    assert server_texts(interaction) is GERMAN


def _choice(card: discord.Message) -> str:
    """The id of the first choice's button."""
    rows = [item for item in card.components[0].children if isinstance(item, discord.ActionRow)]  # type: ignore[union-attr]
    return str(cast(discord.Button, rows[0].children[0]).custom_id)
