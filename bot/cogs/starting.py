"""How a quiz starts: what was asked for, whether it may be played here, and what to say about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import ceil
from random import Random
from typing import Any, Protocol

import discord
from discord import Interaction

from bot.cogs.place import is_for_quizzes, link_in, link_to, missing_permissions
from bot.cogs.start_limit import SECONDS_BETWEEN, StartLimit
from bot.game.events import GameStarted, Player
from bot.game.rules import MAX_ROUNDS, Rules, Selection
from bot.library.drawing import LEVELS, RACE, Questions, named_packs
from bot.library.where import Where
from bot.session import Session
from bot.sessions import Busy, Sessions
from bot.store.records import Place, is_solo, solo_scope
from bot.store.store import Store
from bot.texts.catalogue import Texts
from bot.views import answering
from bot.views.host import is_foreign, texts_of, where_of
from bot.views.text import NAME_LIMIT, clip, safe_line

LIVES = 3
FEW = 5  # a quiz of fewer questions is hardly what was meant
SEEDS = 2**31  # Discord takes larger ones, which nobody would want to type
TITLES_SHOWN = 300


class Client(Protocol):
    """The client. ``resumed`` says that the games of before the start are running again."""

    resumed: bool

    def texts_in(self, scope: str) -> Texts:
        """The texts for all of a server, or of somebody who plays alone."""

    def plays(self, scope: str) -> bool:
        """Whether games of the scope are played by this client, and not by that of another shard."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of ``/quiz start``; None where the default is meant, of the server where it has one."""

    pack: str | None = None
    topic: str | None = None
    rounds: int | None = None
    points: int | None = None
    seconds: int | None = None
    level: str | None = None
    style: str | None = None
    survival: bool = False
    teams: int | None = None
    spoilers: bool | None = None
    new_thread: bool = False
    in_messages: bool = False
    seed: int | None = None
    lobby: int | None = None


