"""Typed games from their start to their end, as real games give them, and what a database holds of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.game.events import Event, Player
from bot.game.game import Game
from bot.store.standing_tables import METADATA
from tests.support.databases import run_sql
from tests.support.games import at, begun_with_events, events_of
from tests.support.questions import typed_question

RIGHT, WRONG = "Krysten Ritter", "Kristin R"
RATING = ("skill", "doubt", "rated")
SUMS = ("standing", "past_standing", "rung", "result", "award", "achievement")


def whole_game(
    *rounds: Mapping[Player, str], appeals: Mapping[int, Player] | None = None
) -> tuple[Game, list[Event]]:
    """A game of these guesses by round, and its events; ``appeals`` are accepted as their round closes."""
    questions = [typed_question(f"q{number}", RIGHT) for number in range(1, len(rounds) + 1)]
    game, begun = begun_with_events(questions, rounds=len(rounds), pause_seconds=5.0)
    events = list(begun)
    for number, guesses in enumerate(rounds, 1):
        now = 60.0 * number
        events += events_of(game.tick(at(now - 5)))
        events += events_of(game.shown(number, f"m{number}", at(now)))
        for player, guess in guesses.items():
            events += events_of(game.answer(player, guess, number, at(now + 4)))
        events += events_of(game.tick(at(now + 24)))
        if appeals and number in appeals:
            events += appeal(game, appeals[number], number, appeals[number], now + 25)
    events += events_of(game.tick(at(60.0 * len(rounds) + 40)))
    return game, events


def appeal(game: Game, player: Player, round: int, by: Player, now: float) -> list[Event]:
    """The player appeals, and it is accepted."""
    made = events_of(game.appeal(player, round, at(now)))
    return [*made, *events_of(game.rule(by, round, player.id, at(now + 1), accept=True, at_once=True))]


def dump(url: str, without: Sequence[str] = RATING) -> dict[str, list[tuple[object, ...]]]:
    """All sums in a database, without the ratings."""
    tables = {}
    for table in SUMS:
        columns = (column.name for column in METADATA.tables[table].columns)
        kept = ", ".join(name for name in columns if name not in without)
        where = "WHERE players > 0" if table == "rung" else ""
        tables[table] = sorted(run_sql(url, f"SELECT {kept} FROM {table} {where}"))
    return tables


def ratings(url: str) -> list[tuple[float, ...]]:
    """Skill, doubt and count of all players, and then of all questions."""
    players = run_sql(url, "SELECT skill, doubt, rated FROM standing ORDER BY scope, player_id")
    questions = run_sql(url, "SELECT skill, doubt, answered, correct FROM question ORDER BY id")
    return [*players, *questions]
