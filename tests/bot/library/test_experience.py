"""What players have made of questions is read now and then, for quizzes in Discord and at the terminal."""

from __future__ import annotations

from pathlib import Path

from bot.cli.play import terminal_quiz
from bot.game.rating import SETTLED
from bot.library.experience import REFRESH_SECONDS, Experiences
from questions.bank import Form, QuizRequest
from questions.facts.load import load_pack
from questions.generators.catalogue import all_questions
from tests.support.databases import opened, url_of
from tests.support.fakes import ManualClock
from tests.support.packs import write_pack
from tests.support.question_games import ask
from tests.support.questions import RIGHT, choice_question

HARD = choice_question("hard", level=3)
SHOWN = Form("hard", choices=True)


async def test_it_is_read_again_after_some_minutes_only(tmp_path: Path) -> None:
    clock = ManualClock(100.0)
    async with opened(url_of(tmp_path / "a.db")) as store:
        experiences = Experiences(store, clock)
        assert (await experiences.newest()).levels == {}
        await ask(store, HARD, *[RIGHT] * (SETTLED + 10))
        clock.now += REFRESH_SECONDS - 1
        assert (await experiences.newest()).levels == {}
        clock.now += 1
        assert (await experiences.newest()).levels[SHOWN] < 3


async def test_the_terminal_asks_by_what_players_have_shown_unless_a_seed_is_given(tmp_path: Path) -> None:
    base = load_pack(write_pack(tmp_path / "films"))
    question = next(one for one in all_questions(base, 0) if one.choices and one.level == 1)
    wrong = ((question.correct or 0) + 1) % len(question.choices)
    async with opened(url_of(tmp_path / "a.db")) as store:
        await ask(store, question, *[wrong] * 2 * SETTLED)
        request = QuizRequest(50, 1, spoilers=True)
        for seed, told in ((None, False), (3, True)):
            quiz = terminal_quiz(store, (base,), request, seed, 20, as_lines=True)
            drawn = {one.id for one in await quiz.draw() if one.choices}
            assert (question.id in drawn) is told
