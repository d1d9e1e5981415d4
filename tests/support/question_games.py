"""Games of one question, as far as the statistics of questions look at them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from bot.game.events import Award, CloseReason, GameStarted, Player, RoundClosed
from bot.game.rules import Rules
from bot.store.records import Place
from bot.store.store import Store
from questions.question import Question
from tests.support.databases import ANN, HERE, NOON, an_end, keep


async def ask(
    store: Store,
    question: Question,
    *guesses: bool | int,
    reason: CloseReason = CloseReason.TIME,
    place: Place = HERE,
    times: int = 1,
) -> None:
    """Play games of this question: who took which choice, or whether what they typed was right."""
    right = [guess is True or (guess is not False and guess == question.correct) for guess in guesses]
    awards = tuple(_award(Player(100 + seat, f"P{seat}"), correct) for seat, correct in enumerate(right))
    closed = RoundClosed(NOON.timestamp(), 1, reason, awards, NOON.timestamp(), (), _taken(question, guesses))
    started = GameStarted(NOON.timestamp(), ANN, Rules(), (question,))
    for _ in range(times):
        await keep(store, uuid4().hex, started, closed, an_end(NOON, closed), place=place)


def _taken(question: Question, guesses: Sequence[bool | int]) -> tuple[int, ...]:
    choices = [guess for guess in guesses if not isinstance(guess, bool)]
    return tuple(choices.count(at) for at in range(len(question.choices))) if choices else ()


def _award(player: Player, correct: bool) -> Award:
    return Award(player, correct, 10 * correct, 10 * correct, 0, 0, int(correct), 4.0)
