"""Who may do what where: every command, for every kind of member, in every kind of place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from discord import app_commands

from bot.game.events import EndReason, Player
from bot.game.rules import Rules
from bot.session import Session
from bot.store.records import Place, is_solo, solo_scope
from tests.bot.discord.builders import choice_question
from tests.support.fake_discord import JSON, Channel, FakeDiscord, Interaction, Person
from tests.support.fake_discord.interactions import Callback
from tests.support.fake_discord_bot import RIGHT, Scene, in_discord
from tests.support.simcord_bot import ListSource
from tests.support.texts import TEXTS

PEOPLE = ("stranger", "player", "starter", "quizmaster", "admin")
PLACES = ("allowed channel", "forbidden channel", "thread", "direct message")

MATRIX = """
                      allowed  forbidden  thread  direct
    quiz start        .....    ccccc      .....   .....
    quiz stop         yy...    yy...      yy...   .....
    quiz skip         pv...    pv...      pv...   .....
    quiz hint         .....    .....      .....   .....
    quiz now          .....    .....      .....   .....
    quiz history      .....    .....      .....   .....
    quiz results      .....    .....      .....   .....
    question add      qqq..    qqq..      qqq..   sssss
    question list     qqq..    qqq..      qqq..   sssss
    question remove   qqq..    qqq..      qqq..   sssss
    question edit     qqq..    qqq..      qqq..   sssss
    question restore  qqq..    qqq..      qqq..   sssss
    question show     qqq..    qqq..      qqq..   sssss
    question search   qqq..    qqq..      qqq..   sssss
    question review   qqq..    qqq..      qqq..   sssss
    question reports  qqq..    qqq..      qqq..   sssss
    question stats    qqq..    qqq..      qqq..   sssss
    fact add          qqq..    qqq..      qqq..   sssss
    fact relation     qqq..    qqq..      qqq..   sssss
    fact list         qqq..    qqq..      qqq..   sssss
    fact remove       qqq..    qqq..      qqq..   sssss
    fact restore      qqq..    qqq..      qqq..   sssss
    pack list         qqq..    qqq..      qqq..   sssss
    pack show         qqq..    qqq..      qqq..   sssss
    pack on           qqq..    qqq..      qqq..   sssss
    pack off          qqq..    qqq..      qqq..   sssss
    pack remove       qqq..    qqq..      qqq..   sssss
    pack undo         qqq..    qqq..      qqq..   sssss
    pack export       qqq..    qqq..      qqq..   sssss
    question suggest  .....    .....      .....   sssss
    question mine     .....    .....      .....   sssss
    schedule add      qqq..    qqqcc      qqq..   sssss
    schedule list     qqq..    qqq..      qqq..   sssss
    schedule remove   qqq..    qqq..      qqq..   sssss
    daily             .....    .....      .....   sssss
    leaderboard show  .....    .....      .....   sssss
    leaderboard reset mmmm.    mmmm.      mmmm.   sssss
    stats             .....    .....      .....   sssss
    privacy           .....    .....      .....   .....
    help              .....    .....      .....   .....
    settings          mmmm.    mmmm.      mmmm.   sssss
"""
"""A letter for each of PEOPLE, in this order. In the forbidden channel a quiz began before that. In direct
messages everybody plays a quiz of their own.

