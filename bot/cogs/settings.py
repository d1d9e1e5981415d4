"""``/settings``: what a server's admins decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from discord import Guild, Interaction, app_commands, ui
from discord.ext import commands

from bot.cogs.zones import zone_named, zones_like
from bot.library.source import QuestionSource
from bot.store.records import ServerSettings
from bot.store.store import Store
from bot.texts.catalogue import Languages
from bot.views.components import chosen_in, fields_of, id_of
from bot.views.errors import guarded
from bot.views.host import place_of, respond, server_texts, settings_of, texts_of
from bot.views.settings import (
    ACT,
    ALLOWED,
    FORM,
    LOOKS,
    OFFERED,
    language_form,
    offered_packs,
    quiz_form,
    settings_card,
    who_form,
)
from bot.views.text import safe_line

Changes = Mapping[str, Any]


class SettingsCog(commands.Cog):
    """For those who may manage the server: hidden from others by default, and checked whenever it is used."""

    def __init__(
        self, store: Store, source: QuestionSource, languages: Languages, now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._source = source
        self._languages = languages
        self._now = now

    @app_commands.command()
    @app_commands.guild_only()
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.check(lambda interaction: _manager_s_guild(interaction) is not None)
    async def settings(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._show(interaction))

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """The buttons of the card, and the forms that they open."""
        id = id_of(interaction)
        if act := ACT.fullmatch(id):
            await guarded(interaction, lambda: self._press(interaction, act["act"]))
        elif form := FORM.fullmatch(id):
            await guarded(interaction, lambda: self._sent(interaction, form["form"]))

    async def _show(self, interaction: Interaction[Any]) -> ui.LayoutView:
        return self._card(interaction)

    async def _press(self, interaction: Interaction[Any], act: str) -> None:
        guild = _manager_s_guild(interaction)
        texts, settings = texts_of(interaction), settings_of(interaction)
        match act:
            case "who":
                form = who_form(texts, settings, self._source.titles, guild)
                await interaction.response.send_modal(form)
            case "quiz":
                await interaction.response.send_modal(quiz_form(texts, settings))
            case "language":
                await interaction.response.send_modal(language_form(texts, settings, self._languages.all))
            case _:
                if act == "reset-all":
                    await self._store.reset_settings(place_of(interaction).scope)
                card = self._card(interaction, resetting=act == "reset")
                await interaction.response.edit_message(view=card)

    async def _sent(self, interaction: Interaction[Any], form: str) -> None:
        _manager_s_guild(interaction)
        changes = self._read(interaction, form)
        if isinstance(changes, str):
            await interaction.response.send_message(changes, ephemeral=True)
            return
        await self._store.change_settings(place_of(interaction).scope, changes)
        await interaction.response.edit_message(view=self._card(interaction))

    def _read(self, interaction: Interaction[Any], form: str) -> Changes | str:
        """What a form changes, or why it cannot be taken."""
        chosen = chosen_in(interaction)
        match form:
            case "who":
                return self._who(settings_of(interaction), chosen)
            case "quiz":
                return _of_offered(OFFERED, chosen)
            case _:
                language = next(iter(chosen.get("language", ())), "discord")
                known = {texts.language for texts in self._languages.all}
                typed = fields_of(interaction).get("zone", "")
                zone = zone_named(typed)
                if zone is None:
                    return _no_zone(interaction, typed)
                changes: dict[str, Any] = {"language": language if language in known else None, "zone": zone}
                return changes | _of_offered(LOOKS, chosen)

    def _who(self, settings: ServerSettings, chosen: Mapping[str, tuple[str, ...]]) -> Changes:
        roles, channels, packs = (chosen.get(name) for name in ("quizmasters", "channels", "packs"))
        changes: dict[str, Any] = {
            "quizmasters": int(roles[0]) if roles else None,
            "channels": tuple(map(int, channels or ())),
        }
        if packs:
            shown = offered_packs(self._source.titles)
            kept = {pack for pack in settings.packs_off if pack not in shown}
            changes["packs_off"] = tuple(sorted(kept | (shown.keys() - set(packs))))
        if "allowed" in chosen:
            changes |= {kind: kind in chosen["allowed"] for kind in ALLOWED}
        if marked := chosen.get("left"):
            changes["left"] = str(True) in marked
        return changes

    def _card(self, interaction: Interaction[Any], *, resetting: bool = False) -> ui.LayoutView:
        return settings_card(
            texts_of(interaction),
            settings_of(interaction),
            self._source.titles,
            server_texts(interaction),
            self._now(),
            resetting=resetting,
        )


def _of_offered(
    offers: Mapping[str, Sequence[int | bool | None]], chosen: Mapping[str, tuple[str, ...]]
) -> dict[str, Any]:
    """What was chosen of what is offered; an option of another version of the form changes nothing."""
    changes: dict[str, Any] = {}
    for name, offered in offers.items():
        values = {str(value): value for value in offered}
        for value in chosen.get(name, ()):
            if value in values:
                changes[name] = values[value]
    return changes


def _no_zone(interaction: Interaction[Any], typed: str) -> str:
    texts, near = texts_of(interaction), zones_like(typed)
    shown = safe_line(typed)
    if near:
        return texts("zone-unknown-near", typed=shown, zones=", ".join(near))
    return texts("zone-unknown", typed=shown)


def _manager_s_guild(interaction: Interaction[Any]) -> Guild:
    """The server; MissingPermissions for a member who may not manage it."""
    if interaction.guild is None:
        raise app_commands.NoPrivateMessage
    if not interaction.permissions.manage_guild:
        raise app_commands.MissingPermissions(["manage_guild"])
    return interaction.guild
