"""Members who click, type, ask for hints and vote at random, and one in each channel who starts and stops."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from random import Random

from bot.game.events import Refusal
from bot.views.components import FORM_ID, REVEAL_ACTS
from tests.support.crash.acts import Act, Sort
from tests.support.crash.modes import OPTIONS, Mode
from tests.support.fake_discord import (
    JSON,
    Callback,
    Channel,
    FakeDiscord,
    Guild,
    Interaction,
    Person,
    buttons_of,
    text_of,
)
from tests.support.fake_discord.messages import walk
from tests.support.texts import TEXTS

BUTTON = re.compile(r"g:(?P<game>[\w-]+):(?P<round>\d+):(?P<act>\w+)")
TEAM = re.compile(r"t\d")
LOCK = re.compile(r":k[\d-]+$")
SELECT = 3
REST = (0.02, 0.3)
"""Seconds between two acts of a member."""

PATIENCE = 3.5
"""How long a member waits for a word; Discord waits for 3 seconds."""

LOOKED_AT = 12
"""Messages that a member looks through for the open question."""

GUESSES = ("Ann Lee", "Bo Hall", "Nobody At All", "Luke", "forty-two")
"""What members type; two of them are the right answers to some of the questions."""


class Table:
    """One channel with its members, who play in one mode. All that they do is in ``acts``."""

    def __init__(self, fake: FakeDiscord, guild: Guild, number: int, players: int, rng: Random) -> None:
        self.channel: Channel = fake.channel(guild, f"quiz-{number}")
        self.host = fake.person(
            guild, f"Host {number}", fake.role(guild, f"Host {number}", manage_guild=True)
        )
        self.players = [fake.person(guild, f"Player {number}.{seat}") for seat in range(players)]
        self.mode = tuple(Mode)[number % len(Mode)]
        self.acts: list[Act] = []
        self._rng = rng
        self._discord = fake
        self._seen_over = True

    async def play(self) -> None:
        """Go on until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._host())
            for player in self.players:
                group.create_task(self._player(player))

    async def stop(self) -> None:
        """Stop the game, and ask again until the bot says that none runs."""
        while True:
            text = await self._told(self._stop())
            if text == TEXTS("none-running"):
                return

    async def _player(self, player: Person) -> None:
        while True:
            await asyncio.sleep(self._rng.uniform(*REST))
            card = self._card()
            if card is not None and self._discord.gateway.connected:
                await self._act(player, card)

    async def _host(self) -> None:
        """Start a quiz where none is on show, and stop one now and then."""
        while True:
            await asyncio.sleep(self._rng.uniform(0.3, 1.2))
            if not self._discord.gateway.connected:
                continue
            if self._card() is None or self._seen_over:
                self._seen_over = False
                if self.mode is not Mode.SCHEDULED:
                    await self._told(self._start())
            elif self._rng.random() < 0.02:
                await self._told(self._stop())

    async def _act(self, player: Person, card: JSON) -> None:
        mood = self._rng.random()
        matches = list(_matches(card))
        game, round = matches[0]["game"], int(matches[0]["round"])
        acts = {match["act"] for match in matches}
        choices = sorted(act for act in acts if act.startswith("c"))
        teams = sorted(act for act in acts if TEAM.fullmatch(act))

        def click(act: str) -> Interaction:
            return player.click(card, f"g:{game}:{round}:{act}")

        if "join" in acts:
            await self._told(self._note(Act(Sort.JOIN, player.id, click("join"), game)))
        elif teams:
            team = self._rng.choice(teams)
            joined = Act(Sort.JOIN, player.id, click(team), game, guess=int(team[1:]))
            await self._told(self._note(joined))
        elif mood < 0.04 and "hint" in acts:
            await self._told(self._note(Act(Sort.HINT, player.id, click("hint"), game, round)))
        elif mood < 0.07:
            await self._told(self._note(Act(Sort.SKIP, player.id, click("skip"), game, round)))
        elif choices:
            act = self._rng.choice(choices)
            await self._told(self._note(Act(Sort.ANSWER, player.id, click(act), game, round, int(act[1:]))))
        elif "arrange" in acts:
            await self._arrange(player, click("arrange"), game, round)
        elif "answer" in acts:
            await self._type(player, card, game, round)

    async def _type(self, player: Person, card: JSON, game: str, round: int) -> None:
        guess = self._rng.choice(GUESSES)
        if self._rng.random() < 0.5:
            said = player.say(self.channel, guess, reply_to=card)
            self.acts.append(Act(Sort.ANSWER, player.id, said, game, round, guess))
            with suppress(TimeoutError):
                await said.reacted(PATIENCE)
            return
        form = player.click(card, f"g:{game}:{round}:answer")
        with suppress(TimeoutError):
            reply = await form.acknowledged(PATIENCE)
            if reply.kind is Callback.MODAL and FORM_ID.fullmatch(reply.data["custom_id"]):
                sent = player.submit(form, guess)
                await self._told(self._note(Act(Sort.ANSWER, player.id, sent, game, round, guess)))

    async def _arrange(self, player: Person, opening: Interaction, game: str, round: int) -> None:
        """Lock an order or pairs in, as if all had been tapped."""
        with suppress(TimeoutError):
            note = await opening.answered(PATIENCE)
            lock = next((id for id in map(_id_of, walk(note.get("components") or ())) if LOCK.search(id)), "")
            if not lock:
                return
            matching = any(part["type"] == SELECT for part in walk(note["components"]))
            places = list(range(len(lock.rsplit("k", 1)[1])))
            self._rng.shuffle(places)
            guess = " ".join(("XYZ" if matching else "ABCD")[place] for place in places)
            sent = player.click(note, f"g:{game}:{round}:k{''.join(map(str, places))}", late=True)
            await self._told(self._note(Act(Sort.ANSWER, player.id, sent, game, round, guess)))

    def _start(self) -> Interaction:
        rounds, lobby = self._rng.randint(1, 8), self._rng.choice((0, 2))
        options = {"rounds": rounds, "seconds": 5, "lobby": lobby, **OPTIONS[self.mode]}
        act = self.host.run(self.channel, "quiz start", **options)
        return self._note(Act(Sort.START, self.host.id, act))

    def _stop(self) -> Interaction:
        return self._note(Act(Sort.STOP, self.host.id, self.host.run(self.channel, "quiz stop")))

    def _note(self, act: Act) -> Interaction:
        assert isinstance(act.by, Interaction)
        self.acts.append(act)
        return act.by

    async def _told(self, act: Interaction) -> str:
        """What the bot said; nothing where it kept silent."""
        with suppress(TimeoutError):
            await act.answered(PATIENCE)
        self._seen_over = self._seen_over or act.first_text == TEXTS(Refusal.ENDED)
        return act.first_text

    def _card(self) -> JSON | None:
        """The open question, which is the newest message with buttons."""
        for message in islice(reversed(self.channel.messages.values()), LOOKED_AT):
            if any(match["act"] not in REVEAL_ACTS for match in _matches(message)):
                return message
            if "Final standings" in text_of(message):
                return None
        return None


def _matches(card: JSON) -> Iterator[re.Match[str]]:
    for button in buttons_of(card):
        match = BUTTON.fullmatch(button.get("custom_id") or "")
        if match and not button.get("disabled"):
            yield match


def _id_of(component: JSON) -> str:
    return component.get("custom_id") or ""
