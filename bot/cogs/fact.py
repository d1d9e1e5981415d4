"""``/fact``: facts and relations that a server adds to a pack or founds one with; and its corrections."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Annotated, Any

from discord import Interaction, app_commands, ui
from discord.ext import commands

from bot.cogs.adding import Additions, RelationDraft
from bot.cogs.offers import NAME_LIMIT, OFFERED
from bot.cogs.options import OneOf, Whole
from bot.library import drawing
from bot.library.adding import Adding, FactDraft
from bot.library.fact_packs import FactPacks
from bot.library.imported import ImportedLists
from bot.library.wording import Shape, Wording
from bot.store.authoring import KeptChange
from bot.store.store import Store
from bot.texts.cleaning import one_line
from bot.views import answering
from bot.views.cards import notice_card
from bot.views.changes import FACTS_PAGE, change_text, changes_card
from bot.views.components import id_of
from bot.views.errors import guarded
from bot.views.facts import shape_of
from bot.views.host import (
    Saying,
    is_quizmaster,
    place_of,
    require_quizmaster,
    respond,
    settings_of,
    texts_of,
)
from bot.views.text import clip
from questions.facts.model import DATE, NUMBER, FactBase, Relation

LEVELS = {name: level for name, level in drawing.LEVELS.items() if level is not None}
SHOWN = 200
MOST = 1_000_000

Choices = list[app_commands.Choice[str]]
Kept = Callable[[str], Awaitable[Sequence[KeptChange]]]


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class FactCog(commands.GroupCog, group_name="fact"):
    """For quizmasters. What they add is shown with what comes of it before it is kept."""

    def __init__(
        self, store: Store, packs: FactPacks, imported: ImportedLists, now: Callable[[], datetime]
    ) -> None:
        self._desk = store.desk
        self._packs = packs
        self._imported = imported
        self._now = now
        self._adding = Adding(packs)
        self._additions = Additions(store.desk, self._adding, now)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """The buttons and forms that the commands lead to, and those that turn the pages of the list."""
        if page := FACTS_PAGE.fullmatch(id_of(interaction)):
            await guarded(interaction, lambda: self._turn(interaction, int(page["page"])))
        await self._additions.handle(interaction)

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def add(
        self,
        interaction: Interaction[Any],
        relation: str,
        subject: str,
        object: str,
        source: str,
        pack: str = "",
        topic: str = "",
        level: Annotated[int, OneOf(LEVELS)] = LEVELS["medium"],
    ) -> None:
        pack, subject, object, source, topic = (
            one_line(text, SHOWN) for text in (pack, subject, object, source, topic)
        )
        draft = FactDraft(relation, pack, subject, object, source, topic, level)
        await respond(interaction, self._additions.preview(interaction, draft))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def relation(self, interaction: Interaction[Any], pack: str, subject: str, object: str) -> None:
        typed = Wording(one_line(subject, SHOWN), one_line(object, SHOWN), "", "", "", Shape.ONE_SHARED)
        await self._additions.open(interaction, RelationDraft(one_line(pack, SHOWN), typed))

    @app_commands.command(name="list")
    @app_commands.check(require_quizmaster)
    async def all(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._list(interaction))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def remove(self, interaction: Interaction[Any], number: Annotated[int, Whole(1, MOST)]) -> None:
        await respond(interaction, self._remove(interaction, number))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def restore(self, interaction: Interaction[Any], number: Annotated[int, Whole(1, MOST)]) -> None:
        await respond(interaction, self._restore(interaction, number))

    @add.autocomplete("relation")
    async def _relations(self, interaction: Interaction[Any], typed: str) -> Choices:
        return _like(
            typed,
            (
                (f"{base.title}: {shape_of(relation.statement)}", f"{pack}/{relation.id}")
                for pack, base in (await self._bases(interaction)).items()
                for relation in base.relations.values()
            ),
        )

    @add.autocomplete("subject")
    async def _subjects(self, interaction: Interaction[Any], typed: str) -> Choices:
        return await self._names(interaction, typed, lambda relation: relation.subject)

    @add.autocomplete("object")
    async def _objects(self, interaction: Interaction[Any], typed: str) -> Choices:
        return await self._names(interaction, typed, lambda relation: relation.object)

    @add.autocomplete("pack")
    @relation.autocomplete("pack")
    async def _packs_or_new(self, interaction: Interaction[Any], typed: str) -> Choices:
        bases = await self._bases(interaction)
        offered = _like(typed, ((base.title, pack) for pack, base in bases.items()))
        title, titles = " ".join(typed.split()), {base.title.casefold() for base in bases.values()}
        if not is_quizmaster(interaction) or not title or title.casefold() in titles:
            return offered
        name = clip(texts_of(interaction)("pack-new", title=title), NAME_LIMIT)
        return [app_commands.Choice(name=name, value=title[:NAME_LIMIT]), *offered][:OFFERED]

    @relation.autocomplete("subject")
    async def _nouns(self, interaction: Interaction[Any], typed: str) -> Choices:
        return _like(typed, ((noun, noun) for noun in await self._kinds(interaction)))

    @relation.autocomplete("object")
    async def _nouns_and_values(self, interaction: Interaction[Any], typed: str) -> Choices:
        texts = texts_of(interaction)
        values = ((texts("relation-date"), DATE), (texts("relation-number"), NUMBER))
        return _like(typed, (*values, *((noun, noun) for noun in await self._kinds(interaction))))

    @remove.autocomplete("number")
    async def _numbers(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[int]]:
        return await self._numbered(interaction, typed, self._desk.corrections)

    @restore.autocomplete("number")
    async def _undone(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[int]]:
        return await self._numbered(interaction, typed, self._desk.undone_corrections)

    async def _numbered(
        self, interaction: Interaction[Any], typed: str, changes: Kept
    ) -> list[app_commands.Choice[int]]:
        if not is_quizmaster(interaction):
            return []
        told = await self._told(interaction, await changes(place_of(interaction).scope))
        offered = [(f"{kept.number}. {about}", kept.number) for kept, about in told]
        part = typed.casefold()
        return [
            app_commands.Choice(name=clip(name, NAME_LIMIT), value=number)
            for name, number in offered
            if part in name.casefold()
        ][:OFFERED]

    async def _names(
        self, interaction: Interaction[Any], typed: str, end: Callable[[Relation], str]
    ) -> Choices:
        """The things of the pack that can stand at one end of the relation that was chosen."""
        pack, _, name = str(getattr(interaction.namespace, "relation", "") or "").partition("/")
        base = (await self._bases(interaction)).get(pack)
        relation = base.relations.get(name) if base else None
        if base is None or relation is None:
            return []
        return _like(typed, ((one.name, one.name) for one in base.by_kind.get(end(relation), ())))

    async def _kinds(self, interaction: Interaction[Any]) -> Iterable[str]:
        """The nouns of the kinds that the pack has which was chosen; those of all packs for a new one."""
        chosen = str(getattr(interaction.namespace, "pack", "") or "")
        bases = await self._bases(interaction)
        among = [bases[chosen]] if chosen in bases else bases.values()
        return dict.fromkeys(kind.noun for base in among for kind in base.kinds.values() if not kind.clause)

    async def _bases(self, interaction: Interaction[Any]) -> Mapping[str, FactBase]:
        """The packs of facts that the server plays, to be offered to its quizmasters."""
        if not is_quizmaster(interaction):
            return {}
        return await self._adding.bases(place_of(interaction).scope, settings_of(interaction).packs_off)

    async def _list(self, interaction: Interaction[Any], page: int = 1) -> Saying:
        held = await self._desk.corrections(place_of(interaction).scope)
        texts, told = texts_of(interaction), await self._told(interaction, held)
        return changes_card(texts, told, page) if told else texts("changes-none")

    async def _turn(self, interaction: Interaction[Any], page: int) -> None:
        await require_quizmaster(interaction)
        shown = await self._list(interaction, page)
        view = shown if isinstance(shown, ui.LayoutView) else notice_card(shown)
        await interaction.response.edit_message(view=view)

    async def _remove(self, interaction: Interaction[Any], number: int) -> str:
        texts, member = texts_of(interaction), answering.player_of(interaction.user)
        scope = place_of(interaction).scope
        undone = await self._desk.undo_correction(scope, number, member, self._now())
        return texts("change-undone" if undone else "change-unknown", number=str(number))

    async def _restore(self, interaction: Interaction[Any], number: int) -> str:
        texts, member = texts_of(interaction), answering.player_of(interaction.user)
        scope = place_of(interaction).scope
        restored = await self._desk.restore_correction(scope, number, member, self._now())
        if restored is None:
            return texts("change-not-undone", number=str(number))
        ((_, about),) = await self._told(interaction, [restored])
        return texts("change-restored", about=about)

    async def _told(
        self, interaction: Interaction[Any], changes: Sequence[KeptChange]
    ) -> list[tuple[KeptChange, str]]:
        """The changes, each with a sentence about it."""
        scope, texts = place_of(interaction).scope, texts_of(interaction)
        bases = await self._packs.all(scope, as_corrected=False)
        titles = {**{pack: base.title for pack, base in bases.items()}, **await self._imported.titles(scope)}
        return [(kept, change_text(texts, kept, bases.get(kept.change.pack), titles)) for kept in changes]


def _like(typed: str, offered: Iterable[tuple[str, str]]) -> Choices:
    """Those whose name holds what was typed."""
    part = typed.casefold()
    fitting = (
        app_commands.Choice(name=clip(name, NAME_LIMIT), value=value)
        for name, value in offered
        if part in name.casefold() and len(value) <= NAME_LIMIT
    )
    return [*islice(fitting, OFFERED)]
