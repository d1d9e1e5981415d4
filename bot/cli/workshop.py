"""Puts bots together from what they share in a process."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.cli.observe import count_connections

if TYPE_CHECKING:
    from bot.client import GumshoeBot
    from bot.game.game import Judge
    from bot.runtime.clock import Clock
    from bot.runtime.metrics import Metrics
    from bot.sessions import GameStore
    from bot.settings import Settings
    from bot.store.shard_records import Claim
    from bot.store.store import Store
    from questions.facts.model import FactBase


class Workshop:
    """Store, clock, packs, judge and texts are the same for all bots of a process."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        bases: tuple[FactBase, ...],
        clock: Clock,
        metrics: Metrics | None,
    ) -> None:
        from bot.pictures.painter import painter_here
        from bot.runtime.gamelog import GameLog
        from bot.runtime.judge import PackJudge
        from bot.texts.catalogue import Languages
        from questions.bank import Bank

        self._settings = settings
        self._store = store
        self._clock = clock
        self._metrics = metrics
        self._observers = (GameLog(), *([metrics] if metrics else ()))
        self._source = Bank(bases)
        self._languages = Languages()
        self._painter = painter_here()
        self._painter.warm_up()
        judge: Judge = PackJudge(bases)
        self._judge = judge if metrics is None else metrics.timed(judge)

    def bot(
        self,
        *,
        away: Callable[[], float | None],
        claim: Claim | None = None,
        identify: Callable[[int], Awaitable[None]] | None = None,
        fresh: Callable[[], bool] = lambda: True,
    ) -> GumshoeBot:
        """A bot for one shard, or for all: see ``GumshoeBot``."""
        from bot.client import GumshoeBot
        from bot.runtime.observed import ObservedStore
        from bot.sessions import Sessions
        from bot.store.store import GamesOfShard

        games: GameStore = self._store if claim is None else GamesOfShard(self._store, claim)
        observed = ObservedStore(games, self._observers)
        bot = GumshoeBot(
            make_sessions=lambda stages: Sessions(
                observed,
                stages,
                self._clock,
                self._judge,
                abandon_after=self._settings.abandon_hours * 3600,
                retake_after=self._settings.lease_seconds,
            ),
            store=self._store,
            source=self._source,
            languages=self._languages,
            clock=self._clock,
            away=away,
            claim=claim,
            identify=identify,
            fresh=fresh,
            message_content=self._settings.message_content,
            journal_days=self._settings.journal_days,
            painter=self._painter,
        )
        if self._metrics is not None:
            count_connections(self._metrics, bot)
        return bot

    def close(self) -> None:
        """Draw no more pictures: the bots have ended."""
        self._painter.close()
