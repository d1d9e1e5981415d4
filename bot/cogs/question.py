"""``/question add``, ``list`` and ``remove``: the questions that a server's quizmasters write."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any

from discord import Interaction, app_commands
from discord.ext import commands

from bot.cogs.authored import NewQuestion, read_form
from bot.cogs.options import Whole
from bot.store.errors import StoreError
from bot.store.records import AuthoredQuestion, DuplicateQuestion
from bot.store.store import Store
from bot.texts.catalogue import Texts
from bot.views import answering
from bot.views.cards import notice_card
from bot.views.components import fields_of, id_of
from bot.views.errors import guarded
from bot.views.host import Saying, is_quizmaster, place_of, require_quizmaster, respond, texts_of
from bot.views.question_form import (
    AGAIN,
    FORM,
    Typed,
    problems_text,
    question_form,
    reopen_button,
    typed_in,
)
from bot.views.question_list import PAGE_ID, question_list
from bot.views.text import clip, safe_line

OFFERED, NAME_LIMIT = 25, 100
PROMPT_SHOWN = 200
MOST_QUESTIONS = 1_000_000
DRAFTS = 200
"""Forms with mistakes that are remembered, the last of each author."""


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class QuestionCog(commands.GroupCog, group_name="question"):
    """For quizmasters only: hidden from others by default, and checked whenever it is used."""

    def __init__(self, store: Store, clock: Callable[[], float]) -> None:
        self._store = store
        self._clock = clock
        self._drafts: dict[tuple[str, int], Typed] = {}

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """The form, the button that opens it again and those that turn the pages of the list."""
        id = id_of(interaction)
        page = PAGE_ID.fullmatch(id)
        if page is not None:
            await guarded(interaction, lambda: self._turn(interaction, int(page["page"])))
        elif id == FORM:
            await guarded(interaction, lambda: self._sent(interaction, typed_in(fields_of(interaction))))
        elif id == AGAIN:
            await guarded(interaction, lambda: self._open_again(interaction))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def add(self, interaction: Interaction[Any]) -> None:
        await interaction.response.send_modal(question_form(texts_of(interaction), Typed()))

    @app_commands.command(name="list")
    @app_commands.check(require_quizmaster)
    async def show(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._list(interaction))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def remove(
        self, interaction: Interaction[Any], question: Annotated[int, Whole(1, MOST_QUESTIONS)]
    ) -> None:
        await respond(interaction, self._remove(interaction, question))

    @remove.autocomplete("question")
    async def _questions(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[int]]:
        if not is_quizmaster(interaction):
            return []
        wanted = typed.casefold()
        return [
            app_commands.Choice(name=clip(f"{record.id}. {record.prompt}", NAME_LIMIT), value=record.id)
            for record in await self._store.questions(place_of(interaction).scope)
            if wanted in f"{record.id}. {record.prompt}".casefold()
        ][:OFFERED]

    async def _list(self, interaction: Interaction[Any]) -> Saying:
        records, texts = await self._store.questions(place_of(interaction).scope), texts_of(interaction)
        return question_list(texts, records) if records else texts("own-questions-none")

    async def _turn(self, interaction: Interaction[Any], page: int) -> None:
        await require_quizmaster(interaction)
        records, texts = await self._store.questions(place_of(interaction).scope), texts_of(interaction)
        view = question_list(texts, records, page) if records else notice_card(texts("own-questions-none"))
        await interaction.response.edit_message(view=view)

    async def _open_again(self, interaction: Interaction[Any]) -> None:
        await require_quizmaster(interaction)
        typed = self._drafts.get(_author(interaction))
        await interaction.response.send_modal(question_form(texts_of(interaction), typed))

    async def _remove(self, interaction: Interaction[Any], number: int) -> str:
        record = await self._store.remove_question(place_of(interaction).scope, number, self._now())
        texts = texts_of(interaction)
        if record is None:
            return texts("own-question-unknown", number=str(number))
        return texts("own-question-removed", prompt=safe_line(record.prompt, PROMPT_SHOWN))

    async def _sent(self, interaction: Interaction[Any], typed: Typed) -> None:
        await require_quizmaster(interaction)
        self._drafts.pop(_author(interaction), None)
        texts = texts_of(interaction)
        question = read_form(texts, typed)
        problems: tuple[str, ...]
        if isinstance(question, NewQuestion):
            await interaction.response.defer(ephemeral=True, thinking=True)
            kept = await self._keep(interaction, question)
            if isinstance(kept, AuthoredQuestion):
                await interaction.followup.send(_kept(texts, kept), ephemeral=True)
                return
            problems = (kept,)
        else:
            problems = question
        self._remember(interaction, typed)
        text, again = problems_text(texts, problems), reopen_button(texts)
        if interaction.response.is_done():
            await interaction.followup.send(text, view=again, ephemeral=True)
        else:
            await interaction.response.send_message(text, view=again, ephemeral=True)

    async def _keep(self, interaction: Interaction[Any], question: NewQuestion) -> AuthoredQuestion | str:
        try:
            kept = await self._store.add_question(
                place_of(interaction).scope,
                answering.player_of(interaction.user),
                question.prompt,
                question.accepted,
                question.wrong,
                question.explanation,
                self._now(),
            )
        except StoreError:
            return texts_of(interaction)("not-done")
        if isinstance(kept, DuplicateQuestion):
            return texts_of(interaction)("own-question-known", number=str(kept.existing.id))
        return kept

    def _remember(self, interaction: Interaction[Any], typed: Typed) -> None:
        self._drafts[_author(interaction)] = typed
        while len(self._drafts) > DRAFTS:
            del self._drafts[next(iter(self._drafts))]

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)


def _author(interaction: Interaction[Any]) -> tuple[str, int]:
    return place_of(interaction).scope, interaction.user.id


def _kept(texts: Texts, record: AuthoredQuestion) -> str:
    how = "choices" if record.wrong else "typed"
    prompt = safe_line(record.prompt, PROMPT_SHOWN)
    return texts("own-question-kept", number=str(record.id), how=how, prompt=prompt)
