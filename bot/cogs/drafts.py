"""From a form to a question that is kept: read, checked, previewed, edited again, saved or dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from discord import Interaction, ui

from bot.library.drawing import ANY_LEVEL
from bot.library.near import Neighbourhood
from bot.library.writing import Typed, draft_of, read_form, typed_of
from bot.recent import Recent
from bot.store.authoring import Act, AuthoredQuestion, DuplicateQuestion, Stale, TooMany
from bot.store.desk import Desk
from bot.texts.catalogue import Texts
from bot.views import answering
from bot.views.cards import notice_card
from bot.views.components import chosen_in, fields_of, id_of, mark_of
from bot.views.errors import guarded
from bot.views.host import place_of, require_quizmaster, server_texts, show, texts_of
from bot.views.question_form import DRAFT, FORM, details_form, question_form
from bot.views.question_preview import draft_card, problems_card
from bot.views.text import safe_line
from questions.interchange.lists import Entry

DRAFTS = 200
"""Drafts that are remembered, the last of each author."""

PROMPT_SHOWN = 200
Kept = AuthoredQuestion | DuplicateQuestion | Stale | TooMany


@dataclass(frozen=True, slots=True)
class Draft:
    """What an author has typed so far, and what for."""

    purpose: str
    typed: Typed


class Drafting:
    """The forms and previews of questions. Drafts live in memory; forms are complete in themselves."""

    def __init__(self, desk: Desk, near: Neighbourhood, now: Callable[[], datetime]) -> None:
        self._desk = desk
        self._near = near
        self._now = now
        self._drafts = Recent[tuple[str, int], Draft](DRAFTS)

    async def handle(self, interaction: Interaction[Any]) -> None:
        """A form that was sent, or a button below a preview."""
        id = id_of(interaction)
        if form := FORM.fullmatch(id):
            await guarded(interaction, lambda: self._sent(interaction, form["purpose"], form["form"]))
        elif draft := DRAFT.fullmatch(id):
            purpose, mark = draft["purpose"], draft["mark"]
            await guarded(interaction, lambda: self._press(interaction, purpose, mark, draft["act"]))

    async def open(self, interaction: Interaction[Any], purpose: str, entry: Entry | None = None) -> None:
        """Open the form, empty or with the question to be changed."""
        typed = typed_of(entry) if entry else Typed()
        self._remember(interaction, Draft(purpose, typed))
        await interaction.response.send_modal(question_form(texts_of(interaction), purpose, typed))

    async def _press(self, interaction: Interaction[Any], purpose: str, mark: str, act: str) -> None:
        await _require_right(interaction, purpose)
        texts, draft = texts_of(interaction), self._draft(interaction, purpose)
        if draft is not None and mark_of(draft) != mark:  # the member has begun another one since
            draft = None
        if act == "edit":
            await interaction.response.send_modal(
                question_form(texts, purpose, draft.typed if draft else None)
            )
        elif act == "drop":
            self._drafts.pop(_author(interaction), None)
            await interaction.response.edit_message(view=notice_card(texts("draft-dropped")))
        elif draft is None:
            await interaction.response.edit_message(view=notice_card(texts("draft-lost")))
        elif act == "more":
            await interaction.response.send_modal(details_form(texts, purpose, draft.typed))
        else:
            await show(interaction, self._save(interaction, draft))

    async def _sent(self, interaction: Interaction[Any], purpose: str, form: str) -> None:
        await _require_right(interaction, purpose)
        before = self._draft(interaction, purpose)
        if before is None and form == "more":
            await interaction.response.edit_message(view=notice_card(texts_of(interaction)("draft-lost")))
            return
        typed = before.typed if before else await self._kept(interaction, purpose)
        levels = [value if value != "0" else "" for value in chosen_in(interaction).get("level", ())]
        fields = fields_of(interaction) | ({"level": levels[0]} if levels else {})
        draft = Draft(purpose, typed.with_fields(fields))
        self._remember(interaction, draft)
        await show(interaction, self._look_at(interaction, draft))

    async def _kept(self, interaction: Interaction[Any], purpose: str) -> Typed:
        """What a form does not hold, of the question that it changes."""
        number = _number(purpose)
        kept = await self._desk.question(place_of(interaction).scope, number) if number else None
        return typed_of(kept.entry) if kept else Typed()

    async def _look_at(self, interaction: Interaction[Any], draft: Draft) -> ui.LayoutView:
        """The preview of a draft, or what is wrong with it."""
        texts, scope = texts_of(interaction), place_of(interaction).scope
        entry = read_form(texts, draft.typed)
        if not isinstance(entry, Entry):
            return problems_card(texts, draft.purpose, mark_of(draft), entry)
        near = await self._near.near(scope, entry, _number(draft.purpose))
        topic = server_texts(interaction)("own-topic")
        question = draft_of(entry, scope, topic, ANY_LEVEL, Random(entry.prompt))
        return draft_card(texts, draft.purpose, mark_of(draft), question, entry, near)

    async def _save(self, interaction: Interaction[Any], draft: Draft) -> ui.LayoutView:
        texts = texts_of(interaction)
        entry = read_form(texts, draft.typed)
        if not isinstance(entry, Entry):
            return problems_card(texts, draft.purpose, mark_of(draft), entry)
        kept = await self._keep(interaction, draft.purpose, entry)
        if isinstance(kept, DuplicateQuestion):
            problem = texts("own-question-known", number=str(kept.existing.id))
            return problems_card(texts, draft.purpose, mark_of(draft), (problem,))
        self._drafts.pop(_author(interaction), None)
        return notice_card(said_of(texts, draft.purpose, kept))

    async def _keep(self, interaction: Interaction[Any], purpose: str, entry: Entry) -> Kept:
        scope, member, now = place_of(interaction).scope, answering.player_of(interaction.user), self._now()
        match purpose.split("-"):
            case ["add"]:
                return await self._desk.add(scope, member, entry, now)
            case ["suggest"]:
                return await self._desk.suggest(scope, member, entry, now)
            case [what, number, version]:
                act = Act.EDITED if what == "edit" else Act.APPROVED
                return await self._desk.change(
                    scope, int(number), act, member, now, entry=entry, seen=int(version)
                )
            case _:
                return Stale()

    def _draft(self, interaction: Interaction[Any], purpose: str) -> Draft | None:
        draft = self._drafts.get(_author(interaction))
        return draft if draft is not None and draft.purpose == purpose else None

    def _remember(self, interaction: Interaction[Any], draft: Draft) -> None:
        self._drafts[_author(interaction)] = draft


def said_of(texts: Texts, purpose: str, kept: Kept) -> str:
    """What became of a question, for whoever saved it."""
    if isinstance(kept, Stale):
        return texts("own-question-changed")
    if isinstance(kept, TooMany):
        if kept.of_all:
            return texts("suggestions-queue-full", most=kept.most)
        return texts("suggestions-too-many", most=kept.most)
    assert isinstance(kept, AuthoredQuestion)
    prompt, number = safe_line(kept.entry.prompt, PROMPT_SHOWN), str(kept.id)
    match purpose.split("-")[0]:
        case "suggest":
            return texts("suggestion-sent", prompt=prompt)
        case "review":
            return texts("suggestion-approved", number=number, author=safe_line(kept.author_name))
        case _:
            how = "choices" if kept.entry.wrong else "typed"
            return texts("own-question-kept", number=number, how=how, prompt=prompt)


async def _require_right(interaction: Interaction[Any], purpose: str) -> None:
    """Only what is suggested is not for quizmasters alone."""
    if purpose != "suggest":
        await require_quizmaster(interaction)


def _number(purpose: str) -> int:
    """The question that is changed, 0 for a new one."""
    parts = purpose.split("-")
    return int(parts[1]) if len(parts) > 1 else 0


def _author(interaction: Interaction[Any]) -> tuple[str, int]:
    return place_of(interaction).scope, interaction.user.id
