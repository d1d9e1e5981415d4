"""From a fact or a relation as it was typed to one that is kept: checked, previewed, kept or dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from discord import Interaction, ui

from bot.library.adding import Adding, Addition, FactDraft
from bot.library.wording import Shape, Wording
from bot.recent import Recent
from bot.store.desk import Desk
from bot.views import answering
from bot.views.cards import notice_card
from bot.views.components import chosen_in, fields_of, id_of, mark_of
from bot.views.errors import guarded
from bot.views.facts import (
    FACT,
    RELATION_FORM,
    SENTENCE_LIMIT,
    SENTENCES,
    fact_card,
    relation_card,
    relation_form,
    relation_problems_card,
)
from bot.views.host import Saying, place_of, require_quizmaster, settings_of, show, texts_of
from questions.facts.corrections import FactFault

DRAFTS = 200
"""Drafts that are remembered, the last of each quizmaster."""


@dataclass(frozen=True, slots=True)
class RelationDraft:
    """A relation as it was typed so far, for a pack of this id or title."""

    pack: str
    typed: Wording


Draft = FactDraft | RelationDraft


class Additions:
    """The previews of facts and relations. A press keeps what fits the packs as they are by then."""

    def __init__(self, desk: Desk, adding: Adding, now: Callable[[], datetime]) -> None:
        self._desk = desk
        self._adding = adding
        self._now = now
        self._drafts = Recent[tuple[str, int], Draft](DRAFTS)

    async def handle(self, interaction: Interaction[Any]) -> None:
        """A button below a preview, or the form of a relation."""
        id = id_of(interaction)
        if press := FACT.fullmatch(id):
            await guarded(interaction, lambda: self._press(interaction, press["mark"], press["act"]))
        elif sent := RELATION_FORM.fullmatch(id):
            await guarded(interaction, lambda: self._sent(interaction, sent["mark"]))

    async def open(self, interaction: Interaction[Any], draft: RelationDraft) -> None:
        """Open the form of a relation."""
        self._remember(interaction, draft)
        form = relation_form(texts_of(interaction), mark_of(draft), draft.typed)
        await interaction.response.send_modal(form)

    async def preview(self, interaction: Interaction[Any], draft: Draft) -> Saying:
        """What would be kept and what comes of it, or why it cannot be kept."""
        texts, mark = texts_of(interaction), mark_of(draft)
        if isinstance(draft, FactDraft) and not draft.source:
            return texts("fact-no-source")
        addition = await self._addition(interaction, draft)
        if isinstance(draft, FactDraft):
            if not isinstance(addition, Addition):
                return "\n".join(map(texts, addition))
            outlook = await self._adding.outlook(addition)
            self._remember(interaction, draft)
            return fact_card(texts, mark, addition, outlook, draft.source)
        self._remember(interaction, draft)
        if isinstance(addition, Addition):
            return relation_card(texts, mark, addition, draft.typed)
        return relation_problems_card(texts, mark, [*map(texts, addition)])

    async def _press(self, interaction: Interaction[Any], mark: str, act: str) -> None:
        await require_quizmaster(interaction)
        draft = self._draft(interaction, mark)
        if act == "edit" and isinstance(draft, RelationDraft):
            await self.open(interaction, draft)
        else:
            await show(interaction, self._decided(interaction, draft, keep=act == "keep"))

    async def _sent(self, interaction: Interaction[Any], mark: str) -> None:
        await require_quizmaster(interaction)
        draft = self._draft(interaction, mark)
        if not isinstance(draft, RelationDraft):
            await show(interaction, _card(texts_of(interaction)("draft-lost")))
            return
        fields, chosen = fields_of(interaction), chosen_in(interaction).get("shape", ())
        sentences = {name: fields.get(name, "")[:SENTENCE_LIMIT] for name in SENTENCES}
        shape = next((one for one in Shape if one in chosen), draft.typed.shape)
        typed = replace(draft.typed, **sentences, shape=shape)
        await show(interaction, self._preview_card(interaction, replace(draft, typed=typed)))

    async def _preview_card(self, interaction: Interaction[Any], draft: Draft) -> ui.LayoutView:
        shown = await self.preview(interaction, draft)
        return notice_card(shown) if isinstance(shown, str) else shown

    async def _decided(
        self, interaction: Interaction[Any], draft: Draft | None, *, keep: bool
    ) -> ui.LayoutView:
        texts = texts_of(interaction)
        if draft is None:
            return notice_card(texts("draft-lost"))
        if not keep:
            del self._drafts[_author(interaction)]
            return notice_card(texts("draft-dropped"))
        addition = await self._addition(interaction, draft)
        if not isinstance(addition, Addition):  # somebody has added another meanwhile
            return notice_card("\n".join(map(texts, addition)))
        *needs, change = addition.changes
        scope, member = place_of(interaction).scope, answering.player_of(interaction.user)
        number = str(await self._desk.correct(scope, member, change, self._now(), needs))
        self._drafts.pop(_author(interaction), None)
        return notice_card(
            texts("fact-kept" if isinstance(draft, FactDraft) else "relation-kept", number=number)
        )

    async def _addition(self, interaction: Interaction[Any], draft: Draft) -> Addition | tuple[Any, ...]:
        """What it takes; or what is wrong, as codes of texts."""
        scope, off = place_of(interaction).scope, settings_of(interaction).packs_off
        if isinstance(draft, FactDraft):
            fact = await self._adding.fact(scope, off, draft)
            return (fact,) if isinstance(fact, FactFault) else fact
        relation = await self._adding.relation(scope, off, draft.pack, draft.typed)
        return (relation,) if isinstance(relation, FactFault) else relation

    def _draft(self, interaction: Interaction[Any], mark: str) -> Draft | None:
        draft = self._drafts.get(_author(interaction))
        return draft if draft is not None and mark_of(draft) == mark else None

    def _remember(self, interaction: Interaction[Any], draft: Draft) -> None:
        self._drafts[_author(interaction)] = draft


async def _card(text: str) -> ui.LayoutView:
    return notice_card(text)


def _author(interaction: Interaction[Any]) -> tuple[str, int]:
    return place_of(interaction).scope, interaction.user.id
