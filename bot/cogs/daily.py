"""``/daily``: five questions a day, the same for all in a server, each alone and without a clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from functools import partial
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from discord import Interaction, app_commands, ui
from discord.ext import commands

from bot.calendar import Weekly, day_in, next_time
from bot.cogs.starting import SEEDS
from bot.dailies import ROUNDS, Dailies
from bot.game.events import Refusal, RoundClosed
from bot.game.game import Game, Phase
from bot.game.rules import Selection
from bot.library.drawing import LEVELS, Questions
from bot.session import Decide
from bot.store.records import Daily, daily_scope
from bot.store.store import Store
from bot.texts import render
from bot.views import answering
from bot.views.cards import notice_card
from bot.views.components import fields_of, id_of
from bot.views.daily import (
    DAILY,
    DAILY_BOARD,
    DAILY_FORM,
    daily_board_card,
    daily_end_card,
    daily_form_id,
    daily_question_card,
    daily_reveal_card,
    daily_share,
)
from bot.views.end_card import wrong_card
from bot.views.errors import guarded
from bot.views.host import Saying, just, respond, settings_of, show, texts_of, where_of
from bot.views.text import safe
from bot.views.typed import GUESS, answer_form
from questions.question import Question

DRAWN = 8
"""Questions that are drawn for a day, to leave out those that are no fun to play alone."""

FIRST_DAY = date(1970, 1, 1)
TOLD = {Refusal.CLOSE, Refusal.EMPTY, Refusal.NO_SUCH_CHOICE, Refusal.NO_HINT_LEFT}
"""Refusals of which the player is told; after others, as of a second click, the card shows how things are."""


class DailyCog(commands.Cog):
    """All that its buttons need is in their ids and in the journal, so they work after a restart, too."""

    def __init__(
        self,
        dailies: Dailies,
        questions: Questions,
        store: Store,
        make_random: Callable[[], Random],
        now: Callable[[], datetime],
    ) -> None:
        self._dailies = dailies
        self._questions = questions
        self._store = store
        self._make_random = make_random
        self._now = now

    @app_commands.command()
    @app_commands.guild_only()
    async def daily(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._open(interaction))

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """The buttons of the cards, and the form for a typed answer."""
        id = id_of(interaction)
        if board := DAILY_BOARD.fullmatch(id):
            await guarded(interaction, lambda: self._turn(interaction, board["how"], board["period"]))
        elif press := DAILY.fullmatch(id):
            round, act = int(press["round"]), press["act"]
            await guarded(interaction, lambda: self._press(interaction, press["game"], round, act))
        elif form := DAILY_FORM.fullmatch(id):
            guess = fields_of(interaction).get(GUESS, "")
            decide = _answer(interaction, guess, int(form["round"]))
            await guarded(interaction, lambda: self._play(interaction, form["game"], decide))

    async def _open(self, interaction: Interaction[Any]) -> Saying:
        """The card of today, where the member stands with it."""
        where = where_of(interaction)
        if not where.settings.daily:
            return texts_of(interaction)("daily-off")
        daily = Daily(interaction.guild_id or 0, self._today(interaction), interaction.user.id)
        player = answering.player_of(interaction.user)
        game = await self._dailies.begin(daily, player, partial(self._draw, interaction, daily))
        if game is None:
            return texts_of(interaction)("no-such-question")
        return await self._card(interaction, daily, game)

    async def _draw(self, interaction: Interaction[Any], daily: Daily) -> Sequence[Question]:
        """Questions that the server was not asked lately, from easy to hard, and none to guess nearest at."""
        where = where_of(interaction)
        titles, settings = await self._questions.titles(where), where.settings
        level, seed = tuple(LEVELS)[settings.level or 0], self._make_random().randrange(SEEDS)
        packs = tuple(titles), tuple(titles.values())
        selection = Selection(*packs, DRAWN, level, settings.spoilers, seed=seed)
        drawn = await self._questions.draw(where, selection, played_in=daily.place)
        fair = [one for one in drawn if one.choices or not (one.answer.nearest or one.arrangement)]
        return sorted(fair[:ROUNDS], key=lambda question: question.level)

    async def _press(self, interaction: Interaction[Any], game: str, round: int, act: str) -> None:
        player = answering.player_of(interaction.user)
        match act:
            case "answer":
                await self._open_form(interaction, game, round)
            case "hint":
                await self._play(interaction, game, lambda played, now: played.hint(player, round, now))
            case "skip":
                await self._play(interaction, game, lambda played, now: played.vote_skip(player, round, now))
            case "next":
                await self._play(interaction, game, lambda played, now: played.go_on(player, round, now))
            case "result" | "share" | "wrong":
                await self._tell(interaction, game, act)
            case _:
                await self._play(interaction, game, _answer(interaction, int(act[1:]), round))

    async def _open_form(self, interaction: Interaction[Any], game: str, round: int) -> None:
        daily = self._playable(interaction, game)
        played = await self._dailies.find(daily) if daily else None
        if daily is None or played is None:
            await respond(interaction, just(texts_of(interaction)("daily-over")))
        elif played.phase is Phase.ASKING and played.round == round:
            form = answer_form(texts_of(interaction), daily.game, round, played.question)
            form.custom_id = daily_form_id(daily, round)
            await interaction.response.send_modal(form)
        else:
            await show(interaction, self._card(interaction, daily, played))

    async def _play(self, interaction: Interaction[Any], game: str, decide: Decide) -> None:
        """Make an input, and show in the same card what has come of it."""
        daily = self._playable(interaction, game)
        if daily is None:
            await respond(interaction, just(texts_of(interaction)("daily-over")))
        else:
            await show(interaction, self._after(interaction, daily, decide))

    async def _after(self, interaction: Interaction[Any], daily: Daily, decide: Decide) -> ui.LayoutView:
        texts = texts_of(interaction)
        played = await self._dailies.play(daily, decide)
        if played is None:
            return notice_card(texts("no-such-game"))
        game, outcome = played
        if any(isinstance(event, RoundClosed) for event in outcome):
            return daily_reveal_card(texts, daily, game)
        refusal = answering.refused(outcome)
        if refusal is not None and refusal.reason in TOLD and game.phase is Phase.ASKING:
            note = safe(render.refusal(texts, refusal), answering.DETAIL_SHOWN)
            return daily_question_card(texts, daily, game, self._ends(interaction), note=note)
        return await self._card(interaction, daily, game)

    async def _tell(self, interaction: Interaction[Any], id: str, act: str) -> None:
        """What can be asked of a game that is over, on its day or later."""
        texts, daily = texts_of(interaction), _own(interaction, id)
        game = await self._dailies.find(daily) if daily else None
        if daily is None or game is None:
            await respond(interaction, just(texts("no-such-game")))
        elif act == "result":
            await show(interaction, self._card(interaction, daily, game))
        elif act == "wrong":
            await respond(interaction, just(wrong_card(texts, game.summary, daily.player)))
        else:
            await respond(interaction, self._share(interaction, daily, game))

    async def _share(self, interaction: Interaction[Any], daily: Daily, game: Game) -> Saying:
        board = await self._store.dailies.board(daily.place.scope, daily.day, daily.day, daily.player)
        return daily_share(texts_of(interaction), daily, game, board.own.streak if board.own else 0)

    async def _card(self, interaction: Interaction[Any], daily: Daily, game: Game) -> ui.LayoutView:
        """Where the game stands."""
        texts, ends = texts_of(interaction), self._ends(interaction)
        if game.phase is Phase.ASKING:
            return daily_question_card(texts, daily, game, ends)
        if game.phase is Phase.REVEALING:
            return daily_reveal_card(texts, daily, game)
        board = await self._store.dailies.board(daily.place.scope, daily.day, daily.day, daily.player)
        return daily_end_card(texts, daily, game, board.own, board.players, ends)

    async def _turn(self, interaction: Interaction[Any], how: str, period: str) -> None:
        """Show the board beside the card, or turn it to another period."""
        work = self._board(interaction, period)
        await (show(interaction, work) if how == "turn" else respond(interaction, work))

    async def _board(self, interaction: Interaction[Any], period: str) -> ui.LayoutView:
        today = self._today(interaction)
        first = {"day": today, "month": today.replace(day=1)}.get(period, FIRST_DAY)
        scope = daily_scope(interaction.guild_id or 0)
        board = await self._store.dailies.board(scope, first, today, interaction.user.id)
        return daily_board_card(texts_of(interaction), period, today, board)

    def _playable(self, interaction: Interaction[Any], game: str) -> Daily | None:
        """The member's own daily quiz, on its day."""
        daily = _own(interaction, game)
        return daily if daily is not None and daily.day == self._today(interaction) else None

    def _today(self, interaction: Interaction[Any]) -> date:
        return day_in(ZoneInfo(settings_of(interaction).zone), self._now())

    def _ends(self, interaction: Interaction[Any]) -> float:
        """When the day ends."""
        return next_time(Weekly(time()), ZoneInfo(settings_of(interaction).zone), self._now()).timestamp()


def _own(interaction: Interaction[Any], game: str) -> Daily | None:
    daily = Daily.of(game)
    mine = daily is not None and (daily.guild, daily.player) == (interaction.guild_id, interaction.user.id)
    return daily if mine else None


def _answer(interaction: Interaction[Any], guess: int | str, round: int) -> Decide:
    player = answering.player_of(interaction.user)
    return lambda played, now: played.answer(player, guess, round, now)
