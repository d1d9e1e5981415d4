"""What a server has corrected and added, each in a sentence, a page at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from discord import ui

from bot.library.corrections import IMPORTED
from bot.store.authoring import KeptChange
from bot.texts.catalogue import Texts
from bot.views.components import IdButton
from bot.views.facts import shape_of
from bot.views.layout import OPEN, card
from bot.views.text import safe_line
from questions.facts.corrections import Correction, CorrectionKind, OwnFact, fact_of
from questions.facts.model import FactBase
from questions.facts.own_packs import OwnPack, OwnRelation
from questions.generators.wording import fact_record

FACTS_PAGE = re.compile(r"f:page:(?P<page>\d{1,5})", re.A)
SHOWN = 200
PAGE = 10


def changes_card(texts: Texts, changes: Sequence[tuple[KeptChange, str]], page: int = 1) -> ui.LayoutView:
    """What holds in a server beside its packs, each with a sentence about it, a page at a time."""
    pages = max(-(-len(changes) // PAGE), 1)
    page = min(max(page, 1), pages)
    lines = [texts("changes-title", count=len(changes))]
    lines += _lines(texts, changes[(page - 1) * PAGE : page * PAGE])
    row = []
    if pages > 1:
        lines.append(texts("page", page=page, pages=pages))
        row = [
            IdButton(label=texts("button-back"), custom_id=f"f:page:{page - 1}", disabled=page == 1),
            IdButton(label=texts("button-next"), custom_id=f"f:page:{page + 1}", disabled=page == pages),
        ]
    return card(OPEN, ["\n".join(lines)], [row] if row else [])


def change_text(texts: Texts, kept: KeptChange, base: FactBase | None, titles: Mapping[str, str]) -> str:
    """A sentence about a change; ``base`` is its pack, ``titles`` are those of all packs."""
    change = kept.change
    title = safe_line(titles.get(change.pack, change.pack))
    match change:
        case OwnPack():
            return texts("change-founded", pack=safe_line(change.title, 60))
        case OwnRelation():
            return texts("change-relation", relation=shape_of(change.statement), pack=title)
        case OwnFact():
            relation = base.relations.get(change.relation) if base else None
            statement = relation.statement if relation else f"{{subject}} · {change.relation} · {{object}}"
            return texts("change-added", fact=safe_line(_filled(statement, change), SHOWN))
        case Correction():
            what = _target(texts, change, base, title)
            return texts(f"change-{change.kind.value}", what=what, value=safe_line(change.value, SHOWN))


def _lines(texts: Texts, changes: Sequence[tuple[KeptChange, str]]) -> Iterator[str]:
    for kept, about in changes:
        when = f"<t:{round(kept.at.timestamp())}:d>"
        yield f"**{kept.number}.** {about}"
        yield texts("change-by", who=safe_line(kept.by), when=when)


def _filled(statement: str, fact: OwnFact) -> str:
    """A statement with the names as they were typed, whatever form of them it would take."""
    names = {"subject": fact.subject, "object": fact.object}
    return re.sub(r"\{\w*?(subject|object)\w*\}", lambda placeholder: names[placeholder[1]], statement)


def _target(texts: Texts, change: Correction, base: FactBase | None, title: str) -> str:
    if change.pack.startswith(IMPORTED):
        return texts("near-pack", number=change.target, pack=title)
    if change.kind is CorrectionKind.ALIAS:
        entity = base.entities.get(change.target) if base else None
        return safe_line(entity.name if entity else change.target, SHOWN)
    fact = fact_of(base, change.target) if base else None
    return safe_line(fact_record(base, fact)["statement"] if base and fact else change.target, SHOWN)
