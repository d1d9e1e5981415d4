"""A line in the log for the start, the resumption and the end of each game, without any answer."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from bot.game.events import Event, GameEnded, GameResumed, GameStarted, Player, QuestionAsked
from bot.store.records import OpenGame, Place

log = logging.getLogger(__name__)


class GameLog:
    """Knows of each running game how many rounds it has, and in which it is."""

    def __init__(self) -> None:
        self._rounds: dict[str, int] = {}
        self._round: dict[str, int] = {}

    def found(self, game: OpenGame) -> None:
        """Learn how far the game is."""
        for event in game.events:
            self._learn(game.id, event)

    def kept(self, game_id: str, place: Place, events: Sequence[Event], seconds: float) -> None:
        """Log what these events say."""
        for event in events:
            self._learn(game_id, event)
            if isinstance(event, GameStarted):
                log.info("game %s started in %s: %s", game_id, _where(place), _start(event, place))
            elif isinstance(event, GameResumed):
                round = self._so_far(game_id, "round")
                log.info("game %s resumed in %s: %s, %.0f s away", game_id, _where(place), round, event.away)
            elif isinstance(event, GameEnded):
                log.info("game %s ended in %s: %s", game_id, _where(place), self._end(game_id, event))
                self._rounds.pop(game_id, None)
                self._round.pop(game_id, None)

    def failed(self) -> None:
        """The session logs that itself."""

    def _learn(self, game_id: str, event: Event) -> None:
        if isinstance(event, GameStarted):
            self._rounds[game_id] = len(event.questions)
        elif isinstance(event, QuestionAsked):
            self._round[game_id] = event.round

    def _so_far(self, game_id: str, word: str) -> str:
        return f"{word} {self._round.get(game_id, 0)} of {self._rounds.get(game_id, 0)}"

    def _end(self, game_id: str, event: GameEnded) -> str:
        by = f" by {_who(event.by)}" if event.by else ""
        return f"{event.reason}{by} in {self._so_far(game_id, 'round')}, players: {len(event.standings)}"


def _start(event: GameStarted, place: Place) -> str:
    packs = dict.fromkeys(question.pack for question in event.questions)
    names = ", ".join("the server's own" if pack == place.scope else pack for pack in packs)
    rounds = f"rounds: {len(event.questions)} of {event.rules.seconds:g} s"
    return f"packs: {names}; {rounds}; by {_who(event.starter)}"


def _where(place: Place) -> str:
    return f"{place.scope.replace(':', ' ')}, channel {place.channel_id}"


def _who(player: Player) -> str:
    return f"{player.name!r} ({player.id})"
