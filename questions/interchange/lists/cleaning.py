"""Texts from anywhere -> the text that a player is to read."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import urlsplit

# Controls, surrogates and what turns or hides the rest of a line. Joiners stay: emoji and scripts need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_LINE_END = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BREAK = re.compile(r"<\s*(?:br|/p|/div|/li|/tr|/h[1-6])\s*/?\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_PAIRED = re.compile(r"<(b|i|u|em|strong|p|span)>([^<>]*)</\1>", re.IGNORECASE)
_IMAGE_TAG = re.compile(
    r"<img\b[^<>]*?\bsrc\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))[^<>]*>", re.IGNORECASE
)
_IMAGE_LINK = re.compile(
    r"https?://[^\s<>\"']{3,2000}?\.(?:png|jpe?g|gif|webp)(?:\?[^\s<>\"']{1,500})?(?=[\s)>\]?.,!]|$)",
    re.IGNORECASE,
)
_HOST = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+", re.IGNORECASE)
_TOP = re.compile(r"[a-z]{2,}|xn--[a-z0-9-]+", re.IGNORECASE)
_INSIDE = frozenset(
    {"local", "localhost", "localdomain", "internal", "intranet", "lan", "home", "corp", "private"}
)
"""What the names of hosts end with that are of one network alone."""

_MAX_LINK = 1_000


def clean(text: str) -> str:
    """The text on as many lines as it needs, without blanks around it or runs of blanks in it."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    plain = unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_END.sub("\n", text)))
    lines = [" ".join(line.split()) for line in plain.split("\n")]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return "\n".join(kept).strip()


def clean_line(text: str) -> str:
    """The text on one line."""
    return " ".join(clean(text).split())


def without_entities(text: str) -> str:
    """``&quot;`` as ``"``; an ampersand that begins no entity stays."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def without_markup(text: str) -> str:
    """What plain texts carry over from web pages: entities, line breaks and closed formatting go, but not a
    tag that may be what the question is about.
    """
    if "<" in text:
        text = _PAIRED.sub(r"\2", _BREAK.sub("\n", text))
    return without_entities(text)


def without_tags(text: str) -> str:
    """The text of a piece of HTML."""
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    return without_entities(text)


def image_of(text: str) -> str | None:
    """The address of the first picture in a piece of HTML, whatever it is."""
    match = _IMAGE_TAG.search(text)
    return without_entities(match[1] or match[2] or match[3] or "") if match else None


def split_picture(text: str) -> tuple[str, str | None]:
    """A text without the link to a picture in it, and that link."""
    match = _IMAGE_LINK.search(text) if "://" in text else None
    if match is None or not is_link(match[0]):
        return text, None
    before, after = text[: match.start()].rstrip(" (<[!"), text[match.end() :].lstrip(" )>]")
    return clean(before + after if after[:1] in "?.,!:;" else f"{before} {after}"), match[0]


def is_link(text: str) -> bool:
    """Whether Discord can be given the text as the address of a picture: that of a site, not of a machine."""
    if (
        len(text) > _MAX_LINK
        or not text.isascii()
        or not text.isprintable()
        or set(text) & set(" <>\"'`\\|{}^")
    ):
        return False
    try:
        parts = urlsplit(text)
        known = parts.scheme in ("http", "https") and parts.username is None and parts.password is None
        host = parts.hostname or ""
        top = host.rpartition(".")[2]
        public = _TOP.fullmatch(top) is not None and top not in _INSIDE
        return known and public and _HOST.fullmatch(host) is not None and (parts.port or 1) > 0
    except ValueError:
        return False


def clip(text: str, limit: int) -> str:
    """A long text up to a word that fits, with an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return f"{head[: max(head.rfind(' '), limit // 2)].rstrip()}…"
