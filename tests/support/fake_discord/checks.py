"""What Discord refuses in a message or an answer, and discord.py does not check."""

from __future__ import annotations

from collections import Counter

from tests.support.fake_discord.messages import COMPONENTS_V2, TEXT_DISPLAY, walk
from tests.support.fake_discord.refusals import No, RefusalError
from tests.support.fake_discord.world import JSON

_LABEL, _CUSTOM_ID, _PLACEHOLDER, _MODAL_TITLE, _MODAL_LABEL = 80, 100, 150, 45, 45
_V2_TEXT, _V2_PARTS, _CONTENT, _SUGGESTIONS = 4000, 40, 2000, 25
_LABEL_TYPE = 18


def message(body: JSON, flags: int = 0, *, files: bool = False) -> None:
    """Raises RefusalError for a message that Discord would not take; ``flags`` are those it already has."""
    problems = _components(body)
    components = list(walk(body.get("components") or ()))
    if ((body.get("flags") or 0) | flags) & COMPONENTS_V2:
        problems += [f"{key} with Components V2" for key in ("content", "embeds") if body.get(key)]
        words = sum(len(part["content"]) for part in components if part["type"] == TEXT_DISPLAY)
        if words > _V2_TEXT:
            problems.append(f"{words} characters of text, {_V2_TEXT} at most")
        if len(components) > _V2_PARTS:
            problems.append(f"{len(components)} components, {_V2_PARTS} at most")
    elif len(body.get("content") or "") > _CONTENT:
        problems.append(f"content over {_CONTENT}")
    _refuse(problems)
    if not (body.get("content") or body.get("embeds") or components or files or body.get("poll")):
        raise RefusalError(No.EMPTY_MESSAGE)


def edit(body: JSON, before: JSON, *, files: bool = False) -> None:
    """The same for a change to a message."""
    kept = {key: before[key] for key in ("content", "embeds", "components")}
    message(kept | body, before["flags"], files=files or bool(before["attachments"]))


def modal(data: JSON) -> None:
    problems = _components(data)
    if not 1 <= len(data.get("title") or "") <= _MODAL_TITLE:
        problems.append(f"title over {_MODAL_TITLE} or empty")
    for part in walk(data["components"]):
        if part["type"] == _LABEL_TYPE and len(part["label"]) > _MODAL_LABEL:
            problems.append(f"label over {_MODAL_LABEL}: {part['label']}")
    _refuse(problems)


def suggestions(choices: list[JSON]) -> None:
    problems = [f"name of {len(c['name'])}" for c in choices if not 1 <= len(c["name"]) <= 100]
    if len(choices) > _SUGGESTIONS:
        problems.append(f"{len(choices)} choices, {_SUGGESTIONS} at most")
    _refuse(problems)


def _components(body: JSON) -> list[str]:
    components = list(walk(body.get("components") or ()))
    ids = Counter(part["custom_id"] for part in components if part.get("custom_id"))
    problems = [f"custom_id twice: {id}" for id, count in ids.items() if count > 1]
    problems += [f"custom_id over {_CUSTOM_ID}: {id}" for id in ids if len(id) > _CUSTOM_ID]
    for part in components:
        if part["type"] != _LABEL_TYPE and len(part.get("label") or "") > _LABEL:
            problems.append(f"label over {_LABEL}: {part['label']}")
        if len(part.get("placeholder") or "") > _PLACEHOLDER:
            problems.append(f"placeholder over {_PLACEHOLDER}")
    return problems


def _refuse(problems: list[str]) -> None:
    if problems:
        listed = [{"code": "BASE_TYPE_BAD_LENGTH", "message": problem} for problem in problems]
        raise RefusalError(No.INVALID_FORM, {"_errors": listed})
