"""What became of questions, a page at a time, and all of one of them; nobody is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from discord import ui

from bot.game.rating import POINTS_A_STEP, SETTLED, shown
from bot.store.choices import ChoiceCount
from bot.store.question_records import LEAST_ASKED, Order, QuestionRecord
from bot.texts.catalogue import Texts
from bot.views.components import IdButton
from bot.views.layout import FINAL, card
from bot.views.stats import LEVELS
from bot.views.text import safe_line

PAGE = 5
PACK_LIMIT = 50
"""No longer id of a pack is in the id of a button: Discord takes 100 characters."""

STATS_ID = re.compile(
    r"qs:(?P<order>[a-z]{1,10}):(?P<page>\d{1,4}):(?P<key>\d{0,19}):(?P<pack>.{0,50})", re.ASCII | re.DOTALL
)
PROMPT_SHOWN, WHOLE_PROMPT, CHOICE_SHOWN = 150, 300, 80
CHOICES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list, from 1 on; ``pack`` is empty for all packs."""

    order: Order
    page: int = 1
    pack: str = ""

    def id(self, *, page: int | None = None, key: int | None = None) -> str:
        """The id of a button that leads to another page, or to a question."""
        number = "" if key is None else key
        return f"qs:{self.order.value}:{self.page if page is None else page}:{number}:{self.pack}"


def listing_of(match: re.Match[str]) -> tuple[Listing, int | None] | None:
    """The page that a button leads to, and the key of the question, if it leads to one."""
    if match["order"] not in set(Order):
        return None
    listing = Listing(Order(match["order"]), int(match["page"]), match["pack"])
    return listing, int(match["key"]) if match["key"] else None


def question_stats_list(
    texts: Texts, listing: Listing, records: Sequence[QuestionRecord], titles: Mapping[str, str]
) -> ui.LayoutView:
    """A page of questions, or the last one there is, with a button for each of them."""
    pages = max(-(-len(records) // PAGE), 1)
    page = min(max(listing.page, 1), pages)
    here = Listing(listing.order, page, listing.pack)
    first = (page - 1) * PAGE
    some = records[first : first + PAGE]
    about = [texts(here.order), safe_line(titles.get(here.pack, here.pack))]
    title = f"## {texts('asked-title')}\n-# {' · '.join(filter(None, about))}"
    blocks = [title, *(_entry(texts, number, record) for number, record in enumerate(some, first + 1))]
    if not some:
        blocks.append(texts("asked-none", count=LEAST_ASKED))
    rows = []
    if some:
        numbers = enumerate(some, first + 1)
        rows.append([IdButton(label=str(n), custom_id=here.id(key=record.key)) for n, record in numbers])
    if pages > 1:
        blocks.append(texts("page", page=page, pages=pages))
        back = IdButton(label=texts("button-back"), custom_id=here.id(page=page - 1), disabled=page == 1)
        on = IdButton(label=texts("button-next"), custom_id=here.id(page=page + 1), disabled=page == pages)
        rows.append([back, on])
    return card(FINAL, blocks, rows)


def question_stats_card(
    texts: Texts, record: QuestionRecord, titles: Mapping[str, str], listing: Listing | None
) -> ui.LayoutView:
    """All of one question, with a button back to the list that it was chosen from."""
    kind = texts(f"kind-{record.kind.replace('_', '-')}")
    about = [
        kind,
        texts("asked-typed" if record.typed else "asked-with-choices"),
        safe_line(titles.get(record.pack, record.pack)),
        safe_line(record.topic),
    ]
    head = f"## {safe_line(record.prompt, WHOLE_PROMPT)}\n-# {' · '.join(filter(None, about))}"
    blocks = [head, "\n".join(_numbers(texts, record)), "\n".join(_levels(texts, record))]
    if record.choices:
        shown_ones = record.choices[:CHOICES_SHOWN]
        lines = [texts("asked-choices"), *(_choice(texts, record, one) for one in shown_ones)]
        if more := len(record.choices) - len(shown_ones):
            lines.append(texts("asked-more-choices", count=more))
        blocks.append("\n".join(lines))
    blocks.append(texts("asked-counted"))
    rows = [] if listing is None else [[IdButton(label=texts("button-back"), custom_id=listing.id())]]
    return card(FINAL, blocks, rows)


def _entry(texts: Texts, number: int, record: QuestionRecord) -> str:
    facts = [texts("asked-times", count=record.asked)]
    if record.skipped:
        facts.append(
            texts("asked-skips", count=record.skipped, percent=percent(record.skipped, record.asked))
        )
    if record.answered:
        right = percent(record.correct, record.answered)
        facts.append(texts("asked-right", percent=right, count=record.answered))
    if record.average is not None:
        facts.append(texts("asked-seconds", seconds=round(record.average, 1)))
    if record.reports:
        facts.append(texts("asked-reports", count=record.reports))
    if record.untaken:
        facts.append(texts("asked-untaken-count", count=len(record.untaken)))
    return f"**{number}.** {safe_line(record.prompt, PROMPT_SHOWN)}\n-# {' · '.join(facts)}"


def _numbers(texts: Texts, record: QuestionRecord) -> Iterator[str]:
    skips = texts("asked-skips", count=record.skipped, percent=percent(record.skipped, record.asked))
    yield f"{texts('asked-times', count=record.asked)} · {skips}"
    if record.average is not None:
        low, high = (round(100 * bound) for bound in record.right)
        right = percent(record.correct, record.answered)
        yield texts("asked-share", percent=right, count=record.answered, low=low, high=high)
        yield texts("asked-average", seconds=round(record.average, 1))
    yield texts("asked-reports", count=record.reports)


def _levels(texts: Texts, record: QuestionRecord) -> Iterator[str]:
    level = texts(LEVELS[str(record.level)])
    if record.by_play is None:
        yield texts("asked-level-set", level=level, count=SETTLED)
    else:
        yield texts("asked-level", level=level, shown=texts(LEVELS[str(record.by_play)]))
    spread = round(POINTS_A_STEP * sqrt(record.difficulty.doubt))
    yield texts("asked-difficulty", rating=str(shown(record.difficulty.mean)), spread=spread)


def _choice(texts: Texts, record: QuestionRecord, one: ChoiceCount) -> str:
    text = safe_line(one.text, CHOICE_SHOWN)
    if one in record.untaken:
        return f"⚠️ {text} · {texts('asked-never', count=one.shown)}"
    share = texts("asked-taken", count=one.taken, shown=one.shown, percent=percent(one.taken, one.shown))
    return f"{'✅' if one.right else '▫️'} {text} · {share}"


def percent(part: int, whole: int) -> int:
    """A share in whole percents."""
    return round(100 * part / whole) if whole else 0
