"""A program that was killed goes on with its games as if it had only paused."""

from __future__ import annotations

import re
import time
from pathlib import Path

from bot.game.events import EndReason, GameEnded, GameResumed, RoundClosed
from tests.support.fake_discord import JSON, Channel, FakeDiscord, Person, buttons_of, text_of
from tests.support.gumshoe_program import (
    UP_SECONDS,
    a_room,
    database_of,
    gumshoe_run,
    running,
    said,
    start_quiz,
    until,
)
from tests.support.journals import read_journals
from tests.support.texts import TEXTS


def clock_of(card: JSON) -> int:
    """When the round closes, as the card says."""
    match = re.search(r"<t:(\d+):R>", text_of(card))
    assert match
    return int(match[1])


def card_of(channel: Channel) -> JSON:
    """The question that is open, which has buttons."""
    return next(message for message in reversed(channel.messages.values()) if buttons_of(message))


def newest(channel: Channel) -> JSON:
    return next(reversed(channel.messages.values()))


def enabled(card: JSON) -> list[str]:
    return [button["custom_id"] for button in buttons_of(card) if not button.get("disabled")]


def reason_of(folder: Path, game: str) -> EndReason | None:
    """Why the game ended, as the journal has it."""
    events = read_journals(database_of(folder))[game]
    return next((event.reason for event in events if isinstance(event, GameEnded)), None)


async def start_with_choices(fake: FakeDiscord, channel: Channel, host: Person) -> tuple[JSON, str, str]:
    """Start quizzes until one begins with a question of several choices: its card, its game, a choice."""
    while True:
        await start_quiz(fake, channel, host)
        await fake.record.until(lambda: any(map(buttons_of, channel.messages.values())))
        card = card_of(channel)
        ids = enabled(card)
        if any(id.endswith(":hint") for id in ids) and any(id.endswith(":c0") for id in ids):
            return card, ids[0].split(":")[1], ids[0]
        await host.run(channel, "quiz stop").acknowledged()
        await fake.record.until(lambda: "Final" in text_of(newest(channel)))


async def test_a_killed_game_goes_on_in_its_own_message_with_all_that_was_known(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    channel, ada = a_room(fake)
    program = gumshoe_run(fake, tmp_path)
    async with running(program):
        card, game, choice = await start_with_choices(fake, channel, ada)
        closes = clock_of(card)
        assert (await ada.click(card, choice).acknowledged()).text.startswith("Locked in")
        hint = await ada.click(card, f"g:{game}:1:hint").acknowledged()
        assert hint.text.startswith("💡 Hint: not ")
        await fake.record.until(lambda: "1 answered" in text_of(card))
        buttons = enabled(card)

    async with running(program):
        await fake.record.until(lambda: said(channel, TEXTS("back-again")) == 1, UP_SECONDS)
        await fake.record.until(lambda: clock_of(card) > closes, UP_SECONDS)
        assert card_of(channel) is card
        assert enabled(card) == buttons
        assert "1 answered" in text_of(card)
        more = await ada.click(card, f"g:{game}:1:hint").acknowledged()
        assert re.match(r"💡 Hint: not \w, not \w\n.*50 %", more.text)
        taken = re.findall(r"not (\w)", more.text)
        others = [id for id in buttons if re.search(r":c\d$", id) and id != choice]
        other = next(id for id in others if "ABCD"[int(id[-1])] not in taken)
        assert (await ada.click(card, other).acknowledged()).text.startswith("Locked in")
        assert (await ada.run(channel, "quiz stop").acknowledged()).text.startswith(TEXTS("stopped-by-you"))

    events = read_journals(database_of(tmp_path))[game]
    (resumed,) = [event for event in events if isinstance(event, GameResumed)]
    (closed,) = [event for event in events if isinstance(event, RoundClosed)]
    assert resumed.away > 0
    assert [award.player.id for award in closed.awards] == [ada.id]


async def test_a_game_outlives_steps_of_the_hosts_clock_and_shows_the_right_time(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    channel, ada = a_room(fake)
    card: JSON = {}

    async def set_clock(hours: float) -> None:
        """Put the clock, and wait until the card closes within the time that a question is open."""
        new = tmp_path / "new"
        new.write_text(str(hours * 3600))
        new.rename(tmp_path / "clock")
        await fake.record.until(lambda: 0 < clock_of(card) - time.time() - hours * 3600 <= 121, UP_SECONDS)

    program = gumshoe_run(fake, tmp_path)
    async with running(program):
        card, game, choice = await start_with_choices(fake, channel, ada)
        await set_clock(7)
        assert (await ada.click(card, choice).acknowledged()).text.startswith("Locked in")
        await set_clock(-7)

    async with running(program):
        await fake.record.until(lambda: said(channel, TEXTS("back-again")) == 1, UP_SECONDS)
        await set_clock(-7)
        assert "1 answered" in text_of(card)
        await set_clock(0)
        assert (await ada.run(channel, "quiz stop").acknowledged()).text.startswith(TEXTS("stopped-by-you"))
        assert program.output().count("the host's clock moved by") == 3
    assert reason_of(tmp_path, game) is EndReason.STOPPED


async def test_a_game_whose_channel_went_while_the_bot_was_away_ends_and_its_points_stay(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    channel, ada = a_room(fake)
    program = gumshoe_run(fake, tmp_path)
    async with running(program):
        card, game, choice = await start_with_choices(fake, channel, ada)
        await ada.click(card, choice).acknowledged()
    fake.delete_channel(channel)
    async with running(program):
        await until(lambda: reason_of(tmp_path, game))

    assert reason_of(tmp_path, game) is EndReason.CHANNEL_LOST
    (closed,) = [
        event for event in read_journals(database_of(tmp_path))[game] if isinstance(event, RoundClosed)
    ]
    assert [award.player.id for award in closed.awards] == [ada.id]


async def test_a_game_that_was_down_for_too_long_is_closed_with_its_standings(
    fake: FakeDiscord, tmp_path: Path
) -> None:
    channel, ada = a_room(fake)
    async with running(gumshoe_run(fake, tmp_path)):
        card, game, choice = await start_with_choices(fake, channel, ada)
        await ada.click(card, choice).acknowledged()
    async with running(gumshoe_run(fake, tmp_path, abandon_hours=0.00001)):
        await fake.record.until(lambda: "away for too long" in text_of(newest(channel)), UP_SECONDS)
        await fake.record.until(lambda: choice not in enabled(card), UP_SECONDS)
    assert "Ada" in text_of(newest(channel))
    assert said(channel, TEXTS("back-again")) == 0
    assert reason_of(tmp_path, game) is EndReason.AWAY_TOO_LONG
