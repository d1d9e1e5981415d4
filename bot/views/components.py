"""Buttons and forms as they go over the wire. Their ids say all, so that they work after a restart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2s
from typing import Any, TypeVar, cast

import discord
from discord import Interaction, ui

BUTTON_ID = re.compile(
    r"g:(?P<game>[\w-]{1,40}):(?P<round>\d{1,2}):(?P<act>c\d{1,2}|answer|arrange|hint|skip|next|me|"
    r"[puk][\d-]{2,8}|m\d[\d-]{2,8})",
    re.A,
)
REVEAL_ACTS = {"next", "me"}
END_ID = re.compile(r"e:(?P<game>[\w-]{1,40}):(?P<act>again|share|wrong)", re.A)
FORM_ID = re.compile(r"g:(?P<game>[\w-]{1,40}):(?P<round>\d{1,2}):form", re.A)

ViewType = TypeVar("ViewType", ui.LayoutView, ui.View, ui.Modal)


class IdSelect(ui.Select[Any]):
    """A select that is told by its id alone, as an ``IdButton`` is."""

    def is_dispatchable(self) -> bool:
        """Not by discord.py."""
        return False


class IdButton(ui.Button[Any]):
    """A button that is told by its id alone: a click arrives as an interaction, and nowhere else.

    discord.py's own ways would keep every message with buttons in memory, or build it anew for each click,
    which takes as long as all the rest of an answer.
    """

    def is_dispatchable(self) -> bool:
        """Not by discord.py."""
        return False


def unkept(view: ViewType) -> ViewType:
    """The view, of which discord.py is to keep no copy: what is done with it is told by ids alone."""
    view.stop()
    return view


def button_id(game: str, round: int, act: str) -> str:
    """The id of a button; ``act`` is ``c`` and the index of a choice, or a word of ``BUTTON_ID``."""
    return f"g:{game}:{round}:{act}"


def form_id(game: str, round: int) -> str:
    """The id of the form for a typed answer."""
    return f"g:{game}:{round}:form"


def end_id(game: str, act: str) -> str:
    """The id of a button of the end card; ``act`` is one of the words in ``END_ID``."""
    return f"e:{game}:{act}"


def mark_of(draft: object) -> str:
    """What tells a draft from others in the id of its buttons, so that none saves another than it shows."""
    return blake2s(repr(draft).encode(), digest_size=4).hexdigest()


def id_of(interaction: Interaction[Any]) -> str:
    """The id of the button that was pressed or the form that was sent."""
    return str(_data(interaction).get("custom_id", ""))


def fields_of(interaction: Interaction[Any]) -> dict[str, str]:
    """What was typed into a form, by the ids of its fields."""
    return dict(_fields(_data(interaction)))


def chosen_in(interaction: Interaction[Any]) -> dict[str, tuple[str, ...]]:
    """What was chosen in the selects of a form, by the ids of its fields."""
    return dict(_choices(_data(interaction)))


def values_of(interaction: Interaction[Any]) -> tuple[str, ...]:
    """What was chosen in the select of a message."""
    return tuple(map(str, _data(interaction).get("values", ())))


def card_of(message: discord.Message) -> tuple[str, int] | None:
    """The game and the round of which a message is the open card."""
    for id in _ids(message.components):
        match = BUTTON_ID.fullmatch(id)
        if match is not None and match["act"] not in REVEAL_ACTS:
            return match["game"], int(match["round"])
    return None


def _data(interaction: Interaction[Any]) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", interaction.data or {})


def _fields(component: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if isinstance(component.get("value"), str):
        yield str(component.get("custom_id")), component["value"]
    for child in component.get("components", ()):
        yield from _fields(child)
    if isinstance(component.get("component"), Mapping):
        yield from _fields(component["component"])


def _choices(component: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(component.get("values"), list):
        yield str(component.get("custom_id")), tuple(map(str, component["values"]))
    for child in (*component.get("components", ()), component.get("component")):
        if isinstance(child, Mapping):
            yield from _choices(child)


def _ids(components: Sequence[Any]) -> Iterator[str]:
    for component in components:
        yield getattr(component, "custom_id", None) or ""
        yield from _ids(getattr(component, "children", ()))
