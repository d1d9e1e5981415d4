"""The quiz as plain lines: what is asked, what a line does, and how it ends."""

from __future__ import annotations

import asyncio
import os

import pytest

from bot.terminal.plain import Lines, PlainGame, read_lines
from questions.question import Citation, Question
from tests.support.fakes import ManualClock
from tests.support.questions import choice_question, match_question, order_question, typed_question
from tests.support.terminal import terminal_quiz
from tests.support.texts import TEXTS


async def play(*questions: Question, lines: list[str | None], rounds: int | None = None) -> list[str]:
    """Play with these lines typed ahead; what was written."""
    typed: Lines = asyncio.Queue()
    for line in lines:
        typed.put_nowait(line)
    written: list[str] = []
    quiz = terminal_quiz(*questions, clock=ManualClock(), rounds=rounds)
    await asyncio.wait_for(PlainGame(quiz, typed, written.append).play(), 5)
    return "\n".join(written).splitlines()


async def test_a_right_answer_shows_the_fact_its_source_and_the_points() -> None:
    source = Citation("s", "A Report", "The Paper", "2019-06")
    out = await play(choice_question(citations=(source,)), lines=["b"])
    assert "  B. right" in out
    assert any(line.startswith("Right! +") for line in out)
    assert "Answer: B. right" in out
    assert "That is q." in out
    assert "Source: A Report (The Paper, June 2019)" in out


async def test_the_end_shows_the_score_and_the_best_and_the_total() -> None:
    out = await play(choice_question("one"), choice_question("two"), lines=["b", "a"])
    assert any(line.startswith("Your score: ") and line.endswith("1 of 2 right") for line in out)
    best = out.index("Your best: 40 points")
    assert out[best + 1] == "Your total: 75 points in 3 quizzes"
    assert out[best + 2 :] == ["What you got wrong:", "- What is two?", "  Answer: B. right"]


@pytest.mark.parametrize(
    ("line", "right"), [("3 1 2", True), ("312", True), ("c,a,b", True), ("1 2 3", False), ("b a c", False)]
)
async def test_an_order_is_typed_by_numbers_or_letters(line: str, right: bool) -> None:
    out = await play(order_question(), lines=[line])
    assert "  C. Dawn" in out
    assert any(one.startswith("Right!") for one in out) is right
    assert right or any(one.startswith("Wrong: ") and " → " in one for one in out)


@pytest.mark.parametrize("line", ["z x y", "1z 2x 3y", "Z, X, Y", "A–Z, B–X, C–Y", "312"])
async def test_pairs_are_typed_by_their_letters(line: str) -> None:
    out = await play(match_question(), lines=[line])
    assert any(one.startswith("Right!") for one in out)


async def test_a_line_that_does_not_name_each_once_is_answered_and_costs_nothing() -> None:
    out = await play(order_question(), lines=["a b", "a a b", "dawn", "c a b"])
    assert out.count(TEXTS("refusal-not-each-once")) == 3
    assert any(one.startswith("Right!") for one in out)


@pytest.mark.parametrize("line", ["b", "B", "2", "right", " RIGHT ", "ri"])
async def test_a_choice_is_named_by_letter_number_or_words(line: str) -> None:
    assert any(out.startswith("Right!") for out in await play(choice_question(), lines=[line]))


async def test_a_line_that_names_no_choice_is_answered_and_costs_nothing() -> None:
    out = await play(choice_question(), lines=["z", "wrong", "b"])
    assert out.count("Answer with a letter from A to D.") == 2
    assert any(line.startswith("Right!") for line in out)


async def test_a_typed_answer_that_is_close_may_be_tried_again() -> None:
    out = await play(typed_question(text="Krysten Ritter"), lines=["Krysten", "krysten ritter"])
    assert any("On the way; more, please." in line for line in out)
    assert any(line.startswith("Right!") for line in out)


async def test_a_hint_takes_a_wrong_choice_away() -> None:
    out = await play(choice_question(), lines=["/hint", "b"])
    assert any(line.startswith("Hint: not ") for line in out)


async def test_a_skipped_question_shows_its_answer_and_goes_on() -> None:
    out = await play(choice_question("one"), choice_question("two"), lines=["/skip", "b"])
    assert "Skipped. You gave no answer." in out
    assert "Answer: B. right" in out
    assert "What is two?" in out


@pytest.mark.parametrize("last", [None, "/quit"])
async def test_the_end_of_input_ends_the_quiz_with_the_score(last: str | None) -> None:
    out = await play(choice_question("one"), choice_question("two"), lines=["b", last])
    assert "Ada stopped the quiz." in out
    assert any(line.startswith("Your score: ") for line in out)


async def test_an_interrupt_ends_the_quiz_with_the_score() -> None:
    written: list[str] = []
    asked = asyncio.Event()

    def write(text: str) -> None:
        written.append(text)
        if "What is q?" in text:
            asked.set()

    quiz = terminal_quiz(choice_question(), clock=ManualClock())
    playing = asyncio.create_task(PlainGame(quiz, asyncio.Queue(), write).play())
    await asked.wait()
    playing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await playing
    assert "Your score: 0 points" in written[-1]


async def test_fewer_questions_than_asked_for_are_announced() -> None:
    out = await play(choice_question(), lines=["b"], rounds=5)
    assert out[0] == "You asked for 5; there is only 1."


async def test_without_any_question_nothing_is_played() -> None:
    assert await play(lines=[], rounds=5) == ["You asked for 5; there are only 0."]


async def test_lines_are_read_from_a_pipe_up_to_its_end() -> None:
    reading, writing = os.pipe()
    lines = read_lines(reading)
    os.write(writing, "Zoë\nhalf".encode())
    os.write(writing, b" a line\n\xff\nno end")
    os.close(writing)
    read = [await asyncio.wait_for(lines.get(), 5) for _ in range(5)]
    os.close(reading)
    assert read == ["Zoë", "half a line", "\N{REPLACEMENT CHARACTER}", "no end", None]


@pytest.mark.parametrize("lines_read", [1, 4, 9])
async def test_the_quiz_stops_quietly_once_nobody_reads_it(
    lines_read: int, caplog: pytest.LogCaptureFixture
) -> None:
    written: list[str] = []

    def write(text: str) -> None:
        if len(written) == lines_read:
            raise BrokenPipeError
        written.append(text)

    typed: Lines = asyncio.Queue()
    for line in "babab":
        typed.put_nowait(line)
    questions = [choice_question(name) for name in ("one", "two", "three", "four", "five")]
    quiz = terminal_quiz(*questions, clock=ManualClock())
    with pytest.raises(BrokenPipeError):
        await asyncio.wait_for(PlainGame(quiz, typed, write).play(), 5)
    assert caplog.text == ""
    assert len(written) == lines_read
