"""Where a quiz is played."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store.records import Place, ServerSettings
from bot.texts.catalogue import Texts


@dataclass(frozen=True, slots=True)
class Where:
    """A place, what its server has set, and the texts for all in that server."""

    place: Place
    settings: ServerSettings
    texts: Texts
