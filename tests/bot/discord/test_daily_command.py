"""``/daily``: five questions a day, alone and privately, the same for all in a server."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.store.records import Period, daily_scope, server_scope
from questions.question import Question
from tests.bot.discord.builders import choice_question, typed_question
from tests.support.databases import best_of
from tests.support.questions import clue_question, nearest_question
from tests.support.simcord_bot import EPOCH, World, buttons_of, cards, discord_world, said
from tests.support.texts import TEXTS

FIVE = [choice_question(name, level=1) for name in "abcde"]
NIGHT = datetime(2026, 1, 1, 23, 58, tzinfo=UTC).timestamp()


class Play:
    """One member with their one card."""

    def __init__(self, member: MemberActor, shown: InteractionResult) -> None:
        self.member = member
        self.shown = shown

    @classmethod
    async def begin(cls, member: MemberActor, channel: ChannelHandle) -> Play:
        shown = await member.slash(channel, "daily")
        assert shown.ephemeral
        return cls(member, shown)

    @property
    def text(self) -> str:
        return said(self.shown)

    @property
    def buttons(self) -> list[str]:
        assert self.shown.response is not None
        return buttons_of(self.shown.response.message)

    async def press(self, label: str) -> InteractionResult:
        assert self.shown.response is not None
        return await self.member.click(self.shown.response, label=label)

    async def choose(self, letter: str) -> None:
        await self.press(next(label for label in self.buttons if label.startswith(f"{letter}.")))

    async def type(self, guess: str) -> None:
        form = await self.press(TEXTS("button-answer"))
        await self.member.submit_modal(form, {"guess": guess})

    async def go_on(self) -> None:
        await self.press(TEXTS("button-next-question"))

    async def through(self, letters: str) -> None:
        """Answer all questions, and look at the result."""
        for number, letter in enumerate(letters):
            if number:
                await self.go_on()
            await self.choose(letter)
        await self.press(TEXTS("button-daily-result"))


def channel_of(world: World) -> ChannelHandle:
    server = world.server()
    return server.create_text_channel("quiz")


def member_of(world: World, channel: ChannelHandle, name: str, **about: Any) -> MemberActor:
    assert channel.guild is not None
    return world.member(channel.guild, name, **about)


async def test_a_day_is_played_on_one_private_card_to_its_result(tmp_path: Path) -> None:
    async with discord_world(tmp_path, FIVE) as world:
        channel = channel_of(world)
        play = await Play.begin(member_of(world, channel, "ann"), channel)
        assert "Question 1 of 5" in play.text
        await play.choose("B")
        assert "Right!" in play.text
        assert "✅ **B. second a**" in play.text
        assert "The fact of a." in play.text
        await play.go_on()
        await play.choose("A")
        assert "❌ A. first b" in play.text
        assert "🟩🟥" in play.text
        await play.go_on()
        await play.press(TEXTS("button-skip"))
        assert "Skipped" in play.text
        for _ in range(2):
            await play.go_on()
            await play.choose("B")
        await play.press(TEXTS("button-daily-result"))
        assert "🟩🟥⬜🟩🟩" in play.text
        assert "3 of 5 right" in play.text
        assert cards(channel) == []


async def test_time_costs_nothing_and_the_card_waits_for_hours(tmp_path: Path) -> None:
    async with discord_world(tmp_path, FIVE) as world:
        channel = channel_of(world)
        slow, quick = [await Play.begin(member_of(world, channel, name), channel) for name in ("ann", "ben")]
        await quick.choose("B")
        await world.pass_time(8 * 3600)
        await slow.choose("B")
        assert slow.text == quick.text
        assert "speed" not in slow.text


async def test_everybody_in_a_server_gets_the_questions_of_whoever_came_first(tmp_path: Path) -> None:
    async with discord_world(tmp_path, FIVE) as world:
        channel, elsewhere = channel_of(world), channel_of(world)
        await Play.begin(member_of(world, channel, "ann"), channel)
        world.source.questions = [choice_question("other", level=1)]
        play = await Play.begin(member_of(world, channel, "ben"), channel)
        assert "Which is a?" in play.text
        play = await Play.begin(member_of(world, elsewhere, "cat"), elsewhere)
        assert "Which is other?" in play.text


async def test_a_restart_in_the_middle_interrupts_nobody(tmp_path: Path) -> None:
    async with discord_world(tmp_path, FIVE) as world:
        channel = channel_of(world)
        ann = member_of(world, channel, "ann")
        play = await Play.begin(ann, channel)
        await play.choose("B")
        await world.kill()
        assert world.bot.sessions.all() == ()
        await play.go_on()
        assert "Question 2 of 5" in play.text
        await world.kill()
        again = await Play.begin(ann, channel)
        assert "Question 2 of 5" in again.text
        assert "🟩▫️" in again.text
        await again.choose("B")
        await play.choose("A")  # on the card of before, where the question still stands
        assert "Right!" in play.text


async def test_a_second_click_changes_nothing_and_shows_how_things_are(tmp_path: Path) -> None:
    async with discord_world(tmp_path, FIVE) as world:
        channel = channel_of(world)
        ann = member_of(world, channel, "ann")
        play, other = [await Play.begin(ann, channel) for _ in range(2)]
        await play.choose("B")
        await other.choose("C")
        assert "Right!" in other.text
        await play.go_on()
        await other.go_on()
        assert play.text == other.text
        assert "Question 2 of 5" in other.text


async def test_a_typed_answer_is_judged_and_a_close_one_may_be_said_again(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [typed_question("a", level=1)]) as world:
        channel = channel_of(world)
        play = await Play.begin(member_of(world, channel, "ann"), channel)
        await play.type("Luke")
        assert TEXTS("refusal-close") in play.text
        await play.type("luke cage")
        assert "Right!" in play.text
        assert "✅ **Luke Cage**" in play.text
        assert TEXTS("button-was-right") not in play.buttons  # it would show the answer to everybody


async def test_hints_stand_on_the_card_and_cost_points(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [choice_question("a", level=2)]) as world:
        channel = channel_of(world)
        play = await Play.begin(member_of(world, channel, "ann"), channel)
        await play.press(TEXTS("button-hint", percent=25))
        assert "💡 not" in play.text
        assert len([label for label in play.buttons if label[1] == "."]) == 3
        await play.choose("B")
        assert "+15" in play.text


async def test_clues_come_when_they_are_asked_for(tmp_path: Path) -> None:
    async with discord_world(tmp_path, [clue_question("a", clues=3)]) as world:
        channel = channel_of(world)
        play = await Play.begin(member_of(world, channel, "ann"), channel)
        assert "clue 1" not in play.text
        await play.press(TEXTS("button-hint", percent=25))
        assert "clue 1" in play.text
        await play.press(TEXTS("button-hint", percent=25))
        assert "clue 2" in play.text
        assert not [label for label in play.buttons if label.startswith("Hint")]


async def test_questions_go_from_easy_to_hard_and_none_wants_the_nearest_guess(tmp_path: Path) -> None:
    asked = [
        choice_question("hard", level=3),
        nearest_question("near"),
        *(choice_question(name, level=2) for name in "abc"),
        choice_question("easy", level=1),
    ]
    async with discord_world(tmp_path, asked) as world:
        channel = channel_of(world)
        await Play.begin(member_of(world, channel, "ann"), channel)
        assert [question.level for question in await questions_of(world, channel)] == [1, 2, 2, 2, 3]


async def test_nothing_of_it_counts_on_the_server_s_leaderboard_or_in_its_history(tmp_path: Path) -> None:
    async with discord_world(tmp_path, FIVE) as world:
        channel = channel_of(world)
        ann = member_of(world, channel, "ann")
        play = await Play.begin(ann, channel)
        await play.through("BBBBB")
        assert TEXTS("nobody-has-points") in said(await ann.slash(channel, "leaderboard show"))
        assert TEXTS("history-none") in said(await ann.slash(channel, "quiz history"))
        assert channel.guild is not None
        board = await best_of(world.store, server_scope(channel.guild.id), Period.ALL_TIME, world.now())
        assert board == ()


async def test_share_shows_squares_and_gives_nothing_away(tmp_path: Path) -> None:
    async with discord_world(tmp_path, FIVE) as world:
        channel = channel_of(world)
        play = await Play.begin(member_of(world, channel, "ann"), channel)
        await play.through("BABBB")
        shared = said(await play.press(TEXTS("button-share")))
        assert shared == "```\nDaily quiz · 1 January 2026\n🟩🟥🟩🟩🟩 4/5\n```"
        missed = said(await play.press(TEXTS("button-wrong")))
        assert "Which is b?" in missed
        assert "Which is a?" not in missed


async def test_the_board_shows_the_day_the_month_and_all_time(tmp_path: Path) -> None:
    async with discord_world(tmp_path, FIVE) as world:
        channel = channel_of(world)
        for name, letters in (("ann", "BBBBB"), ("ben", "BAAAA")):
            play = await Play.begin(member_of(world, channel, name), channel)
            await play.through(letters)
        board = await play.press(TEXTS("button-daily-board"))
        assert "🥇 ann" in said(board)
        assert "🥈 ben · 10 points" in said(board)
        assert "You are number 2 of 2" in said(board)
        assert board.response is not None
        for period in ("This month", "All time", "Today"):
            await play.member.click(board.response, label=period)
            assert "ann" in said(board)
            assert period not in buttons_of(board.response.message)


async def test_a_report_reaches_the_quizmasters(tmp_path: Path) -> None:
    async with discord_world(tmp_path, FIVE) as world:
        channel = channel_of(world)
        play = await Play.begin(member_of(world, channel, "ann"), channel)
        await play.choose("B")
        form = await play.press(TEXTS("button-report"))
        await play.member.submit_modal(form, {"reason": ["dull"], "note": "no"})
        host = member_of(world, channel, "host", quizmaster=True)
        assert "Which is a?" in said(await host.slash(channel, "question reports"))


async def test_a_day_ends_at_the_server_s_midnight_and_streaks_grow(tmp_path: Path) -> None:
    async with discord_world(tmp_path, FIVE, begins=NIGHT) as world:
        channel = channel_of(world)
        ann = member_of(world, channel, "ann")
        play = await Play.begin(ann, channel)
        await play.through("BBBBB")
        assert TEXTS("daily-streak", days=1) in play.text
        late = await Play.begin(member_of(world, channel, "ben"), channel)
        await world.pass_time(120)
        answer = await late.press("B. second a")
        assert said(answer) == TEXTS("daily-over")
        again = await Play.begin(ann, channel)
        assert "Question 1 of 5" in again.text
        await again.through("BBBBB")
        assert TEXTS("daily-streak", days=2) in again.text
        assert "🔥 2" in said(await again.press(TEXTS("button-share")))
        assert "1 January 2026" in said(await play.press(TEXTS("button-share")))  # yesterday's result stays


@pytest.mark.parametrize(
    ("evening", "before", "after"),
    [
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), "28 March 2026", "29 March 2026"),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), "29 March 2026", "30 March 2026"),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), "25 October 2026", "26 October 2026"),
    ],
    ids=["the night the clocks go forward", "the night after", "the day they went back"],
)
async def test_the_day_is_that_of_the_server_s_zone_whatever_its_clocks_do(
    tmp_path: Path, evening: datetime, before: str, after: str
) -> None:
    async with discord_world(tmp_path, FIVE, begins=evening.timestamp()) as world:
        channel = channel_of(world)
        assert channel.guild is not None
        await world.store.change_settings(server_scope(channel.guild.id), {"zone": "Europe/Berlin"})
        ann = member_of(world, channel, "ann")
        for day in (before, after):
            play = await Play.begin(ann, channel)
            assert "Question 1 of 5" in play.text
            await play.through("BBBBB")
            assert day in play.text
            assert day in (await Play.begin(ann, channel)).text
            await world.pass_time(60)


async def test_a_day_asks_what_the_days_before_did_not(tmp_path: Path) -> None:
    async with discord_world(tmp_path, FIVE, begins=NIGHT) as world:
        channel = channel_of(world)
        play = await Play.begin(member_of(world, channel, "ann"), channel)
        await play.through("BBBBB")
        await world.pass_time(120)
        await Play.begin(play.member, channel)
        first, second = world.source.wanted
        assert first.seen == {}
        assert second.seen.keys() == {question.id for question in FIVE}


async def test_a_server_may_switch_it_off(tmp_path: Path) -> None:
    async with discord_world(tmp_path, FIVE) as world:
        channel = channel_of(world)
        assert channel.guild is not None
        await world.store.change_settings(server_scope(channel.guild.id), {"daily": False})
        refused = await member_of(world, channel, "ann").slash(channel, "daily")
        assert said(refused) == TEXTS("daily-off")


async def test_without_questions_there_is_no_daily_quiz_until_there_are_some(tmp_path: Path) -> None:
    async with discord_world(tmp_path, ()) as world:
        channel = channel_of(world)
        ann = member_of(world, channel, "ann")
        assert said(await ann.slash(channel, "daily")) == TEXTS("no-such-question")
        world.source.questions = FIVE
        assert "Question 1 of 5" in said(await ann.slash(channel, "daily"))


async def questions_of(world: World, channel: ChannelHandle) -> Sequence[Question]:
    """The questions of the first day."""
    assert channel.guild is not None
    day = datetime.fromtimestamp(EPOCH, UTC).date()
    return await world.store.dailies.questions(daily_scope(channel.guild.id), day)
