"""Bars over the weeks."""

from __future__ import annotations

from bot.pictures.canvas import ACCENT, BAR, GREY, OWN_BAR, PANEL, WHITE, WIDTH, Canvas
from bot.pictures.fonts import BOLD, REGULAR
from bot.pictures.lettering import Lettering
from bot.pictures.records import ChartPicture

EDGE, INSIDE, RADIUS = 32, 24, 14
TITLE, TEXT = 50, 38
VALUES = (TEXT, 32, 26, 20)
"""Large numbers are smaller, so that they do not touch."""
HIGH, STUB = 260, 6
"""The highest bar, and one for nothing."""

GAP = 12


def draw_chart(lettering: Lettering, chart: ChartPicture) -> Canvas:
    """The bars with their values on them, and labels below as there is room; the newest bar stands out."""
    top = EDGE + TITLE + 34 + TEXT
    foot = top + HIGH
    canvas = Canvas(foot + 24 + TEXT + EDGE, lettering)
    canvas.text((EDGE, EDGE + TITLE * 0.78), chart.title, TITLE, weight=BOLD, room=WIDTH - 2 * EDGE)
    count = max(1, len(chart.bars))
    step = (WIDTH - 2 * EDGE + GAP) / count
    best = max((bar.height for bar in chart.bars), default=0)
    labelled = _labelled(lettering, chart, step)
    canvas.panel((EDGE, foot + 2, WIDTH - EDGE, foot + 5), 1, BAR)
    for number, bar in enumerate(chart.bars):
        left = round(EDGE + number * step)
        right = round(EDGE + (number + 1) * step - GAP)
        newest, middle = number == len(chart.bars) - 1, (left + right) / 2
        high = max(STUB, round(HIGH * bar.height / best)) if bar.height and best else STUB
        colour = (ACCENT if newest else OWN_BAR) if bar.height else PANEL
        canvas.panel((left, foot - high, right, foot), min(RADIUS, high // 2), colour)
        if bar.height:
            value = WHITE if newest else GREY
            size = lettering.size(bar.value, step, VALUES)
            canvas.text((middle, foot - high - 12), bar.value, size, value, align=0.5)
        if number in labelled:
            half = lettering.width(bar.label, TEXT, REGULAR) / 2
            x = min(max(middle, EDGE + half), WIDTH - EDGE - half)
            canvas.text((x, foot + 20 + TEXT), bar.label, TEXT, GREY, weight=REGULAR, align=0.5)
    return canvas


def _labelled(lettering: Lettering, chart: ChartPicture, step: float) -> range:
    """The numbers of the bars with labels, so that none touches another: the last, and back from there."""
    widest = max((lettering.width(bar.label, TEXT, REGULAR) for bar in chart.bars), default=0)
    every = max(1, int((widest + 24) // step) + 1)
    return range(len(chart.bars) - 1, -1, -every)
