"""A page of a leaderboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.pictures.canvas import (
    ACCENT,
    BAR,
    DOWN,
    GREY,
    INK,
    METALS,
    OWN,
    OWN_BAR,
    PANEL,
    UP,
    WHITE,
    WIDTH,
    Box,
    Canvas,
)
from bot.pictures.fonts import BOLD, REGULAR, SEMIBOLD
from bot.pictures.lettering import Lettering
from bot.pictures.records import BoardLine, BoardPicture

EDGE, INSIDE = 32, 24
HEIGHT, GAP, RADIUS = 76, 8, 18
TITLE, ABOUT, TEXT, SMALL = 58, 34, 42, 34
BADGE = 27
ARROW = 26


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand in a line: the middle of the rank, the name, the ends of move and value."""

    rank: float
    name: float
    name_end: float
    move: float
    value: float


def draw_board(lettering: Lettering, board: BoardPicture) -> Canvas:
    """The title, and a panel for each line."""
    top = EDGE + TITLE + (ABOUT + 18 if board.about else 0) + 26
    canvas = Canvas(top + len(board.lines) * (HEIGHT + GAP) - GAP + EDGE, lettering)
    room = WIDTH - 2 * EDGE
    canvas.text((EDGE, EDGE + TITLE * 0.78), board.title, TITLE, weight=BOLD, room=room)
    if board.about:
        canvas.text((EDGE, EDGE + TITLE + ABOUT), board.about, ABOUT, GREY, weight=REGULAR, room=room)
    columns = _columns(lettering, board.lines)
    for number, line in enumerate(board.lines):
        _line(canvas, line, top + number * (HEIGHT + GAP), columns)
    return canvas


def _columns(lettering: Lettering, lines: Sequence[BoardLine]) -> Columns:
    ranks = max((lettering.width(str(line.rank), TEXT, BOLD) for line in lines), default=0.0)
    values = max((lettering.width(line.value, TEXT, BOLD) for line in lines), default=0.0)
    moves = max((_width_of_move(lettering, line) for line in lines), default=0.0)
    badge, value = max(2.0 * BADGE, ranks), WIDTH - EDGE - INSIDE
    move = value - values - 24
    return Columns(
        rank=EDGE + INSIDE + badge / 2,
        name=EDGE + INSIDE + badge + 20,
        name_end=move - moves - 20 if moves else move,
        move=move,
        value=value,
    )


def _line(canvas: Canvas, line: BoardLine, top: int, columns: Columns) -> None:
    base = top + HEIGHT / 2 + TEXT * 0.33
    _panel(canvas, line, (EDGE, top, WIDTH - EDGE, top + HEIGHT))
    _rank(canvas, line, (columns.rank, base))
    weight = BOLD if line.rank in METALS or line.own else SEMIBOLD
    colour, room = GREY if line.left else WHITE, columns.name_end - columns.name
    canvas.text((columns.name, base), line.name, TEXT, colour, weight=weight, room=room)
    _move(canvas, line, (columns.move, base))
    canvas.text((columns.value, base), line.value, TEXT, weight=BOLD, align=1)


def _panel(canvas: Canvas, line: BoardLine, box: Box) -> None:
    left, top, right, bottom = box
    canvas.panel(box, RADIUS, OWN if line.own else PANEL)
    filled = left + round((right - left) * min(1.0, max(0.0, line.share)))
    canvas.panel((left, top, filled, bottom), RADIUS, OWN_BAR if line.own else BAR, within=box)
    if line.own:
        canvas.panel((left, top, left + 8, bottom), RADIUS, ACCENT, within=box)


def _rank(canvas: Canvas, line: BoardLine, at: tuple[float, float]) -> None:
    metal = METALS.get(line.rank) if line.medal else None
    if metal:
        canvas.disc(round(at[0]), round(at[1] - TEXT * 0.33), BADGE, metal)
    canvas.text(
        at, str(line.rank), TEXT - 4 if metal else TEXT, INK if metal else GREY, weight=BOLD, align=0.5
    )


def _move(canvas: Canvas, line: BoardLine, at: tuple[float, float]) -> None:
    """By how many ranks it climbed or fell, or that it is new, up to this point."""
    x, base = at
    if line.mark:
        canvas.text(at, line.mark, SMALL, ACCENT, align=1)
    elif line.climbed:
        colour = UP if line.climbed > 0 else DOWN
        width = canvas.text(at, str(abs(line.climbed)), SMALL, colour, align=1)
        middle = round(x - width - 8 - ARROW / 2), round(base - SMALL * 0.33)
        canvas.arrow(*middle, ARROW, colour, up=line.climbed > 0)


def _width_of_move(lettering: Lettering, line: BoardLine) -> float:
    if line.mark:
        return lettering.width(line.mark, SMALL)
    return lettering.width(str(abs(line.climbed)), SMALL) + 8 + ARROW if line.climbed else 0.0
