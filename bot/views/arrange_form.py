"""The form of an order or a match-up. Its ids hold what was tapped so far, and so work after a restart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import SelectOption, ui

from bot.texts.catalogue import Texts
from bot.texts.cleaning import one_line
from bot.views.components import IdButton, IdSelect, button_id, unkept
from bot.views.layout import OPEN
from bot.views.text import clip, safe, safe_line
from questions.arrangement import Arrangement, Places
from questions.question import Question

PROMPT_SHOWN, ITEM_SHOWN, LABEL_LIMIT, OPTION_LIMIT = 300, 200, 80, 100

TAP = re.compile(r"(?P<what>[puk]|m(?P<item>\d))(?P<picks>[\d-]{2,8})", re.A)
"""``p``, ``u``: show these picks; ``k``: lock them in; ``m1``: beside these picks, a partner for item 1."""

Picks = tuple[int | None, ...]
"""For each place of an order the item, or for each item its partner; None where that is open."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is picked, which picks are ``locked`` in if any, what to say of the last tap if that is more than
    what counts so far, and the player's hint.
    """

    game: str
    round: int
    question: Question
    arrangement: Arrangement
    picks: Picks
    locked: Places | None = None
    said: str = ""
    hint: str = ""

    def id(self, act: str) -> str:
        return button_id(self.game, self.round, act)


def nothing_picked(arrangement: Arrangement) -> Picks:
    """An empty form."""
    return (None,) * len(arrangement.items)


def picks_of(arrangement: Arrangement, code: str) -> Picks | None:
    """The picks in an id; None where they are none of this arrangement."""
    picks = tuple(None if sign == "-" else int(sign) for sign in code)
    made = [pick for pick in picks if pick is not None]
    fits = len(picks) == len(arrangement.items) and len(set(made)) == len(made)
    return picks if fits and all(pick < len(picks) for pick in made) else None


def code_of(picks: Picks) -> str:
    """The picks as they stand in an id: "20-"."""
    return "".join("-" if pick is None else str(pick) for pick in picks)


def completed(picks: Picks) -> Picks:
    """With the last one, once all others are picked."""
    left = [at for at in range(len(picks)) if at not in picks]
    return tuple(left[0] if pick is None and len(left) == 1 else pick for pick in picks)


def matched(picks: Picks, item: int, partner: int) -> Picks:
    """The picks with this partner for an item; whoever had it gets what the item had before."""
    return tuple(
        partner if at == item else picks[item] if pick == partner else pick for at, pick in enumerate(picks)
    )


def form_card(texts: Texts, form: Form) -> ui.LayoutView:
    """What is asked, the things to tap, and whether anything is locked in."""
    container = ui.Container[ui.LayoutView](accent_colour=OPEN)
    container.add_item(ui.TextDisplay(f"**{safe(form.question.prompt, PROMPT_SHOWN)}**"))
    for item in (_selects if form.arrangement.partners else _items)(texts, form):
        container.add_item(item)
    container.add_item(ui.ActionRow[Any](*_ends(texts, form)))
    container.add_item(ui.TextDisplay(form.said or f"{_state(texts, form)}\n{form.hint}".strip()))
    return unkept(ui.LayoutView(timeout=None).add_item(container))


def note_card(text: str) -> ui.LayoutView:
    """Words in the place of a form."""
    return unkept(ui.LayoutView(timeout=None).add_item(ui.TextDisplay(text)))


def _items(_texts: Texts, form: Form) -> Iterator[ui.Item[Any]]:
    """A button for each thing; one that was tapped says its place, and a second tap takes it back."""
    picks = form.picks
    for at, item in enumerate(form.arrangement.items):
        if at in picks:
            place = picks.index(at)
            label, after = f"{place + 1}. {item}", picks[:place]
        else:
            label, after = item, (*picks[: picks.index(None)], at)
        yield ui.ActionRow[Any](
            IdButton(
                label=clip(one_line(label), LABEL_LIMIT),
                style=discord.ButtonStyle.secondary if at in picks else discord.ButtonStyle.primary,
                custom_id=form.id(f"p{code_of(_filled(form, after))}"),
            )
        )


def _selects(texts: Texts, form: Form) -> Iterator[ui.Item[Any]]:
    """Each thing, and below it a select of what may go with it."""
    for at, item in enumerate(form.arrangement.items):
        yield ui.TextDisplay(safe_line(item, ITEM_SHOWN))
        options = [
            SelectOption(
                label=clip(one_line(partner), OPTION_LIMIT),
                value=str(index),
                default=form.picks[at] == index,
            )
            for index, partner in enumerate(form.arrangement.partners)
        ]
        select = IdSelect(
            custom_id=form.id(f"m{at}{code_of(form.picks)}"),
            options=options,
            placeholder=texts("arrange-choose"),
        )
        yield ui.ActionRow[Any](select)


def _ends(texts: Texts, form: Form) -> Sequence[IdButton]:
    complete = None not in form.picks
    lock = IdButton(
        label=texts("button-lock-in"),
        style=discord.ButtonStyle.success,
        custom_id=form.id(f"k{code_of(form.picks)}"),
        disabled=not complete or form.picks == form.locked,
    )
    if form.arrangement.partners:
        return [lock]
    made = [pick for pick in form.picks if pick is not None]
    left = made[: -2 if complete else -1]  # the last one was not tapped
    undone = form.id(f"u{code_of(_filled(form, left))}")
    return [IdButton(label=texts("button-undo"), custom_id=undone, disabled=not made), lock]


def _filled(form: Form, picks: Sequence[int | None]) -> Picks:
    """The first picks of an order, and the places after them open."""
    return (*picks, *nothing_picked(form.arrangement)[len(picks) :])


def _state(texts: Texts, form: Form) -> str:
    """What to do next, and what counts so far."""
    if form.locked is None:
        return texts("arrange-ready" if None not in form.picks else "arrange-nothing-locked")
    if form.picks == form.locked:
        return texts("arrange-locked")
    return texts("arrange-earlier-locked", guess=safe_line(form.arrangement.tell(form.locked), PROMPT_SHOWN))
