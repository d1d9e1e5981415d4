"""The words that players read, for tests that look for them."""

from __future__ import annotations

from bot.texts.catalogue import Languages

LANGUAGES = Languages()
TEXTS = LANGUAGES.default
