"""A fake for Discord: as much of it as a quiz bot meets, with switches for its misbehaviour."""

from tests.support.fake_discord.interactions import Callback, Interaction, Reply
from tests.support.fake_discord.messages import buttons_of, text_of
from tests.support.fake_discord.people import Person
from tests.support.fake_discord.refusals import No
from tests.support.fake_discord.server import TOKEN, FakeDiscord
from tests.support.fake_discord.world import JSON, Channel, Guild, Role

__all__ = [
    "JSON",
    "TOKEN",
    "Callback",
    "Channel",
    "FakeDiscord",
    "Guild",
    "Interaction",
    "No",
    "Person",
    "Reply",
    "Role",
    "buttons_of",
    "text_of",
]
