"""``/question``: what members suggest, and what quizmasters write, review, change and settle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated, Any

from discord import Interaction, app_commands, ui
from discord.ext import commands

from bot.cogs.drafts import Drafting
from bot.cogs.offers import NAME_LIMIT, OFFERED
from bot.cogs.options import OneOf, Whole
from bot.cogs.question_stats import ORDERS, QuestionStatistics
from bot.cogs.reports import Reporting
from bot.cogs.review import Reviewing
from bot.library.corrections import Corrections
from bot.library.drawing import Questions
from bot.library.near import Neighbourhood
from bot.store.authoring import Act, AuthoredQuestion, DuplicateQuestion, Stale, State
from bot.store.question_records import Order
from bot.store.store import Store
from bot.texts.catalogue import Texts
from bot.views import answering
from bot.views.cards import notice_card
from bot.views.components import id_of
from bot.views.errors import guarded
from bot.views.host import Saying, is_quizmaster, just, place_of, require_quizmaster, respond, texts_of
from bot.views.question_list import PAGE_ID, SEARCH_LIMIT, own_list, question_card_of, question_list
from bot.views.text import clip, safe_line

PROMPT_SHOWN = 200
MOST_QUESTIONS = 1_000_000

Number = Annotated[int, Whole(1, MOST_QUESTIONS)]
Choices = list[app_commands.Choice[int]]


@app_commands.guild_only()
class QuestionCog(commands.GroupCog, group_name="question"):
    """Anybody may suggest; all else is for quizmasters, which is checked whenever it is used."""

    def __init__(
        self,
        store: Store,
        questions: Questions,
        near: Neighbourhood,
        corrections: Corrections,
        now: Callable[[], datetime],
    ) -> None:
        self._desk = store.desk
        self._now = now
        self._drafting = Drafting(store.desk, near, self._now)
        self._reviewing = Reviewing(store.desk, near, self._drafting, self._now)
        self._statistics = QuestionStatistics(store.asked, questions)
        self._reporting = Reporting(store.desk, corrections, self._drafting, self._now)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """The forms and buttons that the commands lead to."""
        if page := PAGE_ID.fullmatch(id_of(interaction)):
            await guarded(interaction, lambda: self._turn(interaction, int(page["page"]), page["search"]))
        await self._drafting.handle(interaction)
        await self._reviewing.handle(interaction)
        await self._reporting.handle(interaction)
        await self._statistics.handle(interaction)

    @app_commands.command()
    async def suggest(self, interaction: Interaction[Any]) -> None:
        await self._drafting.open(interaction, "suggest")

    @app_commands.command()
    async def mine(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._mine(interaction))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def add(self, interaction: Interaction[Any]) -> None:
        await self._drafting.open(interaction, "add")

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def edit(self, interaction: Interaction[Any], question: Number) -> None:
        kept = await self._desk.question(place_of(interaction).scope, question)
        if kept is None or kept.state is not State.LIVE:
            await respond(interaction, just(_unknown(texts_of(interaction), question)))
        else:
            await self._drafting.open(interaction, f"edit-{kept.id}-{kept.version}", kept.entry)

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def remove(self, interaction: Interaction[Any], question: Number) -> None:
        await respond(interaction, self._change(interaction, question, Act.REMOVED))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def restore(self, interaction: Interaction[Any], question: Number) -> None:
        await respond(interaction, self._change(interaction, question, Act.RESTORED))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def show(self, interaction: Interaction[Any], question: Number) -> None:
        await respond(interaction, self._show(interaction, question))

    @app_commands.command(name="list")
    @app_commands.check(require_quizmaster)
    async def all(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._list(interaction, 1, ""))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def search(self, interaction: Interaction[Any], text: str) -> None:
        await respond(interaction, self._list(interaction, 1, " ".join(text.split())[:SEARCH_LIMIT]))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def review(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._reviewing.queue(interaction))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def reports(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._reporting.queue(interaction))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def stats(
        self,
        interaction: Interaction[Any],
        pack: str | None = None,
        sort: Annotated[Order, OneOf(ORDERS)] = Order.WORST,
        question: str | None = None,
    ) -> None:
        await respond(interaction, self._statistics.open(interaction, pack, sort, question))

    @stats.autocomplete("pack")
    async def _packs(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        return await self._statistics.packs(interaction, typed)

    @stats.autocomplete("question")
    async def _asked(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        return await self._statistics.like(interaction, typed)

    @edit.autocomplete("question")
    @remove.autocomplete("question")
    async def _live(self, interaction: Interaction[Any], typed: str) -> Choices:
        return await self._offered(interaction, typed, State.LIVE)

    @restore.autocomplete("question")
    async def _removed(self, interaction: Interaction[Any], typed: str) -> Choices:
        return await self._offered(interaction, typed, State.REMOVED)

    @show.autocomplete("question")
    async def _any(self, interaction: Interaction[Any], typed: str) -> Choices:
        return await self._offered(interaction, typed, *State)

    async def _offered(self, interaction: Interaction[Any], typed: str, *states: State) -> Choices:
        if not is_quizmaster(interaction):
            return []
        scope = place_of(interaction).scope
        records = [record for state in states for record in await self._desk.questions(scope, state)]
        return [
            app_commands.Choice(name=clip(f"{record.id}. {record.entry.prompt}", NAME_LIMIT), value=record.id)
            for record in _matching(records, typed)
        ][:OFFERED]

    async def _list(self, interaction: Interaction[Any], page: int, search: str) -> Saying:
        records, texts = await self._desk.questions(place_of(interaction).scope), texts_of(interaction)
        found = _matching(records, search)
        if not found:
            return texts("own-questions-not-found" if records else "own-questions-none")
        return question_list(texts, found, page, search)

    async def _turn(self, interaction: Interaction[Any], page: int, search: str) -> None:
        await require_quizmaster(interaction)
        shown = await self._list(interaction, page, search)
        view = shown if isinstance(shown, ui.LayoutView) else notice_card(shown)
        await interaction.response.edit_message(view=view)

    async def _show(self, interaction: Interaction[Any], number: int) -> Saying:
        scope, texts = place_of(interaction).scope, texts_of(interaction)
        kept = await self._desk.question(scope, number)
        if kept is None:
            return _unknown(texts, number)
        return question_card_of(texts, kept, await self._desk.history(scope, number))

    async def _mine(self, interaction: Interaction[Any]) -> Saying:
        texts = texts_of(interaction)
        written = await self._desk.written_by(place_of(interaction).scope, interaction.user.id)
        return own_list(texts, written) if written else texts("mine-none")

    async def _change(self, interaction: Interaction[Any], number: int, act: Act) -> str:
        texts, member = texts_of(interaction), answering.player_of(interaction.user)
        kept = await self._desk.change(place_of(interaction).scope, number, act, member, self._now())
        if isinstance(kept, Stale):
            return _unknown(texts, number)
        if isinstance(kept, DuplicateQuestion):
            return texts("own-question-known", number=str(kept.existing.id))
        prompt = safe_line(kept.entry.prompt, PROMPT_SHOWN)
        if act is Act.RESTORED:
            return texts("own-question-restored", prompt=prompt)
        return texts("own-question-removed", prompt=prompt, number=str(number))


def _unknown(texts: Texts, number: int) -> str:
    return texts("own-question-unknown", number=str(number))


def _matching(records: Sequence[AuthoredQuestion], typed: str) -> list[AuthoredQuestion]:
    """Those whose number, prompt or answers hold what was typed."""
    part = typed.casefold()
    return [
        record
        for record in records
        if part in f"{record.id}. {record.entry.prompt}\n{' '.join(record.entry.answers)}".casefold()
    ]
