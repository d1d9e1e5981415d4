"""Takes a member out of journals and questions, which can be read as before."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import Any

SOMEBODY = -1
"""The player of what forgotten members have left behind; in a journal the second of them is -2."""

NAME = "👤"
"""What they are called."""

ALIAS = re.compile(r'"id":(-\d+),"name":')


def next_alias(bodies: Collection[str]) -> int:
    """An id that no player of a journal has."""
    return min((int(id) for body in bodies for id in ALIAS.findall(body)), default=0) - 1


def without_player(body: str, player: int, alias: int) -> str:
    """An event in which somebody of that id stands in for a player."""

    def change(value: Any) -> Any:
        if isinstance(value, list):
            return [change(one) for one in value]
        if not isinstance(value, dict):
            return value
        if value.get("id") == player and "name" in value:
            return {"id": alias, "name": NAME}
        changed = {key: change(one) for key, one in value.items()}
        if "winners" in changed:
            changed["winners"] = [alias if one == player else one for one in changed["winners"]]
        return changed

    return _dump(change(json.loads(body)))


def without_author(body: str, questions: Collection[str]) -> str:
    """JSON of questions, of which those of these ids name no author."""

    def change(value: Any) -> Any:
        if isinstance(value, list):
            return [change(one) for one in value]
        if not isinstance(value, dict):
            return value
        mine = value.get("id") in questions
        return {key: change(one) for key, one in value.items() if not (mine and key == "author")}

    return _dump(change(json.loads(body)))


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
