"""What players can achieve in the quizzes of a server, and what one quiz counts towards it.

A quiz played alone counts for days only, so that nobody gets the rest without anybody to play against.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from bot.game.events import Award

HARD, QUICK_SECONDS = 3, 2.0
SOLE_AMONG = 5
"""So many must have answered for one of them to be the only one who knew."""

CLOSE_POINTS = 5
COMEBACK_ROUNDS, COMEBACK_PLAYERS = 6, 3
"""The least that a quiz needs for somebody to come from behind in it."""


class Feat(StrEnum):
    """What is measured."""

    # adds up over all quizzes
    WINS = "wins"
    RIGHT = "right"
    HARD = "hard"  # right answers to hard questions
    QUICK = "quick"  # right answers within two seconds
    # within one quiz
    STREAK = "streak"
    FLAWLESS = "flawless"  # right answers, where there were no others
    TOPICS = "topics"  # topics with a right answer
    SOLE = "sole"  # questions that only this player knew
    BEATEN = "beaten"  # players who lost against the winner
    SURVIVED = "survived"
    COMEBACK = "comeback"
    CLOSE = "close"
    # days in a row with a quiz
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Achievement:
    """Earned once by who reaches the threshold; its name and how to get it are texts of this code."""

    code: str
    feat: Feat
    threshold: int = 1


ACHIEVEMENTS = (
    Achievement("first-win", Feat.WINS),
    Achievement("winner", Feat.WINS, 10),
    Achievement("champion", Feat.WINS, 50),
    Achievement("hundred", Feat.RIGHT, 100),
    Achievement("thousand", Feat.RIGHT, 1000),
    Achievement("hard-liner", Feat.HARD, 20),
    Achievement("diamond", Feat.HARD, 200),
    Achievement("lightning", Feat.QUICK, 5),
    Achievement("thunderstorm", Feat.QUICK, 100),
    Achievement("on-fire", Feat.STREAK, 7),
    Achievement("unstoppable", Feat.STREAK, 15),
    Achievement("flawless", Feat.FLAWLESS, 10),
    Achievement("all-rounder", Feat.TOPICS, 5),
    Achievement("only-one", Feat.SOLE),
    Achievement("big-stage", Feat.BEATEN, 9),
    Achievement("survivor", Feat.SURVIVED),
    Achievement("comeback", Feat.COMEBACK),
    Achievement("photo-finish", Feat.CLOSE),
    Achievement("regular", Feat.DAYS, 7),
    Achievement("furniture", Feat.DAYS, 30),
)

PLACES = {one.code: place for place, one in enumerate(ACHIEVEMENTS)}
SUMMED = (Feat.WINS, Feat.RIGHT, Feat.HARD, Feat.QUICK)
OF_ALL = tuple(one for one in ACHIEVEMENTS if one.feat in SUMMED)
OF_ONE = tuple(one for one in ACHIEVEMENTS if one.feat not in SUMMED)
MOST_DAYS = max(one.threshold for one in ACHIEVEMENTS if one.feat is Feat.DAYS)


class Career(NamedTuple):
    """What adds up over all quizzes of a player."""

    wins: int = 0
    right: int = 0
    hard: int = 0
    quick: int = 0


@dataclass(slots=True)
class Done:
    """What somebody did in a quiz: a field for each feat."""

    wins: int = 0
    right: int = 0
    hard: int = 0
    quick: int = 0
    streak: int = 0
    flawless: int = 0
    topics: int = 0
    sole: int = 0
    beaten: int = 0
    survived: int = 0
    comeback: int = 0
    close: int = 0
    days: int = 0

    def after(self, career: Career) -> Career:
        """The sums with this quiz, from those before it."""
        wins, right, hard, quick = career
        return Career(wins + self.wins, right + self.right, hard + self.hard, quick + self.quick)

    def before(self, career: Career) -> Career:
        """The sums without this quiz, from those with it."""
        wins, right, hard, quick = career
        return Career(wins - self.wins, right - self.right, hard - self.hard, quick - self.quick)


@dataclass(frozen=True, slots=True)
class Answered:
    """A round that somebody answered: its question's level and topic, and what the answers got."""

    level: int
    topic: str
    awards: Sequence[Award]


def done_in(
    rounds: Sequence[Answered], winners: Collection[int], players: int, *, outlasted: bool
) -> Mapping[int, Done]:
    """What each player did in a quiz, by player; nothing where they played alone.

    ``players`` is how many played, also those of whom nothing is kept any more; ``outlasted`` says that the
    winner was the last one left.
    """
    done: dict[int, Done] = defaultdict(Done)
    topics: dict[int, set[str]] = defaultdict(set)
    for round in rounds:
        right = [award for award in round.awards if award.correct]
        for award in round.awards:
            mine = done[award.player.id]
            if award.correct:
                mine.right += 1
                mine.hard += round.level >= HARD
                mine.quick += award.elapsed <= QUICK_SECONDS
                mine.streak = max(mine.streak, award.streak)
                topics[award.player.id].add(round.topic)
        if len(right) == 1 and len(round.awards) >= SOLE_AMONG:
            done[right[0].player.id].sole += 1
    if players < 2:
        return {}
    for player, mine in done.items():
        mine.topics = len(topics[player] - {""})
        mine.flawless = mine.right if mine.right == len(rounds) else 0
    for winner in winners:
        first = done[winner]
        first.wins, first.beaten, first.survived = 1, players - len(winners), int(outlasted)
        if len(winners) == 1:
            first.close = _is_close(rounds, winner)
            first.comeback = _is_comeback(rounds, winner, done.keys())
    return done


def place_of(code: str) -> int:
    """The place of an achievement among all; behind them for one that is no more."""
    return PLACES.get(code, len(PLACES))


def reached(done: Done, before: Career) -> list[Achievement]:
    """What somebody has now reached by what they did, with the sums that they had before."""
    after = done.after(before)
    summed = [one for one in OF_ALL if getattr(before, one.feat) < one.threshold <= getattr(after, one.feat)]
    return summed + [one for one in OF_ONE if getattr(done, one.feat) >= one.threshold]


def days_in_a_row(days: Collection[date], day: date) -> int:
    """How many of these days stand in a row with one of them, before it and after."""
    length = 1
    for step in (timedelta(days=-1), timedelta(days=1)):
        beside = day + step
        while beside in days:
            beside, length = beside + step, length + 1
    return length


def _points(rounds: Sequence[Answered], players: Collection[int]) -> dict[int, int]:
    points = dict.fromkeys(players, 0)
    for award in (award for round in rounds for award in round.awards):
        points[award.player.id] = points.get(award.player.id, 0) + award.points
    return points


def _is_close(rounds: Sequence[Answered], winner: int) -> bool:
    points = _points(rounds, ())
    others = [one for player, one in points.items() if player != winner]
    return bool(others) and 0 <= points[winner] - max(others) <= CLOSE_POINTS


def _is_comeback(rounds: Sequence[Answered], winner: int, players: Collection[int]) -> bool:
    """Whether the winner was last when the last third began, and somebody else was not."""
    if len(rounds) < COMEBACK_ROUNDS or len(players) < COMEBACK_PLAYERS:
        return False
    points = _points(rounds[: len(rounds) - len(rounds) // 3], players)
    return min(points.values()) == points[winner] < max(points.values())
