"""``/settings``: a card that shows what a server has set, and the forms that change it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import discord
from discord import SelectDefaultValue, SelectDefaultValueType, SelectOption, ui

from bot.store.records import ServerSettings
from bot.texts.catalogue import Texts
from bot.views.components import IdButton, unkept
from bot.views.text import clip, fit, safe_line

ACT = re.compile(r"s:(?P<act>who|quiz|language|reset|reset-all|keep)", re.A)
FORM = re.compile(r"s:form:(?P<form>who|quiz|language)", re.A)

OFFERED: Mapping[str, Sequence[int | bool | None]] = {
    "rounds": (5, 10, 15, 20, 25, 30, 40, 50),
    "seconds": (10, 15, 20, 25, 30, 45, 60, 90, 120),
    "level": (None, 1, 2, 3),
    "spoilers": (False, True),
    "pause_seconds": (None, 4, 6, 8, 12),
}
"""What a server can choose of, for each default of a quiz."""

LOOKS: Mapping[str, Sequence[bool]] = {"pictures": (True, False)}
"""And for how things look."""

ALLOWED = ("daily", "race", "solo")
"""What a server can forbid its members to start."""

LEVELS = ("any", "easy", "medium", "hard")
MOST = 25
"""Discord takes no more options in a select."""

LABEL_LIMIT = 100
PLACES = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
    discord.ChannelType.forum,
]
"""Where quizzes can be played; threads go with the channel that they are in."""


def settings_card(
    texts: Texts,
    settings: ServerSettings,
    packs: Mapping[str, str],
    language: Texts,
    now: datetime,
    *,
    resetting: bool = False,
) -> ui.LayoutView:
    """What holds in a server that speaks ``language``, and buttons to change it.

    ``packs`` are the titles of all packs, by their ids.
    """
    blocks = [
        texts("settings-title"),
        _block(texts, "who", _who(texts, settings, packs)),
        _block(texts, "quiz", {name: value_text(texts, name, getattr(settings, name)) for name in OFFERED}),
        _block(texts, "language", _language(texts, settings, language, now)),
    ]
    if resetting:
        blocks.append(texts("settings-reset-question"))
        buttons = [
            IdButton(
                label=texts("settings-reset-all"), style=discord.ButtonStyle.danger, custom_id="s:reset-all"
            ),
            IdButton(label=texts("settings-keep"), custom_id="s:keep"),
        ]
    else:
        buttons = [
            IdButton(label=texts(f"settings-{form}"), custom_id=f"s:{form}")
            for form in ("who", "quiz", "language")
        ]
        buttons.append(
            IdButton(
                label=texts("settings-reset"), custom_id="s:reset", disabled=settings == ServerSettings()
            )
        )
    container = ui.Container[ui.LayoutView](accent_colour=discord.Colour.blurple())
    for number, block in enumerate(fit(blocks)):
        if number > 1:
            container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(block))
    container.add_item(ui.Separator())
    container.add_item(ui.ActionRow[Any](*buttons))
    return unkept(ui.LayoutView(timeout=None).add_item(container))


def who_form(
    texts: Texts, settings: ServerSettings, packs: Mapping[str, str], guild: discord.Guild
) -> ui.Modal:
    """Asks for the quizmasters' role, the channels, the packs, what members may start, and whether those who
    left are marked. What is deleted is not chosen any more.
    """
    form = _form(texts, "who")
    role = settings.quizmasters
    roles = [role] if role is not None and guild.get_role(role) else []
    _add(
        form,
        texts,
        "quizmasters",
        ui.RoleSelect[Any](
            custom_id="quizmasters",
            min_values=0,
            required=False,
            default_values=[SelectDefaultValue(id=id, type=SelectDefaultValueType.role) for id in roles],
        ),
    )
    channels = [id for id in settings.channels if guild.get_channel(id)][:MOST]
    _add(
        form,
        texts,
        "channels",
        ui.ChannelSelect[Any](
            custom_id="channels",
            channel_types=PLACES,
            min_values=0,
            max_values=MOST,
            required=False,
            default_values=[
                SelectDefaultValue(id=id, type=SelectDefaultValueType.channel) for id in channels
            ],
        ),
    )
    options = [
        SelectOption(label=clip(title, LABEL_LIMIT), value=pack, default=pack not in settings.packs_off)
        for pack, title in offered_packs(packs).items()
    ]
    if options:
        select = ui.Select[Any](
            custom_id="packs", options=options, min_values=1, max_values=len(options), required=True
        )
        _add(form, texts, "packs", select)
    _add(form, texts, "allowed", _allowed(texts, settings))
    marked = [
        SelectOption(label=texts("yes" if mark else "no"), value=str(mark), default=mark is settings.left)
        for mark in (False, True)
    ]
    _add(form, texts, "left", ui.Select[Any](custom_id="left", options=marked, required=False))
    return form


def _allowed(texts: Texts, settings: ServerSettings) -> ui.Select[Any]:
    """What members may start, with what they may now chosen."""
    options = [
        SelectOption(label=texts(f"allowed-{kind}"), value=kind, default=getattr(settings, kind))
        for kind in ALLOWED
    ]
    return ui.Select(
        custom_id="allowed", options=options, min_values=0, max_values=len(options), required=False
    )


def quiz_form(texts: Texts, settings: ServerSettings) -> ui.Modal:
    """Asks for what holds in a quiz where nobody says otherwise."""
    form = _form(texts, "quiz")
    for name, values in OFFERED.items():
        options = [
            SelectOption(
                label=value_text(texts, name, value),
                value=str(value),
                default=value == getattr(settings, name),
            )
            for value in values
        ]
        _add(form, texts, name, ui.Select[Any](custom_id=name, options=options, required=True))
    return form


def language_form(texts: Texts, settings: ServerSettings, languages: Sequence[Texts]) -> ui.Modal:
    """Asks for the language, whether there are pictures, and the time zone."""
    form = _form(texts, "language")
    options = [
        SelectOption(label=texts("language-of-discord"), value="discord", default=settings.language is None),
        *(
            SelectOption(label=one.name, value=one.language, default=one.language == settings.language)
            for one in languages
        ),
    ]
    _add(form, texts, "language", ui.Select[Any](custom_id="language", options=options, required=True))
    pictures = [
        SelectOption(label=value_text(texts, "pictures", on), value=str(on), default=on is settings.pictures)
        for on in LOOKS["pictures"]
    ]
    _add(form, texts, "pictures", ui.Select[Any](custom_id="pictures", options=pictures, required=True))
    _add(
        form,
        texts,
        "zone",
        ui.TextInput[Any](custom_id="zone", default=settings.zone, max_length=LABEL_LIMIT),
    )
    return form


def offered_packs(packs: Mapping[str, str]) -> Mapping[str, str]:
    """The packs that the form can show, by title."""
    return dict(sorted(packs.items(), key=lambda pack: pack[1].casefold())[:MOST])


def value_text(texts: Texts, name: str, value: int | bool | None) -> str:
    """A value of one of the defaults, as players read it."""
    match name:
        case "rounds":
            return str(value)
        case "level":
            return texts(f"option-{LEVELS[value or 0]}")
        case "spoilers" | "pictures":
            return texts("yes" if value else "no")
        case _:
            return texts("pause-by-length") if value is None else texts("seconds", count=value)


def _form(texts: Texts, name: str) -> ui.Modal:
    return unkept(ui.Modal(title=texts(f"settings-{name}"), custom_id=f"s:form:{name}", timeout=None))


def _add(form: ui.Modal, texts: Texts, name: str, field: ui.Item[Any]) -> None:
    code = _code(name)
    about = texts(f"{code}.about") if f"{code}.about" in texts.patterns else None
    form.add_item(ui.Label(text=texts(code), description=about, component=field))


def _code(name: str) -> str:
    return f"setting-{name}".replace("_", "-")


def _block(texts: Texts, title: str, rows: Mapping[str, str]) -> str:
    lines = [f"**{texts(_code(name))}** · {value}" for name, value in rows.items()]
    return "\n".join([f"### {texts(f'settings-{title}')}", *lines])


def _who(texts: Texts, settings: ServerSettings, packs: Mapping[str, str]) -> dict[str, str]:
    role = settings.quizmasters
    channels = ", ".join(f"<#{id}>" for id in settings.channels)
    on = [safe_line(title) for pack, title in packs.items() if pack not in settings.packs_off]
    allowed = [texts(f"allowed-{kind}") for kind in ALLOWED if getattr(settings, kind)]
    managers = texts("quizmasters-managers")
    return {
        "quizmasters": managers if role is None else texts("quizmasters-role", role=f"<@&{role}>"),
        "channels": channels or texts("channels-all"),
        "packs": texts("packs-all") if len(on) == len(packs) else clip(", ".join(on), LABEL_LIMIT),
        "allowed": ", ".join(allowed) or texts("allowed-none"),
        "left": texts("yes" if settings.left else "no"),
    }


def _language(texts: Texts, settings: ServerSettings, language: Texts, now: datetime) -> dict[str, str]:
    name = language.name
    clock = texts.time(now.astimezone(ZoneInfo(settings.zone)))
    return {
        "language": texts("language-from-discord", name=name) if settings.language is None else name,
        "zone": texts("zone-now", zone=settings.zone, time=clock),
        "pictures": value_text(texts, "pictures", settings.pictures),
    }
