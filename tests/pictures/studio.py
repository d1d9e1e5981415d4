"""Takes a picture of a card as simcord draws it, in Debian's Chromium."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import discord
from playwright.async_api import Page
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle
from simcord.results import InteractionResult

from tests.support.simcord_bot import World, buttons_of, card_in, cards

DOCS = Path(__file__).parents[2] / "docs"
WIDTH, HEIGHT = 1500, 1200
PHONE, DESK = 360, 1000
IN_README = {"lobby", "question", "reveal", "end"}
LIGHT = """
:root {
  color-scheme: light; background: #fff; color: #2f3035;
  --discord-bg: #fff; --discord-surface: #f2f3f5; --discord-elevated: #fff; --discord-control: #ebedef;
  --discord-text: #2f3035; --discord-muted: #5c5e66; --discord-subtle: #4e5058; --discord-border: #dddee1;
  --component-surface: #fbfbfb; --component-border: #dddee1; --subtle-surface: #e3e5e8;
  --subtle-surface-text: #2f3035; --button-alt: #e3e5e8; --code-surface: #ebedef; --code-text: #2f3035;
}
.component-container .button-style-2 { color: #2f3035; }
"""
"""Discord's light look, which simcord does not draw by itself."""
WHOLE = """
.modal-dialog { max-height: none !important; }
.modal-body { overflow: hidden !important; }
.modal-body * { min-width: 0; max-width: 100%; }
"""
"""Shows a form from its first field to its last."""


class Studio:
    """Where pictures are taken: of the README's cards for ``docs/``, or of ``every`` card in every look."""

    def __init__(
        self,
        page: Page,
        world: World,
        server: GuildHandle,
        players: Sequence[MemberActor],
        every: Path | None,
        only: tuple[str, ...],
    ) -> None:
        self.world = world
        self.players = players
        self.host = world.member(server, "Hogarth", quizmaster=True)
        self._viewer = world.member(server, "Viewer")
        self._page = page
        self._server = server
        self._every = every
        self._only = only

    def channel(self, name: str) -> ChannelHandle:
        return self._server.create_text_channel(name)

    async def choose(self, player: MemberActor, channel: ChannelHandle, choice: int) -> InteractionResult:
        card = card_in(channel)
        label = next(text for text in buttons_of(card) if text.split(".")[0] == "ABCD"[choice])
        return await player.click(card, label=label)

    async def opens(self, channel: ChannelHandle) -> None:
        while not self._open(channel):
            await self.world.pass_time(1)

    async def closes(self, channel: ChannelHandle) -> None:
        while self._open(channel):
            await self.world.pass_time(1)

    def _open(self, channel: ChannelHandle) -> bool:
        return "Skip" in buttons_of(card_in(channel))

    async def take(self, channel: ChannelHandle, name: str, seconds: float, *, newest: bool = True) -> None:
        """A picture of the newest message, or question, as it looks so many seconds after it was sent."""
        card = cards(channel)[-1] if newest else card_in(channel)
        await self._take(channel, card, name, seconds, self._viewer)

    async def asked(self, channel: ChannelHandle, command: str, name: str) -> None:
        """A picture of what a command tells whoever gives it."""
        await self.told(channel, await self.players[0].slash(channel, command), name)

    async def told(
        self,
        channel: ChannelHandle,
        result: InteractionResult,
        name: str,
        viewer: MemberActor | None = None,
        form: str = "",
    ) -> None:
        """A picture of what the bot answered to a member, the first player if nobody is named; or of the
        ``form`` behind a button of this label.
        """
        answer = result.response or result.followups[0]
        await self._take(channel, answer.message, name, 0, viewer or self.players[0], form)

    async def look(
        self, channel: ChannelHandle, card: discord.Message, name: str, viewer: MemberActor
    ) -> None:
        """A picture of a card that only the viewer sees."""
        await self._take(channel, card, name, 0, viewer)

    async def form(self, channel: ChannelHandle, name: str, member: MemberActor, label: str) -> None:
        """A picture of the form behind a button of the newest question's card."""
        await self._take(channel, card_in(channel), name, 0, member, label)

    async def _take(
        self,
        channel: ChannelHandle,
        card: discord.Message,
        name: str,
        seconds: float,
        viewer: MemberActor,
        form: str = "",
    ) -> None:
        if not name.startswith(self._only):
            return
        now = card.created_at + timedelta(seconds=seconds)
        if self._every is None:
            if name in IN_README:
                await self._shoot(channel, card, DOCS / f"{name}.png", now, viewer, WIDTH)
            return
        for width in (PHONE, DESK):
            for light in (False,) if form else (False, True):
                look = "light" if light else "dark"
                file = self._every / f"{name}-{width}-{look}.png"
                await self._shoot(channel, card, file, now, viewer, width, light=light, form=form)

    async def _shoot(
        self,
        channel: ChannelHandle,
        card: discord.Message,
        file: Path,
        now: datetime,
        viewer: MemberActor,
        width: int,
        *,
        light: bool = False,
        form: str = "",
    ) -> None:
        preview = self.world.env.preview(
            channel,
            viewers=[viewer],
            layout="channel",
            display="fixed",
            presentation_time=now,
            width=width,
            height=HEIGHT,
        )
        async with preview as shown:
            await self._page.set_viewport_size({"width": width, "height": 2 * HEIGHT if form else HEIGHT})
            await self._page.goto(shown.url)
            await self._page.wait_for_load_state("networkidle")
            if light:
                await self._page.add_style_tag(content=LIGHT)
            message = self._page.locator(f'article[data-message-id="{card.id}"]')
            shown_part = message.locator(".message-components") if card.components else message
            if form:
                await self._page.add_style_tag(content=WHOLE)
                await message.get_by_role("button", name=form).click()
                shown_part = self._page.locator("#modal-root [role=dialog]")
                await shown_part.wait_for()
            await shown_part.screenshot(path=file)
