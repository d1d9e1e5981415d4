from __future__ import annotations

import pytest

from bot.game.events import (
    Award,
    EndReason,
    GameEnded,
    Player,
    Refusal,
    Refused,
    Standing,
)
from bot.texts import render
from questions.judging.verdict import Reason, Verdict
from questions.question import Citation
from tests.support.questions import choice_question, typed_question
from tests.support.texts import TEXTS

ANN = Player(1, "Ann")


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2019-06-14", "14 June 2019"),
        ("2019-06-04", "4 June 2019"),
        ("2019-12", "December 2019"),
        ("2019", "2019"),
        ("2019-13", "2019-13"),
        ("spring 2019", "spring 2019"),
        ("2019-Q3", "2019-Q3"),
    ],
)
def test_dates_are_written_out_as_far_as_they_are_known(iso: str, words: str) -> None:
    assert TEXTS.day(iso) == words


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (Citation("s", "Title"), "Title"),
        (Citation("s", "Title", "Weekly"), "Title (Weekly)"),
        (Citation("s", "Title", None, "2018-03"), "Title (March 2018)"),
        (Citation("s", "Title", "Weekly", "2018-03"), "Title (Weekly, March 2018)"),
    ],
)
def test_a_citation_names_what_is_known_of_the_source(source: Citation, text: str) -> None:
    assert render.citation(TEXTS, source) == text


def test_of_many_sources_the_first_is_named_and_the_others_are_counted() -> None:
    sources = (Citation("a", "Title", "Weekly"), Citation("b", "Other"), Citation("c", "Third"))
    assert render.sources(TEXTS, choice_question(citations=sources)) == "Title (Weekly) and 2 more"
    assert render.sources(TEXTS, choice_question(citations=sources[1:2])) == "Other"
    assert render.sources(TEXTS, choice_question(citations=())) is None


@pytest.mark.parametrize(
    ("topic", "line"),
    [("who plays whom", "Question 3 of 10 · Who plays whom · ★★★"), ("", "Question 3 of 10 · ★★★")],
)
def test_the_heading_says_round_topic_and_level(topic: str, line: str) -> None:
    assert render.heading(TEXTS, 3, 10, choice_question(topic=topic, level=3)) == line


def test_the_right_answer_comes_with_its_letter_where_there_are_choices() -> None:
    assert render.right_answer(choice_question()) == "B. right"
    assert render.right_answer(typed_question()) == "Krysten Ritter"


@pytest.mark.parametrize(
    ("award", "text"),
    [
        (Award(ANN, True, 1100, 1100, 0, 0, 1, 9.0), "+1,100"),
        (Award(ANN, True, 25, 20, 5, 0, 1, 3.0), "+25 (20, speed 5)"),
        (Award(ANN, True, 29, 20, 5, 4, 3, 3.0), "+29 (20, speed 5, streak of 3: 4)"),
    ],
)
def test_points_are_broken_down_where_there_is_more_than_the_base(award: Award, text: str) -> None:
    assert render.award_points(TEXTS, award) == text


def test_a_score_speaks_of_one_point_and_of_many() -> None:
    assert render.score(TEXTS, Standing(1, ANN, 1, 1, 2)) == "1 point, 1 of 2 right"
    assert render.score(TEXTS, Standing(1, ANN, 1234, 12, 20)) == "1,234 points, 12 of 20 right"


def test_a_refusal_begins_with_what_the_judge_says() -> None:
    some = Verdict(Reason.SOME_NAMED, named=2, needed=3)
    asking = Verdict(Reason.MORE, asking="Which one?")
    close = TEXTS(Refusal.CLOSE)
    missing = TEXTS("reason-some-named", named=2, needed=3)
    assert render.refusal(TEXTS, Refused(Refusal.CLOSE, some)) == f"{missing} {close}"
    assert render.refusal(TEXTS, Refused(Refusal.CLOSE, asking)) == f"{TEXTS(Reason.MORE)} Which one? {close}"
    assert render.refusal(TEXTS, Refused(Refusal.TOO_LATE)) == TEXTS("refusal-too-late")


def test_whoever_stopped_a_game_is_named() -> None:
    assert render.ending(TEXTS, GameEnded(0.0, EndReason.STOPPED, (), ANN)) == "Ann stopped the quiz."
    assert render.ending(TEXTS, GameEnded(0.0, EndReason.STOPPED, ())) == "The quiz was stopped."
