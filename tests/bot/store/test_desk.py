"""What members write, report and correct, as it is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.store.authored import MOST_A_DAY, MOST_WAITING
from bot.store.authoring import (
    Act,
    AuthoredQuestion,
    DuplicateQuestion,
    Outcome,
    ReportReason,
    Stale,
    State,
    TooMany,
)
from bot.store.desk import Desk
from bot.store.engine import make_engine
from bot.store.reports import MOST_OPEN, target_of
from bot.store.schema import migrate
from questions.facts.corrections import Correction, CorrectionKind, OwnFact
from questions.facts.own_packs import OwnPack
from questions.interchange.lists import Entry
from questions.question import AUTHORED, Answer, Question
from tests.support.databases import ANN, BOB, CLEO, HERE, NOON, a_question, opened, url_of

MINE, YOURS = HERE.scope, "server:6"
WHO = Entry("Who is it?", ("Ann", "Anna"), ("Bob",), explanation="It is.", source="The Daily", level=2)


@pytest.fixture
async def desk(database: str) -> AsyncIterator[Desk]:
    async with opened(database) as store:
        yield store.desk


async def added(desk: Desk, prompt: str = "Who is it?", scope: str = MINE) -> AuthoredQuestion:
    kept = await desk.add(scope, ANN, Entry(prompt, ("Ann",)), NOON)
    assert isinstance(kept, AuthoredQuestion)
    return kept


def generated(id: str, *facts: str) -> Question:
    return Question(id, "noir", "look_up", "Who?", Answer("Ann"), "Ann.", typed=True, facts=facts)


async def test_a_question_is_kept_whole_in_its_server_alone(desk: Desk) -> None:
    kept = await desk.add(MINE, ANN, WHO, NOON)
    assert isinstance(kept, AuthoredQuestion)
    assert (kept.id, kept.author_name, kept.state, kept.version) == (1, "Ann", State.LIVE, 1)
    assert kept.entry.source == "The Daily"
    assert await desk.questions(MINE) == (kept,)
    assert await desk.questions(YOURS) == ()


async def test_each_server_counts_its_own_questions_from_one(desk: Desk) -> None:
    await added(desk, "One?")
    await added(desk, "Two?")
    assert (await added(desk, "One?", YOURS)).id == 1
    assert [question.id for question in await desk.questions(MINE)] == [1, 2]


async def test_the_same_prompt_again_is_refused_with_the_one_that_is_there(desk: Desk) -> None:
    first = await added(desk)
    assert await desk.add(MINE, BOB, Entry(" who  IS it?", ("Bob",)), NOON) == DuplicateQuestion(first)
    assert await desk.questions(MINE) == (first,)


async def test_every_change_is_a_version_with_who_and_when(desk: Desk) -> None:
    await added(desk)
    later = NOON + timedelta(hours=1)
    edited = await desk.change(MINE, 1, Act.EDITED, BOB, later, entry=WHO, seen=1)
    assert isinstance(edited, AuthoredQuestion)
    assert edited.entry.wrong == ("Bob",)
    await desk.change(MINE, 1, Act.REMOVED, CLEO, later)
    assert await desk.questions(MINE) == ()
    restored = await desk.change(MINE, 1, Act.RESTORED, ANN, later)
    assert await desk.questions(MINE) == (restored,)
    history = await desk.history(MINE, 1)
    assert [(one.act, one.by, one.at) for one in history] == [
        (Act.ADDED, "Ann", NOON),
        (Act.EDITED, "Bob", later),
        (Act.REMOVED, "Cleo", later),
        (Act.RESTORED, "Ann", later),
    ]
    assert [one.entry.wrong for one in history] == [(), ("Bob",), ("Bob",), ("Bob",)]


async def test_what_somebody_else_has_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    await added(desk)
    await desk.change(MINE, 1, Act.EDITED, BOB, NOON, entry=WHO, seen=1)
    assert await desk.change(MINE, 1, Act.EDITED, CLEO, NOON, entry=Entry("X?", ("x",)), seen=1) == Stale()
    assert (await desk.questions(MINE))[0].entry.prompt == "Who is it?"


@pytest.mark.parametrize(("scope", "number"), [(YOURS, 1), (MINE, 2)])
async def test_a_server_cannot_change_what_it_does_not_have(desk: Desk, scope: str, number: int) -> None:
    await added(desk)
    assert await desk.change(scope, number, Act.REMOVED, ANN, NOON) == Stale()
    assert len(await desk.questions(MINE)) == 1


async def test_a_removed_question_comes_back_only_where_nobody_asks_the_same_now(desk: Desk) -> None:
    await added(desk)
    await desk.change(MINE, 1, Act.REMOVED, ANN, NOON)
    second = await added(desk)
    assert second.id == 2
    assert await desk.change(MINE, 1, Act.RESTORED, ANN, NOON) == DuplicateQuestion(second)


async def test_a_suggestion_is_not_asked_before_it_is_approved_and_then_counts_for_its_author(
    desk: Desk,
) -> None:
    await desk.suggest(MINE, BOB, WHO, NOON)
    assert await desk.questions(MINE) == ()
    assert [one.id for one in await desk.questions(MINE, State.WAITING)] == [1]
    approved = await desk.change(MINE, 1, Act.APPROVED, ANN, NOON, seen=1)
    assert isinstance(approved, AuthoredQuestion)
    assert (approved.state, approved.author_name, approved.approved) == (State.LIVE, "Bob", 1)
    assert await desk.change(MINE, 1, Act.APPROVED, ANN, NOON, seen=1) == Stale()


async def test_a_refused_suggestion_keeps_the_word_to_its_author(desk: Desk) -> None:
    await desk.suggest(MINE, BOB, WHO, NOON)
    await desk.change(MINE, 1, Act.REFUSED, ANN, NOON, word="Too easy.")
    (mine,) = await desk.written_by(MINE, BOB.id)
    assert (mine.state, mine.word) == (State.REFUSED, "Too easy.")
    assert await desk.written_by(YOURS, BOB.id) == ()


async def test_a_member_cannot_flood_the_queue(desk: Desk) -> None:
    for number in range(MOST_WAITING):
        await desk.suggest(MINE, BOB, Entry(f"Number {number}?", ("x",)), NOON)
    assert await desk.suggest(MINE, BOB, WHO, NOON) == TooMany(MOST_WAITING)
    assert isinstance(await desk.suggest(MINE, CLEO, WHO, NOON), AuthoredQuestion)
    for number in range(1, MOST_WAITING + 1):
        await desk.change(MINE, number, Act.REFUSED, ANN, NOON)
    for number in range(MOST_WAITING, MOST_A_DAY):
        await desk.suggest(MINE, BOB, Entry(f"Number {number}?", ("x",)), NOON)
        await desk.change(MINE, number + 2, Act.REFUSED, ANN, NOON)
    another = Entry("Another?", ("x",))
    assert await desk.suggest(MINE, BOB, another, NOON) == TooMany(MOST_A_DAY)
    assert isinstance(await desk.suggest(MINE, BOB, another, NOON + timedelta(days=1)), AuthoredQuestion)


async def test_reports_are_gathered_by_fact_or_by_question(desk: Desk) -> None:
    one, two, other = generated("a", "s/r/o"), generated("b", "s/r/o", "t/r/o"), a_question("q9")
    assert await desk.report(MINE, ANN, one, ReportReason.WRONG, "It is Bob.", NOON) == 1
    assert await desk.report(MINE, BOB, two, ReportReason.WRONG, "", NOON) == 2
    assert await desk.report(MINE, BOB, other, ReportReason.DULL, "", NOON) == 1
    assert await desk.report(MINE, BOB, other, ReportReason.MISSPELT, "", NOON) == 1
    first, second = await desk.complaints(MINE)
    assert (first.target, first.count, first.notes) == ("fact:noir/s/r/o", 2, ("It is Bob.",))
    assert (second.target, second.reasons) == ("question:q9", ((ReportReason.MISSPELT, 1),))
    assert second.question == other
    assert await desk.complaints(YOURS) == ()


async def test_settled_reports_are_gone_and_may_be_made_again(desk: Desk) -> None:
    await desk.report(MINE, ANN, a_question(), ReportReason.WRONG, "", NOON)
    (complaint,) = await desk.complaints(MINE)
    assert await desk.settle(YOURS, complaint.key, BOB, Outcome.DISMISSED, NOON) == 0
    assert await desk.settle(MINE, complaint.key, BOB, Outcome.DISMISSED, NOON) == 1
    assert await desk.complaints(MINE) == ()
    assert await desk.report(MINE, ANN, a_question(), ReportReason.WRONG, "", NOON) == 1


async def test_a_member_can_have_only_so_many_open_reports(desk: Desk) -> None:
    for number in range(MOST_OPEN):
        await desk.report(MINE, ANN, a_question(f"q{number}"), ReportReason.DULL, "", NOON)
    assert await desk.report(MINE, ANN, a_question("more"), ReportReason.DULL, "", NOON) == TooMany(MOST_OPEN)


def test_a_question_that_a_person_wrote_is_its_own_target() -> None:
    assert target_of(Question("x/1", "x", AUTHORED, "?", Answer("a"), "", typed=True)) == "question:x/1"


async def test_corrections_hold_in_their_server_until_they_are_undone(desk: Desk) -> None:
    retired = Correction("noir", CorrectionKind.RETIRE, "s/r/o")
    own = OwnFact("noir", "r", "Ann", "Bob", "The Daily")
    assert await desk.correct(MINE, ANN, retired, NOON) == 1
    assert await desk.correct(MINE, BOB, retired, NOON) == 1
    assert await desk.correct(MINE, BOB, own, NOON) == 2
    assert [(one.change, one.by) for one in await desk.corrections(MINE)] == [(retired, "Ann"), (own, "Bob")]
    assert await desk.corrections(YOURS) == ()
    assert await desk.undo_correction(YOURS, 1, ANN, NOON) is None
    undone = await desk.undo_correction(MINE, 1, ANN, NOON)
    assert undone is not None
    assert undone.change == retired
    assert [one.number for one in await desk.corrections(None)] == [2]


async def test_what_was_undone_can_be_restored_a_pack_with_all_that_went_with_it(desk: Desk) -> None:
    pack = OwnPack("own:p", "Ours")
    facts = [OwnFact("own:p", "r", "Ann", name, "The Daily") for name in ("Bob", "Cid")]
    await desk.correct(MINE, ANN, facts[0], NOON, [pack])
    await desk.correct(MINE, ANN, facts[1], NOON)
    await desk.undo_correction(MINE, 3, BOB, NOON - timedelta(hours=1))
    await desk.undo_correction(MINE, 1, BOB, NOON)
    assert await desk.corrections(MINE) == ()
    assert [one.number for one in await desk.undone_corrections(MINE)] == [3, 2, 1]
    assert await desk.restore_correction(YOURS, 1, BOB, NOON) is None
    await desk.restore_correction(MINE, 1, BOB, NOON)
    held = [(one.number, one.change, one.by) for one in await desk.corrections(MINE)]
    assert held == [(4, pack, "Bob"), (5, facts[0], "Bob")]
    assert [one.change for one in await desk.undone_corrections(MINE)] == [facts[1]]
    assert await desk.restore_correction(MINE, 1, BOB, NOON) is None


async def test_questions_of_the_first_schema_are_kept_with_their_history(tmp_path: Path) -> None:
    url = url_of(tmp_path / "a.db")
    migrate(url, "20261121")
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO player VALUES ('server:5', 11, 'Ann')"))
        for number, removed in ((1, "NULL"), (2, "'2026-11-21 12:00:00'")):
            connection.execute(
                text(
                    "INSERT INTO authored_question VALUES ('server:5', :number, 11, :prompt, :prompt, "
                    f"'[\"Ann\", \"Anna\"]', '[]', 'It is.', '2026-11-20 12:00:00', {removed})"
                ),
                {"number": number, "prompt": f"Number {number}?"},
            )
    engine.dispose()
    async with opened(url) as store:
        (live,) = await store.desk.questions(MINE)
        assert live.entry == Entry("Number 1?", ("Ann", "Anna"), explanation="It is.", author="Ann")
        history = await store.desk.history(MINE, 2)
        assert [one.act for one in history] == [Act.ADDED, Act.REMOVED]
    migrate(url, "20261121")
    migrate(url)
    async with opened(url) as store:
        assert await store.desk.questions(MINE) == (live,)
