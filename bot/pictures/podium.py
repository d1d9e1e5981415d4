"""The podium at the end of a game."""

from __future__ import annotations

from bot.pictures.canvas import GREY, GROUND, INK, METALS, PANEL, WIDTH, Canvas
from bot.pictures.clusters import clusters
from bot.pictures.fonts import BOLD
from bot.pictures.lettering import Lettering
from bot.pictures.records import PodiumPicture, PodiumPlace

EDGE, GAP, RADIUS = 32, 20, 22
BLOCKS = {1: 256, 2: 204, 3: 164}
"""How high the blocks are, by rank."""

FACE, RING, INITIAL = 58, 7, 58
NAME, SCORE, RANK, NOTE = 52, 42, 92, 38
NAMES = (NAME, 46, 40)
"""A long name is smaller before it is cut."""

ORDER = {1: (0,), 2: (0, 1), 3: (1, 0, 2)}
"""Who stands where from left to right: the best of three in the middle."""


def draw_podium(lettering: Lettering, podium: PodiumPicture) -> Canvas:
    """A block for each, side by side in the middle."""
    places = podium.places
    width = (WIDTH - 2 * EDGE - 2 * GAP) // 3
    above = 2 * FACE + 20 + NAME + 12 + SCORE + 28
    height = EDGE + above + max(_block(place) for place in places) + EDGE
    canvas = Canvas(height, lettering)
    left = (WIDTH - len(places) * width - (len(places) - 1) * GAP) // 2
    for number, at in enumerate(ORDER[len(places)]):
        _column(canvas, places[at], left + number * (width + GAP), width, height - EDGE)
    return canvas


def _column(canvas: Canvas, place: PodiumPlace, left: int, width: int, foot: int) -> None:
    middle, metal, top = left + width // 2, METALS.get(place.rank, GREY), foot - _block(place)
    canvas.panel((left, top, left + width, foot), RADIUS, PANEL)
    canvas.panel((left, top, left + width, top + 10), RADIUS, metal, within=(left, top, left + width, foot))
    base = (top + 10 + foot - (NOTE if place.note else 0)) / 2 + RANK * 0.33
    canvas.text((middle, base), str(place.rank), RANK, metal, weight=BOLD, align=0.5)
    canvas.text((middle, foot - 20), place.note, NOTE, GREY, align=0.5, room=width - RADIUS)
    score = top - 28
    canvas.text((middle, score), place.score, SCORE, GREY, align=0.5, room=width)
    name = score - SCORE - 14
    size = canvas.lettering.size(place.name, width, NAMES, BOLD)
    canvas.text((middle, name), place.name, size, weight=BOLD, align=0.5, room=width)
    face = name - NAME - 12 - FACE
    canvas.disc(middle, face, FACE, metal)
    canvas.disc(middle, face, FACE - RING, GROUND)
    canvas.disc(middle, face, FACE - RING - 5, metal)
    canvas.initial((middle, face), next(clusters(place.name), "?").upper(), INITIAL, INK, metal)


def _block(place: PodiumPlace) -> int:
    return BLOCKS.get(place.rank, min(BLOCKS.values()))
