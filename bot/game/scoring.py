"""What an answer is worth.

A right answer earns whole points, each part rounded down:

- base: 10 for an easy question, 20 for a medium one, 30 for a hard one. Every hint or further clue that was
  on show when the answer came takes a quarter of it away; a quarter always stays.
- speed: up to half of that base, by the share of the clock that was left; nothing where there is no clock.
- streak: a tenth of that base for each right answer in a row before this one, up to half. A wrong answer or a
  question left unanswered ends the streak; one that was voted away or could not be shown does not.

A wrong answer earns nothing and costs nothing. Where the nearest guess wins, a guess that is exactly right
beats all others; if there is none, every guess at the least distance wins, above or below. A lone guess has
no rival to be nearer than, and must be exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.game.events import AnswerLocked, Award, GuessedClose
from bot.game.nearest import number_in
from questions.judging.verdict import Mark
from questions.question import Question

POINTS_PER_LEVEL = 10
MAX_LEVEL = 3
HINT_SHARE = 4
SPEED_SHARE = 2
STREAK_SHARE = 10
MAX_STREAK = 5


def awards(
    question: Question, answers: Sequence[AnswerLocked], seconds: float, streaks: Mapping[int, int]
) -> tuple[Award, ...]:
    """An award for each answer, best first.

    ``answers`` holds at most one for each player, ``seconds`` is the length of the clock, 0 for none,
    ``streaks`` the right answers in a row before this round, by player id.
    """
    right = _right(question, answers)
    given = [
        right_award(question, answer, seconds, streaks.get(answer.player.id, 0))
        if answer.player.id in right
        else Award(answer.player, False, 0, 0, 0, 0, 0, answer.elapsed)
        for answer in answers
    ]
    return best_first(given)


def best_first(awards: Iterable[Award]) -> tuple[Award, ...]:
    """The awards of a round in the order in which they are shown."""
    return tuple(sorted(awards, key=lambda one: (-one.points, not one.correct, one.elapsed, one.player.id)))


def base_points(level: int, hints: int) -> int:
    """The base for a question of this level (1 to 3) after this many hints."""
    full = POINTS_PER_LEVEL * min(max(level, 1), MAX_LEVEL)
    return full * percent_left(hints) // 100


def percent_left(hints: int) -> int:
    """How much of the base is left after this many hints."""
    return 100 * max(HINT_SHARE - hints, 1) // HINT_SHARE


def streak_bonus(base: int, streak: int) -> int:
    """What so many right answers in a row before this one add to its base."""
    return base * min(streak, MAX_STREAK) // STREAK_SHARE


def right_award(
    question: Question, answer: AnswerLocked | GuessedClose, seconds: float, streak: int
) -> Award:
    """What a right answer is worth."""
    base = base_points(question.level, answer.hints)
    left = min(max(1 - answer.elapsed / seconds, 0), 1) if seconds else 0
    speed = int(base * left / SPEED_SHARE)
    bonus = streak_bonus(base, streak)
    return Award(
        player=answer.player,
        correct=True,
        points=base + speed + bonus,
        base=base,
        speed=speed,
        streak_bonus=bonus,
        streak=streak + 1,
        elapsed=answer.elapsed,
    )


def _right(question: Question, answers: Sequence[AnswerLocked]) -> frozenset[int]:
    """The ids of the players who are right."""
    exact = frozenset(answer.player.id for answer in answers if answer.mark is Mark.CORRECT)
    target = number_in(question.answer.text)
    if exact or not question.answer.nearest or target is None:
        return exact
    guesses = {answer.player.id: number_in(str(answer.guess)) for answer in answers if answer.mark is None}
    distances = {player: abs(guess - target) for player, guess in guesses.items() if guess is not None}
    if len(distances) < 2:
        return frozenset()
    least = min(distances.values())
    return frozenset(player for player, distance in distances.items() if distance == least)
