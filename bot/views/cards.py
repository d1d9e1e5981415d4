"""The smaller cards: the leaderboard, a line from the bot itself."""

from __future__ import annotations

from collections.abc import Sequence

from discord import ui

from bot.store.records import Period, StandingRecord
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.views.layout import FINAL, OPEN, card, place
from bot.views.text import safe_line


def leaderboard_card(
    texts: Texts, period: Period, top: Sequence[StandingRecord], own: StandingRecord | None
) -> ui.LayoutView:
    """The best of a server in a period, and the rank of the one who asks."""
    lines = [_standing(texts, row.rank, row.player_name, row) for row in top]
    rank = texts("own-rank", rank=own.rank, score=render.score(texts, own)) if own else texts("no-rank")
    return card(FINAL, [f"## {texts(period)}", "\n".join(lines) or texts("nobody-has-points"), rank])


def notice_card(text: str) -> ui.LayoutView:
    """One line from the bot itself."""
    return card(OPEN, [text])


def _standing(texts: Texts, rank: int, name: str, row: StandingRecord) -> str:
    return f"{place(rank, row.points)} {safe_line(name)} · {render.score(texts, row)}"
