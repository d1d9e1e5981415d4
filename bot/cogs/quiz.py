"""``/quiz start`` and ``/quiz stop``."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from random import Random
from typing import Annotated, Any, Protocol

from discord import Interaction, app_commands
from discord.ext import commands

from bot.cogs.authored import question_of
from bot.cogs.options import OneOf, Whole
from bot.cogs.place import is_for_quizzes, link_to, missing_permissions
from bot.game.events import EndReason, GameStarted, Refusal
from bot.game.rules import MAX_ROUNDS, MAX_SECONDS, MIN_ROUNDS, MIN_SECONDS, Rules, Selection
from bot.imported import ImportedLists
from bot.session import Session
from bot.sessions import Busy, Sessions
from bot.store.store import Store
from bot.texts import render
from bot.views import answering
from bot.views.host import is_quizmaster, place_of, respond, server_texts, settings_of, texts_of
from bot.views.text import clip, safe_line
from questions.bank import QuizRequest
from questions.question import Question

LEVELS = {"easy": 1, "medium": 2, "hard": 3, "any": 0}
ANY_LEVEL = 2  # what a server's own question counts as where no level is chosen
OFFERED = 25  # Discord takes no more choices of an autocompletion
NAME_LIMIT = 100
ABOUT_SHOWN = 300


class QuestionSource(Protocol):
    """Where questions come from; both may be asked from any thread."""

    @property
    def titles(self) -> Mapping[str, str]:
        """The title of each pack, by its id."""

    def draw(self, request: QuizRequest, rng: Random) -> tuple[Question, ...]:
        """Questions for one quiz; fewer than requested are all there are."""


class Resumer(Protocol):
    """Knows whether the games of before the start are running again."""

    resumed: bool


@app_commands.guild_only()
class QuizCog(commands.GroupCog, group_name="quiz"):
    """Starting and stopping; the playing itself is done by buttons."""

    def __init__(
        self,
        resumer: Resumer,
        sessions: Sessions,
        store: Store,
        source: QuestionSource,
        make_random: Callable[[], Random],
    ) -> None:
        self._resumer = resumer
        self._sessions = sessions
        self._store = store
        self._source = source
        self._make_random = make_random
        self._imported = ImportedLists(store)

    @app_commands.command()
    async def start(
        self,
        interaction: Interaction[Any],
        pack: str | None = None,
        rounds: Annotated[int | None, Whole(MIN_ROUNDS, MAX_ROUNDS)] = None,
        seconds: Annotated[int | None, Whole(MIN_SECONDS, MAX_SECONDS)] = None,
        level: Annotated[int | None, OneOf(LEVELS)] = None,
        spoilers: bool | None = None,
    ) -> None:
        options = {"rounds": rounds, "seconds": seconds, "level": level, "spoilers": spoilers}
        chosen: dict[str, Any] = {name: value for name, value in options.items() if value is not None}
        settings = replace(settings_of(interaction), **chosen)
        selection = Selection((), settings.rounds, settings.level or None, settings.spoilers)
        await respond(
            interaction, self._start(interaction, selection, settings.seconds, partial(_named, pack))
        )

    @start.autocomplete("pack")
    async def _packs(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        wanted = typed.casefold()
        return [
            app_commands.Choice(name=clip(title, NAME_LIMIT), value=pack)
            for pack, title in (await self._titles(interaction)).items()
            if wanted in title.casefold() or wanted in pack.casefold()
        ][:OFFERED]

    @app_commands.command()
    async def stop(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._stop(interaction))

    async def again(self, interaction: Interaction[Any], game: str) -> str:
        """Start a quiz with the options of one that has ended here; what to say to whoever asks for it."""
        started = next(iter(await self._store.journal_of(place_of(interaction), game)), None)
        if not isinstance(started, GameStarted):
            return texts_of(interaction)("no-such-game")
        kept = started.selection or Selection((), len(started.questions))
        still = partial(_still_there, kept.packs) if kept.packs else tuple
        return await self._start(interaction, kept, started.rules.seconds, still)

    async def _start(
        self,
        interaction: Interaction[Any],
        selection: Selection,
        seconds: float,
        choose: Callable[[Mapping[str, str]], tuple[str, ...]],
    ) -> str:
        """Start a quiz of the packs that ``choose`` takes from the titles by id; what to say about it."""
        place, texts, settings = place_of(interaction), texts_of(interaction), settings_of(interaction)
        if not self._resumer.resumed:
            return texts("coming-back")
        if missing := missing_permissions(interaction):
            names = (texts(f"permission-{name.replace('_', '-')}") for name in missing)
            return texts("lacking-permissions", permissions=", ".join(names))
        if not is_for_quizzes(interaction, settings):
            channels = ", ".join(f"<#{id}>" for id in settings.channels)
            return texts("channel-not-for-quizzes", channels=channels)
        if running := self._sessions.find(place):
            return _busy(interaction, running)
        titles = await self._titles(interaction)
        selection = replace(selection, packs=choose(titles))
        packs, rounds = selection.packs, selection.rounds
        if not packs:
            return texts("no-such-pack")
        request = QuizRequest(rounds, selection.level, selection.spoilers, packs)
        questions = await self._draw(interaction, request)
        if not questions:
            return texts("no-such-question")
        rules = Rules(rounds=len(questions), seconds=seconds, pause_seconds=settings.pause_seconds)
        starter = answering.player_of(interaction.user)
        session = await self._sessions.start(place, questions, rules, starter, selection)
        if isinstance(session, Busy):
            running = self._sessions.find(place)
            if running:
                return _busy(interaction, running)
            return texts("restarting" if session.closing else "already-starting")
        about = clip(", ".join(titles[name] for name in packs), ABOUT_SHOWN)
        shown = safe_line(about, ABOUT_SHOWN)
        text = texts("quiz-begins", count=len(questions), seconds=seconds, packs=shown)
        if len(questions) == rounds:
            return text
        return f"{text} {texts('shortage', requested=rounds, available=len(questions))}"

    async def _draw(self, interaction: Interaction[Any], request: QuizRequest) -> tuple[Question, ...]:
        place, rng = place_of(interaction), self._make_random()
        topic = server_texts(interaction)("own-topic")
        records = await self._store.questions(place.scope)
        authored = tuple(question_of(record, topic, request.level or ANY_LEVEL, rng) for record in records)
        lists = await self._imported.lists(place.scope, request.packs)
        there = {*self._source.titles, *(one.id for one in lists)}
        packs = tuple(pack for pack in request.packs if pack in there)
        if not packs:  # somebody has just removed it
            return ()
        seen = await self._store.seen(place)
        request = replace(request, packs=packs, authored=authored, lists=lists, seen=seen)
        return await asyncio.to_thread(self._source.draw, request, rng)

    async def _stop(self, interaction: Interaction[Any]) -> str:
        session, texts = self._sessions.find(place_of(interaction)), texts_of(interaction)
        if session is None:
            return texts("none-running" if self._resumer.resumed else "coming-back")
        player = answering.player_of(interaction.user)
        if player.id != session.game.starter.id and not is_quizmaster(interaction):
            return texts(Refusal.NOT_YOURS)
        refused = answering.refused(await session.stop(player, EndReason.STOPPED))
        return render.refusal(texts, refused) if refused else texts("stopped-by-you")

    async def _titles(self, interaction: Interaction[Any]) -> Mapping[str, str]:
        """The title of each pack that can be played here, by its id: of facts, and imported."""
        off = settings_of(interaction).packs_off
        titles = {**self._source.titles, **await self._imported.titles(place_of(interaction).scope)}
        return {pack: title for pack, title in titles.items() if pack not in off}


def _named(name: str | None, titles: Mapping[str, str]) -> tuple[str, ...]:
    """The pack of this id or title; all packs for no name; none where there is no such pack."""
    if name is None:
        return tuple(titles)
    typed = name.casefold()
    named = [pack for pack, title in titles.items() if typed in (pack.casefold(), title.casefold())]
    return tuple(named[:1])


def _still_there(packs: tuple[str, ...], titles: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(pack for pack in packs if pack in titles)


def _busy(interaction: Interaction[Any], running: Session) -> str:
    return texts_of(interaction)("already-running", link=link_to(interaction, running))
