"""The leaderboard's card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from discord import MediaGalleryItem, ui

from bot.store.board_records import LEAST_ANSWERS, Cursor, Leaderboard, Measure, Page
from bot.store.periods import start_of
from bot.store.records import ALONE, EVERYWHERE, Period, StandingRecord
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.texts.cleaning import one_line
from bot.views.board_id import board_id, cursor_act
from bot.views.components import IdButton
from bot.views.layout import FINAL, card, form_button, place
from bot.views.text import NAME_LIMIT, safe, safe_line

ABOUT_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of a board, as it is on the day ``today`` of its scope.

    ``before`` are the ranks in the period before. ``own`` is the asker's line with neighbours, None where
    nobody asked for it. ``subject`` is the title of the pack, or the topic. ``left`` are those who are no
    longer in the server.
    """

    board: Leaderboard
    today: date
    page: Page
    before: Mapping[int, int] = field(default_factory=dict)
    asker: int | None = None
    own: tuple[StandingRecord, ...] | None = None
    subject: str = ""
    left: frozenset[int] = frozenset()


def leaderboard_card(
    texts: Texts,
    shown: Shown,
    picture: MediaGalleryItem | None = None,
    *,
    other_form: bool = False,
    notice: str = "",
) -> ui.LayoutView:
    """A page of a board, the asker's own place where that is not on it, and buttons to turn pages.

    The picture is of the lines. ``other_form`` offers the board as text, or as a picture.
    """
    lines = shown.page.lines
    blocks = []
    if picture is None:
        blocks += [
            _heading(texts, shown),
            "\n".join(_lines(texts, shown, lines)) or _nothing(texts, shown.board),
        ]
    if shown.own is not None and not any(line.player_id == shown.asker for line in lines):
        blocks.append("\n".join(_lines(texts, shown, shown.own)) or texts("no-rank"))
    buttons = list(_buttons(texts, shown))
    if other_form:
        pictured = picture is not None
        buttons.append(form_button(texts, lambda act: board_id(shown.board, act), pictured=pictured))
    return card(FINAL, [*blocks, notice], [buttons], lead=picture)


def own_place(texts: Texts, shown: Shown) -> ui.LayoutView:
    """The asker's own line with its neighbours."""
    own = "\n".join(_lines(texts, shown, shown.own or ())) or texts("no-rank")
    return card(FINAL, [_heading(texts, shown), own])


def period_title(texts: Texts, period: Period, starts: date, today: date) -> str:
    """``The best this week``, or of which week."""
    if start_of(period, today) == starts:
        return texts(period)
    iso = {Period.MONTH: f"{starts:%Y-%m}", Period.YEAR: f"{starts:%Y}"}.get(period, starts.isoformat())
    return texts(f"past-{period.value}", starts=texts.day(iso))


def title(texts: Texts, shown: Shown) -> str:
    """What the board is of."""
    board = shown.board
    if board.measure is Measure.RATING:
        return texts("board-rating")
    return period_title(texts, board.period, board.starts, shown.today)


def about(texts: Texts, shown: Shown) -> Iterator[str]:
    """What else tells the board from others, as plain text."""
    board = shown.board
    if board.scope == EVERYWHERE:
        yield texts("board-everywhere")
    if board.scope == ALONE:
        yield texts("board-alone")
    if shown.subject:
        yield one_line(shown.subject, NAME_LIMIT)
    if board.season is not None:
        yield texts("board-season", number=board.season)
    if board.measure is Measure.ACCURACY:
        yield texts("board-least-answers", count=LEAST_ANSWERS)


def _heading(texts: Texts, shown: Shown) -> str:
    measure = shown.board.measure
    words = [texts(measure)] if measure not in (Measure.POINTS, Measure.RATING) else []
    told = " · ".join([*words, *(safe(one, ABOUT_LIMIT) for one in about(texts, shown))])
    return f"## {title(texts, shown)}" + (f"\n-# {told}" if told else "")


def _nothing(texts: Texts, board: Leaderboard) -> str:
    if board.scope in (EVERYWHERE, ALONE):
        return texts("nobody-everywhere")
    return texts("nobody-has-points")


def _lines(texts: Texts, shown: Shown, lines: Sequence[StandingRecord]) -> Iterator[str]:
    for line in lines:
        name = safe_line(line.player_name)
        if line.player_id in shown.left:
            name = texts("member-left", name=name)
        mine = f"**{name}**" if line.player_id == shown.asker else name
        score = score_of(texts, shown.board.measure, line)
        moved = _moved(texts, shown, line)
        yield " · ".join(filter(None, (f"{place(line.rank, line.value)} {mine}", score, moved)))


def score_of(texts: Texts, measure: Measure, line: StandingRecord) -> str:
    """What a board says of a player beside the name."""
    match measure:
        case Measure.WINS:
            return texts("score-wins", count=line.wins)
        case Measure.ACCURACY:
            percent = round(line.value / 100, 1)
            return texts("score-accuracy", percent=percent, correct=line.correct, answered=line.answered)
        case Measure.STREAK:
            return texts("score-streak", count=line.streak)
        case Measure.RATING:
            return str(line.value)
        case _:
            return render.score(texts, line)


def _moved(texts: Texts, shown: Shown, line: StandingRecord) -> str:
    """How many ranks a player has climbed or lost since the period before; nothing where nobody was there."""
    if not shown.before:
        return ""
    rank = shown.before.get(line.player_id)
    if rank is None:
        return texts("moved-new")
    if rank == line.rank:
        return ""
    return f"▲ {rank - line.rank}" if rank > line.rank else f"▼ {line.rank - rank}"


def _buttons(texts: Texts, shown: Shown) -> Iterator[IdButton]:
    board, page = shown.board, shown.page
    first, last = (page.lines[0], page.lines[-1]) if page.lines else (None, None)
    up = cursor_act(Cursor(first.value, first.player_id, up=True)) if first else "top"
    down = cursor_act(Cursor(last.value, last.player_id)) if last else "top"
    if page.above or page.below:
        yield IdButton(label=texts("button-back"), custom_id=board_id(board, up), disabled=not page.above)
        yield IdButton(label=texts("button-on"), custom_id=board_id(board, down), disabled=not page.below)
    yield IdButton(label=texts("button-my-place"), custom_id=board_id(board, "me"))
