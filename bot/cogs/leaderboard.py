"""``/leaderboard``: the best of a server or of everywhere, and a new season."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Annotated, Any

from discord import ButtonStyle, Interaction, app_commands, ui
from discord.ext import commands

from bot.cogs.departed import Departed
from bot.cogs.offers import NAME_LIMIT, OFFERED
from bot.cogs.options import OneOf, Whole
from bot.library.fact_packs import FactPacks, own_packs
from bot.library.imported import ImportedLists
from bot.pictures.painter import Painter
from bot.store.board_records import Cursor, Leaderboard, Measure, Subject
from bot.store.periods import before, day_of, start_of
from bot.store.records import ALONE, EVERYWHERE, Period, is_server
from bot.store.store import Store
from bot.texts.catalogue import Texts
from bot.views.answering import player_of
from bot.views.board_id import SUBJECT_LIMIT, Turn, fits, turn_of
from bot.views.board_picture import board_picture
from bot.views.components import IdButton, id_of
from bot.views.errors import guarded
from bot.views.host import (
    Saying,
    can_attach,
    place_of,
    respond,
    server_texts,
    settings_of,
    show,
    texts_of,
)
from bot.views.layout import FINAL, card
from bot.views.leaderboard import Shown, leaderboard_card, own_place
from bot.views.pictured import Card, Pictured, shown_picture

LINES, AROUND = 10, 2
MOST_SEASONS = 9999


@dataclass(frozen=True, slots=True)
class Span:
    """A period: the running one, or the one before."""

    period: Period
    last: bool = False

    def starts(self, today: date) -> date:
        """The first day, as seen from a day."""
        starts = start_of(self.period, today)
        return (before(self.period, starts) or starts) if self.last else starts


SPANS = {
    "day": Span(Period.DAY),
    "week": Span(Period.WEEK),
    "month": Span(Period.MONTH),
    "year": Span(Period.YEAR),
    "all time": Span(Period.ALL_TIME),
    "yesterday": Span(Period.DAY, last=True),
    "last week": Span(Period.WEEK, last=True),
    "last month": Span(Period.MONTH, last=True),
    "last year": Span(Period.YEAR, last=True),
}
MEASURES = {
    "points": Measure.POINTS,
    "wins": Measure.WINS,
    "accuracy": Measure.ACCURACY,
    "best streak": Measure.STREAK,
    "rating": Measure.RATING,
}
SCOPES = {"this server": "", "everywhere": EVERYWHERE, "alone": ALONE}
ALL_TIME = Span(Period.ALL_TIME)
ANY = Leaderboard("", Period.ALL_TIME, ALL_TIME.starts(date.min))


@app_commands.guild_only()
class LeaderboardCog(commands.GroupCog, group_name="leaderboard"):
    """Reads the standings, which are kept up to date as games end."""

    def __init__(
        self,
        store: Store,
        titles: Callable[[], Mapping[str, str]],
        imported: ImportedLists,
        facts: FactPacks,
        departed: Departed,
        now: Callable[[], datetime],
        painter: Painter,
    ) -> None:
        self._store = store
        self._departed = departed
        self._titles_of_facts = titles
        self._imported = imported
        self._facts = facts
        self._now = now
        self._painter = painter

    @app_commands.command()
    async def show(
        self,
        interaction: Interaction[Any],
        period: Annotated[Span, OneOf(SPANS)] = ALL_TIME,
        by: Annotated[Measure, OneOf(MEASURES)] = Measure.POINTS,
        scope: Annotated[str, OneOf(SCOPES)] = "",
        pack: str | None = None,
        topic: str | None = None,
        season: Annotated[int | None, Whole(1, MOST_SEASONS)] = None,
    ) -> None:
        where = scope or place_of(interaction).scope
        subject = Subject("pack", pack) if pack else Subject("topic", topic) if topic else None
        board = Leaderboard(where, period.period, period.starts(self._today(where)), by, subject, season)
        await respond(interaction, self._show(interaction, board), ephemeral=False)

    @show.autocomplete("pack")
    async def _packs(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        titles = await self._titles(interaction)
        return [
            app_commands.Choice(name=title[:NAME_LIMIT], value=pack)
            for pack, title in titles.items()
            if typed.casefold() in title.casefold()
            and fits(replace(ANY, scope=place_of(interaction).scope, subject=Subject("pack", pack)))
        ][:OFFERED]

    @show.autocomplete("topic")
    async def _topics(self, interaction: Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        topics = await self._store.rankings.topics(place_of(interaction).scope)
        return [
            app_commands.Choice(name=topic, value=topic)
            for topic in topics
            if typed.casefold() in topic.casefold() and len(topic) <= SUBJECT_LIMIT
        ][:OFFERED]

    @app_commands.command()
    @app_commands.check(lambda interaction: bool(_managed_scope(interaction)))
    async def reset(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._ask(interaction))

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        """The buttons of boards, and those that begin a season or take that back."""
        id = id_of(interaction)
        if id.startswith("b:"):
            turn = turn_of(id, place_of(interaction).scope)
            if turn is not None:
                await guarded(interaction, lambda: self._turn(interaction, turn))
        elif id in ("season:begin", "season:keep", "season:undo"):
            await guarded(interaction, lambda: self._season(interaction, id.partition(":")[2]))

    async def _show(self, interaction: Interaction[Any], board: Leaderboard) -> Saying | Pictured:
        texts = texts_of(interaction)
        if board.subject is not None:
            if not fits(board):
                return texts("no-such-subject")
            if board.measure in (Measure.WINS, Measure.RATING):
                return texts("whole-games-only")
        if board.scope == ALONE and board.measure is Measure.WINS:
            return texts("no-wins-alone")
        if board.season is not None:
            if board.scope in (EVERYWHERE, ALONE):
                return texts("no-seasons-everywhere")
            seasons = await self._store.rankings.seasons(board.scope)
            if board.season > len(seasons):
                return texts("no-such-season", count=len(seasons))
        asker = interaction.user.id
        own = await self._store.rankings.neighbours(board, asker, AROUND)
        shown = await self._shown(interaction, board, None, own)
        pictures = (await self._store.rankings.member(asker)).pictures
        return await self._presented(interaction, server_texts(interaction), shown, pictures=pictures)

    async def _presented(
        self, interaction: Interaction[Any], texts: Texts, shown: Shown, *, pictures: bool, notice: str = ""
    ) -> Card:
        """The card with a picture, if that is wanted and can be."""
        may = self._painter.available and can_attach(interaction) and settings_of(interaction).pictures
        offers = may and bool(shown.page.lines)
        plain = leaderboard_card(texts, shown, other_form=offers, notice=notice)
        if not (offers and pictures):
            return plain
        picture = board_picture(texts, shown)
        png = await self._painter.paint(picture)
        if png is None:
            return plain
        item = shown_picture(texts, picture)
        return Pictured(leaderboard_card(texts, shown, item, other_form=True, notice=notice), png, plain)

    async def _shown(
        self, interaction: Interaction[Any], board: Leaderboard, cursor: Cursor | None, own: Any = None
    ) -> Shown:
        page = await self._store.rankings.page(board, cursor, LINES)
        players = {line.player_id for line in (*page.lines, *(own or ()))}
        moved = await self._store.rankings.ranks_before(board, players)
        subject = board.subject.name if board.subject else ""
        if board.subject and board.subject.kind == "pack":
            subject = (await self._titles(interaction)).get(subject, subject)
        asker = interaction.user.id if own is not None else None
        left = self._left(interaction, board, players)
        return Shown(board, self._today(board.scope), page, moved, asker, own, subject, left)

    def _left(
        self, interaction: Interaction[Any], board: Leaderboard, players: Collection[int]
    ) -> frozenset[int]:
        """Those of the players who are known to have left the server, where it wants them to be marked."""
        guild = interaction.guild
        if guild is None or not is_server(board.scope) or not settings_of(interaction).left:
            return frozenset()
        return self._departed.among(guild, [id for id in sorted(players) if id != interaction.user.id])

    async def _turn(self, interaction: Interaction[Any], turn: Turn) -> None:
        if turn.own:
            await respond(interaction, self._own(interaction, turn.board))
        elif turn.pictures is not None:
            await respond(interaction, self._in_form(interaction, turn.board, pictures=turn.pictures))
        else:
            await show(interaction, self._page(interaction, turn))

    async def _page(self, interaction: Interaction[Any], turn: Turn) -> Card:
        """Another page, in the form that the message has."""
        shown = await self._shown(interaction, turn.board, turn.cursor)
        pictures = interaction.message is not None and bool(interaction.message.attachments)
        return await self._presented(interaction, server_texts(interaction), shown, pictures=pictures)

    async def _in_form(self, interaction: Interaction[Any], board: Leaderboard, *, pictures: bool) -> Card:
        """The board for the presser alone, in the form that they want from now on."""
        await self._store.rankings.change_member(player_of(interaction.user), {"pictures": pictures})
        own = await self._store.rankings.neighbours(board, interaction.user.id, AROUND)
        shown, texts = await self._shown(interaction, board, None, own), texts_of(interaction)
        notice = texts("pictures-on" if pictures else "pictures-off")
        return await self._presented(interaction, texts, shown, pictures=pictures, notice=notice)

    async def _own(self, interaction: Interaction[Any], board: Leaderboard) -> Saying:
        own = await self._store.rankings.neighbours(board, interaction.user.id, AROUND)
        return own_place(texts_of(interaction), await self._shown(interaction, board, None, own))

    async def _ask(self, interaction: Interaction[Any]) -> Saying:
        texts, seasons = (
            texts_of(interaction),
            await self._store.rankings.seasons(place_of(interaction).scope),
        )
        buttons = [
            IdButton(label=texts("season-begin"), style=ButtonStyle.danger, custom_id="season:begin"),
            IdButton(label=texts("season-keep"), custom_id="season:keep"),
        ]
        if len(seasons) > 1:
            buttons.append(IdButton(label=texts("season-undo"), custom_id="season:undo"))
        return card(FINAL, [texts("season-question", number=seasons[-1].number)], [buttons])

    async def _season(self, interaction: Interaction[Any], act: str) -> None:
        _managed_scope(interaction)
        await interaction.response.edit_message(view=await self._season_changed(interaction, act))

    async def _season_changed(self, interaction: Interaction[Any], act: str) -> ui.LayoutView:
        texts, scope = texts_of(interaction), place_of(interaction).scope
        undo = IdButton(label=texts("season-undo"), custom_id="season:undo")
        if act == "keep":
            return card(FINAL, [texts("season-kept")])
        if act == "undo":
            back = await self._store.rankings.undo_reset(scope)
            return card(
                FINAL, [texts("season-undone", number=back.number) if back else texts("season-first")]
            )
        begun = await self._store.rankings.reset(scope, self._now())
        if begun is None:
            return card(FINAL, [texts("season-empty")])
        return card(FINAL, [texts("season-begun", number=begun.number, last=begun.number - 1)], [[undo]])

    async def _titles(self, interaction: Interaction[Any]) -> Mapping[str, str]:
        scope = place_of(interaction).scope
        own = own_packs(await self._facts.changes(scope))
        return {**self._titles_of_facts(), **own, **await self._imported.titles(scope)}

    def _today(self, scope: str) -> date:
        return day_of(self._now(), UTC if scope in (EVERYWHERE, ALONE) else self._store.zone(scope))


def _managed_scope(interaction: Interaction[Any]) -> str:
    """The scope of the server; MissingPermissions for a member who may not manage it."""
    scope = place_of(interaction).scope
    if not interaction.permissions.manage_guild:
        raise app_commands.MissingPermissions(["manage_guild"])
    return scope
