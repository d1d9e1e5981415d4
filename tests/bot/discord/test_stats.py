"""`/stats`: for oneself, and of others who let it be seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from discord import ui

from bot.game.achievements import ACHIEVEMENTS, Career
from bot.game.events import Player
from bot.store.records import Period, Place, server_scope
from bot.store.stat_records import Achieved, PastResult, PlayerRating, PlayerStats, Runs, Share
from bot.texts.catalogue import Texts
from bot.views.stats import stats_card
from questions.generators.catalogue import GENERATORS
from questions.question import AUTHORED
from tests.support.databases import a_game, an_award, keep
from tests.support.simcord_bot import discord_world, said, text_of
from tests.support.texts import LANGUAGES, TEXTS

GAME = PastResult(datetime(2026, 11, 20, tzinfo=UTC), 480, 5, 6, 2, 4, won=False)
KINDS = tuple(Share(generator.kind, 1, 2) for generator in GENERATORS)
STATS = PlayerStats(
    1240,
    62,
    80,
    12,
    4,
    7,
    4.26,
    1.2,
    levels=(Share("1", 40, 50), Share("3", 22, 30)),
    topics=(Share("*Cast*", 40, 50),),
    kinds=(Share(AUTHORED, 1, 3),),
    ranks={Period.DAY: 3, Period.ALL_TIME: 12},
    rating=PlayerRating(1620, 24, 80, provisional=False),
    last=(GAME,),
    runs=Runs(3, 2, 5),
    achieved=(Achieved("hundred", GAME.at), Achieved("first-win", GAME.at)),
    career=Career(wins=4, right=157, hard=15),
)


def text(view: ui.LayoutView) -> str:
    return "\n".join(item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay))


def test_the_card_tells_everything_and_escapes_what_others_wrote() -> None:
    assert text(stats_card(TEXTS, "_ann_", STATS, public=False)).splitlines() == [
        "## \\_ann\\_ in this server",
        "1,240 points, 62 of 80 right",
        "12 quizzes, 4 won",
        "Best streak in a quiz: 7 right in a row",
        "Now: 3 right in a row, over all quizzes",
        "Days in a row with a quiz: 2 now, 5 at best",
        "Time of right answers: 4.3 s on average, 1.2 s the fastest",
        "**Rank** today 3 · of all time 12",
        "**Rating** 1620 ± 24",
        "**Achievements** 2 of 20",
        "🏅\N{NO-BREAK SPACE}Hundred <t:1795132800:d> · 🏅\N{NO-BREAK SPACE}First win <t:1795132800:d>",
        "Next: **Hard-liner** (20 hard questions right) ▰▰▰▰▰▰▰▱▱▱ 15 of 20",
        "Next: **Winner** (win 10 quizzes) ▰▰▰▰▱▱▱▱▱▱ 4 of 10",
        "**Levels** easy 80 % of 50 · hard 73 % of 30",
        "**Topics** \\*Cast\\* 80 % of 50",
        "**Kinds of questions** written by people 33 % of 3",
        "**The last quizzes**",
        "<t:1795132800:d> · 🥈 of 4 · 480 points, 5 of 6 right",
        "-# Only you can see this.",
    ]


@pytest.mark.parametrize("texts", LANGUAGES.all, ids=lambda texts: texts.name)
def test_every_kind_of_question_has_a_name(texts: Texts) -> None:
    for kind in KINDS:
        one = PlayerStats(1, 1, 1, 1, 0, 0, None, None, (), (), (kind,), {}, None, ())
        assert "50" in text(stats_card(texts, "ann", one, public=None))


@pytest.mark.parametrize("texts", LANGUAGES.all, ids=lambda texts: texts.name)
def test_the_whole_collection_of_achievements_fits_on_the_card(texts: Texts) -> None:
    every = tuple(Achieved(one.code, GAME.at) for one in ACHIEVEMENTS)
    told = text(stats_card(texts, "ann", replace(STATS, achieved=every), public=False))
    assert all(texts(f"achievement-{one.code}") in told for one in ACHIEVEMENTS)
    assert "▰" not in told
    assert len(told) < 3000


async def test_statistics_are_private_until_their_owner_shows_them(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        server = world.server()
        channel = server.create_text_channel("quiz")
        ann, ben = world.member(server, "ann"), world.member(server, "ben")
        mine = await ann.slash(channel, "stats")
        assert mine.ephemeral
        assert TEXTS("stats-none") in said(mine)
        game = a_game(an_award(Player(ann.id, "ann"), 30), at=world.now())
        await keep(world.store, "g1", *game, place=Place(server_scope(server.id), 1))

        own = (await ann.slash(channel, "stats")).response
        assert own is not None
        assert "30 points, 1 of 1 right" in text_of(own.message)
        hidden = await ben.slash(channel, "stats", member=ann)
        assert said(hidden) == TEXTS("stats-not-public", player="ann")

        await world.kill()
        await ann.click(own, label="Let others see it")
        assert TEXTS("stats-public") in text_of(own.message)
        told = await ben.slash(channel, "stats", member=ann)
        assert told.ephemeral
        assert "30 points, 1 of 1 right" in said(told)
        assert TEXTS("stats-public") not in said(told)
        await ann.click(own, label="Hide it from others")
        assert said(await ben.slash(channel, "stats", member=ann)) == said(hidden)
