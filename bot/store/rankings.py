"""Leaderboards, seasons and what members have chosen, as async code sees them: see ``bot.store.store``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from bot.game.events import Player
from bot.store import achieved, boards, members, player_stats, seasons
from bot.store.board_records import Cursor, Earned, Leaderboard, Member, Move, Page, Season
from bot.store.desk import Do
from bot.store.records import StandingRecord
from bot.store.stat_records import PlayerStats


class Rankings:
    """Who stands where. StoreUnavailable says why not now."""

    def __init__(self, read: Do, write: Do) -> None:
        self._read = read
        self._write = write

    async def page(self, board: Leaderboard, cursor: Cursor | None = None, limit: int = 10) -> Page:
        """A page of a board: from its top, or from a cursor on."""
        return await self._read(lambda session: boards.page(session, board, cursor, limit))

    async def neighbours(
        self, board: Leaderboard, player_id: int, around: int = 1
    ) -> tuple[StandingRecord, ...]:
        """The player's own line of a board with a few above and below; none where they are not on it."""
        return await self._read(lambda session: boards.neighbours(session, board, player_id, around))

    async def ranks_before(self, board: Leaderboard, players: Collection[int]) -> Mapping[int, int]:
        """The ranks that players had in the period before, as far as they were on its board."""
        return await self._read(lambda session: boards.ranks_before(session, board, players))

    async def moves(self, board: Leaderboard, gained: Mapping[int, int], limit: int = 5) -> tuple[Move, ...]:
        """Where the best of some players stand on a board of points, now that a game gave them so many."""
        return await self._read(lambda session: boards.moves(session, board, gained, limit))

    async def earned(self, game_id: str) -> tuple[Earned, ...]:
        """What the players of a game have earned by it."""
        return await self._read(lambda session: achieved.earned(session, game_id))

    async def topics(self, scope: str) -> tuple[str, ...]:
        """The topics of what was asked in a scope, in the order of the alphabet."""
        return await self._read(lambda session: boards.topics(session, scope))

    async def seasons(self, scope: str) -> tuple[Season, ...]:
        """The seasons of a scope, the running one last."""
        return await self._read(lambda session: seasons.seasons(session, scope))

    async def reset(self, scope: str, now: datetime) -> Season | None:
        """Close the season of a scope and begin another; None where nobody has won anything in it."""
        return await self._write(lambda session: seasons.reset(session, scope, now))

    async def undo_reset(self, scope: str) -> Season | None:
        """Let the season before go on; None where there is none."""
        return await self._write(lambda session: seasons.undo_reset(session, scope))

    async def count_left_out(self) -> None:
        """Count the games that ended without being counted, as when the program was killed just then."""
        await self._write(seasons.count_left_out)

    async def rebuild(self) -> int:
        """Make every standing anew from the awards; how many there are."""
        return await self._write(seasons.rebuild)

    async def player_stats(self, scope: str, player_id: int, today: date) -> PlayerStats | None:
        """What a player has done in a scope; None where they were in no game that is over."""
        return await self._read(lambda session: player_stats.player_stats(session, scope, player_id, today))

    async def member(self, player_id: int) -> Member:
        """What somebody has chosen for themselves."""
        return await self._read(lambda session: members.chosen(session, player_id))

    async def change_member(self, player: Player, changes: Mapping[str, bool]) -> Member:
        """Change some of what somebody has chosen."""
        return await self._write(lambda session: members.change(session, player, changes))
