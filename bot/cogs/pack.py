"""``/pack``: what a server plays, imported, exported, switched on and off."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Annotated, Any

import discord
from discord import Interaction, app_commands, ui
from discord.ext import commands

from bot.cogs.offers import NAME_LIMIT, OFFERED
from bot.cogs.options import OneOf
from bot.library.fact_packs import OWN, FactPacks, archive_of
from bot.library.import_job import ImportJob, ImportOutcome
from bot.library.imported import ImportedLists, pack_name
from bot.recent import Recent
from bot.store.records import ImportedPack
from bot.store.store import Store
from bot.texts.cleaning import one_line
from bot.views import answering
from bot.views.cards import notice_card
from bot.views.components import id_of, mark_of
from bot.views.errors import guarded
from bot.views.host import (
    Saying,
    is_quizmaster,
    place_of,
    require_quizmaster,
    respond,
    server_texts,
    settings_of,
    show,
    texts_of,
)
from bot.views.packs import IMPORT, PackLine, import_card, pack_card, pack_list
from bot.views.text import clip, safe_line
from questions.interchange.formats import Target
from questions.interchange.lists import write_list

TITLE_LIMIT = 80
MAX_BYTES = 8 << 20
PENDING, PENDING_HERE = 8, 2
"""Imports that wait for their confirmation, with their files, and how many of one server; of more the oldest
is forgotten."""

OWN_QUESTIONS = "own"
FORMATS = {"JSON": Target.JSON, "CSV": Target.CSV, "Red": Target.RED}
RunImport = Callable[[ImportJob], Awaitable[ImportOutcome]]
Choices = list[app_commands.Choice[str]]


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class PackCog(commands.GroupCog, group_name="pack"):
    """For quizmasters. An import runs in a process of its own, and is made only after it was confirmed."""

    def __init__(
        self,
        store: Store,
        facts: FactPacks,
        imported: ImportedLists,
        now: Callable[[], datetime],
        run_import: RunImport,
    ) -> None:
        self._store = store
        self._facts = facts
        self._imported = imported
        self._now = now
        self._run_import = run_import
        self._pending = Recent[str, ImportJob](PENDING)
        self._one_at_a_time = asyncio.Semaphore(1)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """The buttons below a dry run."""
        if press := IMPORT.fullmatch(id_of(interaction)):
            await guarded(interaction, lambda: self._press(interaction, press["mark"], press["act"]))

    @app_commands.command(name="list")
    @app_commands.check(require_quizmaster)
    async def all(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._list(interaction))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def show(self, interaction: Interaction[Any], pack: str) -> None:
        await respond(interaction, self._show(interaction, pack))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def on(self, interaction: Interaction[Any], pack: str) -> None:
        await respond(interaction, self._switch(interaction, pack, on=True))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def off(self, interaction: Interaction[Any], pack: str) -> None:
        await respond(interaction, self._switch(interaction, pack, on=False))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def remove(self, interaction: Interaction[Any], pack: str) -> None:
        await respond(interaction, self._remove(interaction, pack))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def undo(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._undo(interaction))

    @app_commands.command(name="import")
    @app_commands.check(require_quizmaster)
    async def import_(self, interaction: Interaction[Any], file: discord.Attachment, title: str = "") -> None:
        await respond(interaction, self._plan(interaction, file, one_line(title, TITLE_LIMIT)))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def export(
        self,
        interaction: Interaction[Any],
        pack: str,
        format: Annotated[Target, OneOf(FORMATS)] = Target.JSON,
    ) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        written = await self._export(interaction, pack, format)
        if isinstance(written, str):
            await interaction.followup.send(written, ephemeral=True)
        else:
            await interaction.followup.send(file=written, ephemeral=True)

    @show.autocomplete("pack")
    @on.autocomplete("pack")
    @off.autocomplete("pack")
    async def _any(self, interaction: Interaction[Any], typed: str) -> Choices:
        return await self._offered(interaction, typed, lambda _: True)

    @remove.autocomplete("pack")
    async def _own(self, interaction: Interaction[Any], typed: str) -> Choices:
        return await self._offered(interaction, typed, lambda pack: pack.own)

    @export.autocomplete("pack")
    async def _imported_ones(self, interaction: Interaction[Any], typed: str) -> Choices:
        offered = await self._offered(interaction, typed, lambda pack: pack.own or not pack.facts)
        title = texts_of(interaction)("own-topic")
        if is_quizmaster(interaction) and typed.casefold() in title.casefold():
            offered.insert(0, app_commands.Choice(name=title, value=OWN_QUESTIONS))
        return offered[:OFFERED]

    async def _offered(
        self, interaction: Interaction[Any], typed: str, fits: Callable[[PackLine], bool]
    ) -> Choices:
        if not is_quizmaster(interaction):
            return []
        part = typed.casefold()
        return [
            app_commands.Choice(name=clip(pack.title, NAME_LIMIT), value=pack.id)
            for pack in await self._packs(interaction)
            if fits(pack) and part in pack.title.casefold() and len(pack.id) <= NAME_LIMIT
        ][:OFFERED]

    async def _packs(self, interaction: Interaction[Any]) -> list[PackLine]:
        """What the server could play."""
        scope, off = place_of(interaction).scope, settings_of(interaction).packs_off
        lines = []
        for base in (await self._facts.all(scope)).values():
            own, on = base.id.startswith(OWN), base.id not in off
            lines.append(PackLine(base.id, base.title, base.about, len(base.facts), True, own, on))
        for pack in await self._imported.packs(scope):
            own, on = pack.scope == scope, pack.id not in off
            lines.append(PackLine(pack.id, pack.title, pack.about, pack.questions, False, own, on))
        return sorted(lines, key=lambda line: line.title.casefold())

    async def _named(self, interaction: Interaction[Any], name: str) -> PackLine | None:
        """The pack of this id or title."""
        typed = name.casefold()
        packs = await self._packs(interaction)
        fitting = [pack for pack in packs if typed in (pack.id.casefold(), pack.title.casefold())]
        return next(iter(fitting), None)

    async def _list(self, interaction: Interaction[Any]) -> Saying:
        return pack_list(texts_of(interaction), await self._packs(interaction))

    async def _show(self, interaction: Interaction[Any], name: str) -> Saying:
        texts, pack = texts_of(interaction), await self._named(interaction, name)
        return pack_card(texts, pack) if pack else texts("no-such-pack")

    async def _switch(self, interaction: Interaction[Any], name: str, *, on: bool) -> Saying:
        texts, pack = texts_of(interaction), await self._named(interaction, name)
        if pack is None:
            return texts("no-such-pack")
        off = set(settings_of(interaction).packs_off)
        off = off - {pack.id} if on else off | {pack.id}
        await self._store.change_settings(place_of(interaction).scope, {"packs_off": tuple(sorted(off))})
        return texts("pack-now-on" if on else "pack-now-off", title=safe_line(pack.title))

    async def _remove(self, interaction: Interaction[Any], name: str) -> Saying:
        texts, pack = texts_of(interaction), await self._named(interaction, name)
        if pack is None or not pack.own:
            return texts("pack-not-own")
        scope = place_of(interaction).scope
        if pack.facts:
            by = answering.player_of(interaction.user)
            await self._facts.remove(scope, pack.id, by, self._now())
            return texts("pack-founded-removed", title=safe_line(pack.title))
        removed = await self._imported.remove(scope, pack.id, self._now())
        return texts("pack-removed", title=safe_line(pack.title)) if removed else texts("no-such-pack")

    async def _undo(self, interaction: Interaction[Any]) -> Saying:
        undone = await self._imported.undo(place_of(interaction).scope)
        texts = texts_of(interaction)
        return (
            texts("pack-undone", what=safe_line(undone.summary, 150)) if undone else texts("nothing-to-undo")
        )

    async def _plan(self, interaction: Interaction[Any], file: discord.Attachment, title: str) -> Saying:
        """Read the file and say what its import would do; nothing is written."""
        texts = texts_of(interaction)
        if file.size > MAX_BYTES:
            return texts("import-too-large", size=file.size >> 20, most=MAX_BYTES >> 20)
        try:
            data = await file.read()
        except discord.HTTPException:
            return texts("import-not-read")
        shown = title or file.filename.rsplit(".", 1)[0]
        job = ImportJob(
            self._store.url,
            place_of(interaction).scope,
            ((file.filename, data),),
            name=pack_name(shown),
            title=shown,
        )
        async with self._one_at_a_time:
            outcome = await self._run_import(job)
        mark = mark_of((interaction.id, interaction.user.id))
        here = [other for other, pending in self._pending.items() if pending.scope == job.scope]
        for other in here[: 1 - PENDING_HERE]:
            del self._pending[other]
        self._pending[mark] = replace(job, revision=outcome.revision)
        return import_card(texts, mark, file.filename, shown, outcome)

    async def _press(self, interaction: Interaction[Any], mark: str, act: str) -> None:
        await require_quizmaster(interaction)
        await show(interaction, self._decided(interaction, mark, confirmed=act == "confirm"))

    async def _decided(self, interaction: Interaction[Any], mark: str, *, confirmed: bool) -> ui.LayoutView:
        texts, pending = texts_of(interaction), self._pending.get(mark)
        if pending is None or pending.scope != place_of(interaction).scope:
            return notice_card(texts("draft-lost"))
        del self._pending[mark]
        if not confirmed:
            return notice_card(texts("draft-dropped"))
        async with self._one_at_a_time:
            outcome = await self._run_import(replace(pending, now=self._now()))
        if outcome.outdated:
            return notice_card(texts("import-outdated"))
        title = safe_line(pending.title or "")
        return notice_card(texts("import-done", title=title, added=outcome.added, changed=outcome.changed))

    async def _export(self, interaction: Interaction[Any], name: str, target: Target) -> discord.File | str:
        texts, scope = texts_of(interaction), place_of(interaction).scope
        if name == OWN_QUESTIONS:
            entries = [record.entry for record in await self._store.desk.questions(scope)]
            if not entries:
                return texts("own-questions-none")
            title = server_texts(interaction)("own-topic")
            text = await asyncio.to_thread(write_list, title, "", entries, target)
            return _file(title, text, target)
        line = await self._named(interaction, name)
        if line is not None and line.facts and line.own:
            base, named = await self._facts.one(scope, line.id), pack_name(line.title)
            data = await asyncio.to_thread(archive_of, base, named) if base else b""
            return discord.File(BytesIO(data), f"{named}.zip")
        pack = await self._exported(scope, line)
        if pack is None:
            return texts("pack-not-exported")
        return _file(pack.title, await self._imported.export(pack, target), target)

    async def _exported(self, scope: str, line: PackLine | None) -> ImportedPack | None:
        packs = await self._imported.packs(scope)
        return next((pack for pack in packs if line is not None and pack.id == line.id), None)


def _file(title: str, text: str, target: Target) -> discord.File:
    suffix = "yaml" if target is Target.RED else target.value
    return discord.File(BytesIO(text.encode()), f"{pack_name(title)}.{suffix}")