``.`` it is done, ``v`` a vote among others, ``p`` for players, ``y`` for whoever started the quiz and
quizmasters, ``q`` for quizmasters, ``m`` for managers of the server, ``c`` not in this channel, ``s`` only in
servers.
"""

TEXT, WHOLE = 3, 4  # types of options, as Discord numbers them
OPTIONS: Mapping[str, Sequence[JSON]] = {
    **{
        f"question {name}": [{"name": "question", "type": WHOLE, "value": 1}]
        for name in ("edit", "remove", "restore", "show")
    },
    **{
        f"pack {name}": [{"name": "pack", "type": TEXT, "value": "noir"}]
        for name in ("show", "on", "off", "remove", "export")
    },
    "question search": [{"name": "text", "type": TEXT, "value": "x"}],
    "fact remove": [{"name": "number", "type": WHOLE, "value": 1}],
    "fact restore": [{"name": "number", "type": WHOLE, "value": 1}],
    "fact relation": [
        {"name": name, "type": TEXT, "value": value}
        for name, value in (("pack", "p"), ("subject", "film"), ("object", "person"))
    ],
    "schedule add": [{"name": "time", "type": TEXT, "value": "20:00"}],
    "schedule remove": [{"name": "schedule", "type": WHOLE, "value": 1}],
    "fact add": [
        {"name": name, "type": TEXT, "value": value}
        for name, value in (("relation", "a/b"), ("subject", "s"), ("object", "o"), ("source", "x"))
    ],
}
WITH_A_FILE = {"pack import"}
"""Commands that take a file, which only the tests of simcord can send."""
RUNNING = {"quiz stop", "quiz skip", "quiz hint", "quiz now"}
"""The commands that need a quiz in the channel."""


def table() -> dict[str, tuple[str, ...]]:
    """For each command a word of letters for each place."""
    rows = [line.rsplit(maxsplit=len(PLACES)) for line in MATRIX.strip("\n").splitlines()[1:]]
    return {command.strip(): tuple(words) for command, *words in rows}


class Building:
    """A server with a channel of each kind for each kind of member, so that none waits for another."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        fake, guild = scene.fake, scene.guild
        self.role = fake.role(guild, "Quizmasters")
        roles = {"quizmaster": self.role, "admin": fake.role(guild, "Admins", manage_guild=True)}
        self.people: dict[str, Person] = {
            who: fake.person(guild, who, *([roles[who]] if who in roles else [])) for who in PEOPLE
        }
        allowed = {who: fake.channel(guild, f"allowed-{who}") for who in PEOPLE}
        self.allowed = [channel.id for channel in allowed.values()]
        self.channels: dict[str, dict[str, Channel]] = {
            "allowed channel": allowed,
            "forbidden channel": {who: fake.channel(guild, f"forbidden-{who}") for who in PEOPLE},
            "thread": {who: fake.thread(channel) for who, channel in allowed.items()},
        }

    async def govern(self) -> None:
        settings = {"channels": tuple(self.allowed), "quizmasters": self.role.id}
        await self.scene.bot.store.change_settings(self.scene.place.scope, settings)

    async def letter(self, command: str, who: str, where: str) -> str:
        """What comes of a command."""
        person, options = self.people[who], OPTIONS.get(command, ())
        if where == "direct message":
            place = Place(solo_scope(person.id), person.messages.id)
        else:
            place = self.scene.place_of(self.channels[where][who])
        if command in RUNNING:
            await self._begin(place, person if where == "direct message" else self.people["starter"])
        if where == "direct message":
            act = person.whisper(command, *options)
        else:
            act = person.force(self.channels[where][who], command, *options)
        letter = self._letter(await _done(act))
        await self._end(place)
        return letter

    async def _begin(self, place: Place, starter: Person) -> None:
        """A quiz that the starter started and, in a server, the player plays."""
        by = Player(starter.id, "starter")
        rules = Rules(seconds=60, solo=is_solo(place.scope))
        session = await self.scene.bot.sessions.start(place, [choice_question()], rules, by)
        assert isinstance(session, Session)
        if not rules.solo:
            await session.answer(Player(self.people["player"].id, "player"), int(RIGHT[1:]), 1)

    async def _end(self, place: Place) -> None:
        session = self.scene.bot.sessions.find(place)
        if session is not None:
            await session.stop(None, EndReason.STOPPED)

    def _letter(self, act: Interaction) -> str:
        channels = ", ".join(f"<#{id}>" for id in self.allowed)
        refusals = {
            TEXTS("refusal-not-yours"): "y",
            TEXTS("refusal-not-playing"): "p",
            TEXTS("vote-counted", votes=1, needed=2): "v",
            TEXTS("quizmasters-only"): "q",
            TEXTS("managers-only"): "m",
            TEXTS("channel-not-for-quizzes", channels=channels): "c",
            TEXTS("servers-only"): "s",
            TEXTS("none-running"): "nothing runs",
        }
        return refusals.get(act.first_text, ".")


async def _done(act: Interaction) -> Interaction:
    reply = await act.acknowledged()
    if reply.kind is not Callback.MODAL:
        await act.answered()
    return act


def commands_of(scene: Scene) -> set[str]:
    """Every command that the bot has, without the groups."""
    tree = scene.bot.tree.walk_commands()
    return {command.qualified_name for command in tree if isinstance(command, app_commands.Command)}


async def test_every_command_does_what_the_table_says_for_everybody_everywhere(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    async with in_discord(fake, tmp_path) as scene:
        assert isinstance(scene.bot.source, ListSource)
        scene.bot.source.questions = [choice_question()]
        building = Building(scene)
        await building.govern()
        expected = table()
        shown = {
            command: tuple(
                ["".join([await building.letter(command, who, where) for who in PEOPLE]) for where in PLACES]
            )
            for command in expected
        }
        assert commands_of(scene) - WITH_A_FILE == expected.keys()
    assert shown == expected
