"""What the players have so far, and in which order they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from bot.game.events import Player, RoundClosed, Standing, TeamStanding


@dataclass(frozen=True, slots=True)
class Tally:
    """One player's sums in a game; ``streak`` is the number of right answers in a row up to now.

    ``out_in`` is the round in which the last life was lost, 0 as long as there are some.
    """

    player: Player
    points: int = 0
    correct: int = 0
    answered: int = 0
    streak: int = 0
    out_in: int = 0


def count(
    tallies: Mapping[int, Tally], closed: RoundClosed, *, missing_ends_streak: bool
) -> dict[int, Tally]:
    """The tallies, by player id, after a round.

    ``missing_ends_streak`` says whether a player who did not answer in this round loses the streak.
    """
    counted = dict(tallies)
    if missing_ends_streak:
        counted = {key: replace(tally, streak=0) for key, tally in counted.items()}
    for award in closed.awards:
        before = tallies.get(award.player.id, Tally(award.player))
        counted[award.player.id] = Tally(
            player=award.player,
            points=before.points + award.points,
            correct=before.correct + award.correct,
            answered=before.answered + 1,
            streak=award.streak,
            out_in=closed.round if award.player in closed.out else before.out_in,
        )
    return counted


def climbers(table: Sequence[Standing], closed: RoundClosed) -> frozenset[int]:
    """The ids of those who stand higher in the table after this round than before it."""
    gained = {award.player.id: award.points for award in closed.awards}
    out = {player.id for player in closed.out}
    before = {
        row.player.id: _worth(
            row.points - gained.get(row.player.id, 0), 0 if row.player.id in out else row.out_in
        )
        for row in table
    }
    ranks = {player: 1 + sum(other > worth for other in before.values()) for player, worth in before.items()}
    return frozenset(row.player.id for row in table if row.rank < ranks[row.player.id])


def standings(tallies: Iterable[Tally]) -> tuple[Standing, ...]:
    """The players, best first: in survival by the rounds that they survived, then by points.

    Those who are equal share a rank, and the next rank is left out (1, 1, 3).
    """
    ordered = sorted(tallies, key=lambda one: (one.player.name, one.player.id))
    ordered.sort(key=lambda one: (_worth(one.points, one.out_in), one.correct), reverse=True)
    table: list[Standing] = []
    for place, one in enumerate(ordered, start=1):
        shared = table and _worth(table[-1].points, table[-1].out_in) == _worth(one.points, one.out_in)
        rank = table[-1].rank if shared else place
        table.append(Standing(rank, one.player, one.points, one.correct, one.answered, one.out_in))
    return tuple(table)


def _worth(points: int, out_in: int) -> tuple[float, int]:
    """What decides the rank: for how long a player survived, and the points."""
    return (out_in or inf, points)


def team_standings(tallies: Mapping[int, Tally], teams: Mapping[int, int]) -> tuple[TeamStanding, ...]:
    """The teams, best first. A team has the mean of its better half, so that size does not win."""
    points: dict[int, list[int]] = {}
    for player, team in teams.items():
        tally = tallies.get(player)
        points.setdefault(team, []).append(tally.points if tally else 0)
    rows = []
    for team, each in points.items():
        half = sorted(each, reverse=True)[: (len(each) + 1) // 2]
        rows.append((sum(half) / len(half), team, len(each)))
    rows.sort(key=lambda row: (-row[0], row[1]))
    return tuple(
        TeamStanding(1 + sum(other > mean for other, *_ in rows), team, mean, size)
        for mean, team, size in rows
    )


def winners(
    table: Sequence[Standing], teams: Mapping[int, int], team_table: Sequence[TeamStanding]
) -> tuple[int, ...]:
    """The ids of those who have won: who is first of several, or answered in the first of several teams.

    Nobody wins without points.
    """
    if team_table:
        first = {row.team for row in team_table if row.rank == 1 and row.points > 0}
        rivals = len(team_table)
        ids = [row.player.id for row in table if teams.get(row.player.id) in first]
    else:
        rivals = len(table)
        ids = [row.player.id for row in table if row.rank == 1 and row.points > 0]
    return tuple(sorted(ids)) if rivals > 1 else ()
