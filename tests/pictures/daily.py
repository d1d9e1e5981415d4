"""Pictures of the daily quiz, for ``python -m tests.pictures --every FOLDER``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import ResponseMessage

from questions.question import Question
from tests.pictures.studio import Studio
from tests.support.simcord_bot import buttons_of


async def daily(studio: Studio, questions: Sequence[Question]) -> None:
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
