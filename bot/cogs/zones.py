"""Time zones by the names that people type."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from zoneinfo import available_timezones

from rapidfuzz import fuzz, process

SUGGESTED, LIKE = 3, 60.0


def zone_named(typed: str) -> str | None:
    """The zone of this name, or of this city: ``berlin`` is Europe/Berlin."""
    return _names().get(_key(typed))


def zones_like(typed: str) -> tuple[str, ...]:
    """The zones whose names are nearest, the nearest first; none where nothing is near."""
    near = process.extract(_key(typed), _names().keys(), scorer=fuzz.ratio, limit=10, score_cutoff=LIKE)
    return tuple(dict.fromkeys(_names()[name] for name, _, _ in near))[:SUGGESTED]


@cache
def _names() -> Mapping[str, str]:
    """Zones by whole name and by city. A whole name goes before a city: "Cuba", "Japan"."""
    zones = sorted(available_timezones())
    places = [zone for zone in zones if "/" in zone and not zone.casefold().startswith("etc/")]
    cities = {_key(zone.rpartition("/")[2]): zone for zone in places}
    return cities | {_key(zone): zone for zone in zones}


def _key(name: str) -> str:
    return name.strip().casefold().replace(" ", "_")
