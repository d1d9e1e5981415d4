"""The quiz as plain lines: for pipes, for screen readers, and for terminals that can do no more."""

from __future__ import annotations

import asyncio
import codecs
import os
import threading
from collections.abc import Callable, Sequence

from bot.game.events import (
    AnswerLocked,
    EndReason,
    Event,
    GameEnded,
    HintGiven,
    QuestionAsked,
    Refused,
    RoundClosed,
)
from bot.game.game import Game
from bot.game.journal import JournalUnavailable
from bot.session import Session
from bot.terminal import words
from bot.terminal.quiz import TerminalQuiz
from bot.texts import render
from questions.question import Question

Lines = asyncio.Queue[str | None]
"""The lines that the player types; None is the end of input."""


def read_lines(descriptor: int) -> Lines:
    """Read a file's lines in a thread of their own, since not every terminal can be waited for."""
    lines: Lines = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def put(line: str | None) -> None:
        try:
            loop.call_soon_threadsafe(lines.put_nowait, line)
        except RuntimeError:  # the quiz is over and its loop is closed: nobody wants the line
            return

    def read() -> None:
        decoder, rest = codecs.getincrementaldecoder("utf-8")("replace"), ""
        while block := os.read(descriptor, 65536):
            *whole, rest = (rest + decoder.decode(block)).split("\n")
            for line in whole:
                put(line)
        if rest:
            put(rest)
        put(None)

    threading.Thread(target=read, name="stdin", daemon=True).start()
    return lines


class PlainGame:
    """Writes what happens, and takes a line at a time while a question is open."""

    def __init__(self, quiz: TerminalQuiz, lines: Lines, write: Callable[[str], None]) -> None:
        self._quiz = quiz
        self._texts = quiz.texts
        self._lines = lines
        self._print = write
        self._unread: BrokenPipeError | None = None
        self._open = asyncio.Event()
        self._answer: AnswerLocked | None = None
        self._ended: GameEnded | None = None
        self._missed: list[str] = []

    async def play(self) -> None:
        """One quiz, to its end, the end of input, or an interrupt; BrokenPipeError once nobody reads it."""
        drawn = await self._quiz.draw()
        if (short := words.shortage(self._texts, drawn, self._quiz.rules.rounds)) is not None:
            self._write(short)
        if not drawn:
            return
        self._write(self._texts("terminal-help"))
        session = await self._quiz.start(drawn, self._present)
        try:
            await self._take_lines(session)
        except asyncio.CancelledError:
            await session.stop(self._quiz.player, EndReason.STOPPED)
            await self._say_result()
            raise
        await self._say_result()
        if self._unread is not None:
            raise self._unread

    async def _take_lines(self, session: Session) -> None:
        while True:
            await self._open.wait()
            line = None if self._ended or self._unread else await self._lines.get()
            if self._ended:
                return
            await self._take(session, None if self._unread else line)

    async def _take(self, session: Session, line: str | None) -> None:
        player, round = self._quiz.player, session.game.round
        try:
            if line is None or line.strip() == "/quit":
                results = await session.stop(player, EndReason.STOPPED)
            elif line.strip() == "/hint":
                results = await session.hint(player, round)
            elif line.strip() == "/skip":
                results = await session.vote_skip(player, round)
            else:
                results = await self._answer_with(session, line)
        except JournalUnavailable as error:
            if line is None:
                raise
            self._write(self._texts("not-kept", why=str(error)))
            return
        for result in results:
            if isinstance(result, Refused):
                self._write(render.refusal(self._texts, result))

    async def _answer_with(self, session: Session, line: str) -> tuple[Event | Refused, ...]:
        question = session.game.question
        choice = words.chosen(question, line)
        if choice is None and question.choices and not question.typed:
            last = render.letter(len(question.choices) - 1)
            self._write(self._texts("letters-only", last=last))
            return ()
        return await session.answer(self._quiz.player, line if choice is None else choice, session.game.round)

    def _present(self, events: Sequence[Event], game: Game) -> None:
        for event in events:
            match event:
                case QuestionAsked():
                    self._answer = None
                    self._open.set()
                    heading = words.heading(self._texts, game, event.round)
                    self._write("\n" + self._texts("terminal-seconds", heading=heading, seconds=game.seconds))
                    self._ask(game.questions[event.round - 1])
                case AnswerLocked():
                    self._answer = event
                case HintGiven():
                    self._write(words.hint(self._texts, event, game.questions[event.round - 1]))
                case RoundClosed():
                    self._open.clear()
                    question = game.questions[event.round - 1]
                    self._write(words.verdict(self._texts, event, question, self._answer))
                    self._write("\n".join(words.reveal(self._texts, question)))
                case GameEnded():
                    self._ended = event
                    self._missed = words.missed(self._texts, game.summary, self._quiz.player.id)
                    self._open.set()
                    self._lines.put_nowait(None)
                case _:
                    pass

    def _ask(self, question: Question) -> None:
        self._write(words.asked(question))
        for index, choice in enumerate(question.choices):
            self._write(f"  {render.letter(index)}. {choice.text}")
        if question.arrangement:
            self._write(words.how_to_type(self._texts, question))

    def _write(self, text: str) -> None:
        """Say something, as long as somebody reads it; after that the quiz is to stop."""
        if self._unread is not None:
            return
        try:
            self._print(text)
        except BrokenPipeError as error:
            self._unread = error
            self._open.set()
            self._lines.put_nowait(None)

    async def _say_result(self) -> None:
        if self._ended is not None:
            lines = words.result(self._texts, self._ended, await self._quiz.best())
            self._write("\n".join(("", *lines, *self._missed)))
