"""A page of a leaderboard as a picture."""

from __future__ import annotations

from bot.pictures.records import BoardLine, BoardPicture
from bot.store.board_records import Measure
from bot.store.records import StandingRecord
from bot.texts.catalogue import Texts
from bot.texts.cleaning import one_line
from bot.views.leaderboard import Shown, about, title
from bot.views.text import NAME_LIMIT


def board_picture(texts: Texts, shown: Shown) -> BoardPicture:
    """The lines of the page; the bars are parts of the best value on it."""
    measure, lines = shown.board.measure, shown.page.lines
    best = max((line.value for line in lines), default=0)
    words = [] if measure is Measure.RATING else [texts(measure)]
    told = " · ".join([*words, *about(texts, shown)])
    return BoardPicture(title(texts, shown), told, tuple(_line(texts, shown, line, best) for line in lines))


def _line(texts: Texts, shown: Shown, line: StandingRecord, best: int) -> BoardLine:
    before = shown.before.get(line.player_id)
    return BoardLine(
        line.rank,
        one_line(line.player_name, NAME_LIMIT),
        _value(texts, shown.board.measure, line),
        line.value / best if best > 0 else 0.0,
        climbed=0 if before is None else before - line.rank,
        mark=texts("moved-new") if shown.before and before is None else "",
        medal=line.value > 0,
        own=line.player_id == shown.asker,
        left=line.player_id in shown.left,
    )


def _value(texts: Texts, measure: Measure, line: StandingRecord) -> str:
    if measure is Measure.ACCURACY:
        return f"{texts.number(round(line.value / 100, 1))} %"
    return texts.number(line.value)
