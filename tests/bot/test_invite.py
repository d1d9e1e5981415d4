"""The link by which a server lets the bot in."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import discord

from bot.cogs.place import FOR_PICTURES, HELPFUL, NEEDED, NEEDED_FOR_A_THREAD, NEEDED_IN_THREADS, invite_link


def test_it_asks_for_all_that_the_bot_can_make_use_of_and_for_nothing_else() -> None:
    query = parse_qs(urlsplit(invite_link(123)).query)
    assert query["client_id"] == ["123"]
    assert query["scope"] == ["bot applications.commands"]
    useful = {*NEEDED, *NEEDED_IN_THREADS, *NEEDED_FOR_A_THREAD, *HELPFUL, *FOR_PICTURES}
    allowed = discord.Permissions(int(query["permissions"][0]))
    assert all(getattr(allowed, name) for name in useful)
    assert sum(value for _, value in allowed) == len(useful)
