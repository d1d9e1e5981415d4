"""Text from people and packs, made safe for a Discord message and short enough for it."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import bidirectional

from bot.texts.cleaning import clean
from bot.views.markdown import escape

TEXT_LIMIT = 3900
"""Discord takes 4000 characters of text in a Components V2 message."""

NAME_LIMIT = 40


def clip(text: str, limit: int) -> str:
    """The text, or its beginning with an ellipsis; an escape is never cut in two."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1].rstrip()
    backslashes = len(kept) - len(kept.rstrip("\\"))
    return (kept[:-1] if backslashes % 2 else kept) + "…"


def safe(text: str, limit: int) -> str:
    """At most ``limit`` characters, none of which Discord takes for markup."""
    return escape(clip(clean(text), limit))


def safe_line(text: str, limit: int = NAME_LIMIT) -> str:
    """The same in one line, which does not turn round what stands beside it if it is read from the right."""
    line = safe(" ".join(clean(text).split()), limit)
    return f"\u2068{line}\u2069" if any(bidirectional(char) in ("R", "AL", "AN") for char in line) else line


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