class Starts:
    """Starts quizzes where they are asked for; ``lobby_seconds`` is how long players gather by default."""

    def __init__(
        self,
        client: Client,
        sessions: Sessions,
        store: Store,
        questions: Questions,
        make_random: Callable[[], Random],
        lobby_seconds: int,
        limit: StartLimit,
    ) -> None:
        self.client = client
        self.sessions = sessions
        self.questions = questions
        self._store = store
        self._make_random = make_random
        self._lobby_seconds = lobby_seconds
        self._limit = limit

    async def start(self, interaction: Interaction[Any], wish: Wish) -> str:
        """Start a quiz, or say why not."""
        where = await self._where(interaction, wish)
        if isinstance(where, str):
            return where
        if problem := self._obstacle(interaction, where, new_thread=wish.new_thread):
            return problem
        selection = await self._selection(where, texts_of(interaction), wish)
        if isinstance(selection, str):
            return selection
        afresh, rules = wish.seed is not None, self._rules(where, wish)
        return await self._play(
            interaction, where, selection, rules, afresh=afresh, new_thread=wish.new_thread
        )

    async def plan(self, where: Where, wish: Wish) -> tuple[Selection, Rules] | str:
        """What is played where a quiz starts by itself, or what is not known of it."""
        selection = await self._selection(where, where.texts, wish)
        if isinstance(selection, str):
            return selection
        rules = replace(self._rules(where, wish), scheduled=True)
        return selection, rules

    async def start_by_itself(self, where: Where, wish: Wish, me: Player, id: str) -> Session | Busy | str:
        """Start a quiz that nobody asks for just now, as the game of this id; or why there is none."""
        plan = await self.plan(where, wish)
        if isinstance(plan, str):
            return plan
        selection, rules = plan
        questions = await self.questions.draw(where, selection, played_in=where.place)
        if not questions:
            return where.texts("no-such-question")
        rules = replace(rules, rounds=len(questions))
        return await self.sessions.start(where.place, questions, rules, me, selection, id)

    async def again(self, interaction: Interaction[Any], game: str) -> str:
        """Start a quiz with the options of one that has ended here, or say why not."""
        texts, where = texts_of(interaction), where_of(interaction)
        started = next(iter(await self._store.journal_of(where.place, game)), None)
        if not isinstance(started, GameStarted):
            return texts("no-such-game")
        if started.rules.race and not where.settings.race:
            return texts("race-off")
        if problem := self._obstacle(interaction, where):
            return problem
        titles, kept = await self.questions.titles(where), started.selection
        packs = tuple(pack for pack in kept.packs or titles if pack in titles)
        if not packs:
            return texts("no-such-pack")
        named = tuple(titles[pack] for pack in packs)
        selection = replace(kept, packs=packs, titles=named, seed=self._seed())
        rules = replace(started.rules, pause_seconds=where.settings.pause_seconds, scheduled=False)
        return await self._play(interaction, where, selection, rules)

    async def _where(self, interaction: Interaction[Any], wish: Wish) -> Where | str:
        """Where a quiz that is asked for here is played, or why it cannot be; in direct messages it is in the
        asker's language.
        """
        here, texts, user = where_of(interaction), texts_of(interaction), interaction.user
        elsewhere = is_foreign(interaction) or (wish.in_messages and not is_solo(here.place.scope))
        if elsewhere and not here.settings.solo:
            return texts("solo-off")
        if elsewhere:
            scope = solo_scope(user.id)
            if not self.client.plays(scope):
                return texts("start-in-messages")
            place = Place(scope, (await user.create_dm()).id)
            here = Where(place, self._store.settings(place.scope), self.client.texts_in(place.scope))
        if is_solo(here.place.scope) and here.texts is not texts:
            await self._store.change_settings(here.place.scope, {"language": texts.language})
            return replace(here, texts=texts)
        return here

    def _obstacle(
        self, interaction: Interaction[Any], where: Where, *, new_thread: bool = False
    ) -> str | None:
        """Why no quiz can start here just now."""
        texts = texts_of(interaction)
        if not self.client.resumed:
            return texts("coming-back")
        if new_thread and not isinstance(interaction.channel, discord.TextChannel):
            return texts("no-thread-here")
        if not is_solo(where.place.scope) and (
            missing := missing_permissions(interaction, new_thread=new_thread)
        ):
            return lacking_text(texts, missing)
        if not is_for_quizzes(interaction, where.settings):
            channels = ", ".join(f"<#{id}>" for id in where.settings.channels)
            return texts("channel-not-for-quizzes", channels=channels)
        running = None if new_thread else self.sessions.find(where.place)
        return _busy(texts, where, running) if running else None

    async def _selection(self, where: Where, texts: Texts, wish: Wish) -> Selection | str:
        """What the wish means, with a seed to draw by; or what is not known of it."""
        settings, titles = where.settings, await self.questions.titles(where)
        if wish.style == RACE and not settings.race:
            return texts("race-off")
        packs = named_packs(titles, wish.pack)
        if not packs:
            return texts("no-such-pack")
        topic = ""
        if wish.topic is not None:
            topic = _same(wish.topic, await self.questions.topics(where, packs))
            if not topic:
                return texts("no-such-topic")
        return Selection(
            packs,
            tuple(titles[pack] for pack in packs),
            wish.rounds or (MAX_ROUNDS if wish.points else settings.rounds),
            wish.level or tuple(LEVELS)[settings.level or 0],
            settings.spoilers if wish.spoilers is None else wish.spoilers,
            topic,
            wish.style or Selection().style,
            self._seed() if wish.seed is None else wish.seed,
        )

    async def _play(
        self,
        interaction: Interaction[Any],
        where: Where,
        selection: Selection,
        rules: Rules,
        *,
        afresh: bool = False,
        new_thread: bool = False,
    ) -> str:
        """Start, unless another quiz has just started here; what to say about it."""
        here = where.place
        if wait := self._limit.take(here):
            return _too_soon(texts_of(interaction), wait)
        started = False
        try:
            started, text = await self._begin(interaction, where, selection, rules, afresh, new_thread)
        finally:
            if not started:
                self._limit.give_back(here)
        return text

    async def _begin(
        self,
        interaction: Interaction[Any],
        where: Where,
        selection: Selection,
        rules: Rules,
        afresh: bool,
        new_thread: bool,
    ) -> tuple[bool, str]:
        """Draw the questions and start; whether that worked, and what to say about it."""
        texts = texts_of(interaction)
        questions = await self.questions.draw(where, selection, played_in=None if afresh else where.place)
        hint = await self._what_is_narrow(texts, where, selection, len(questions))
        if not questions:
            return False, f"{texts('no-such-question')} {hint}".rstrip()
        place = await _place(interaction, where, new_thread=new_thread)
        rules = replace(rules, rounds=len(questions))
        starter = answering.player_of(interaction.user)
        session = await self.sessions.start(place, questions, rules, starter, selection)
        if isinstance(session, Busy):
            if running := self.sessions.find(place):
                return False, _busy(texts, where, running)
            return False, texts("restarting") if session.closing else _too_soon(texts, SECONDS_BETWEEN)
        elsewhere = ""
        if new_thread:
            elsewhere = texts("quiz-in-thread", thread=f"<#{place.channel_id}>")
        elif place.channel_id != interaction.channel_id:
            elsewhere = texts("quiz-in-messages", link=link_in(None, place.channel_id))
        return True, " ".join(filter(None, (_begun(texts, selection, rules), hint, elsewhere)))

    async def _what_is_narrow(self, texts: Texts, where: Where, selection: Selection, count: int) -> str:
        """Which option to leave out for more questions, where there are only a few."""
        narrow = None
        if count < min(FEW, selection.rounds):
            narrow = await self.questions.narrowest(where, selection, count)
        if narrow is None:
            return ""
        option, more = narrow
        more = min(more, selection.rounds)
        return texts("with-spoilers" if option == "spoilers" else "without-option", option=option, count=more)

    def _rules(self, where: Where, wish: Wish) -> Rules:
        settings, solo = where.settings, is_solo(where.place.scope)
        usual_lobby = 0 if solo else self._lobby_seconds
        return Rules(
            seconds=wish.seconds or settings.seconds,
            pause_seconds=settings.pause_seconds,
            solo=solo,
            lobby_seconds=usual_lobby if wish.lobby is None or solo else wish.lobby,
            target=wish.points or 0,
            race=wish.style == RACE,
            lives=LIVES if wish.survival else 0,
            teams=0 if solo else wish.teams or 0,
        )

    def _seed(self) -> int:
        return self._make_random().randrange(SEEDS)


