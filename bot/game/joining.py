"""Who comes in, and into which team."""

from __future__ import annotations

from collections import Counter

from bot.game.events import Player, PlayerJoined
from bot.game.state import Phase, State


def join(state: State, player: Player, team: int | None, now: float) -> tuple[PlayerJoined, ...]:
    """The player is in from now on; nothing if they are already, in that team."""
    if state.phase is not Phase.LOBBY:
        return () if state.gathered and player.id in state.present else (PlayerJoined(now, player),)
    if team is not None and not 0 <= team < state.rules.teams:
        team = None
    known = any(one.id == player.id for one in state.joined)
    changed = team is not None and team != state.teams.get(player.id)
    return () if known and not changed else (PlayerJoined(now, player, team),)


def new_team(state: State, player: Player) -> int | None:
    """The smallest team, for a player who is in none; None where there is no need of one."""
    if not state.rules.teams or player.id in state.teams:
        return None
    sizes = Counter(state.teams.values())
    return min(range(state.rules.teams), key=lambda team: sizes[team])
