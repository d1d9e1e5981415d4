"""The packs that a server plays, and what an import would do to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import discord
from discord import ui

from bot.library.import_job import ImportOutcome
from bot.texts.catalogue import Texts
from bot.views.components import IdButton
from bot.views.layout import OPEN, WRONG, card
from bot.views.text import clip, safe_line

IMPORT = re.compile(r"p:import:(?P<mark>[0-9a-f]{8}):(?P<act>confirm|drop)", re.A)
ABOUT_SHOWN, NOTE_SHOWN, NOTES_SHOWN, PACKS_SHOWN, LIST_LIMIT = 300, 160, 10, 40, 3500


@dataclass(frozen=True, slots=True)
class PackLine:
    """A pack as it is listed: of facts or imported, for one server or for all."""

    id: str
    title: str
    about: str
    count: int
    facts: bool
    own: bool
    on: bool


def pack_list(texts: Texts, packs: Sequence[PackLine]) -> ui.LayoutView:
    """Every pack, and whether it is asked."""
    lines = [_line(texts, pack) for pack in packs[:PACKS_SHOWN]]
    if len(packs) > PACKS_SHOWN:
        lines.append(texts("and-more", count=len(packs) - PACKS_SHOWN))
    return card(OPEN, [texts("packs-title", count=len(packs)), clip("\n".join(lines), LIST_LIMIT)])


def pack_card(texts: Texts, pack: PackLine) -> ui.LayoutView:
    """One pack."""
    lines = [f"## {safe_line(pack.title, 100)}", _counted(texts, pack)]
    lines.append(texts("pack-own" if pack.own else "pack-for-all"))
    lines.append(texts("pack-is-on" if pack.on else "pack-is-off"))
    if pack.about:
        lines.append(safe_line(pack.about, ABOUT_SHOWN))
    return card(OPEN, ["\n".join(lines)])


def import_card(texts: Texts, mark: str, file: str, title: str, outcome: ImportOutcome) -> ui.LayoutView:
    """What an import would do, to be confirmed."""
    head = [
        texts("import-title", file=safe_line(file, 100), title=safe_line(title, 100)),
        texts("import-added", count=outcome.added),
        texts("import-changed", count=outcome.changed),
        texts("import-skipped", count=outcome.skipped),
        texts("import-refused", count=outcome.refused),
    ]
    notes = list(_notes(texts, outcome))
    if not (outcome.added or outcome.changed):
        return card(WRONG, ["\n".join(head), "\n".join(notes), texts("import-nothing")])
    confirm, drop = (f"p:import:{mark}:{act}" for act in ("confirm", "drop"))
    buttons = [
        IdButton(label=texts("import-confirm"), style=discord.ButtonStyle.success, custom_id=confirm),
        IdButton(label=texts("draft-drop"), style=discord.ButtonStyle.danger, custom_id=drop),
    ]
    return card(OPEN, ["\n".join(head), "\n".join(notes)], [buttons])


def _notes(texts: Texts, outcome: ImportOutcome) -> Iterator[str]:
    """The first of what is to be said of single questions; the importer says it in English."""
    for note in outcome.notes[:NOTES_SHOWN]:
        yield f"-# {safe_line(f'{note.unit} {note.at}: {note.what}: {note.text}', NOTE_SHOWN)}"
    more = outcome.changed + outcome.skipped + outcome.refused - NOTES_SHOWN
    if more > 0:
        yield f"-# {texts('and-more', count=more)}"


def _line(texts: Texts, pack: PackLine) -> str:
    mark = "✅" if pack.on else "▫️"
    own = f" · {texts('pack-own')}" if pack.own else ""
    return f"{mark} **{safe_line(pack.title, 80)}** · {_counted(texts, pack)}{own}"


def _counted(texts: Texts, pack: PackLine) -> str:
    return texts("pack-facts" if pack.facts else "pack-questions", count=pack.count)
