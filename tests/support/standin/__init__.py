"""A stand-in for Discord: as much of it as a quiz bot meets, with switches for its misbehaviour."""

from tests.support.standin.interactions import Callback, Interaction, Reply
from tests.support.standin.messages import buttons_of, text_of
from tests.support.standin.people import Person
from tests.support.standin.refusals import No
from tests.support.standin.server import TOKEN, StandIn
from tests.support.standin.world import JSON, Channel, Guild, Role

__all__ = [
    "JSON",
    "TOKEN",
    "Callback",
    "Channel",
    "Guild",
    "Interaction",
    "No",
    "Person",
    "Reply",
    "Role",
    "StandIn",
    "buttons_of",
    "text_of",
]
