"""Takes the README's pictures from the real bot: ``make pictures``.

simcord draws Discord, Textual draws the terminal, and Debian's Chromium makes PNG files in ``docs/`` of both.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import discord
from playwright.async_api import Page, async_playwright
from simcord.builders import ChannelHandle

from bot.cli.play import terminal_quiz
from bot.runtime.judge import PackJudge
from bot.settings import bundled_packs
from bot.store.store import open_store
from bot.terminal.app import quiz_app
from questions.bank import Bank, QuizRequest
from questions.facts.load import load_pack
from questions.facts.model import FactBase
from questions.question import Question
from tests.support.databases import url_of
from tests.support.simcord_bot import World, buttons_of, card_in, discord_world

DOCS = Path(__file__).parents[1] / "docs"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SEED = 11
WIDTH, HEIGHT = 1500, 1200


async def main() -> None:
    """Take them all."""
    DOCS.mkdir(exist_ok=True)
    base = load_pack(bundled_packs() / "jessica_jones")
    with tempfile.TemporaryDirectory() as folder:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            page = await browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=2)
            await _terminal(page, Path(folder), base)
            await _discord(page, Path(folder), base)
            await browser.close()


async def _discord(page: Page, folder: Path, base: FactBase) -> None:
    questions = _questions(base)
    async with discord_world(folder, questions, judge=PackJudge([base])) as world:
        server = world.server("Alias Investigations")
        channel = server.create_text_channel("quiz-night")
        players = [world.member(server, name) for name in ("Ada", "Grace", "Linus")]
        await players[0].slash(channel, "quiz start", rounds=3)
        card = card_in(channel)
        await _shoot(page, world, channel, card, "question.png", 0)
        right = questions[0].correct or 0
        for player, choice in zip(players, (right, right, (right + 1) % 4), strict=True):
            await world.pass_time(3)
            label = next(text for text in buttons_of(card) if text.startswith("ABCD"[choice]))
            await player.click(card, label=label)
        await world.pass_time(11)
        await _shoot(page, world, channel, card, "reveal.png", 20)


async def _shoot(
    page: Page, world: World, channel: ChannelHandle, card: discord.Message, name: str, seconds: float
) -> None:
    """A picture of one message, as it looks so many seconds after it was sent."""
    assert channel.guild is not None
    viewer = world.member(channel.guild, "Viewer")
    now = card.created_at + timedelta(seconds=seconds)
    preview = world.env.preview(
        channel,
        viewers=[viewer],
        layout="channel",
        display="fixed",
        presentation_time=now,
        width=WIDTH,
        height=HEIGHT,
    )
    async with preview as shown:
        await page.goto(shown.url)
        await page.wait_for_load_state("networkidle")
        await page.locator(f'[data-message-id="{card.id}"] .message-components').screenshot(path=DOCS / name)


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
