"""How a quiz starts: what it may be about, whether it may run here, and which questions it gets."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any, Protocol

from discord import Interaction

from bot.cogs.authored import question_of
from bot.cogs.place import is_for_quizzes, link_to, missing_permissions
from bot.game.events import GameStarted
from bot.game.rules import Rules, Selection
from bot.imported import ImportedLists
from bot.session import Session
from bot.sessions import Busy, Sessions
from bot.store.records import ServerSettings
from bot.store.store import Store
from bot.texts.catalogue import Texts
from bot.views import answering
from bot.views.host import place_of, server_texts, settings_of, texts_of
from bot.views.text import clip, safe_line
from questions.bank import QuizRequest
from questions.question import Question

LEVELS = {"any": None, "easy": 1, "medium": 2, "hard": 3}
ANY_LEVEL = 2  # what a server's own question counts as where no level is chosen
TITLES_SHOWN = 300


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


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of ``/quiz start``; None where the server's default is meant."""

    pack: str | None = None
    rounds: int | None = None
    seconds: int | None = None
    level: str | None = None
    spoilers: bool | None = None
    lobby: int | None = None


class Starts:
    """Starts quizzes where they are asked for; ``lobby_seconds`` is how long players gather by default."""

    def __init__(
        self,
        resumer: Resumer,
        sessions: Sessions,
        store: Store,
        source: QuestionSource,
        make_random: Callable[[], Random],
        lobby_seconds: int,
    ) -> None:
        self.resumer = resumer
        self.sessions = sessions
        self._store = store
        self._source = source
        self._imported = ImportedLists(store)
        self._make_random = make_random
        self._lobby_seconds = lobby_seconds

    async def titles(self, interaction: Interaction[Any]) -> Mapping[str, str]:
        """The title of each pack that can be played here, by its id: of facts, and imported."""
        off = settings_of(interaction).packs_off
        titles = {**self._source.titles, **await self._imported.titles(place_of(interaction).scope)}
        return {pack: title for pack, title in titles.items() if pack not in off}

    async def start(self, interaction: Interaction[Any], wish: Wish) -> str:
        """Start a quiz, or say why not."""
        settings = settings_of(interaction)
        if problem := self._obstacle(interaction, settings):
            return problem
        titles = await self.titles(interaction)
        packs = _named(wish.pack, titles)
        if not packs:
            return texts_of(interaction)("no-such-pack")
        selection = Selection(
            packs,
            tuple(titles[pack] for pack in packs),
            wish.rounds or settings.rounds,
            wish.level or tuple(LEVELS)[settings.level or 0],
            settings.spoilers if wish.spoilers is None else wish.spoilers,
        )
        rules = Rules(
            seconds=wish.seconds or settings.seconds,
            pause_seconds=settings.pause_seconds,
            lobby_seconds=self._lobby_seconds if wish.lobby is None else wish.lobby,
        )
        return await self._play(interaction, selection, rules)

    async def again(self, interaction: Interaction[Any], game: str) -> str:
        """Start a quiz with the options of one that has ended here, or say why not."""
        settings = settings_of(interaction)
        started = next(iter(await self._store.journal_of(place_of(interaction), game)), None)
        if not isinstance(started, GameStarted):
            return texts_of(interaction)("no-such-game")
        if problem := self._obstacle(interaction, settings):
            return problem
        titles, kept = await self.titles(interaction), started.selection
        packs = tuple(pack for pack in kept.packs or titles if pack in titles)
        if not packs:
            return texts_of(interaction)("no-such-pack")
        selection = replace(kept, packs=packs, titles=tuple(titles[pack] for pack in packs))
        rules = replace(started.rules, pause_seconds=settings.pause_seconds)
        return await self._play(interaction, selection, rules)

    def _obstacle(self, interaction: Interaction[Any], settings: ServerSettings) -> str | None:
        """Why no quiz can start here just now."""
        texts = texts_of(interaction)
        if not self.resumer.resumed:
            return texts("coming-back")
        if missing := missing_permissions(interaction):
            names = (texts(f"permission-{name.replace('_', '-')}") for name in missing)
            return texts("lacking-permissions", permissions=", ".join(names))
        if not is_for_quizzes(interaction, settings):
            channels = ", ".join(f"<#{id}>" for id in settings.channels)
            return texts("channel-not-for-quizzes", channels=channels)
        running = self.sessions.find(place_of(interaction))
        return _busy(interaction, running) if running else None

    async def _play(self, interaction: Interaction[Any], selection: Selection, rules: Rules) -> str:
        """Draw the questions and start; what to say about it."""
        texts, place = texts_of(interaction), place_of(interaction)
        questions = await self._draw(interaction, selection)
        if not questions:
            return texts("no-such-question")
        rules = replace(rules, rounds=len(questions))
        starter = answering.player_of(interaction.user)
        session = await self.sessions.start(place, questions, rules, starter, selection)
        if isinstance(session, Busy):
            if running := self.sessions.find(place):
                return _busy(interaction, running)
            return texts("restarting" if session.closing else "already-starting")
        return _begun(texts, selection, rules)

    async def _draw(self, interaction: Interaction[Any], selection: Selection) -> tuple[Question, ...]:
        place, rng = place_of(interaction), self._make_random()
        topic, level = server_texts(interaction)("own-topic"), LEVELS[selection.level]
        records = await self._store.questions(place.scope)
        lists = await self._imported.lists(place.scope, selection.packs)
        there = {*self._source.titles, *(one.id for one in lists)}
        packs = tuple(pack for pack in selection.packs if pack in there)
        if not packs:  # somebody has just removed it
            return ()
        request = QuizRequest(
            selection.rounds,
            level,
            selection.spoilers,
            packs,
            authored=tuple(question_of(record, topic, level or ANY_LEVEL, rng) for record in records),
            lists=lists,
            seen=await self._store.seen(place),
        )
        return await asyncio.to_thread(self._source.draw, request, rng)


def _named(name: str | None, titles: Mapping[str, str]) -> tuple[str, ...]:
    """The pack of this id or title; all packs for no name; none where there is no such pack."""
    if name is None:
        return tuple(titles)
    typed = name.casefold()
    named = [pack for pack, title in titles.items() if typed in (pack.casefold(), title.casefold())]
    return tuple(named[:1])


def _begun(texts: Texts, selection: Selection, rules: Rules) -> str:
    """What whoever started a quiz reads about it."""
    if rules.lobby_seconds:
        text = texts("lobby-opens", seconds=f"{rules.lobby_seconds:g}")
    else:
        shown = safe_line(clip(", ".join(selection.titles), TITLES_SHOWN), TITLES_SHOWN)
        text = texts("quiz-begins", count=rules.rounds, seconds=rules.seconds, packs=shown)
    if rules.rounds == selection.rounds:
        return text
    return f"{text} {texts('shortage', requested=selection.rounds, available=rules.rounds)}"


def _busy(interaction: Interaction[Any], running: Session) -> str:
    return texts_of(interaction)("already-running", link=link_to(interaction, running))
