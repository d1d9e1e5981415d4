"""``/question stats``: what became of the questions that quizzes ask, for quizmasters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from discord import Interaction, app_commands, ui

from bot.cogs.offers import NAME_LIMIT, OFFERED
from bot.library.drawing import Questions, named_packs
from bot.store.question_records import Order
from bot.store.question_stats import AskedQuestions
from bot.views.cards import notice_card
from bot.views.components import id_of
from bot.views.errors import guarded
from bot.views.host import (
    Saying,
    is_quizmaster,
    place_of,
    require_quizmaster,
    show,
    texts_of,
    where_of,
)
from bot.views.question_stats import (
    PACK_LIMIT,
    STATS_ID,
    Listing,
    listing_of,
    question_stats_card,
    question_stats_list,
)
from bot.views.text import clip

KEY_DIGITS = 19

ORDERS = {
    "worst first": Order.WORST,
    "most skipped": Order.SKIPPED,
    "most often wrong": Order.WRONG,
    "choices never taken": Order.UNTAKEN,
    "slowest": Order.SLOW,
    "most reported": Order.REPORTED,
}


class QuestionStatistics:
    """Tells a server of the questions that it can be asked, and no other's words."""

    def __init__(self, asked: AskedQuestions, questions: Questions) -> None:
        self._asked = asked
        self._questions = questions

    async def handle(self, interaction: Interaction[Any]) -> None:
        """The buttons of the lists and cards."""
        match = STATS_ID.fullmatch(id_of(interaction))
        if match is not None and (turn := listing_of(match)):
            await guarded(interaction, lambda: self._turn(interaction, *turn))

    async def open(
        self, interaction: Interaction[Any], pack: str | None, order: Order, question: str | None
    ) -> Saying:
        """What the command says."""
        texts, titles = texts_of(interaction), await self._titles(interaction)
        if question is not None:
            key = int(question) if question.isdecimal() and len(question) <= KEY_DIGITS else 0
            return await self._one(interaction, titles, key, None)
        if pack is None:
            return await self._list(interaction, titles, Listing(order))
        chosen = named_packs(titles, pack)
        if len(chosen) != 1 or len(chosen[0]) > PACK_LIMIT:
            return texts("no-such-pack")
        return await self._list(interaction, titles, Listing(order, 1, chosen[0]))

    async def packs(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """The packs to choose from."""
        if not is_quizmaster(interaction):
            return []
        return [
            app_commands.Choice(name=clip(title, NAME_LIMIT), value=pack)
            for pack, title in (await self._titles(interaction)).items()
            if typed.strip().casefold() in title.casefold() and len(pack) <= PACK_LIMIT
        ][:OFFERED]

    async def like(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        """The questions that may be meant."""
        if not is_quizmaster(interaction):
            return []
        titles, scope = await self._titles(interaction), place_of(interaction).scope
        return [
            app_commands.Choice(
                name=clip(f"{record.prompt}{' ⌨️' * record.typed}", NAME_LIMIT), value=str(record.key)
            )
            for record in await self._asked.like(typed.strip(), tuple(titles), scope, OFFERED)
        ]

    async def _turn(self, interaction: Interaction[Any], listing: Listing, key: int | None) -> None:
        await require_quizmaster(interaction)
        await show(interaction, self._turned(interaction, listing, key))

    async def _turned(
        self, interaction: Interaction[Any], listing: Listing, key: int | None
    ) -> ui.LayoutView:
        titles = await self._titles(interaction)
        if key is None:
            return await self._list(interaction, titles, listing)
        shown = await self._one(interaction, titles, key, listing)
        return notice_card(shown) if isinstance(shown, str) else shown

    async def _list(
        self, interaction: Interaction[Any], titles: Mapping[str, str], listing: Listing
    ) -> ui.LayoutView:
        packs = [pack for pack in titles if listing.pack in ("", pack)]
        records = await self._asked.ranked(listing.order, packs, place_of(interaction).scope)
        return question_stats_list(texts_of(interaction), listing, records, titles)

    async def _one(
        self, interaction: Interaction[Any], titles: Mapping[str, str], key: int, listing: Listing | None
    ) -> Saying:
        texts, scope = texts_of(interaction), place_of(interaction).scope
        record = await self._asked.one(key, tuple(titles), scope)
        if record is None:
            return texts("asked-unknown")
        return question_stats_card(texts, record, titles, listing)

    async def _titles(self, interaction: Interaction[Any]) -> Mapping[str, str]:
        """The packs that the server plays, and its own questions, by their ids."""
        own = texts_of(interaction)("own-topic")
        return {**await self._questions.titles(where_of(interaction)), place_of(interaction).scope: own}
