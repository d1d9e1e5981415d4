"""A board in the ids of its buttons, so that they work after a restart, and tomorrow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from bot.library.fact_packs import OWN, own_prefix
from bot.store.board_records import Cursor, Leaderboard, Measure, Subject
from bot.store.records import ALONE, EVERYWHERE, Period

BOARD_ID = re.compile(
    r"b:(?P<scope>[sea])(?P<period>[dwmya])(?P<starts>\d{8})(?P<measure>[pwasr])(?P<season>\d{0,4})"
    r":(?P<act>top|me|text|picture|[ud]\d{1,12}\.\d{1,20})(?::(?P<kind>[pto])(?P<name>.+))?",
    re.ASCII | re.DOTALL,
)
SUBJECT_LIMIT = 40
"""No longer pack or topic has a board: Discord takes 100 characters of an id."""

UNITED = {EVERYWHERE: "e", ALONE: "a"}
"""In an id; ``s`` is the server where the button is."""

KINDS = {"p": "pack", "t": "topic", "o": "pack"}
"""In an id; what follows the last one is a pack of the server's own, without the name of the server."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What a button asks for: a board from its top or from a cursor on, or the presser's own place on it; or
    that the presser wants ``pictures`` from now on, or text.
    """

    board: Leaderboard
    cursor: Cursor | None = None
    own: bool = False
    pictures: bool | None = None


def fits(board: Leaderboard) -> bool:
    """Whether the board has room in the ids of its buttons. A server's own pack is on its own board only."""
    subject = board.subject
    if subject is None:
        return True
    if subject.kind == "pack" and subject.name.startswith(OWN) and not _is_own(board):
        return False
    return len(_subject_part(board)) <= 1 + SUBJECT_LIMIT


def board_id(board: Leaderboard, act: str) -> str:
    """The id of a button; ``act`` is a word of ``BOARD_ID``, or what ``cursor_act`` gives."""
    scope = UNITED.get(board.scope, "s")
    season = board.season or ""
    head = f"b:{scope}{board.period.value[0]}{board.starts:%Y%m%d}{board.measure.value[0]}{season}:{act}"
    return f"{head}:{_subject_part(board)}" if board.subject else head


def _subject_part(board: Leaderboard) -> str:
    if board.subject is None:
        return ""
    if _is_own(board):
        return "o" + board.subject.name.removeprefix(own_prefix(board.scope))
    return board.subject.kind[0] + board.subject.name


def _is_own(board: Leaderboard) -> bool:
    subject = board.subject
    return subject is not None and subject.kind == "pack" and subject.name.startswith(own_prefix(board.scope))


def cursor_act(cursor: Cursor) -> str:
    """The page above or below a line."""
    return f"{'u' if cursor.up else 'd'}{cursor.value}.{cursor.player_id}"


def turn_of(id: str, scope: str) -> Turn | None:
    """What a button asks for, pressed in a server of this scope; None where it is no button of a board."""
    match = BOARD_ID.fullmatch(id)
    if match is None:
        return None
    try:
        starts = datetime.strptime(match["starts"], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
    name = own_prefix(scope) + match["name"] if match["kind"] == "o" else match["name"]
    board = Leaderboard(
        next((united for united, sign in UNITED.items() if sign == match["scope"]), scope),
        next(period for period in Period if period.value[0] == match["period"]),
        starts,
        next(measure for measure in Measure if measure.value[0] == match["measure"]),
        Subject(KINDS[match["kind"]], name) if match["kind"] else None,
        int(match["season"]) if match["season"] else None,
    )
    act = match["act"]
    if act in ("top", "me"):
        return Turn(board, own=act == "me")
    if act in ("text", "picture"):
        return Turn(board, pictures=act == "picture")
    value, _, player = act[1:].partition(".")
    return Turn(board, Cursor(int(value), int(player), up=act[0] == "u"))