def lacking_text(texts: Texts, missing: Iterable[str]) -> str:
    """Which permissions the bot needs to play."""
    names = (texts(f"permission-{name.replace('_', '-')}") for name in missing)
    return texts("lacking-permissions", permissions=", ".join(names))


def _same(text: str, among: Iterable[str]) -> str:
    """The one that is written like the text; nothing where there is none."""
    return next((one for one in among if one.casefold() == text.strip().casefold()), "")


async def _place(interaction: Interaction[Any], where: Where, *, new_thread: bool) -> Place:
    """Where the quiz is played: here, or in a thread that is opened for it."""
    here, channel = where.place, interaction.channel
    if not new_thread or not isinstance(channel, discord.TextChannel):
        return here
    name = where.texts("thread-name", starter=clip(interaction.user.display_name, NAME_LIMIT))
    thread = await channel.create_thread(name=name, type=discord.ChannelType.public_thread)
    return Place(here.scope, thread.id)


def _begun(texts: Texts, selection: Selection, rules: Rules) -> str:
    """What whoever started a quiz reads about it."""
    if rules.lobby_seconds:
        text = texts("lobby-opens", seconds=f"{rules.lobby_seconds:g}")
    else:
        shown = safe_line(clip(", ".join(selection.titles), TITLES_SHOWN), TITLES_SHOWN)
        text = texts("quiz-begins", count=rules.rounds, seconds=rules.seconds, packs=shown)
    if rules.rounds == selection.rounds or (rules.target and rules.rounds >= FEW):
        return text
    if rules.target:
        return f"{text} {texts('few-questions', count=rules.rounds)}"
    return f"{text} {texts('shortage', requested=selection.rounds, available=rules.rounds)}"


def _busy(texts: Texts, where: Where, running: Session) -> str:
    return texts("already-running", link=link_to(where.place, running))


def _too_soon(texts: Texts, seconds: float) -> str:
    return texts("start-too-soon", seconds=ceil(seconds))
