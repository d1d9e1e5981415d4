"""``/fact``: facts that a server adds to a pack, which become questions; and its corrections."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Any

from discord import Interaction, app_commands, ui
from discord.ext import commands

from bot.cogs.offers import NAME_LIMIT, OFFERED
from bot.cogs.options import OneOf, Whole
from bot.library import drawing
from bot.library.corrections import IMPORTED, Corrections
from bot.library.drawing import QuestionSource
from bot.library.imported import ImportedLists
from bot.recent import Recent
from bot.store.authoring import KeptChange
from bot.store.store import Store
from bot.texts.catalogue import Texts
from bot.views import answering
from bot.views.cards import notice_card
from bot.views.components import id_of, mark_of
from bot.views.errors import guarded
from bot.views.facts import FACT, FACTS_PAGE, changes_card, fact_card
from bot.views.host import (
    Saying,
    is_quizmaster,
    place_of,
    require_quizmaster,
    respond,
    settings_of,
    show,
    texts_of,
)
from bot.views.text import clip, safe_line
from questions.facts.corrections import (
    Correction,
    CorrectionKind,
    FactFault,
    OwnFact,
    added_fact,
    corrected,
    fact_of,
    fault_of,
)
from questions.facts.model import FactBase, Relation
from questions.generators.coverage import questions_about
from questions.generators.wording import fact_record
from questions.question import Question

LEVELS = {name: level for name, level in drawing.LEVELS.items() if level is not None}
SHOWN = 200
DRAFTS = 200
MOST = 1_000_000


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class FactCog(commands.GroupCog, group_name="fact"):
    """For quizmasters. A fact is shown with the questions that come of it before it is kept."""

    def __init__(
        self,
        store: Store,
        source: QuestionSource,
        imported: ImportedLists,
        corrections: Corrections,
        now: Callable[[], datetime],
    ) -> None:
        self._desk = store.desk
        self._source = source
        self._imported = imported
        self._corrections = corrections
        self._now = now
        self._drafts = Recent[tuple[str, int], OwnFact](DRAFTS)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """The buttons below a fact, and those that turn the pages of the list."""
        id = id_of(interaction)
        if draft := FACT.fullmatch(id):
            await guarded(interaction, lambda: self._press(interaction, draft["mark"], draft["act"]))
        elif page := FACTS_PAGE.fullmatch(id):
            await guarded(interaction, lambda: self._turn(interaction, int(page["page"])))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def add(
        self,
        interaction: Interaction[Any],
        relation: str,
        subject: str,
        object: str,
        source: str,
        topic: str = "",
        level: Annotated[int, OneOf(LEVELS)] = LEVELS["medium"],
    ) -> None:
        pack, _, name = relation.partition("/")
        subject, object, source, topic = (
            " ".join(text.split())[:SHOWN] for text in (subject, object, source, topic)
        )
        fact = OwnFact(pack, name, subject, object, source, topic, level)
        await respond(interaction, self._preview(interaction, fact))

    @app_commands.command(name="list")
    @app_commands.check(require_quizmaster)
    async def all(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._list(interaction))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def remove(self, interaction: Interaction[Any], number: Annotated[int, Whole(1, MOST)]) -> None:
        await respond(interaction, self._remove(interaction, number))

    @add.autocomplete("relation")
    async def _relations(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        if not is_quizmaster(interaction):
            return []
        offered = [
            (f"{self._source.titles[pack]}: {_shape(relation)}", f"{pack}/{relation.id}")
            for pack, base in self._bases(interaction).items()
            for relation in base.relations.values()
        ]
        part = typed.casefold()
        return [
            app_commands.Choice(name=clip(name, NAME_LIMIT), value=value)
            for name, value in offered
            if part in name.casefold() and len(value) <= NAME_LIMIT
        ][:OFFERED]

    @add.autocomplete("subject")
    async def _subjects(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        return self._names(interaction, typed, lambda relation: relation.subject)

    @add.autocomplete("object")
    async def _objects(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        return self._names(interaction, typed, lambda relation: relation.object)

    @remove.autocomplete("number")
    async def _numbers(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[int]]:
        if not is_quizmaster(interaction):
            return []
        offered = [(f"{kept.number}. {about}", kept.number) for kept, about in await self._told(interaction)]
        part = typed.casefold()
        return [
            app_commands.Choice(name=clip(name, NAME_LIMIT), value=number)
            for name, number in offered
            if part in name.casefold()
        ][:OFFERED]

    def _names(
        self, interaction: Interaction[Any], typed: str, end: Callable[[Relation], str]
    ) -> list[app_commands.Choice[str]]:
        """The things of the pack that can stand at one end of the relation that was chosen."""
        pack, _, name = str(getattr(interaction.namespace, "relation", "") or "").partition("/")
        base = self._bases(interaction).get(pack) if is_quizmaster(interaction) else None
        relation = base.relations.get(name) if base else None
        if base is None or relation is None:
            return []
        names = [entity.name for entity in base.by_kind.get(end(relation), ())]
        fitting = [one for one in names if typed.casefold() in one.casefold() and len(one) <= NAME_LIMIT]
        return [app_commands.Choice(name=one, value=one) for one in fitting][:OFFERED]

    def _bases(self, interaction: Interaction[Any]) -> Mapping[str, FactBase]:
        """The packs of facts that the server plays."""
        off = settings_of(interaction).packs_off
        bases = {pack: self._source.base(pack) for pack in self._source.titles if pack not in off}
        return {pack: base for pack, base in bases.items() if base is not None}

    async def _preview(self, interaction: Interaction[Any], fact: OwnFact) -> Saying:
        scope, texts = place_of(interaction).scope, texts_of(interaction)
        base = await self._corrections.base(scope, fact.pack)
        if base is None or not self._bases(interaction).get(fact.pack):
            return texts(FactFault.NO_RELATION)
        if not fact.source:
            return texts("fact-no-source")
        fault = fault_of(base, fact)
        if fault is not None:
            return texts(fault)

        def made() -> tuple[str, list[Question]]:
            after, id = corrected(base, [fact]), added_fact(base, fact) or ""
            added = fact_of(after, id)
            statement = fact_record(after, added)["statement"] if added else ""
            return statement, list(questions_about(after, id))

        statement, questions = await asyncio.to_thread(made)
        if not questions:
            return texts("fact-no-questions", statement=safe_line(statement, SHOWN))
        self._remember(interaction, fact)
        return fact_card(texts, mark_of(fact), base.title, statement, fact.source, questions)

    async def _press(self, interaction: Interaction[Any], mark: str, act: str) -> None:
        await require_quizmaster(interaction)
        await show(interaction, self._decided(interaction, mark, keep=act == "keep"))

    async def _decided(self, interaction: Interaction[Any], mark: str, *, keep: bool) -> ui.LayoutView:
        scope, texts = place_of(interaction).scope, texts_of(interaction)
        fact = self._drafts.get((scope, interaction.user.id))
        if fact is None or mark_of(fact) != mark:
            return notice_card(texts("draft-lost"))
        if not keep:
            del self._drafts[scope, interaction.user.id]
            return notice_card(texts("draft-dropped"))
        base = await self._corrections.base(scope, fact.pack)
        fault = fault_of(base, fact) if base else FactFault.NO_RELATION
        if fault is not None:  # somebody has added another meanwhile
            return notice_card(texts(fault))
        member = answering.player_of(interaction.user)
        number = await self._desk.correct(scope, member, fact, self._now())
        self._drafts.pop((scope, interaction.user.id), None)
        return notice_card(texts("fact-kept", number=str(number)))

    async def _list(self, interaction: Interaction[Any], page: int = 1) -> Saying:
        texts, told = texts_of(interaction), await self._told(interaction)
        return changes_card(texts, told, page) if told else texts("changes-none")

    async def _turn(self, interaction: Interaction[Any], page: int) -> None:
        await require_quizmaster(interaction)
        shown = await self._list(interaction, page)
        view = shown if isinstance(shown, ui.LayoutView) else notice_card(shown)
        await interaction.response.edit_message(view=view)

    async def _remove(self, interaction: Interaction[Any], number: int) -> str:
        texts = texts_of(interaction)
        undone = await self._desk.undo_correction(place_of(interaction).scope, number, self._now())
        return texts("change-undone" if undone else "change-unknown", number=str(number))

    async def _told(self, interaction: Interaction[Any]) -> list[tuple[KeptChange, str]]:
        """What holds in the server, each with a sentence about it."""
        scope, texts = place_of(interaction).scope, texts_of(interaction)
        titles = {**self._source.titles, **await self._imported.titles(scope)}
        return [
            (kept, _about(texts, kept, self._source.base(kept.change.pack), titles))
            for kept in await self._desk.corrections(scope)
        ]

    def _remember(self, interaction: Interaction[Any], fact: OwnFact) -> None:
        self._drafts[place_of(interaction).scope, interaction.user.id] = fact


def _shape(relation: Relation) -> str:
    """The statement of a relation with gaps where the names go."""
    return re.sub(r"\{[^{}]*\}", "…", relation.statement)


def _about(texts: Texts, kept: KeptChange, base: FactBase | None, titles: Mapping[str, str]) -> str:
    change = kept.change
    if isinstance(change, OwnFact):
        relation = base.relations.get(change.relation) if base else None
        shape = _shape(relation) if relation else change.relation
        return texts(
            "change-added",
            subject=safe_line(change.subject, SHOWN),
            relation=safe_line(shape, SHOWN),
            object=safe_line(change.object, SHOWN),
        )
    title = safe_line(titles.get(change.pack, change.pack))
    what = _target(texts, change, base, title)
    return texts(f"change-{change.kind.value}", what=what, value=safe_line(change.value, SHOWN))


def _target(texts: Texts, change: Correction, base: FactBase | None, title: str) -> str:
    if change.pack.startswith(IMPORTED):
        return texts("near-pack", number=change.target, pack=title)
    if change.kind is CorrectionKind.ALIAS:
        entity = base.entities.get(change.target) if base else None
        return safe_line(entity.name if entity else change.target, SHOWN)
    fact = fact_of(base, change.target) if base else None
    return safe_line(fact_record(base, fact)["statement"] if base and fact else change.target, SHOWN)
