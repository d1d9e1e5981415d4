"""The cards of ``/privacy``. Their buttons say all by their ids, so that they work after a restart."""

from __future__ import annotations

from discord import ButtonStyle, ui

from bot.texts.catalogue import Texts
from bot.views.components import IdButton
from bot.views.layout import OPEN, WRONG, card

LIST, UNLIST, DATA, ASK, FORGET, BACK = (
    f"privacy:{act}" for act in ("list", "unlist", "data", "ask", "forget", "back")
)


def privacy_card(texts: Texts, days: int, *, everywhere: bool) -> ui.LayoutView:
    """What is kept about a member and for how many days (0 is for ever), and what they can do about it."""
    kept = texts("privacy-answers-days", days=days) if days else texts("privacy-answers-kept")
    blocks = [
        f"{texts('privacy-title')}\n{texts('privacy-kept')}\n{kept}\n{texts('privacy-written')}",
        texts("privacy-listed" if everywhere else "privacy-not-listed"),
    ]
    turn = (texts("privacy-unlist"), UNLIST) if everywhere else (texts("privacy-list"), LIST)
    buttons = (turn, (texts("privacy-data"), DATA), (texts("privacy-forget"), ASK))
    return card(OPEN, blocks, [[IdButton(label=label, custom_id=id) for label, id in buttons]])


def forget_card(texts: Texts) -> ui.LayoutView:
    """What happens to whoever is forgotten, before it does."""
    buttons = [
        IdButton(label=texts("privacy-forget-now"), custom_id=FORGET, style=ButtonStyle.danger),
        IdButton(label=texts("privacy-back"), custom_id=BACK),
    ]
    return card(WRONG, [texts("privacy-forget-asks"), texts("privacy-forget-stays")], [buttons])
