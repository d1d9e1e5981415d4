"""``gumshoe play``: the quiz at the terminal."""

from __future__ import annotations

import asyncio
import getpass
import os
import signal
import sys
from contextlib import suppress
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import typer

from bot.cli.common import fail, known_packs, load_packs, plain_output, read_settings
from bot.cli.levels import Level

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.store.store import Store
    from bot.terminal.quiz import TerminalQuiz
    from questions.bank import QuizRequest
    from questions.facts.model import FactBase
    from questions.question import Question

PAUSE_SECONDS = 60.0
"""How long the full screen shows a reveal before it goes on by itself."""

ENDS = ("SIGINT", "SIGTERM", "SIGHUP")
"""The signals that end a quiz on the full screen."""


def play(
    pack: list[str] | None = typer.Option(
        None,
        "--pack",
        help="A pack's name or folder, or an imported pack; repeat it for more. Default: all packs.",
    ),
    rounds: int = typer.Option(10, "--rounds", min=1, max=50, help="How many questions."),
    seconds: int = typer.Option(20, "--seconds", min=5, max=120, help="The time for each."),
    level: Level = typer.Option(Level.ANY, "--level", help="How hard the questions are."),
    seed: int | None = typer.Option(None, "--seed", help="The same seed asks the same questions."),
    spoilers: bool = typer.Option(False, "--spoilers", help="Also ask questions that give the plot away."),
    plain: bool = typer.Option(
        False, "--plain", help="Lines instead of a full screen; a pipe and TERM=dumb always get lines."
    ),
) -> None:
    """Play a quiz at the terminal. Your scores are kept."""
    from questions.bank import QuizRequest

    settings = read_settings()
    folders, lists = known_packs(pack, settings) if pack else (None, None)
    bases = () if lists and not folders else load_packs(folders, settings)
    request = QuizRequest(count=rounds, level=level.number, spoilers=spoilers)
    play_packs(settings, bases, request, seed, seconds, lists=lists, plain=plain)


def play_packs(
    settings: Settings,
    bases: tuple[FactBase, ...],
    request: QuizRequest,
    seed: int | None,
    seconds: int,
    *,
    lists: list[str] | None,
    plain: bool,
) -> None:
    """Play a quiz of these packs at the terminal, on the full screen or in lines.

    ``lists`` names the imported packs that are played with them; None stands for all of them.
    """
    from bot.game.journal import JournalUnavailable
    from bot.store.errors import StoreError

    as_lines = plain or os.environ.get("TERM") == "dumb" or not (sys.stdin.isatty() and sys.stdout.isatty())
    if as_lines:
        plain_output()
    try:
        asyncio.run(_play(settings, bases, lists, request, seed, seconds, as_lines))
    except (StoreError, JournalUnavailable) as error:
        fail(str(error))
    except KeyboardInterrupt:
        typer.echo()
    except BrokenPipeError:
        sys.stderr.close()


async def _play(
    settings: Settings,
    bases: tuple[FactBase, ...],
    lists: list[str] | None,
    request: QuizRequest,
    seed: int | None,
    seconds: int,
    as_lines: bool,
) -> None:
    from bot.store.store import open_store

    store = await asyncio.to_thread(open_store, settings.database)
    try:
        request = await _with_lists(store, bases, request, lists)
        quiz = terminal_quiz(store, bases, request, seed, seconds, as_lines)
        if as_lines:
            from bot.terminal.plain import PlainGame, read_lines

            await PlainGame(quiz, read_lines(sys.stdin.fileno()), typer.echo).play()
        else:
            await _on_full_screen(quiz)
    finally:
        await store.close()


async def _on_full_screen(quiz: TerminalQuiz) -> None:
    """Play until the player or a signal has had enough; the terminal is as before, and the result stays."""
    from bot.terminal.app import quiz_app

    app, loop, caught = quiz_app(quiz), asyncio.get_running_loop(), list[int]()

    def end(number: int) -> None:
        caught.append(number)
        app.call_later(app.end)

    for name in ENDS:
        with suppress(NotImplementedError, AttributeError):  # not every platform has them
            number = getattr(signal, name)
            loop.add_signal_handler(number, end, number)
    await app.run_async()
    with suppress(OSError):  # the terminal may be gone
        for line in app.farewell:
            typer.echo(line)
    if caught:
        raise typer.Exit(128 + caught[0])


async def _with_lists(
    store: Store, bases: tuple[FactBase, ...], request: QuizRequest, names: list[str] | None
) -> QuizRequest:
    """The request with the imported packs of these names, or with all of them."""
    from bot.library.imported import ImportedLists
    from bot.store.records import EVERYWHERE

    imported = ImportedLists(store)
    if names is None:
        return replace(request, lists=await imported.lists(EVERYWHERE))
    named = {name: await imported.named(EVERYWHERE, name) for name in names}
    if unknown := [name for name, pack in named.items() if pack is None]:
        fail(*(f"{name}: no such pack. gumshoe packs lists all that there are." for name in unknown))
    ids = tuple(pack.id for pack in named.values() if pack is not None)
    lists = await imported.lists(EVERYWHERE, ids) if ids else ()
    return replace(request, lists=lists, packs=(*(base.id for base in bases), *(one.id for one in lists)))


def terminal_quiz(
    store: Store,
    bases: tuple[FactBase, ...],
    request: QuizRequest,
    seed: int | None,
    seconds: int,
    as_lines: bool,
) -> TerminalQuiz:
    """A quiz of these packs for one player; with a seed it is the same one each time."""
    from bot.game.events import Player
    from bot.game.rules import Rules
    from bot.runtime.clock import Clock
    from bot.runtime.judge import PackJudge
    from bot.sessions import Sessions
    from bot.terminal.quiz import HERE, TerminalQuiz
    from bot.texts.catalogue import Languages
    from questions.bank import Bank

    bank, rng, clock = Bank(bases), Random(seed), Clock(asyncio.get_running_loop().time)

    async def draw() -> tuple[Question, ...]:
        clock.catch_up()  # no quiz runs that would have to move along
        if seed is not None:
            return bank.draw(request, rng)
        seen, experience = await store.seen(HERE), await store.asked.experience()
        return bank.draw(replace(request, seen=seen, experience=experience), rng)

    return TerminalQuiz(
        player=Player(0, own_name()),
        rules=Rules(
            rounds=request.count,
            seconds=seconds,
            pause_seconds=0 if as_lines else PAUSE_SECONDS,
            solo=True,
            idle_rounds=0,
        ),
        draw=draw,
        make_sessions=lambda stages: Sessions(store, stages, clock, PackJudge(bases)),
        records=store,
        clock=clock,
        texts=Languages().default,
    )


def own_name() -> str:
    """What the system calls whoever plays; a container may run under an id that has no name."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return "You"
