"""Text from people and packs, made safe for a Discord message and short enough for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from discord.utils import escape_markdown

TEXT_LIMIT = 3900
"""Discord takes 4000 characters of text in a Components V2 message."""

NAME_LIMIT = 40

BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs that show nothing."""

UNSEEN = re.compile("[\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
"""Characters without a look of their own that hide text, or turn the rest of its line round."""


def clean(text: str) -> str:
    """The text without characters that only serve to mislead; joiners and marks of scripts and emoji stay."""
    return UNSEEN.sub("", text)


def is_seen(text: str) -> bool:
    """Whether the text shows anything at all."""
    return any(unicodedata.category(char)[0] not in "CMZ" and char not in BLANK for char in text)


def clip(text: str, limit: int) -> str:
    """The text, or its beginning with an ellipsis; an escape is never cut in two."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1].rstrip()
    backslashes = len(kept) - len(kept.rstrip("\\"))
    return (kept[:-1] if backslashes % 2 else kept) + "…"


def safe(text: str, limit: int) -> str:
    """At most ``limit`` characters, in which no markdown, mention or stamp takes effect."""
    return escape_markdown(clip(clean(text), limit)).replace("<", "\\<")


def safe_line(text: str, limit: int = NAME_LIMIT) -> str:
    """The same in one line."""
    return safe(" ".join(text.split()), limit)


def fit(pieces: Sequence[str], limit: int = TEXT_LIMIT) -> list[str]:
    """The pieces, the longest of them clipped until all together keep to the limit."""
    fitted = list(pieces)
    while (excess := sum(map(len, fitted)) - limit) > 0:
        longest = max(range(len(fitted)), key=lambda index: len(fitted[index]))
        fitted[longest] = clip(fitted[longest], max(1, len(fitted[longest]) - excess))
    return fitted


def stamp(at: float) -> str:
    """Discord's own countdown to an instant, in seconds since 1970."""
    return f"<t:{round(at)}:R>"
