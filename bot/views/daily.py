"""The daily quiz, which only its player sees: one card that becomes the next, and a board."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import discord
from discord import ui

from bot.game import hints, scoring
from bot.game.game import Game
from bot.store.records import Daily, DailyBoard, DailyStanding
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.views.components import IdButton
from bot.views.end_card import squares_of, to_copy
from bot.views.layout import FINAL, OPEN, RIGHT, WRONG, card, place
from bot.views.question_card import CLUE_SHOWN, ROW, choice_labels, prompt_lines
from bot.views.reports import report_button
from bot.views.reveal_card import CHOICE_SHOWN, GUESS_SHOWN, asked_lines, fact_lines
from bot.views.text import safe, safe_line, stamp
from questions.question import Question

GAME = r"(?P<game>d[\da-f-]{1,39})"
DAILY = re.compile(
    rf"d:{GAME}:(?P<round>\d):(?P<act>c\d{{1,2}}|answer|hint|skip|next|result|share|wrong)", re.A
)
DAILY_FORM = re.compile(rf"d:{GAME}:(?P<round>\d):form", re.A)
DAILY_BOARD = re.compile(r"d:(?P<how>board|turn):(?P<period>day|month|all)", re.A)
PERIODS = ("day", "month", "all")
AHEAD = "▫️"
"""The square of a question that is still to come."""


def daily_question_card(
    texts: Texts, daily: Daily, game: Game, ends: float, *, note: str = ""
) -> ui.LayoutView:
    """The open question, below it until when there is time; ``note`` says what came of the last input."""
    question = game.question
    asked = [*prompt_lines(_heading(texts, game), question)]
    helping = [*question.clues[:1], *(clue.text for clue in game.clues)]
    if given := game.hints.get(daily.player):
        helping.append(render.hint_text(texts, given[-1]))
    asked += [f"💡 {safe(text, CLUE_SHOWN)}" for text in helping]
    status = [note, f"{_squares(daily, game)} · {texts('daily-until', when=stamp(ends))}"]
    if game.round == 1:
        status.append(texts("daily-welcome"))
    rows = [*_choices(texts, daily, game), [*_aside(texts, daily, game)]]
    return card(OPEN, ["\n".join(asked), "\n".join(filter(None, status))], rows, question.picture)


def daily_reveal_card(texts: Texts, daily: Daily, game: Game) -> ui.LayoutView:
    """What was right, what the player said, the fact, and how the day goes so far."""
    question = game.question
    award = game.award_of(game.round, daily.player)
    points = texts("points", count=_points(game))
    blocks = [
        "\n".join((*asked_lines(_heading(texts, game), question), *_answers(daily, game))),
        "\n".join(fact_lines(texts, question)),
        f"{_outcome(texts, daily, game)}\n{_squares(daily, game)} · **{points}**",
    ]
    act, label = "next", texts("button-next-question")
    if game.ended:
        act, label = "result", texts("button-daily-result")
    row = [
        _button(daily, game.round, act, label, discord.ButtonStyle.primary),
        report_button(texts, daily.game, game.round),
    ]
    return card(RIGHT if award and award.correct else WRONG, blocks, [row], question.picture)


def daily_end_card(
    texts: Texts, daily: Daily, game: Game, own: DailyStanding | None, players: int, ends: float
) -> ui.LayoutView:
    """How the player did, the streak, and the place among those who have played."""
    right, rounds = _right(game), len(game.questions)
    score = texts("end-score", count=_points(game), right=right, rounds=rounds)
    result = [_squares(daily, game), f"**{score}**"]
    if own is not None:
        result.append(texts("daily-place", rank=own.rank, players=players))
        result.append(texts("daily-streak", days=own.streak))
    row = [
        _button(daily, game.round, "share", texts("button-share")),
        _board_button(texts),
        _button(daily, game.round, "wrong", texts("button-wrong")),
    ]
    title = texts("daily-title", day=_day(texts, daily.day))
    return card(FINAL, [title, "\n".join(result), texts("daily-comes", when=stamp(ends))], [row])


def daily_share(texts: Texts, daily: Daily, game: Game, streak: int) -> str:
    """What a player can show elsewhere: squares, and no answers. In a code block, to be copied."""
    line = f"{squares_of(game.summary, daily.player)} {_right(game)}/{len(game.questions)}"
    if streak > 1:
        line = f"{line} 🔥 {streak}"
    return to_copy(texts("daily-share", day=_day(texts, daily.day)), line)


def daily_board_card(texts: Texts, period: str, today: date, board: DailyBoard) -> ui.LayoutView:
    """The best of a day, a month or all time, and buttons to turn to the others."""
    lines = [_standing(texts, period, row) for row in board.top]
    own = texts("daily-unplaced")
    if board.own is not None:
        own = texts("my-place", rank=board.own.rank, players=board.players, count=board.own.points)
    heading = texts(f"daily-board-{period}", day=_day(texts, today))
    row = [
        IdButton(label=texts(f"daily-period-{one}"), custom_id=f"d:turn:{one}", disabled=one == period)
        for one in PERIODS
    ]
    return card(FINAL, [heading, "\n".join(lines) or texts("daily-board-none"), f"-# {own}"], [row])


def daily_form_id(daily: Daily, round: int) -> str:
    """The id of the form for a typed answer."""
    return f"d:{daily.game}:{round}:form"


def _heading(texts: Texts, game: Game) -> str:
    heading = render.heading(texts, game.round, len(game.questions), game.question)
    return texts("daily-heading", heading=heading)


def _day(texts: Texts, day: date) -> str:
    return texts.day(day.isoformat())


def _squares(daily: Daily, game: Game) -> str:
    done = squares_of(game.summary, daily.player)
    return done + AHEAD * (len(game.questions) - len(done))


def _points(game: Game) -> int:
    return game.standings[0].points if game.standings else 0


def _right(game: Game) -> int:
    return game.standings[0].correct if game.standings else 0


def _choices(texts: Texts, daily: Daily, game: Game) -> Iterator[list[IdButton]]:
    """What can be answered; choices that a hint has taken away cannot be pressed."""
    primary = discord.ButtonStyle.primary
    buttons = [
        _button(daily, game.round, f"c{index}", label, primary)
        for index, label in enumerate(choice_labels(game.question))
    ] or [_button(daily, game.round, "answer", texts("button-answer"), primary)]
    for hint in game.hints.get(daily.player, ()):
        for index in hint.removed:
            buttons[index].disabled = True
    for start in range(0, len(buttons), ROW):
        yield buttons[start : start + ROW]


def _aside(texts: Texts, daily: Daily, game: Game) -> Iterator[IdButton]:
    seen = len(game.clues) + len(game.hints.get(daily.player, ()))
    if seen < _most_hints(game.question):
        cost = scoring.percent_left(seen) - scoring.percent_left(seen + 1)
        yield _button(daily, game.round, "hint", texts("button-hint", percent=cost))
    yield _button(daily, game.round, "skip", texts("button-skip"))
    yield _board_button(texts)


def _board_button(texts: Texts) -> IdButton:
    return IdButton(label=texts("button-daily-board"), custom_id="d:board:day")


def _most_hints(question: Question) -> int:
    return len(question.clues) - 1 if question.clues else hints.count(question)


def _answers(daily: Daily, game: Game) -> Iterator[str]:
    """The right answer, among the choices where there were some, and a mark at the player's own."""
    question, given = game.question, game.answers.get(daily.player)
    if not question.choices:
        yield f"✅ **{safe(render.right_answer(question), CHOICE_SHOWN)}**"
        return
    for index, choice in enumerate(question.choices):
        text = f"{render.letter(index)}. {safe_line(choice.text, CHOICE_SHOWN)}"
        if index == question.correct:
            yield f"✅ **{text}**"
        else:
            yield f"{'❌' if given is not None and given.guess == index else '▫️'} {text}"


def _outcome(texts: Texts, daily: Daily, game: Game) -> str:
    award, given = game.award_of(game.round, daily.player), game.answers.get(daily.player)
    if award is None or given is None:
        return texts("daily-skipped")
    if award.correct:
        return texts("daily-right", award=render.award_points(texts, award))
    if isinstance(given.guess, int):  # it is marked among the choices
        return texts("daily-wrong")
    return texts("daily-wrong-guess", guess=safe_line(given.guess, GUESS_SHOWN))


def _standing(texts: Texts, period: str, row: DailyStanding) -> str:
    parts = [f"{place(row.rank, row.points)} {safe_line(row.player_name)}", texts("points", count=row.points)]
    if period != "day":
        parts.append(texts("daily-days", days=row.days))
    if row.streak > 1:
        parts.append(f"🔥 {row.streak}")
    return " · ".join(parts)


def _button(
    daily: Daily,
    round: int,
    act: str,
    label: str,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
) -> IdButton:
    return IdButton(label=label, style=style, custom_id=f"d:{daily.game}:{round}:{act}")
