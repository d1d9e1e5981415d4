"""The log: a line of text, or a JSON object, a record."""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import Literal

TOKENS = re.compile(r"""(/(?:interactions|webhooks)/\d+/)[^/\s?]+|(["']token["']:\s*["'])[^"']+""")
"""What discord.py logs that lets others answer in the bot's name: in addresses and in events."""


def redact(text: str) -> str:
    """The text without tokens."""
    return TOKENS.sub(r"\1\2[token]", text)


class TextFormatter(logging.Formatter):
    """A record as a line of text, and the lines of its traceback."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class JsonFormatter(logging.Formatter):
    """A record as one JSON object, which log collectors read without a pattern."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": redact(record.getMessage()),
        }
        if record.exc_info:
            entry["traceback"] = redact(self.formatException(record.exc_info))
        return json.dumps(entry, ensure_ascii=False)


def set_up_logging(level: str, form: Literal["text", "json"]) -> None:
    """Send the log to standard error, so that standard output stays for what was asked for."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        JsonFormatter()
        if form == "json"
        else TextFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("alembic.runtime.plugins").setLevel(logging.WARNING)  # it lists its own parts
