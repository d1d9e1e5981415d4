"""What the players have so far, and in which order they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.game.events import Award, Player, Standing


@dataclass(frozen=True, slots=True)
class Tally:
    """One player's sums in a game; ``streak`` is the number of right answers in a row up to now."""

    player: Player
    points: int = 0
    correct: int = 0
    answered: int = 0
    streak: int = 0


def count(
    tallies: Mapping[int, Tally], awards: Iterable[Award], *, missing_ends_streak: bool
) -> dict[int, Tally]:
    """The tallies, by player id, after a round with these awards.

    ``missing_ends_streak`` says whether a player who did not answer in this round loses the streak.
    """
    counted = dict(tallies)
    if missing_ends_streak:
        for key, tally in counted.items():
            counted[key] = Tally(tally.player, tally.points, tally.correct, tally.answered)
    for award in awards:
        before = tallies.get(award.player.id, Tally(award.player))
        counted[award.player.id] = Tally(
            player=award.player,
            points=before.points + award.points,
            correct=before.correct + award.correct,
            answered=before.answered + 1,
            streak=award.streak,
        )
    return counted


def climbers(table: Sequence[Standing], awards: Iterable[Award]) -> frozenset[int]:
    """The ids of those who stand higher in the table after these awards than before them."""
    gained = {award.player.id: award.points for award in awards}
    before = {row.player.id: row.points - gained.get(row.player.id, 0) for row in table}
    ranks = {
        player: 1 + sum(other > points for other in before.values()) for player, points in before.items()
    }
    return frozenset(row.player.id for row in table if row.rank < ranks[row.player.id])


def standings(tallies: Iterable[Tally]) -> tuple[Standing, ...]:
    """The players, best first. Equal points share a rank, and the next rank is left out (1, 1, 3)."""
    ordered = sorted(tallies, key=lambda one: (-one.points, -one.correct, one.player.name, one.player.id))
    table: list[Standing] = []
    for place, one in enumerate(ordered, start=1):
        shared = table and table[-1].points == one.points
        rank = table[-1].rank if shared else place
        table.append(Standing(rank, one.player, one.points, one.correct, one.answered))
    return tuple(table)
