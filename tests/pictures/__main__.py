"""Takes the README's pictures from the real bot: ``make pictures``.

simcord draws Discord, Textual draws the terminal, and Debian's Chromium makes PNG files in ``docs/`` of both.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import discord
from playwright.async_api import Page, ViewportSize, async_playwright
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle
from simcord.results import InteractionResult, ResponseMessage

from bot.cli.play import terminal_quiz
from bot.runtime.judge import PackJudge
from bot.settings import bundled_packs
from bot.store.store import open_store
from bot.terminal.app import quiz_app
from questions.bank import Bank, QuizRequest
from questions.facts.load import load_pack
from questions.facts.model import FactBase
from questions.question import Question
from tests.authoring_pictures import authoring
from tests.support.databases import url_of
from tests.support.simcord_bot import World, buttons_of, card_in, cards, discord_world

DOCS = Path(__file__).parents[1] / "docs"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SEED = 11
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


async def main() -> None:
    """Take those of the README; with ``--every FOLDER`` each card on a phone and a desk, dark and light."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=Path, metavar="FOLDER")
    every: Path | None = parser.parse_args().every
    (every or DOCS).mkdir(exist_ok=True, parents=True)
    base = load_pack(bundled_packs() / "jessica_jones")
    with tempfile.TemporaryDirectory() as folder:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            viewport: ViewportSize = {"width": WIDTH, "height": HEIGHT}
            page = await browser.new_page(viewport=viewport, device_scale_factor=2, bypass_csp=True)
            if every is None:
                await _terminal(page, Path(folder), base)
            await _discord(page, Path(folder), base, every)
            await browser.close()


async def _discord(page: Page, folder: Path, base: FactBase, every: Path | None) -> None:
    questions = _questions(base)
    async with discord_world(folder, questions, judge=PackJudge([base])) as world:
        world.source.titles = {"jessica_jones": base.title}
        server = world.server("Alias Investigations")
        players = [world.member(server, name) for name in ("Ada", "Grace", "Linus", "Margaret")]
        studio = Studio(page, world, server, players, every)
        await _quiz(studio, questions)
        await _teams(studio, questions)
        await _survival(studio, questions)
        await _race(studio)
        await _daily(studio, questions)
        if every is not None:
            await authoring(studio)


