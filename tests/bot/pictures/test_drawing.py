"""What pictures look like: their size, what stands where, and that nothing runs into anything else."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageColor

from bot.pictures.canvas import GROUND, METALS, WIDTH
from bot.pictures.drawing import Drawing, shortcomings
from bot.pictures.records import (
    Bar,
    BoardLine,
    BoardPicture,
    ChartPicture,
    Picture,
    PodiumPicture,
    PodiumPlace,
)
from bot.texts.cleaning import one_line

DRAWING = Drawing([])
"""With the bundled font alone, which is there on every machine."""

LINES = tuple(
    BoardLine(rank, f"Player {rank}", f"{1000 - rank:,}", 1 - rank / 20, medal=True) for rank in range(1, 11)
)
BOARD = BoardPicture("The best this week", "by points", LINES)
PLACES = (
    PodiumPlace(1, "Ann", "120 points", "8 of 10 right"),
    PodiumPlace(2, "Ben", "90 points", "6 of 10 right"),
    PodiumPlace(3, "Cora", "80 points", "6 of 10 right"),
)
CHART = ChartPicture("Points by week", tuple(Bar(f"{day} Nov", day * 40, f"{day * 40}") for day in range(12)))
ZALGO = one_line("Z" + "\u0310\u0328\u0315\u0489" * 9 + "algo" + "\u0310\u0328" * 9)


def drawn(picture: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(DRAWING.png(picture)))
    assert image.format == "PNG"
    return image.convert("RGB")


def with_name(board: BoardPicture, at: int, name: str) -> BoardPicture:
    return replace(
        board,
        lines=tuple(
            replace(line, name=name) if at == number else line for number, line in enumerate(board.lines)
        ),
    )


def changed(one: Picture, other: Picture) -> tuple[int, int, int, int] | None:
    """The box in which two pictures differ."""
    return ImageChops.difference(drawn(one), drawn(other)).getbbox()


@pytest.mark.parametrize("picture", [BOARD, PodiumPicture(PLACES), CHART])
def test_a_picture_is_as_wide_as_the_others_and_not_higher_than_wide(picture: Picture) -> None:
    width, height = drawn(picture).size
    assert width == WIDTH
    assert 450 < height <= 1.05 * WIDTH


@pytest.mark.parametrize("picture", [BOARD, PodiumPicture(PLACES), CHART])
def test_a_margin_stays_free_all_around(picture: Picture) -> None:
    image = drawn(picture)
    ink = ImageChops.difference(image, Image.new("RGB", image.size, GROUND)).getbbox()
    assert ink is not None
    left, top, right, bottom = ink
    assert min(left, top, image.width - right, image.height - bottom) >= 24


@pytest.mark.parametrize("name", ["W" * 40, "Ｗ" * 40, ZALGO, "漢" * 40, "g" * 40, "Ǻ" * 30])
def test_a_name_touches_neither_the_values_nor_other_lines(name: str) -> None:
    box = changed(BOARD, with_name(BOARD, 4, name))
    assert box is not None
    left, top, right, bottom = box
    value = WIDTH - 56 - DRAWING.lettering.width("999", 42, "Bold")
    assert left >= 56 + 54
    assert right <= value - 20
    assert bottom - top <= 76 + 8


def test_every_part_of_a_line_shows() -> None:
    line = LINES[4]
    for other in (
        replace(line, rank=7),
        replace(line, value="8"),
        replace(line, climbed=2),
        replace(line, climbed=-2),
        replace(line, mark="new"),
        replace(line, own=True),
        replace(line, left=True),
        replace(line, share=0.1),
        replace(LINES[2], medal=False),
    ):
        at = 2 if other.rank == 3 else 4
        lines = tuple(other if number == at else one for number, one in enumerate(LINES))
        assert changed(BOARD, replace(BOARD, lines=lines)) is not None


def test_ties_stand_equally_high_and_the_best_of_three_in_the_middle() -> None:
    def tops(*ranks: int) -> list[int]:
        """How high the blocks stand from left to right, by the metal at their upper edges."""
        image = drawn(PodiumPicture(tuple(PodiumPlace(rank, "", "") for rank in ranks)))
        metals = {ImageColor.getrgb(metal) for metal in METALS.values()}
        columns = ([image.getpixel((x, y)) for y in range(image.height)] for x in (82, 400, 718))
        return [next(y for y, colour in enumerate(column) if colour in metals) for column in columns]

    second, first, third = tops(1, 2, 3)
    assert 0 < first < second < third
    left, middle, right = tops(1, 1, 1)
    assert left == middle == right


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_podium_has_room_for_as_many_as_there_were(count: int) -> None:
    assert drawn(PodiumPicture(PLACES[:count])).size == drawn(PodiumPicture(PLACES)).size


def test_a_week_without_points_has_its_place_and_a_year_without_any_can_be_drawn() -> None:
    empty = ChartPicture("Points by week", tuple(replace(bar, height=0, value="0") for bar in CHART.bars))
    assert drawn(empty).size == drawn(CHART).size
    assert changed(empty, CHART) is not None
    assert changed(CHART, replace(CHART, bars=CHART.bars[1:])) is not None


def test_an_empty_board_and_chart_can_be_drawn() -> None:
    drawn(BoardPicture("The best this week", "", ()))
    drawn(ChartPicture("Points by week", ()))


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=60), st.text(max_size=12), st.integers(0, 10**15), st.floats(-1, 2))
def test_whatever_people_are_called_can_be_drawn(name: str, value: str, rank: int, share: float) -> None:
    line = BoardLine(rank, one_line(name, 40), value, share, climbed=rank % 100 - 50)
    drawn(BoardPicture(name, name, (line,)))
    drawn(PodiumPicture((PodiumPlace(1, name, value, name),)))
    drawn(ChartPicture(name, (Bar(name[:10], rank, value),)))


def test_what_is_missing_for_names_in_other_scripts_is_told() -> None:
    assert "fonts-noto-cjk" in "".join(shortcomings([]))
