"""The quiz as a full screen: keys, mouse, typed answers, clock and score."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from bot.terminal import app
from bot.terminal.app import QuizApp, quiz_app
from questions.question import Citation, Question
from tests.support.fakes import ManualClock
from tests.support.questions import choice_question, order_question, typed_question
from tests.support.terminal import terminal_quiz
from tests.support.texts import TEXTS


def app_of(
    *questions: Question, clock: ManualClock | None = None, pause: float = 60, rounds: int | None = None
) -> QuizApp:
    return quiz_app(terminal_quiz(*questions, clock=clock or ManualClock(), pause=pause, rounds=rounds))


def text(pilot: Pilot[None], widget: str) -> str:
    return str(pilot.app.query_one(f"#{widget}", Static).content)


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await pilot.pause()


async def test_a_letter_answers_and_the_reveal_shows_fact_and_source() -> None:
    question = choice_question(citations=(Citation("s", "A Report", "The Paper"),))
    async with app_of(question).run_test() as pilot:
        await until(pilot, lambda: text(pilot, "prompt") == "What is q?")
        await pilot.press("b")
        await until(pilot, lambda: text(pilot, "verdict").startswith("Right! +"))
        assert "That is q." in text(pilot, "facts")
        assert "Source: A Report (The Paper)" in text(pilot, "facts")


async def test_a_quiz_that_is_shorter_than_asked_for_says_so_on_its_first_question() -> None:
    async with app_of(choice_question("a"), choice_question("b"), rounds=10).run_test() as pilot:
        await until(pilot, lambda: text(pilot, "prompt") == "What is a?")
        assert text(pilot, "notice") == TEXTS("shortage", requested=10, available=2)
        await pilot.press("b")
        await until(pilot, lambda: text(pilot, "verdict").startswith("Right! +"))
        await pilot.press("enter")
        await until(pilot, lambda: text(pilot, "prompt") == "What is b?")
        assert text(pilot, "notice") == ""


async def test_the_mouse_answers() -> None:
    async with app_of(choice_question()).run_test() as pilot:
        await until(pilot, lambda: pilot.app.query_one(OptionList).option_count == 4)
        await pilot.pause()
        await pilot.click(OptionList, offset=(3, 1))
        await until(pilot, lambda: text(pilot, "verdict").startswith("Right! +"))


async def test_a_typed_answer_is_sent_with_enter() -> None:
    async with app_of(typed_question(text="Hellcat")).run_test() as pilot:
        await until(pilot, lambda: pilot.app.query_one(Input).has_focus)
        await pilot.press(*"hell", "enter")
        await until(pilot, lambda: "On the way; more, please." in text(pilot, "notice"))
        await pilot.press(*"cat", "enter")
        await until(pilot, lambda: text(pilot, "verdict").startswith("Right! +"))


async def test_enter_goes_on_to_the_next_question_before_the_pause_is_over() -> None:
    async with app_of(choice_question("one"), choice_question("two")).run_test() as pilot:
        await until(pilot, lambda: text(pilot, "prompt") == "What is one?")
        await pilot.press("a")
        await until(pilot, lambda: text(pilot, "verdict").startswith(TEXTS("not-right", guess="A. wrong 0")))
        await pilot.press("enter")
        await until(pilot, lambda: text(pilot, "prompt") == "What is two?")


async def test_the_clock_runs_down() -> None:
    clock = ManualClock()
    async with app_of(choice_question(), clock=clock).run_test() as pilot:
        await until(pilot, lambda: text(pilot, "seconds").startswith("20 s"))
        clock.now += 13
        await until(pilot, lambda: text(pilot, "seconds").startswith("7 s"))


async def test_the_clock_stops_ticking_when_the_screen_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "CLOCK_STEP", 0.001)
    for _ in range(5):
        async with app_of(choice_question()).run_test() as pilot:
            await until(pilot, lambda: text(pilot, "seconds").startswith("20 s"))


async def test_the_end_shows_score_best_and_total_and_a_new_quiz_can_be_played() -> None:
    async with app_of(choice_question()).run_test() as pilot:
        await until(pilot, lambda: text(pilot, "prompt") == "What is q?")
        await pilot.press("b")
        await until(pilot, lambda: "Your total: 75 points in 3 quizzes" in text(pilot, "result"))
        assert "1 of 1 right" in text(pilot, "result")
        await pilot.press("f5")
        await until(pilot, lambda: text(pilot, "result") == "")
        await pilot.press("b")
        await until(pilot, lambda: "1 of 1 right" in text(pilot, "result"))


async def test_escape_stops_the_quiz_first_and_leaves_then() -> None:
    quiz = app_of(choice_question())
    async with quiz.run_test() as pilot:
        await until(pilot, lambda: text(pilot, "prompt") == "What is q?")
        await pilot.press("escape")
        await until(pilot, lambda: "Ada stopped the quiz." in text(pilot, "result"))
        await pilot.press("escape")
        await pilot.pause()
    assert quiz.return_code == 0


async def test_markup_in_a_question_is_shown_as_it_is() -> None:
    async with app_of(choice_question(prompt="Is [b]this[/b] bold [/]?")).run_test() as pilot:
        await until(pilot, lambda: "Is " in text(pilot, "prompt"))
        shown = pilot.app.query_one("#prompt", Static).visual
        assert str(shown) == "Is [b]this[/b] bold [/]?"


async def test_the_arrow_keys_scroll_an_answer_that_a_small_screen_does_not_hold() -> None:
    questions = [choice_question(name, statement="word " * 150) for name in ("a", "b")]
    async with app_of(*questions).run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: text(pilot, "prompt") == "What is a?")
        page = pilot.app.query_one("#page")
        await pilot.press("b")
        await until(pilot, lambda: page.max_scroll_y > 0 and page.scroll_y == page.max_scroll_y)
        await pilot.press("up", "up")
        await until(pilot, lambda: page.scroll_target_y == page.max_scroll_y - 2)
        await pilot.press("enter")
        await until(pilot, lambda: text(pilot, "prompt") == "What is b?")
        await pilot.press("down", "down", "enter")  # the arrows choose again
        await until(pilot, lambda: text(pilot, "verdict").startswith("Right! +"))


async def test_an_order_is_typed_on_the_full_screen() -> None:
    async with app_of(order_question()).run_test() as pilot:
        await until(pilot, lambda: "C. Dawn" in text(pilot, "prompt"))
        assert pilot.app.query_one(Input).placeholder == TEXTS("type-order")
        await pilot.press(*"3 1 2", "enter")
        await until(pilot, lambda: text(pilot, "verdict").startswith("Right! +"))