async def _quiz(studio: Studio, questions: Sequence[Question]) -> None:
    """A quiz of three questions, from the lobby to the history."""
    channel, (ada, *others), right = studio.channel("quiz-night"), studio.players, questions[0].correct or 0
    await ada.slash(channel, "quiz start", rounds=3, lobby=10)
    for player in others:
        await player.click(cards(channel)[0], label="I’m in")
    await studio.world.pass_time(7)
    await studio.take(channel, "lobby", 3)
    await studio.world.pass_time(3)
    await studio.take(channel, "question", 0)
    await studio.world.pass_time(4)
    for player, choice in zip(studio.players, (right, right, (right + 1) % 4, right), strict=True):
        await studio.choose(player, channel, choice)
    await studio.closes(channel)
    await studio.take(channel, "reveal", 14)
    for question in questions[1:3]:
        await studio.opens(channel)
        for number, player in enumerate(studio.players):
            await studio.choose(player, channel, ((question.correct or 0) + number // 2) % 4)
        await studio.closes(channel)
    await studio.world.pass_time(1)
    await studio.take(channel, "end", 0)
    await studio.world.pass_time(600)
    await studio.asked(channel, "quiz history", "history")
    await studio.asked(channel, "quiz results", "results")
    stopped = studio.channel("stopped")
    await ada.slash(stopped, "quiz start", lobby=10)
    await ada.slash(stopped, "quiz stop")
    await studio.world.pass_time(7)
    await studio.take(stopped, "lobby-stopped", 3)


async def _teams(studio: Studio, questions: Sequence[Question]) -> None:
    channel, (ada, *_), right = studio.channel("teams"), studio.players, questions[0].correct or 0
    await ada.slash(channel, "quiz start", rounds=1, lobby=10, teams=3)
    for player, team in zip(studio.players, ("🔴 Red", "🔵 Blue") * 2, strict=True):
        await player.click(cards(channel)[0], label=team)
    await studio.world.pass_time(7)
    await studio.take(channel, "lobby-teams", 3)
    await studio.world.pass_time(3)
    for number, player in enumerate(studio.players):
        await studio.choose(player, channel, (right + number % 2) % 4)
    await studio.closes(channel)
    await studio.world.pass_time(1)
    await studio.take(channel, "end-teams", 0)


async def _survival(studio: Studio, questions: Sequence[Question]) -> None:
    channel, (ada, grace, linus, _) = studio.channel("survival"), studio.players
    await ada.slash(channel, "quiz start", rounds=5, survival=True, lobby=10)
    await studio.world.pass_time(7)
    await studio.take(channel, "lobby-survival", 3)
    await studio.world.pass_time(3)
    for question in questions[:3]:
        await studio.opens(channel)
        right = question.correct or 0
        for player, choice in ((linus, (right + 1) % 4), (grace, right), (ada, right)):
            await studio.choose(player, channel, choice)
        await studio.closes(channel)
    await studio.take(channel, "reveal-survival", 2)
    await ada.slash(channel, "quiz stop")
    await studio.take(channel, "end-survival", 0)


async def _race(studio: Studio) -> None:
    """A race is for typed answers, which the server writes itself here."""
    channel, (ada, grace, linus, _) = studio.channel("race"), studio.players
    form = await studio.host.slash(channel, "question add")
    asked = {
        "prompt": "What is Jessica's agency called?",
        "answers": "Alias Investigations\nAlias",
        "wrong": "",
    }
    explained = asked | {"explanation": "The name is on the broken glass of her door.", "source": ""}
    preview = await studio.host.submit_modal(form, explained)
    assert preview.response is not None
    await studio.host.click(preview.response, label="Save")
    await ada.slash(channel, "quiz start", rounds=1, style="race", lobby=10)
    await studio.world.pass_time(7)
    await studio.take(channel, "lobby-race", 3)
    await studio.world.pass_time(3)
    for player, guess in ((linus, "Heroes for Hire"), (grace, "Nightwatch"), (linus, "Alias")):
        if guess == "Alias":
            await studio.take(channel, "question-race", 0)
        await studio.world.pass_time(3)
        form = await player.click(card_in(channel), label="Answer")
        await player.submit_modal(form, {"guess": guess})
    await studio.world.pass_time(2)
    await studio.take(channel, "reveal-race", 9, newest=False)


async def _daily(studio: Studio, questions: Sequence[Question]) -> None:
    """Two days that three play; on the second the last of them is looked at."""
    typed = replace(questions[2], choices=(), correct=None, typed=True)
    studio.world.source.questions = [*questions[3:7], typed]
    channel, (_, grace, linus, margaret) = studio.channel("daily"), studio.players
    for player in (linus, margaret):
        await _day(studio, channel, player, wrong=2)
    await studio.world.pass_time(24 * 3600)
    for wrong, player in enumerate((grace, linus), start=1):
        await _day(studio, channel, player, wrong)
    card = await _day(studio, channel, margaret, wrong=3, looked_at=True)
    await studio.look(channel, card.message, "daily-end", margaret)
    for period in ("day", "all"):
        board = (await margaret.click(card, label="Board")).response
        assert board is not None
        if period == "all":
            await margaret.click(board, label="All time")
        await studio.look(channel, board.message, f"daily-board-{period}", margaret)


async def _day(
    studio: Studio, channel: ChannelHandle, player: MemberActor, wrong: int, *, looked_at: bool = False
) -> ResponseMessage:
    """Answer all but the last question, one of them wrong, and look at the result."""
    card = (await player.slash(channel, "daily")).response
    assert card is not None
    for round, question in enumerate(studio.world.source.questions[:4], start=1):
        if looked_at and round == 2:
            await player.click(card, label="Hint −25 %")
        if looked_at and round < 3:
            await studio.look(channel, card.message, f"daily-question-{round}", player)
        choice = ((question.correct or 0) + (round == wrong)) % 4
        await player.click(card, label=buttons_of(card.message)[choice])
        if looked_at and 1 < round < 4:
            await studio.look(channel, card.message, f"daily-reveal-{round}", player)
        await player.click(card, label="Next")
    if looked_at:
        await studio.look(channel, card.message, "daily-typed", player)
    await player.click(card, label="Skip")
    await player.click(card, label="My result")
    return card


class Studio:
    """Where pictures are taken: of the README's cards for ``docs/``, or of ``every`` card in every look."""

    def __init__(
        self,
        page: Page,
        world: World,
        server: GuildHandle,
        players: Sequence[MemberActor],
        every: Path | None,
    ) -> None:
        self.world = world
        self.players = players
        self.host = world.member(server, "Hogarth", quizmaster=True)
        self._viewer = world.member(server, "Viewer")
        self._page = page
        self._server = server
        self._every = every

    def channel(self, name: str) -> ChannelHandle:
        return self._server.create_text_channel(name)

    async def choose(self, player: MemberActor, channel: ChannelHandle, choice: int) -> None:
        card = card_in(channel)
        label = next(text for text in buttons_of(card) if text.split(".")[0] == "ABCD"[choice])
        await player.click(card, label=label)

    async def opens(self, channel: ChannelHandle) -> None:
        while not self._open(channel):
            await self.world.pass_time(1)

    async def closes(self, channel: ChannelHandle) -> None:
        while self._open(channel):
            await self.world.pass_time(1)

    def _open(self, channel: ChannelHandle) -> bool:
        return any(label.split(".")[0] == "A" for label in buttons_of(card_in(channel)))

    async def take(self, channel: ChannelHandle, name: str, seconds: float, *, newest: bool = True) -> None:
        """A picture of the newest message, or question, as it looks so many seconds after it was sent."""
        card = cards(channel)[-1] if newest else card_in(channel)
        await self._take(channel, card, name, seconds, self._viewer)

    async def look(
        self, channel: ChannelHandle, card: discord.Message, name: str, viewer: MemberActor
    ) -> None:
        """A picture of a card that only the viewer sees."""
        await self._take(channel, card, name, 0, viewer)

    async def asked(self, channel: ChannelHandle, command: str, name: str) -> None:
        """A picture of what a command tells whoever gives it."""
        told = await self.players[0].slash(channel, command)
        assert told.response is not None
        await self._take(channel, told.response.message, name, 0, self.players[0])

    async def told(
        self, channel: ChannelHandle, told: InteractionResult, name: str, member: MemberActor, form: str = ""
    ) -> None:
        """A picture of what a member alone sees; or of the ``form`` behind a button of this label."""
        answer = told.response or told.followups[0]
        await self._take(channel, answer.message, name, 0, member, form)

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
            message = self._page.locator(f'[data-message-id="{card.id}"] .message-components')
            if form:
                await self._page.add_style_tag(content=WHOLE)
                await message.get_by_role("button", name=form).click()
                message = self._page.locator("#modal-root [role=dialog]")
                await message.wait_for()
            await message.screenshot(path=file)


async def _terminal(page: Page, folder: Path, base: FactBase) -> None:
    store = await asyncio.to_thread(open_store, url_of(folder / "terminal.db"))
    drawn = tuple(_questions(base)[1:4])

    async def draw() -> tuple[Question, ...]:
        return drawn

    quiz = terminal_quiz(store, (base,), QuizRequest(count=3), seed=SEED, seconds=20, as_lines=False)
    app = quiz_app(replace(quiz, draw=draw))
    async with app.run_test(size=(96, 27)) as pilot:
        await pilot.pause(3)
        await pilot.press("abcd"[drawn[0].correct or 0])
        await pilot.pause(1)
        drawing = app.export_screenshot()
    await store.close()
    await page.set_content(f"<body style='margin:0;background:#111'>{drawing}</body>")
    await page.locator("svg").first.screenshot(path=DOCS / "terminal.png")


def _questions(base: FactBase) -> Sequence[Question]:
    drawn = Bank([base]).draw(QuizRequest(count=40, level=1), Random(SEED))
    return [question for question in drawn if question.kind == "look_up" and len(question.choices) == 4]


if __name__ == "__main__":
    asyncio.run(main())
