"""Components V2 layouts: the question, its reveal, the final standings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import discord
from discord import ui

from bot.game import hints
from bot.game.events import Award, GameEnded, Standing
from bot.store.records import Period, StandingRecord
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.views.board import Board
from bot.views.buttons import GameButton
from bot.views.markdown import clean
from bot.views.text import fit, safe, safe_line, stamp

PROMPT_SHOWN, CHOICE_SHOWN, STATEMENT_SHOWN, SOURCE_SHOWN, HINT_SHOWN = 1500, 300, 1000, 300, 400
SPELT_LIMIT = 45  # longer choices stand in the text: on a phone a button shows no more
ROW = 5
PLAYERS_SHOWN = 10
MEDALS = {1: "🥇", 2: "🥈", 3: "🥉"}

OPEN, RIGHT, WRONG, FINAL = (
    discord.Colour.blurple(),
    discord.Colour.green(),
    discord.Colour.dark_grey(),
    discord.Colour.gold(),
)


def question_card(texts: Texts, board: Board) -> ui.LayoutView:
    """The open question with its clock and its buttons."""
    question = board.question
    spelt = all(len(choice.text) <= SPELT_LIMIT for choice in question.choices)
    pieces = [f"{_heading(texts, board)}\n### {safe(question.prompt, PROMPT_SHOWN)}"]
    if not spelt:
        pieces.append("\n".join(_choice_lines(texts, board)))
    pieces += list(_clues(texts, board))
    pieces.append(_clock(texts, board))
    return _layout(OPEN, pieces, _rows(texts, board, spelt), question.picture)


def reveal_card(texts: Texts, board: Board) -> ui.LayoutView:
    """The closed question: the right answer, the fact, its sources, who chose what, who got how much."""
    question = board.question
    awards = board.closed.awards if board.closed else ()
    pieces = [f"{_heading(texts, board)}\n### {safe(question.prompt, PROMPT_SHOWN)}"]
    if question.choices:
        pieces.append("\n".join(_choice_lines(texts, board)))
    else:
        pieces.append(f"✅ **{safe(render.right_answer(question), CHOICE_SHOWN)}**")
    pieces.append("\n".join(_fact(texts, board)))
    pieces.append("\n".join(_awards(texts, board, awards)))
    if board.closed is not None and board.ended is None and board.round < board.rounds:
        pieces.append(texts("next-question", when=stamp(board.closed.next_at)))
    colour = RIGHT if any(award.correct for award in awards) else WRONG
    return _layout(colour, pieces, (), question.picture)


def standings_card(texts: Texts, ended: GameEnded) -> ui.LayoutView:
    """Why the game ended, and the final standings."""
    pieces = [f"{texts('final-standings')}\n{safe(render.ending(texts, ended), 200)}"]
    lines = [_standing(texts, row.rank, row.player.name, row) for row in ended.standings[:PLAYERS_SHOWN]]
    lines += _and_more(texts, len(ended.standings))
    pieces.append("\n".join(lines) or texts("nobody-answered"))
    return _layout(FINAL, pieces, ())


def leaderboard_card(
    texts: Texts, period: Period, top: Sequence[StandingRecord], own: StandingRecord | None
) -> ui.LayoutView:
    """The best of a server in a period, and the rank of the one who asks."""
    lines = [_standing(texts, row.rank, row.player_name, row) for row in top]
    rank = texts("own-rank", rank=own.rank, score=render.score(texts, own)) if own else texts("no-rank")
    pieces = [f"## {texts(period)}", "\n".join(lines) or texts("nobody-has-points"), rank]
    return _layout(FINAL, pieces, ())


def notice_card(text: str) -> ui.LayoutView:
    """One line from the bot itself."""
    return _layout(OPEN, [text], ())


def _layout(
    colour: discord.Colour,
    pieces: Sequence[str],
    rows: Sequence[Sequence[GameButton]],
    picture: str | None = None,
) -> ui.LayoutView:
    """The pieces below each other, the picture below the first."""
    container = ui.Container[ui.LayoutView](accent_colour=colour)
    for piece in fit(pieces):
        if piece:
            container.add_item(ui.TextDisplay(piece))
        if picture is not None:
            container.add_item(ui.MediaGallery(discord.MediaGalleryItem(picture)))
            picture = None
    for row in rows:
        container.add_item(ui.ActionRow[Any](*row))
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    return view


def _heading(texts: Texts, board: Board) -> str:
    return f"-# {safe_line(render.heading(texts, board.round, board.rounds, board.question), 150)}"


def _choice_lines(texts: Texts, board: Board) -> Iterator[str]:
    question = board.question
    counts = render.tally(question, board.answers.values())
    for index, choice in enumerate(question.choices):
        text = f"**{render.letter(index)}.** {safe_line(choice.text, CHOICE_SHOWN)}"
        if board.open:
            yield f"~~{text}~~" if index in board.removed else text
        else:
            mark = "✅" if index == question.correct else "▫️"
            chosen = f" · {texts('answers', count=counts[index])}" if counts[index] else ""
            yield f"{mark} {text}{chosen}"


def _clues(texts: Texts, board: Board) -> Iterator[str]:
    clues = [*board.question.clues[:1], *(render.hint_text(texts, hint) for hint in board.hints if hint.text)]
    for clue in clues:
        yield f"💡 {safe(clue, HINT_SHOWN)}"


def _clock(texts: Texts, board: Board) -> str:
    parts = [texts("clock", when=stamp(board.deadline))]
    if board.answers:
        parts.append(texts("locked-in-count", count=len(board.answers)))
    if board.vote is not None:
        parts.append(texts("skip-votes", votes=board.vote.votes, needed=board.vote.needed))
    line = " · ".join(parts)
    if board.question.choices:
        return line
    if board.question.answer.nearest:
        line += "\n" + texts("nearest-wins")
    return line + "\n" + texts("how-to-type")


def _rows(texts: Texts, board: Board, spelt: bool) -> list[list[GameButton]]:
    game, round, question = board.game, board.round, board.question
    main = [
        GameButton(
            game,
            round,
            f"c{index}",
            _label(index, choice.text) if spelt else render.letter(index),
            discord.ButtonStyle.primary,
            index in board.removed,
        )
        for index, choice in enumerate(question.choices)
    ] or [GameButton(game, round, "answer", texts("button-answer"), discord.ButtonStyle.primary)]
    side = [GameButton(game, round, "skip", texts("button-skip"))]
    if len(board.hints) < hints.count(question):
        side.insert(0, GameButton(game, round, "hint", texts("button-hint")))
    return [*(main[start : start + ROW] for start in range(0, len(main), ROW)), side]


def _label(index: int, text: str) -> str:
    return f"{render.letter(index)}. {' '.join(clean(text).split())}"


def _fact(texts: Texts, board: Board) -> Iterator[str]:
    question = board.question
    if question.statement:
        yield f"> {safe_line(question.statement, STATEMENT_SHOWN)}"
    if sources := render.sources(texts, question):
        yield texts("source", source=safe_line(sources, SOURCE_SHOWN))
    if question.author is not None:
        yield texts("written-by", author=safe_line(question.author))


def _awards(texts: Texts, board: Board, awards: Sequence[Award]) -> Iterator[str]:
    right = [award for award in awards if award.correct]
    if board.closed is not None:
        reason = texts(board.closed.reason)
        if awards:
            yield texts("closed-with-answers", reason=reason, right=len(right), count=len(awards))
        else:
            yield texts("closed-without-answers", reason=reason)
    for award in right[:PLAYERS_SHOWN]:
        streak = " 🔥" if award.streak_bonus else ""
        yield f"{_winner(texts, board, award)} **{render.award_points(texts, award)}**{streak}"
    yield from _and_more(texts, len(right))


def _winner(texts: Texts, board: Board, award: Award) -> str:
    """The player, with the number that wins where the nearest one does."""
    player = safe_line(award.player.name)
    given = board.answers.get(award.player.id)
    if not board.question.answer.nearest or given is None or isinstance(given.guess, int):
        return player
    return texts("winning-number", player=player, number=safe_line(given.guess))


def _standing(texts: Texts, rank: int, name: str, row: Standing | StandingRecord) -> str:
    place = (MEDALS.get(rank) if row.points else None) or f"{rank}\\."
    return f"{place} {safe_line(name)} · {render.score(texts, row)}"


def _and_more(texts: Texts, players: int) -> Iterator[str]:
    if players > PLAYERS_SHOWN:
        yield texts("and-more", count=players - PLAYERS_SHOWN)
