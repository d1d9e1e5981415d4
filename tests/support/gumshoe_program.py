"""``gumshoe run`` as a process of its own, with a pack of its own, against the stand-in."""

from __future__ import annotations

from pathlib import Path

from tests.support.databases import url_of
from tests.support.packs import entity, fact, write_pack
from tests.support.standin import StandIn
from tests.support.standin.program import Program

FORENAMES, SURNAMES = ("Ann", "Bo", "Cleo", "Dan", "Eve", "Fay"), ("Lee", "Hall", "Moss", "Ray", "Stone")
EPITHETS, THINGS = ("Night", "Far", "Cold", "Red", "Last", "Silver"), ("Bus", "Shore", "Case", "Pier", "Door")


def write_films(folder: Path) -> Path:
    """A pack that is big enough for many quizzes."""
    people = [entity(f"{a}_{b}".lower(), "person", f"{a} {b}") for a in FORENAMES for b in SURNAMES]
    titles = [entity(f"{a}_{b}".lower(), "film", f"{a} {b}") for a in EPITHETS for b in THINGS]
    pairs = zip(people, titles, strict=True)
    facts = [fact(person["id"], "directed", title["id"]) for person, title in pairs]
    return write_pack(folder, entities=people + titles, facts=facts)


def database_of(folder: Path) -> Path:
    """The file in which the program of this folder keeps its games."""
    return folder / "quiz.db"


def gumshoe_run(standin: StandIn, folder: Path, **settings: object) -> Program:
    """The program, not yet started; settings are named as in ``Settings``. Its log is ``folder / "log"``."""
    packs = folder / "packs"
    if not packs.is_dir():
        write_films(packs / "films")
    own = {
        "token": standin.token,
        "database": url_of(database_of(folder)),
        "packs": packs,
        "lease_seconds": 1,
        **settings,
    }
    environment = {f"GUMSHOE_{name.upper()}": str(value) for name, value in own.items()}
    return Program(standin.url, folder / "log", "bot", "run", environment=environment)
