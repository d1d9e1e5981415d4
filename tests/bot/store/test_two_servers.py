"""Whatever members of two servers do, neither server sees what the other wrote, reported or corrected."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.library.fact_packs import FactPacks
from bot.library.imported import ImportedLists
from bot.library.near import Neighbourhood
from bot.store.authored import STEPS as CHANGES
from bot.store.authoring import Act, AuthoredQuestion, Outcome, ReportReason, State
from bot.store.store import Store, open_store
from questions.bank import Bank
from questions.facts.corrections import Correction, CorrectionKind, OwnFact
from questions.facts.own_packs import OwnPack
from questions.interchange.lists import Entry, read_list
from tests.support.databases import ANN, BOB, NOON, a_question

SERVERS = ("server:1", "server:2")
ACTS = (
    "add",
    "suggest",
    *CHANGES,
    "report",
    "settle",
    "correct",
    "own fact",
    "own pack",
    "undo",
    "restore",
    "import",
    "remove pack",
)
STEPS = st.lists(
    st.tuples(st.sampled_from([0, 1]), st.sampled_from(ACTS), st.integers(1, 4), st.sampled_from([ANN, BOB])),
    max_size=25,
)


async def act(store: Store, server: int, what: str, number: int, member) -> None:  # type: ignore[no-untyped-def]
    """One action; all that it writes names its server, or carries numbers that both servers use."""
    scope, desk, lists = SERVERS[server], store.desk, ImportedLists(store)
    mark = f"of server {server}"
    entry = Entry(f"What is thing {number} {mark}?", (f"Thing {mark}",))
    match what:
        case "add":
            await desk.add(scope, member, entry, NOON)
        case "suggest":
            await desk.suggest(scope, member, entry, NOON)
        case "report":
            question = a_question(f"q{number}", f"Who {mark}?")
            await desk.report(scope, member, question, ReportReason.WRONG, f"Note {mark}", NOON)
        case "settle":
            await desk.settle(scope, number, member, Outcome.DISMISSED, NOON)
        case "correct":
            change = Correction("pack", CorrectionKind.ALIAS, f"e{number}", f"Form {mark}")
            await desk.correct(scope, member, change, NOON)
        case "own fact":
            await desk.correct(scope, member, OwnFact("pack", "made", mark, f"x{number}", "s"), NOON)
        case "own pack":
            await desk.correct(scope, member, OwnPack(f"own:{scope}:p{number}", mark), NOON)
        case "restore":
            await desk.restore_correction(scope, number, member, NOON)
        case "undo":
            await desk.undo_correction(scope, number, member, NOON)
        case "import":
            text = f"Which river flows {mark} in place {number}?:\n- River {mark}\n"
            plan = await lists.plan(scope, [read_list("rivers.yaml", text.encode())])
            await lists.apply(plan, NOON)
        case "remove pack":
            await lists.remove(scope, "rivers", NOON)
        case _:
            await desk.change(scope, number, Act(what), member, NOON, entry=entry)


async def everything(store: Store, scope: str) -> str:
    """All that a server can see of what is written."""
    desk, lists = store.desk, ImportedLists(store)
    questions = [one for state in State for one in await desk.questions(scope, state)]
    seen: list[object] = [*questions, *await desk.complaints(scope), *await desk.corrections(scope)]
    seen += await desk.undone_corrections(scope)
    for question in questions:
        seen += await desk.history(scope, question.id)
    for member in (ANN, BOB):
        seen += await desk.written_by(scope, member.id)
    for pack in await lists.packs(scope):
        seen += [kept.entry for kept in await store.imported_questions(pack)]
    near = Neighbourhood(store, lists, FactPacks(store, Bank([])))
    seen += await near.near(scope, Entry("What is thing 1 of server 0?", ("Thing of server 0",)))
    seen += await near.near(scope, Entry("What is thing 1 of server 1?", ("Thing of server 1",)))
    return "\n".join(map(repr, seen))


async def live(url: str, steps: list[tuple[int, str, int, object]]) -> None:
    store = await asyncio.to_thread(open_store, url)
    try:
        for server, what, number, member in steps:
            before = [await everything(store, scope) for scope in SERVERS]
            await act(store, server, what, number, member)
            after = [await everything(store, scope) for scope in SERVERS]
            assert after[1 - server] == before[1 - server]
        for server, scope in enumerate(SERVERS):
            text = await everything(store, scope)
            assert f"of server {1 - server}" not in text
            assert SERVERS[1 - server] not in text
            kept = await store.desk.add(scope, ANN, Entry("A last one?", ("x",)), NOON)
            assert isinstance(kept, AuthoredQuestion)
    finally:
        await store.close()


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_two_servers_never_see_each_other_s(
    new_database: Callable[[], str], steps: list[tuple[int, str, int, object]]
) -> None:
    asyncio.run(live(new_database(), steps))
