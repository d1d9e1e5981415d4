"""What members have suggested, one after the other: approved, edited and approved, or refused with a word."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Any

import discord
from discord import Interaction, ui

from bot.cogs.drafts import Drafting, said_of
from bot.library.drawing import ANY_LEVEL
from bot.library.near import Neighbourhood
from bot.library.writing import draft_of
from bot.store.authoring import Act, AuthoredQuestion, DuplicateQuestion, State
from bot.store.desk import Desk
from bot.texts.cleaning import one_line
from bot.views import answering
from bot.views.cards import notice_card
from bot.views.components import fields_of, id_of
from bot.views.errors import guarded
from bot.views.host import place_of, require_quizmaster, server_texts, show, texts_of
from bot.views.review import REFUSAL, REVIEW, WORD_LIMIT, refusal_form, review_card
from bot.views.text import safe_line

log = logging.getLogger(__name__)


class Reviewing:
    """The queue of suggestions. Its buttons name question and version, so no click approves other words."""

    def __init__(
        self, desk: Desk, near: Neighbourhood, drafting: Drafting, now: Callable[[], datetime]
    ) -> None:
        self._desk = desk
        self._near = near
        self._drafting = drafting
        self._now = now

    async def handle(self, interaction: Interaction[Any]) -> None:
        """A button below a suggestion, or the word to its author."""
        id = id_of(interaction)
        if review := REVIEW.fullmatch(id):
            number, version = int(review["number"]), int(review["version"])
            await guarded(interaction, lambda: self._press(interaction, number, version, review["act"]))
        elif refusal := REFUSAL.fullmatch(id):
            number, version = int(refusal["number"]), int(refusal["version"])
            await guarded(interaction, lambda: self._refused(interaction, number, version))

    async def queue(self, interaction: Interaction[Any], after: int = 0, said: str = "") -> ui.LayoutView:
        """The first suggestion after this number, or the first of all; above it what was ``said``."""
        scope, texts = place_of(interaction).scope, texts_of(interaction)
        waiting = await self._desk.questions(scope, State.WAITING)
        if not waiting:
            return notice_card("\n".join(filter(None, (said, texts("review-none")))))
        at = next((at for at, question in enumerate(waiting) if question.id > after), 0)
        suggestion = waiting[at]
        near = await self._near.near(scope, suggestion.entry)
        question = draft_of(
            suggestion.entry, scope, server_texts(interaction)("own-topic"), ANY_LEVEL, Random(suggestion.id)
        )
        return review_card(texts, said, suggestion, question, near, at + 1, len(waiting))

    async def _press(self, interaction: Interaction[Any], number: int, version: int, act: str) -> None:
        await require_quizmaster(interaction)
        match act:
            case "approve":
                await show(interaction, self._approve(interaction, number, version))
            case "skip":
                await show(interaction, self.queue(interaction, number))
            case "refuse":
                await interaction.response.send_modal(refusal_form(texts_of(interaction), number, version))
            case _:
                await self._edit(interaction, number, version)

    async def _edit(self, interaction: Interaction[Any], number: int, version: int) -> None:
        kept = await self._desk.question(place_of(interaction).scope, number)
        if kept is None or kept.state is not State.WAITING or kept.version != version:
            await show(interaction, self.queue(interaction, 0, texts_of(interaction)("own-question-changed")))
        else:
            await self._drafting.open(interaction, f"review-{number}-{version}", kept.entry)

    async def _approve(self, interaction: Interaction[Any], number: int, version: int) -> ui.LayoutView:
        scope, member, texts = (
            place_of(interaction).scope,
            answering.player_of(interaction.user),
            texts_of(interaction),
        )
        kept = await self._desk.change(scope, number, Act.APPROVED, member, self._now(), seen=version)
        if isinstance(kept, DuplicateQuestion):
            known = texts("own-question-known", number=str(kept.existing.id))
            return await self.queue(interaction, number - 1, known)
        return await self.queue(interaction, number, said_of(texts, "review", kept))

    async def _refused(self, interaction: Interaction[Any], number: int, version: int) -> None:
        await require_quizmaster(interaction)
        word = one_line(fields_of(interaction).get("word", ""), WORD_LIMIT)
        await show(interaction, self._refuse(interaction, number, version, word))

    async def _refuse(
        self, interaction: Interaction[Any], number: int, version: int, word: str
    ) -> ui.LayoutView:
        scope, member, texts = (
            place_of(interaction).scope,
            answering.player_of(interaction.user),
            texts_of(interaction),
        )
        kept = await self._desk.change(
            scope, number, Act.REFUSED, member, self._now(), word=word, seen=version
        )
        if not isinstance(kept, AuthoredQuestion):
            return await self.queue(interaction, number, texts("own-question-changed"))
        await _tell_author(interaction, kept)
        return await self.queue(
            interaction, number, texts("suggestion-refused", author=safe_line(kept.author_name))
        )


async def _tell_author(interaction: Interaction[Any], kept: AuthoredQuestion) -> None:
    """In a direct message, where the author takes such; it stands in ``/question mine`` in any case."""
    texts = server_texts(interaction)
    server = interaction.guild.name if interaction.guild else ""
    text = texts(
        "suggestion-refused-message",
        server=safe_line(server),
        prompt=safe_line(kept.entry.prompt, 300),
        word=safe_line(kept.word, 300) or "–",
    )
    try:
        channel = await interaction.client.create_dm(discord.Object(kept.author_id))
        await channel.send(text, allowed_mentions=discord.AllowedMentions.none())
    except discord.HTTPException as error:
        log.info("the author of question %d was not told: %s", kept.id, error)
