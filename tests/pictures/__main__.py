"""Takes the README's pictures from the real bot: ``make pictures``.

simcord draws Discord, Textual draws the terminal, and Debian's Chromium makes PNG files in ``docs/`` of both.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from playwright.async_api import Page, ViewportSize, async_playwright

from bot.cli.play import terminal_quiz
from bot.pictures.painter import painter_here
from bot.runtime.judge import PackJudge
from bot.settings import bundled_packs
from bot.store.store import open_store
from bot.terminal.app import quiz_app
from questions.bank import Bank, QuizRequest
from questions.facts.load import load_pack
from questions.facts.model import FactBase
from questions.question import Question
from tests.pictures import private, public
from tests.pictures.authoring import authoring
from tests.pictures.daily import daily
from tests.pictures.studio import DOCS, HEIGHT, WIDTH, Studio
from tests.support.databases import url_of
from tests.support.simcord_bot import discord_world

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SEED = 11


async def main() -> None:
    """Take those of the README; with ``--every FOLDER`` each card on a phone and a desk, dark and light, or
    with ``--only order match`` those whose names begin so.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=Path, metavar="FOLDER")
    parser.add_argument("--only", nargs="+", default=("",), metavar="NAME")
    options = parser.parse_args()
    every: Path | None = options.every
    (every or DOCS).mkdir(exist_ok=True, parents=True)
    base = load_pack(bundled_packs() / "jessica_jones")
    with tempfile.TemporaryDirectory() as folder:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            viewport: ViewportSize = {"width": WIDTH, "height": HEIGHT}
            page = await browser.new_page(viewport=viewport, device_scale_factor=2, bypass_csp=True)
            if every is None:
                await _terminal(page, Path(folder), base)
            await _discord(page, Path(folder), base, every, tuple(options.only))
            await browser.close()


async def _discord(
    page: Page, folder: Path, base: FactBase, every: Path | None, only: tuple[str, ...]
) -> None:
    questions = _questions(base)
    async with discord_world(folder, questions, judge=PackJudge([base]), painter=painter_here) as world:
        world.source.titles, world.source.bases = {base.id: base.title}, {base.id: base}
        server = world.server("Alias Investigations")
        players = [world.member(server, name) for name in ("Ada", "Grace", "Linus", "Margaret")]
        studio = Studio(page, world, server, players, every, only)
        await public.quiz(studio, questions)
        if every is None:
            return
        await public.teams(studio, questions)
        await public.survival(studio, questions)
        await private.notes(studio, questions)
        await private.kinds(studio, base)
        await public.race(studio)  # its question comes first from then on
        await private.commands(studio)
        await daily(studio, questions)
        await authoring(studio)


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
