"""What a running bot measures of itself, in Prometheus' text. No label names a server or a player."""

from __future__ import annotations

import math
import platform
from collections.abc import Callable, Mapping, Sequence
from time import perf_counter

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Info,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

from bot import __version__
from bot.game.events import AnswerLocked, Event, GameEnded, GameResumed, GameStarted, RoundClosed
from bot.game.game import Judge
from bot.store.records import OpenGame, Place
from questions.judging.verdict import Verdict
from questions.question import Question

VERDICT_BUCKETS = (0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1)
APPEND_BUCKETS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)


class Metrics:
    """Counts what games keep, as an observer; ``gauges`` are read at each scrape."""

    def __init__(self, libraries: Mapping[str, str]) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]  # the library does not type it
        registry = self._registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        build = {"version": __version__, "python": platform.python_version(), **libraries}
        Info("gumshoe_build", "Versions", registry=registry).info(build)
        self._started = Counter("gumshoe_games_started", "Games started", registry=registry)
        self._resumed = Counter("gumshoe_games_resumed", "Games resumed after a restart", registry=registry)
        self._ended = Counter("gumshoe_games_ended", "Games ended", ["reason"], registry=registry)
        self._rounds = Counter("gumshoe_rounds", "Rounds closed", ["reason"], registry=registry)
        self._answers = Counter(
            "gumshoe_answers", "Answers locked in, changed ones again", ["input"], registry=registry
        )
        self._verdicts = Histogram(
            "gumshoe_verdict_seconds",
            "Time to judge a typed answer",
            buckets=VERDICT_BUCKETS,
            registry=registry,
        )
        self._appends = Histogram(
            "gumshoe_journal_append_seconds",
            "Time until events of a game are on disk",
            buckets=APPEND_BUCKETS,
            registry=registry,
        )
        self._failures = Counter(
            "gumshoe_journal_failures", "Times that events could not be kept", registry=registry
        )
        self._reconnects = Counter(
            "gumshoe_gateway_reconnects", "Connections to Discord after the first, a shard", registry=registry
        )
        self._queues = Gauge("gumshoe_queue_length", "What waits to be done", ["queue"], registry=registry)

    def gauge(self, name: str, about: str, value: Callable[[], float]) -> None:
        """Show what ``value`` gives at each scrape; it runs in the loop."""
        Gauge(name, about, registry=self._registry).set_function(lambda: _finite(value()))

    def queue(self, name: str, length: Callable[[], float]) -> None:
        """Show the length of a queue."""
        self._queues.labels(name).set_function(length)

    def reconnected(self) -> None:
        """A shard is connected to Discord again."""
        self._reconnects.inc()

    def found(self, game: OpenGame) -> None:
        """That it resumes is an event of its own."""

    def kept(self, game_id: str, place: Place, events: Sequence[Event], seconds: float) -> None:
        """Count what was kept."""
        self._appends.observe(seconds)
        for event in events:
            if isinstance(event, AnswerLocked):
                self._answers.labels("typed" if isinstance(event.guess, str) else "button").inc()
            elif isinstance(event, RoundClosed):
                self._rounds.labels(event.reason).inc()
            elif isinstance(event, GameStarted):
                self._started.inc()
            elif isinstance(event, GameResumed):
                self._resumed.inc()
            elif isinstance(event, GameEnded):
                self._ended.labels(event.reason).inc()

    def failed(self) -> None:
        """Count what was not kept."""
        self._failures.inc()

    def timed(self, judge: Judge) -> Judge:
        """The judge, its time measured."""

        def timed(question: Question, guess: str) -> Verdict:
            began = perf_counter()
            verdict = judge(question, guess)
            self._verdicts.observe(perf_counter() - began)
            return verdict

        return timed

    def text(self) -> bytes:
        """All of it, for ``/metrics``."""
        return generate_latest(self._registry)


def _finite(value: float) -> float:
    """NaN is how Prometheus writes that a value is not known."""
    return value if math.isfinite(value) else math.nan
