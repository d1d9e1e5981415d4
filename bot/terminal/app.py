"""The quiz as a full screen: a running clock, choices by key or mouse, typed answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from rich.markup import escape
from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.events import Key
from textual.widgets import Footer, Input, OptionList, ProgressBar, Static
from textual.widgets.option_list import Option

from bot.game.events import (
    AnswerLocked,
    EndReason,
    Event,
    GameEnded,
    Guess,
    HintGiven,
    QuestionAsked,
    Refused,
    RoundClosed,
)
from bot.game.game import Game, Phase
from bot.game.journal import JournalUnavailable
from bot.session import Session
from bot.terminal import words
from bot.terminal.quiz import TerminalQuiz
from bot.texts import render
from bot.texts.catalogue import Texts
from questions.question import Question

CLOCK_STEP = 0.1

Results = Awaitable[tuple[Event | Refused, ...]]


class QuizApp(App[None]):
    """One quiz after another, until the player has had enough."""

    TITLE = "Gumshoe"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, quiz: TerminalQuiz) -> None:
        super().__init__()
        self._quiz = quiz
        self._texts = quiz.texts
        self._session: Session | None = None
        self._answer: AnswerLocked | None = None
        self._over = True
        self.farewell: list[str] = []
        """What stays on the terminal when the screen is gone: the last result, and what was wrong."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page"):
            yield Static(id="heading")
            yield ProgressBar(id="clock", show_eta=False, show_percentage=False)
            yield Static(id="seconds")
            yield Static(id="prompt")
            yield Static(id="hints")
            yield OptionList(id="choices")
            yield Input(id="typed")
            yield Static(id="notice")
            with Vertical(id="reveal"):
                yield Static(id="verdict")
                yield Static(id="facts")
            yield Static(id="result")
        yield Footer()

    async def on_mount(self) -> None:
        self.query_one("#seconds").set_interval(CLOCK_STEP, self._show_clock)  # a widget's timer ends with it
        await self._begin()

    async def _begin(self) -> None:
        drawn = await self._quiz.draw()
        self._text("result", "")
        if not drawn:
            self._text("notice", words.shortage(self._texts, drawn, self._quiz.rules.rounds) or "")
            self._over = True
            return
        self._over = False
        self._session = await self._quiz.start(drawn, self._present)

    def _present(self, events: Sequence[Event], game: Game) -> None:
        for event in events:
            match event:
                case QuestionAsked():
                    self._ask(event, game)
                case AnswerLocked():
                    self._answer = event
                case HintGiven():
                    self._hint(event, game)
                case RoundClosed():
                    self._reveal(event, game)
                case GameEnded():
                    self._over = True
                    self.run_worker(self._show_result(event, game))
                case _:
                    pass
        self.refresh_bindings()

    def _ask(self, asked: QuestionAsked, game: Game) -> None:
        question = game.questions[asked.round - 1]
        self._answer = None
        self._text("heading", words.heading(self._texts, game, asked.round))
        self._text("prompt", words.asked(question))
        self._text("hints", "")
        first = asked.round == 1
        self._text(
            "notice", (first and words.shortage(self._texts, game.questions, self._quiz.rules.rounds)) or ""
        )
        self.query_one("#reveal").display = False
        choices, typed = self.query_one(OptionList), self.query_one(Input)
        choices.clear_options()
        choices.add_options(Option(_line(question, index)) for index in range(len(question.choices)))
        typed.value, typed.placeholder = "", words.how_to_type(self._texts, question)
        choices.display, typed.display = bool(question.choices), not question.choices
        choices.disabled = typed.disabled = False
        choices.highlighted = None
        (choices if question.choices else typed).focus()

    def _hint(self, given: HintGiven, game: Game) -> None:
        question = game.questions[given.round - 1]
        hints = game.clues if question.clues else (given,)
        self._text("hints", "\n".join(words.hint(self._texts, hint, question) for hint in hints))
        for choice in given.removed:
            self.query_one(OptionList).disable_option_at_index(choice)

    def _reveal(self, closed: RoundClosed, game: Game) -> None:
        question = game.questions[closed.round - 1]
        right = bool(closed.awards) and closed.awards[0].correct
        verdict = self.query_one("#verdict", Static)
        verdict.update(escape(words.verdict(self._texts, closed, question, self._answer)))
        verdict.set_class(right, "right")
        verdict.set_class(not right, "wrong")
        self._text("facts", "\n".join(words.reveal(self._texts, question)))
        self.query_one("#reveal").display = True
        self._to_the_end()
        if question.correct is not None:
            line = f"[$success]{_line(question, question.correct)} ✓[/]"
            self.query_one(OptionList).replace_option_prompt_at_index(question.correct, line)
        self.query_one(OptionList).disabled = self.query_one(Input).disabled = True

    async def _show_result(self, ended: GameEnded, game: Game) -> None:
        self.query_one(OptionList).disabled = self.query_one(Input).disabled = True
        lines = words.result(self._texts, ended, await self._quiz.best())
        self._text("result", "\n".join(lines))
        self.farewell = [*lines, *words.missed(self._texts, game.summary, self._quiz.player.id)]
        self._to_the_end()

    def _to_the_end(self) -> None:
        """Show the end of the page; on a small screen the arrow keys scroll back from there."""
        page = self.query_one("#page")
        page.focus()
        self.call_after_refresh(page.scroll_end, animate=False)

    def _show_clock(self) -> None:
        session = self._session
        if session is None or session.game.phase is not Phase.ASKING:
            self._text("seconds", "" if session is None else words.own_score(self._texts, session.game))
            return
        left = max(0.0, session.game.round_deadline - self._quiz.clock())
        self.query_one(ProgressBar).update(total=session.game.seconds, progress=left)
        clock = self._texts("seconds-left", seconds=round(left))
        self._text("seconds", f"{clock} · {words.own_score(self._texts, session.game)}")

    def _text(self, widget: str, text: str) -> None:
        shown = self.query_one(f"#{widget}", Static)
        shown.update(escape(text))
        shown.display = bool(text)

    def on_key(self, event: Key) -> None:
        session = self._session
        if session is None or session.game.phase is not Phase.ASKING or not session.game.question.choices:
            return
        choice = words.named(session.game.question, event.character or "")
        if choice is not None:
            event.stop()
            self.run_worker(self._take(lambda: self._guess(session, choice)))

    @on(OptionList.OptionSelected)
    async def _chosen(self, selected: OptionList.OptionSelected) -> None:
        session = self._session
        if session is not None:
            await self._take(lambda: self._guess(session, selected.option_index))

    @on(Input.Submitted)
    async def _typed(self, submitted: Input.Submitted) -> None:
        session = self._session
        if session is not None:
            await self._take(lambda: self._guess(session, submitted.value))

    def _guess(self, session: Session, guess: Guess) -> Results:
        return session.answer(self._quiz.player, guess, session.game.round)

    async def _take(self, send: Callable[[], Results]) -> None:
        try:
            results = await send()
        except JournalUnavailable as error:
            self._text("notice", self._texts("not-kept", why=str(error)))
            return
        for result in results:
            if isinstance(result, Refused):
                self._text("notice", render.refusal(self._texts, result))

    async def action_hint(self) -> None:
        if (session := self._session) is not None:
            await self._take(lambda: session.hint(self._quiz.player, session.game.round))

    async def action_skip(self) -> None:
        if (session := self._session) is not None:
            await self._take(lambda: session.vote_skip(self._quiz.player, session.game.round))

    async def action_go_on(self) -> None:
        if (session := self._session) is not None:
            await self._take(lambda: session.go_on(self._quiz.player, session.game.round))

    async def action_again(self) -> None:
        await self._begin()

    async def action_leave(self) -> None:
        """Stop the quiz, or leave when it is over."""
        session = self._session
        if self._over or session is None:
            self.exit()
            return
        await self._take(lambda: session.stop(self._quiz.player, EndReason.STOPPED))

    async def end(self) -> None:
        """Stop the quiz and leave at once, as a signal wants it; the result is there as ``farewell``."""
        session = self._session
        if session is not None and not self._over:
            await self._take(lambda: session.stop(self._quiz.player, EndReason.STOPPED))
            await self.workers.wait_for_complete()
        self.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show only the keys that do something now."""
        phase = None if self._over or self._session is None else self._session.game.phase
        match action:
            case "hint" | "skip":
                return phase is Phase.ASKING
            case "go_on":
                return phase is Phase.REVEALING
            case "again":
                return self._over
            case _:
                return True


def quiz_app(quiz: TerminalQuiz) -> QuizApp:
    """The quiz of these parts. Textual takes the words beside the keys from the class, so it is made here."""

    class LocalisedApp(QuizApp):
        BINDINGS: ClassVar[list[BindingType]] = [*_bindings(quiz.texts)]

    return LocalisedApp(quiz)


def _bindings(texts: Texts) -> list[Binding]:
    return [
        Binding("f2", "hint", texts("key-hint")),
        Binding("f3", "skip", texts("key-skip")),
        Binding("enter", "go_on", texts("key-next"), priority=False),
        Binding("f5", "again", texts("key-again")),
        Binding("escape,ctrl+c", "leave", texts("key-stop"), key_display="esc", priority=True),
    ]


def _line(question: Question, choice: int) -> str:
    return f"[b]{render.letter(choice)}[/b]  {escape(question.choices[choice].text)}"
