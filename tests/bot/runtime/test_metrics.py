"""The metrics count what games keep, and name neither a server nor a player."""

from __future__ import annotations

import math

from prometheus_client.parser import text_string_to_metric_families

from bot.game.events import (
    AnswerLocked,
    CloseReason,
    EndReason,
    GameEnded,
    GameResumed,
    GameStarted,
    Player,
    RoundClosed,
)
from bot.game.rules import Rules
from bot.runtime.metrics import Metrics
from bot.store.records import Place
from questions.judging.verdict import Mark
from tests.support.questions import choice_question, exact_judge, typed_question

ADA = Player(4242, "Ada Lovelace")
HERE = Place("server:1234", 5678)


def samples(metrics: Metrics) -> dict[str, float]:
    """The value of each line, by its name and labels as they are written."""
    return {
        sample.name + "".join(f" {name}={value}" for name, value in sample.labels.items()): sample.value
        for family in text_string_to_metric_families(metrics.text().decode())
        for sample in family.samples
    }


def played() -> Metrics:
    metrics = Metrics({"discord_py": "2.7"})
    question = choice_question()
    metrics.kept("g", HERE, (GameStarted(0.0, ADA, Rules(rounds=1), (question,)),), 0.002)
    metrics.kept("g", HERE, (GameResumed(1.0, 1.0),), 0.2)
    metrics.kept(
        "g",
        HERE,
        (
            AnswerLocked(2.0, 1, ADA, 1, Mark.CORRECT, 1.0, 0),
            AnswerLocked(2.5, 1, ADA, "right", Mark.CORRECT, 1.0, 0),
            RoundClosed(3.0, 1, CloseReason.SKIPPED, (), 4.0),
            GameEnded(4.0, EndReason.FINISHED, ()),
        ),
        0.002,
    )
    metrics.failed()
    metrics.reconnected()
    metrics.timed(exact_judge)(typed_question(), "Krysten Ritter")
    return metrics


def test_games_rounds_and_answers_are_counted() -> None:
    shown = samples(played())
    assert {name: value for name, value in shown.items() if "total" in name and "process" not in name} == {
        "gumshoe_games_started_total": 1,
        "gumshoe_games_resumed_total": 1,
        "gumshoe_games_ended_total reason=finished": 1,
        "gumshoe_rounds_total reason=skipped": 1,
        "gumshoe_answers_total input=button": 1,
        "gumshoe_answers_total input=typed": 1,
        "gumshoe_journal_failures_total": 1,
        "gumshoe_gateway_reconnects_total": 1,
    }


def test_times_of_appends_and_verdicts_are_histograms() -> None:
    shown = samples(played())
    assert shown["gumshoe_journal_append_seconds_count"] == 3
    assert shown["gumshoe_journal_append_seconds_bucket le=0.003"] == 2
    assert shown["gumshoe_verdict_seconds_count"] == 1


def test_a_timed_judge_judges_as_before() -> None:
    question = typed_question()
    judge = Metrics({}).timed(exact_judge)
    assert judge(question, "Krysten") == exact_judge(question, "Krysten")


def test_gauges_are_read_at_each_scrape_and_what_is_unknown_is_nan() -> None:
    metrics = Metrics({})
    values = [1.0, math.inf]
    metrics.gauge("gumshoe_gateway_latency_seconds", "", lambda: values[0])
    metrics.queue("journal", lambda: 7)
    assert samples(metrics)["gumshoe_gateway_latency_seconds"] == 1
    assert samples(metrics)["gumshoe_queue_length queue=journal"] == 7
    values.pop(0)
    assert math.isnan(samples(metrics)["gumshoe_gateway_latency_seconds"])


def test_no_server_channel_or_player_is_in_it() -> None:
    text = played().text().decode()
    assert not [name for name in ("1234", "5678", "4242", "Ada") if name in text]


def test_the_build_tells_its_versions() -> None:
    (build,) = (name for name in samples(played()) if name.startswith("gumshoe_build_info"))
    assert "discord_py=2.7" in build
    assert "version=" in build
