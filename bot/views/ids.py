"""The custom ids of a game's buttons and forms. They say all, so that these work after a restart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import discord

BUTTON_ID = re.compile(r"g:(?P<game>[\w-]{1,40}):(?P<round>\d{1,2}):(?P<act>c\d{1,2}|answer|hint|skip)", re.A)
FORM_ID = re.compile(r"g:(?P<game>[\w-]{1,40}):(?P<round>\d{1,2}):form", re.A)


def button_id(game: str, round: int, act: str) -> str:
    """The id of a button: ``act`` is ``c`` and the index of a choice, ``answer``, ``hint`` or ``skip``."""
    return f"g:{game}:{round}:{act}"


def form_id(game: str, round: int) -> str:
    """The id of the form for a typed answer."""
    return f"g:{game}:{round}:form"


def card_of(message: discord.Message) -> tuple[str, int] | None:
    """The game and the round of which a message is the open card."""
    for id in _ids(message.components):
        if match := BUTTON_ID.fullmatch(id):
            return match["game"], int(match["round"])
    return None


def _ids(components: Sequence[Any]) -> Iterator[str]:
    for component in components:
        yield getattr(component, "custom_id", None) or ""
        yield from _ids(getattr(component, "children", ()))
