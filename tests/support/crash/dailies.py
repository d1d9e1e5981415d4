"""Members who play the daily quiz, one after the other, whatever happens to the program meanwhile."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from random import Random

from bot.game.events import Event, GameStarted, RoundClosed
from bot.store.records import Daily
from bot.views.daily import DAILY
from questions.question import Question
from tests.support.crash.crowd import PATIENCE, REST
from tests.support.fake_discord import JSON, FakeDiscord, Guild, Interaction, Person, buttons_of, text_of
from tests.support.texts import TEXTS

REVEALS = {"next", "result"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a member was shown of a closed round: right, wrong, or None for skipped."""

    game: str
    round: int
    correct: bool | None


class Regulars:
    """All that they were shown is in ``shown``."""

    def __init__(self, fake: FakeDiscord, guild: Guild, rng: Random) -> None:
        self.shown: set[Shown] = set()
        self._discord = fake
        self._guild = guild
        self._channel = fake.channel(guild, "daily")
        self._rng = rng

    async def play(self) -> None:
        """Go on until cancelled."""
        number = 0
        while True:
            number += 1
            await self._day(self._discord.person(self._guild, f"Regular {number}"))

    async def _day(self, person: Person) -> None:
        """Play a day to its end; who is told nothing clicks again, or asks for the card again."""
        card: JSON = {}
        while "result" not in _acts(card):
            await asyncio.sleep(self._rng.uniform(*REST))
            if not self._discord.gateway.connected:
                continue
            if not card or self._rng.random() < 0.1:
                act = person.run(self._channel, "daily")
                if await self._told(act) and buttons_of(act.messages[0]):
                    card = act.messages[0]
                continue
            acts = _acts(card)
            answers = [act for act in acts if act == "next" or act.startswith("c")]
            chosen = self._rng.choice(answers or ["skip"])
            if chosen not in acts:  # the bot has answered with something else than the quiz
                card = {}
                continue
            await self._told(person.click(card, acts[chosen], late=True))
            self._note(card)

    async def _told(self, act: Interaction) -> bool:
        with suppress(TimeoutError):
            await act.answered(PATIENCE)
        return bool(act.messages)

    def _note(self, card: JSON) -> None:
        acts, text = _acts(card), text_of(card)
        reveal = next((DAILY.fullmatch(acts[act]) for act in REVEALS if act in acts), None)
        if reveal is not None:
            correct = None if TEXTS("daily-skipped") in text else TEXTS("daily-wrong")[:-3] not in text
            self.shown.add(Shown(reveal["game"], int(reveal["round"]), correct))

    def off(self, journals: Mapping[str, Sequence[Event]]) -> Iterator[str]:
        """What was shown and is not in the journals, and days whose questions are not the same for all."""
        for one in self.shown:
            closed = [
                [award.correct for award in event.awards]
                for event in journals.get(one.game, ())
                if isinstance(event, RoundClosed) and event.round == one.round
            ]
            if closed != [[] if one.correct is None else [one.correct]]:
                yield f"{one} was shown, and the journal has {closed}"
        days: defaultdict[tuple[int, date], set[tuple[Question, ...]]] = defaultdict(set)
        for game, (started, *_) in journals.items():
            daily = Daily.of(game)
            if daily is not None and isinstance(started, GameStarted):
                days[daily.guild, daily.day].add(started.questions)
        for (_, day), questions in days.items():
            if len(questions) > 1:
                yield f"{len(questions)} different daily quizzes on {day}"


def _acts(card: JSON) -> dict[str, str]:
    """The buttons that can be pressed, by what they do."""
    ids = (str(button.get("custom_id")) for button in buttons_of(card) if not button.get("disabled"))
    return {match["act"]: match[0] for match in map(DAILY.fullmatch, ids) if match}
