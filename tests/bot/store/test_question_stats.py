"""What became of questions is kept as games end, and told without anybody else's words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.game.events import CloseReason
from bot.game.rating import SETTLED
from bot.game.shares import SKIPS_COUNT, weight
from bot.store.authoring import ReportReason
from bot.store.choices import KEPT, ChoiceCount
from bot.store.question_records import LEAST_ASKED, SHOWN_ENOUGH, Order, QuestionRecord
from bot.store.records import Place, server_scope
from bot.store.rows import key_of
from bot.store.store import Store
from questions.bank import Form
from questions.facts.corrections import OwnFact
from questions.question import Answer, Choice, Question, WhyWrong
from tests.support.databases import ANN, HERE, NOON, opened
from tests.support.question_games import ask
from tests.support.questions import RIGHT, WRONG, choice_question, typed_question

ELSEWHERE = Place(server_scope(6), 8)
OTHER = 2
"""A wrong choice of ``choice_question`` beside ``WRONG``."""


def with_choices(*texts: str, **changes: Any) -> Question:
    """A question whose first choice is right."""
    choices = tuple(Choice(text, WhyWrong.LURE if at else None) for at, text in enumerate(texts))
    return replace(choice_question(**changes), choices=choices, correct=0, answer=Answer(texts[0]))


async def one(store: Store, question: Question, place: Place = HERE) -> QuestionRecord | None:
    return await store.asked.one(key_of(question), (question.pack, place.scope), place.scope)


async def record(store: Store, question: Question, place: Place = HERE) -> QuestionRecord:
    kept = await one(store, question, place)
    assert kept is not None
    return kept


async def test_each_choice_counts_how_often_it_was_on_show_and_taken(database: str) -> None:
    question = choice_question(facts=("a/b/c",))
    async with opened(database) as store:
        await ask(store, question, RIGHT, RIGHT, WRONG)
        await ask(store, question, OTHER, reason=CloseReason.SKIPPED)
        await ask(store, question, reason=CloseReason.SKIPPED)
        await ask(store, question, reason=CloseReason.LEFT_OUT)
        kept = await record(store, question)
    assert (kept.asked, kept.skipped, kept.answered, kept.correct) == (3, 2, 4, 2)
    assert kept.average == 4.0
    assert kept.choices == (
        ChoiceCount("right", 4, 2, right=True),
        ChoiceCount("wrong 0", 4, 1, right=False),
        ChoiceCount("wrong 2", 4, 1, right=False),
        ChoiceCount("wrong 3", 4, 0, right=False),
    )
    assert kept.untaken == ()
    assert not kept.typed


async def test_a_wrong_choice_that_nobody_takes_in_many_answers_is_told_of(database: str) -> None:
    question = choice_question()
    async with opened(database) as store:
        await ask(store, question, *[RIGHT, WRONG, OTHER] * 4, times=2)
        kept = await record(store, question)
    assert [one.text for one in kept.untaken] == ["wrong 3"]
    assert kept.untaken[0].shown == 24 >= SHOWN_ENOUGH


async def test_choices_that_vary_are_told_apart_by_their_text_and_bounded(database: str) -> None:
    async with opened(database) as store:
        longs = [with_choices("yes", "x" * 200 + end) for end in "ab"]
        for long in longs:
            await ask(store, long, 1, 1, 0, 0)
        for number in range(KEPT + 10):
            await ask(store, with_choices("yes", f"no {number}"), 0, 1)
        kept = await record(store, longs[0])
    assert len(kept.choices) == KEPT
    assert max(len(choice.text) for choice in kept.choices) == 80
    assert len([choice for choice in kept.choices if choice.text.startswith("xxx")]) == 2


async def test_a_question_that_is_typed_has_statistics_of_its_own(database: str) -> None:
    question = choice_question(typed=True, level=2)
    async with opened(database) as store:
        await ask(store, question, RIGHT)
        await ask(store, question.without_choices(), True, False, False)
        typed = await record(store, question.without_choices())
        chosen = await record(store, question)
    assert (typed.typed, typed.level, typed.answered, typed.choices) == (True, 3, 3, ())
    assert (chosen.level, chosen.answered) == (2, 1)


async def test_the_words_of_a_server_that_changed_a_pack_are_told_to_nobody_else(database: str) -> None:
    ours = with_choices("Ann of the club", "Bea of the club", prompt="Who leads our club?")
    async with opened(database) as store:
        own = OwnFact("test", "led_by", "club", "Ann", "us")
        await store.desk.correct(HERE.scope, ANN, own, NOON)
        await ask(store, ours, 0, times=LEAST_ASKED)
        assert await one(store, ours, ELSEWHERE) is None
        assert (await record(store, ours)).prompt == "Who leads our club?"
        assert not await store.asked.ranked(Order.SLOW, ("test",), ELSEWHERE.scope)
        assert not await store.asked.like("CLUB", ("test",), ELSEWHERE.scope, 5)
        assert len(await store.asked.like("CLUB", ("test",), HERE.scope, 5)) == 1

        shipped = with_choices("Cleo", "Dee", prompt="Who leads the club?")
        await ask(store, shipped, 0, place=ELSEWHERE)
        await ask(store, ours, 1)
        kept = await record(store, shipped, ELSEWHERE)
    assert kept.prompt == "Who leads the club?"
    assert [choice.text for choice in kept.choices] == ["Cleo", "Dee"]
    assert kept.asked == LEAST_ASKED + 2


async def test_a_server_is_told_of_no_pack_that_it_does_not_play(database: str) -> None:
    question = typed_question(pack=HERE.scope)
    async with opened(database) as store:
        await ask(store, question, True, times=LEAST_ASKED)
        assert await store.asked.one(key_of(question), ("test",), ELSEWHERE.scope) is None
        assert not await store.asked.ranked(Order.SLOW, ("test", ELSEWHERE.scope), ELSEWHERE.scope)
        assert len(await store.asked.ranked(Order.SLOW, (HERE.scope,), HERE.scope)) == 1
        assert len(await store.asked.ranked(Order.SLOW)) == 1


async def test_each_order_begins_with_what_it_names(database: str) -> None:
    skipped, wrong, untaken, reported, few = (
        choice_question(name) for name in ("skipped", "wrong", "untaken", "reported", "few")
    )
    async with opened(database) as store:
        await ask(store, skipped, reason=CloseReason.SKIPPED, times=LEAST_ASKED)
        await ask(store, wrong, WRONG, OTHER, 3, times=LEAST_ASKED)
        await ask(store, untaken, RIGHT, WRONG, times=LEAST_ASKED)
        await ask(store, reported, RIGHT, WRONG, OTHER, 3, times=LEAST_ASKED)
        await ask(store, few, reason=CloseReason.SKIPPED, times=LEAST_ASKED - 1)
        await store.desk.report(HERE.scope, ANN, reported, ReportReason.WRONG, "", NOON)
        orders = {order: await store.asked.ranked(order) for order in Order}
    first = {order: records[0].id for order, records in orders.items()}
    assert first[Order.SKIPPED] == "skipped"
    assert first[Order.WRONG] == "wrong"
    assert first[Order.UNTAKEN] == "untaken"
    assert first[Order.REPORTED] == "reported"
    assert [record.id for record in orders[Order.REPORTED]] == ["reported"]
    assert [record.id for record in orders[Order.WORST]] == ["skipped", "wrong", "reported", "untaken"]
    assert orders[Order.REPORTED][0].reports == 1


async def test_levels_and_weights_reach_the_bank_once_enough_players_have_answered(database: str) -> None:
    hard = choice_question("hard", level=3, facts=("x/is/y",))
    boring, new = choice_question("boring"), choice_question("new")
    async with opened(database) as store:
        await ask(store, hard, *[RIGHT] * (SETTLED - 1))
        await ask(store, boring, reason=CloseReason.SKIPPED, times=SKIPS_COUNT)
        await ask(store, new, reason=CloseReason.SKIPPED, times=2)
        before = await store.asked.experience()
        assert before.levels == {}
        await ask(store, hard, *[RIGHT] * 2)
        after, kept = await store.asked.experience(), await record(store, hard)
    assert before.weights == {Form("boring", choices=True): weight(SKIPS_COUNT, SKIPS_COUNT)}
    assert after.weights == before.weights
    shown = after.levels[Form("hard", choices=True)]
    assert shown < 3
    assert (kept.level, kept.by_play) == (3, shown)
    assert after.eased == {"x/is/y"}


@pytest.mark.parametrize("asked", [10, 40])
def test_the_worst_is_what_many_skip_get_wrong_or_report(asked: int) -> None:
    choices = tuple(ChoiceCount(text, asked, asked // 4, text == "a") for text in "abcd")
    fine = QuestionRecord(
        1, "q", "test", "", "look_up", "?", False, 1, None, asked, 0, asked, asked // 4 * 2, 40.0,
        (0.0, 0.1), 0, choices,  # type: ignore[arg-type] # no more than a pair is looked at
    )  # fmt: skip
    assert fine.trouble == 0
    assert replace(fine, skipped=asked // 2).trouble > 0.2
    assert replace(fine, correct=0).trouble > 0
    assert replace(fine, reports=3).trouble == 0.5
    dull = tuple(one._replace(taken=0) for one in choices)
    assert replace(fine, choices=dull).trouble == (0.25 if asked >= SHOWN_ENOUGH else 0)
