"""The games that were played in a server: a list of them, and one in full."""

from __future__ import annotations

from collections.abc import Sequence

from discord import ui

from bot.game.events import GameEnded, GameStarted, RoundClosed
from bot.store.records import PastGame
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.views.layout import FINAL, card, place
from bot.views.text import safe_line

TITLES_SHOWN, PROMPT_SHOWN, ANSWER_SHOWN = 80, 90, 60
PLAYERS_SHOWN = 10


def history_card(texts: Texts, games: Sequence[PastGame], *, solo: bool) -> ui.LayoutView:
    """The last games, the newest first, each with date, pack and winner."""
    lines = [_line(texts, number, game) for number, game in enumerate(games, start=1)]
    heading = texts("history-heading-solo" if solo else "history-heading")
    return card(FINAL, [heading, "\n".join(lines) or texts("history-none"), texts("history-more")])


def results_card(texts: Texts, game: PastGame) -> ui.LayoutView:
    """One game in full: who got what, and each question with its answer."""
    started, ended = game.started, game.ended
    players = [
        f"{place(row.rank, row.points)} {safe_line(row.player.name)} · {render.score(texts, row)}"
        for row in ended.standings[:PLAYERS_SHOWN]
    ]
    rounds = [_round(texts, started, closed) for closed in game.rounds]
    seed = started.selection.seed
    return card(
        FINAL,
        [
            f"## {_about(started)}\n{_played(texts, started, ended)}",
            "\n".join(players) or texts("nobody-answered"),
            "\n".join(rounds),
            "" if seed is None else texts("results-seed", seed=str(seed)),
        ],
    )


def _line(texts: Texts, number: int, game: PastGame) -> str:
    winners = [row for row in game.ended.standings if row.rank == 1 and row.points]
    names = ", ".join(safe_line(row.player.name) for row in winners[:3])
    winner = texts("history-winner", winner=names, count=winners[0].points) if winners else "–"
    return f"**{number}.** <t:{round(game.started.at)}:d> · {_about(game.started)} · {winner}"


def _round(texts: Texts, started: GameStarted, closed: RoundClosed) -> str:
    question = started.questions[closed.round - 1]
    right = sum(award.correct for award in closed.awards)
    prompt = safe_line(question.prompt, PROMPT_SHOWN)
    answer = safe_line(question.answer.text, ANSWER_SHOWN)
    counted = texts("results-right", right=right, answers=len(closed.awards))
    return f"**{closed.round}.** {prompt} **{answer}** · {counted}"


def _about(started: GameStarted) -> str:
    return safe_line(", ".join(started.selection.titles), TITLES_SHOWN) or "–"


def _played(texts: Texts, started: GameStarted, ended: GameEnded) -> str:
    ending = safe_line(render.ending(texts, ended), TITLES_SHOWN)
    return f"<t:{round(started.at)}:f> · {safe_line(started.starter.name)} · {ending}"
