"""Messages as Discord keeps them, and what a member reads in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.support.fake_discord.world import JSON, timestamp

COMPONENTS_V2 = 1 << 15
EPHEMERAL = 1 << 6
BUTTON, TEXT_DISPLAY = 2, 10
_REPLY = 19


def compose(id: int, channel_id: int, author: JSON, body: JSON, files: Sequence[str] = ()) -> JSON:
    """A new message from what was posted."""
    reference = {
        key: str(id) for key, id in (body.get("message_reference") or {}).items() if key.endswith("_id")
    }
    return {
        "id": str(id),
        "channel_id": str(channel_id),
        "author": author,
        "content": body.get("content") or "",
        "timestamp": timestamp(),
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [_attachment(number, name) for number, name in enumerate(files)],
        "embeds": body.get("embeds") or [],
        "components": numbered(body.get("components") or []),
        "pinned": False,
        "flags": body.get("flags") or 0,
        "type": _REPLY if reference else 0,
        **({"message_reference": reference} if reference else {}),
    }


def amend(message: JSON, body: JSON, files: Sequence[str] = ()) -> JSON:
    """Change the message as a PATCH does: what the body does not name stays."""
    for key, empty in (("content", ""), ("embeds", [])):
        if key in body:
            message[key] = body[key] or empty
    if "components" in body:
        message["components"] = numbered(body["components"] or [])
    if "flags" in body:
        message["flags"] = message["flags"] | (body["flags"] or 0)
    if "attachments" in body or files:
        message["attachments"] = [_attachment(number, name) for number, name in enumerate(files)]
    message["edited_timestamp"] = timestamp()
    return message


def _attachment(number: int, name: str) -> JSON:
    url = f"http://127.0.0.1/attachments/{number}/{name}"
    return {"id": str(number), "filename": name, "size": 1, "url": url, "proxy_url": url}


def numbered(components: list[JSON]) -> list[JSON]:
    """Discord gives every component a number."""
    for number, component in enumerate(walk(components), start=1):
        component.setdefault("id", number)
    return components


def walk(components: Sequence[JSON]) -> Iterator[JSON]:
    """Every component, the nested ones too, in reading order."""
    for component in components:
        yield component
        yield from walk(component.get("components") or ())
        for key in ("accessory", "component"):
            if component.get(key):
                yield from walk((component[key],))


def text_of(payload: JSON) -> str:
    """All words of a message or a modal, without those on buttons."""
    parts = [payload.get("content") or "", payload.get("title") or ""]
    for embed in payload.get("embeds") or ():
        parts += [embed.get("title") or "", embed.get("description") or ""]
        parts += [f"{part['name']}\n{part['value']}" for part in embed.get("fields") or ()]
    for component in walk(payload.get("components") or ()):
        if component["type"] == TEXT_DISPLAY:
            parts.append(component["content"])
        elif component["type"] != BUTTON:
            parts.append(component.get("label") or "")
    return "\n".join(part for part in parts if part)


def buttons_of(payload: JSON) -> list[JSON]:
    return [part for part in walk(payload.get("components") or ()) if part["type"] == BUTTON]
