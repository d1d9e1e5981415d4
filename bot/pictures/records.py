"""What can be drawn: plain data, with all text as it is to be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A line of a leaderboard. ``share`` of the best value is drawn as a bar, from 0 to 1.

    ``climbed`` is by how many ranks, less than 0 for down; ``mark`` stands there instead, as for who is new.
    ``own`` is the line of whoever asked for it, and who has ``left`` is greyed.
    """

    rank: int
    name: str
    value: str
    share: float = 0.0
    climbed: int = 0
    mark: str = ""
    medal: bool = False
    own: bool = False
    left: bool = False


@dataclass(frozen=True, slots=True)
class BoardPicture:
    """A page of a leaderboard; ``about`` says more of which one it is, and may be empty."""

    title: str
    about: str
    lines: tuple[BoardLine, ...]


@dataclass(frozen=True, slots=True)
class PodiumPlace:
    """Somebody on the podium."""

    rank: int
    name: str
    score: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PodiumPicture:
    """The first three of a game, or as many as there were, the best first. Some may share a rank."""

    places: tuple[PodiumPlace, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: what it stands for, how high it is, and that height in words."""

    label: str
    height: int
    value: str


@dataclass(frozen=True, slots=True)
class ChartPicture:
    """Bars beside each other, the newest last."""

    title: str
    bars: tuple[Bar, ...]


Picture = BoardPicture | PodiumPicture | ChartPicture
