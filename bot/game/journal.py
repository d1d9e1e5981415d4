"""What a journal of events says when it cannot keep them."""

from __future__ import annotations


class JournalUnavailable(Exception):
    """The events were not written and will not be; the text says why, for the operator."""
