"""What a journal of events says when it cannot keep them."""

from __future__ import annotations


class JournalUnavailable(Exception):
    """The events were not written and will not be; the text says why, for the operator."""


class JournalClosing(JournalUnavailable):
    """The game is being put away; after a while it goes on, and the input can be made again."""


class JournalConflict(JournalUnavailable):
    """The journal holds other events in their place.

    Another process goes on with this game, or an earlier append was kept although it seemed to fail.
    """
