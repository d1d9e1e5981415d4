"""The card of a closed question: what was right and who chose what, the fact, who scored, and the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from discord import ui

from bot.game.events import Award, CloseReason, Player
from bot.game.standings import climbers
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.views.appeals import appeal_button, can_be_appealed
from bot.views.board import Board
from bot.views.buttons import GameButton
from bot.views.components import IdButton
from bot.views.layout import RIGHT, WRONG, card, place
from bot.views.phone import lines_on_phone
from bot.views.reports import report_button
from bot.views.text import safe, safe_line, stamp
from questions.arrangement import Arrangement
from questions.question import Question

SHORT_QUESTION, CHOICE_SHOWN, STATEMENT_SHOWN, GUESS_SHOWN, NAME_SHOWN = 50, 300, 600, 40, 20
GUESSES_SHOWN, OUT_SHOWN = 3, 10
NO_BREAK, APART = "\N{NO-BREAK SPACE}", "\N{EM SPACE}"
USUAL = {CloseReason.TIME, CloseReason.ANSWERED}
"""Why a round closes that needs no words."""

BAR = 5
LONG_BAR = 20
"""Choices of more characters get a number and no bar, which would not fit beside them on a phone."""

MOST_LINES = 12
"""Of a reveal on a phone."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much there is room for: a line for each wrong choice that nobody chose (``idle``) or for any wrong
    one (``wrong``), rows of the table, and characters of the question and the source. A short question stands
    in the heading; the fact is never cut.
    """

    idle: bool = True
    wrong: bool = True
    rows: int = 5
    question: int = 300
    source: int = 60


ROOMS = (
    Room(),
    Room(source=26),
    Room(source=26, idle=False),
    Room(source=26, idle=False, question=50),
    Room(source=26, idle=False, question=50, wrong=False),
    Room(source=26, idle=False, question=50, wrong=False, rows=3),
)
"""From the most to the least."""


def reveal_card(texts: Texts, board: Board) -> ui.LayoutView:
    """The closed question, in no more lines than a phone shows at once, as far as can be. On a card that has
    one after it stands nothing that is to come.
    """
    awards = board.closed.awards if board.closed else ()
    tried = (reveal_blocks(texts, board, room) for room in ROOMS)
    blocks = next(
        (blocks for blocks in tried if lines_on_phone(*blocks) <= MOST_LINES),
        reveal_blocks(texts, board, ROOMS[-1]),
    )
    row: list[IdButton] = []
    if board.goes_on:
        row = [
            GameButton(board.game, board.round, "next", texts("button-next-question")),
            GameButton(board.game, board.round, "me", texts("button-my-score")),
        ]
    if can_be_appealed(board.question) and not board.alone:
        row.append(appeal_button(texts, board.game, board.round))
    if not board.alone:
        row.append(report_button(texts, board.game, board.round))
    colour = RIGHT if any(award.correct for award in awards) else WRONG
    return card(colour, blocks, [row] if row else [], board.question.picture)


def reveal_blocks(texts: Texts, board: Board, room: Room) -> list[str]:
    """What was right, the fact, and the scores."""
    return [
        "\n".join(_answer(texts, board, room)),
        "\n".join(fact_lines(texts, board.question, room)),
        "\n".join(_scores(texts, board, room)),
    ]


def _answer(texts: Texts, board: Board, room: Room) -> Iterator[str]:
    question = board.question
    if room.question > SHORT_QUESTION:
        yield from asked_lines(render.heading(texts, board.round, board.rounds, question), question)
    else:
        heading = texts("question-heading", round=board.round, rounds=board.rounds)
        yield f"-# {heading} · {safe_line(question.prompt, room.question)}"
    if question.arrangement:
        yield from _arranged(question, question.arrangement, board)
    elif question.choices:
        yield from _choices(question, board, room)
    else:
        yield f"✅ **{safe(render.right_answer(question), CHOICE_SHOWN)}**"
        if wrong := _wrong_guesses(board):
            yield texts("wrong-guesses", guesses=" · ".join(wrong))


def _choices(question: Question, board: Board, room: Room) -> Iterator[str]:
    """Each choice with how many chose it; wrong ones may share a line."""
    counts = render.tally(question, board.answers.values())
    together: list[str] = []
    for index, choice in enumerate(question.choices):
        text = f"{render.letter(index)}. {safe_line(choice.text, CHOICE_SHOWN)}"
        right = index == question.correct
        bar = _bar(counts[index], sum(counts), short=len(choice.text) > LONG_BAR)
        if right:
            yield f"✅ **{text}** {bar}".rstrip()
        elif room.wrong and (room.idle or counts[index]):
            yield f"▫️ {text} {bar}".rstrip()
        else:
            together.append(f"{text} {bar}".rstrip())
    if together:
        yield f"▫️ {' · '.join(together)}"


def asked_lines(heading: str, question: Question) -> Iterator[str]:
    """What was asked, in two lines."""
    yield f"-# {safe_line(heading, 150)}"
    yield f"**{safe_line(question.prompt, ROOMS[0].question)}**"


def _arranged(question: Question, arrangement: Arrangement, board: Board) -> Iterator[str]:
    """The order, told with all that is known of it; or each pair, with how many had it."""
    if not arrangement.partners:
        yield f"✅ **{safe_line(question.statement, STATEMENT_SHOWN)}**"
        return
    given = [arrangement.read(str(answer.guess)) for answer in board.answers.values()]
    for at, pair in enumerate(arrangement.pairs(arrangement.right)):
        count = sum(places is not None and places[at] == arrangement.right[at] for places in given)
        text = " – ".join(safe_line(one, CHOICE_SHOWN) for one in pair)
        bar = _bar(count, len(given), short=sum(map(len, pair)) > LONG_BAR)
        yield " ".join(filter(None, (f"✅ **{text}**", bar)))


def _bar(count: int, total: int, *, short: bool) -> str:
    """How many of all chose it, as a bar and a number; nothing where nobody did."""
    if not count:
        return ""
    if short:
        return f"· {count}"
    return f"{'▰' * max(round(BAR * count / total), 1)} {count}"


def _wrong_guesses(board: Board) -> list[str]:
    """The most frequent of the wrong guesses that were typed, as the first to make each wrote it."""
    awards = board.closed.awards if board.closed else ()
    wrong = {award.player.id for award in awards if not award.correct}
    written: dict[str, str] = {}
    guesses: Counter[str] = Counter()
    for player, answer in board.answers.items():
        if player in wrong and isinstance(answer.guess, str):
            written.setdefault(answer.guess.casefold(), answer.guess)
            guesses[answer.guess.casefold()] += 1
    return [
        safe_line(written[key], GUESS_SHOWN) + (f" ×{count}" if count > 1 else "")
        for key, count in guesses.most_common(GUESSES_SHOWN)
    ]


def fact_lines(texts: Texts, question: Question, room: Room = ROOMS[0]) -> Iterator[str]:
    """The fact behind the answer, where it is written, and who wrote the question."""
    if question.statement and not question.arrangement:  # or it stands there as the answer
        yield safe_line(question.statement, STATEMENT_SHOWN)
    if sources := render.sources(texts, question):
        yield texts("source", source=safe_line(sources, room.source))
    if question.author is not None:
        yield texts("written-by", author=safe_line(question.author))


def _scores(texts: Texts, board: Board, room: Room) -> Iterator[str]:
    """The table with what this question has added to it, and how many were right."""
    closed = board.closed
    awards = closed.awards if closed else ()
    if table := list(_table(texts, board, awards, room.rows)):
        yield APART.join(table)
    if closed is None:
        return
    if closed.out:
        names = ", ".join(safe_line(player.name, NAME_SHOWN) for player in closed.out[:OUT_SHOWN])
        yield texts("out-of-lives", names=names)
    right = sum(award.correct for award in awards)
    parts = [] if closed.reason in USUAL else [texts(closed.reason)]
    parts.append(texts("were-right", right=right, count=len(awards)))
    if board.goes_on:
        parts.append(texts("next-question", when=stamp(closed.next_at)))
    yield f"-# {' · '.join(parts)}"


def _table(texts: Texts, board: Board, awards: tuple[Award, ...], rows: int) -> Iterator[str]:
    """The first of the game; who has scored and is not among them is counted."""
    gained = {award.player.id: award for award in awards if award.correct}
    up = climbers(board.table, board.closed) if board.closed else frozenset()
    shown = board.table[:rows]
    for row in shown:
        award = gained.get(row.player.id)
        entry = [place(row.rank, row.points), _name(texts, board, row.player), f"**{row.points:,}**"]
        if award is not None:
            entry.append(texts("award", points=award.points) + ("🔥" if award.streak_bonus else ""))
        if row.player.id in up:
            entry.append("▲")
        yield NO_BREAK.join(entry)
    if others := len(gained.keys() - {row.player.id for row in shown}):
        yield texts("more-scored", count=others)


def _name(texts: Texts, board: Board, player: Player) -> str:
    """The player, with the number that they guessed where the nearest one wins."""
    name, given = safe_line(player.name, NAME_SHOWN), board.answers.get(player.id)
    if not board.question.answer.nearest or given is None or isinstance(given.guess, int):
        return name
    return texts("guessed-number", player=name, number=safe_line(given.guess, GUESS_SHOWN))
