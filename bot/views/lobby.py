"""The lobby of a quiz: its card, and what its buttons do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import discord
from discord import Interaction, ui

from bot.game.events import GameEnded, Player, QuestionAsked
from bot.game.game import Game
from bot.game.rules import ANY, Rules, Selection
from bot.session import Session
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.views import answering
from bot.views.components import IdButton, button_id, id_of
from bot.views.errors import guarded
from bot.views.host import find_session, is_quizmaster, respond, texts_of
from bot.views.layout import OPEN, WRONG, card
from bot.views.text import clip, safe_line, stamp

LOBBY_ID = re.compile(r"g:(?P<game>[\w-]{1,40}):0:(?P<act>join|begin|t[0-3])", re.A)
TITLES_SHOWN, NAMES_SHOWN = 300, 1000


@dataclass(frozen=True, slots=True)
class Lobby:
    """What the card shows. ``over`` is what ended the lobby: the first question, or the end of the game."""

    game: str
    starter: Player
    rules: Rules
    selection: Selection
    rounds: int
    players: tuple[Player, ...]
    begins_at: float
    teams: Mapping[int, int] = field(default_factory=dict)
    over: QuestionAsked | GameEnded | None = None

    @classmethod
    def of(cls, game_id: str, game: Game) -> Lobby:
        """The open lobby of a game. Whoever started it is in, unless it started by itself."""
        others = tuple(player for player in game.joined if player.id != game.starter.id)
        starter = () if game.rules.scheduled else (game.starter,)
        return cls(
            game_id,
            game.starter,
            game.rules,
            game.selection,
            len(game.questions),
            (*starter, *others),
            game.deadline or game.at,
            game.teams,
        )


def lobby_card(texts: Texts, lobby: Lobby) -> ui.LayoutView:
    """Who invites to what, who is in, and when it begins."""
    blocks = [_about(texts, lobby), _players(texts, lobby), _state(texts, lobby)]
    colour = WRONG if isinstance(lobby.over, GameEnded) else OPEN
    return card(colour, blocks, [list(_buttons(texts, lobby))] if lobby.over is None else [])


async def lobby_pressed(interaction: Interaction[Any]) -> None:
    """Do what a button of a lobby says, if it is one."""
    match = LOBBY_ID.fullmatch(id_of(interaction))
    if match is not None:
        game, act = match["game"], match["act"]
        await guarded(interaction, lambda: _press(interaction, game, act))


async def _press(interaction: Interaction[Any], game: str, act: str) -> None:
    session = find_session(interaction, game)
    if isinstance(session, str):
        await interaction.response.send_message(session, ephemeral=True)
        return
    player, texts = answering.player_of(interaction.user), texts_of(interaction)
    if act == "begin":
        await respond(interaction, _begin(texts, session, player, at_once=is_quizmaster(interaction)))
    else:
        team = None if act == "join" else int(act[1:])
        await respond(interaction, _join(texts, session, player, team))


async def _join(texts: Texts, session: Session, player: Player, team: int | None) -> str:
    outcome = await session.join(player, team)
    refused = answering.refused(outcome)
    if refused:
        return render.refusal(texts, refused)
    mine = session.game.teams.get(player.id)
    if team is not None and mine is not None:  # not the one of a click after the lobby
        return texts("joined-team", team=texts(f"team-{mine}"))
    return texts("joined" if outcome else "joined-already")


async def _begin(texts: Texts, session: Session, player: Player, *, at_once: bool) -> str:
    refused = answering.refused(await session.go_on(player, 0, at_once=at_once))
    return render.refusal(texts, refused) if refused else texts("begun-by-you")


def _about(texts: Texts, lobby: Lobby) -> str:
    heading = texts("lobby-heading", starter=safe_line(lobby.starter.name))
    return f"{heading}\n{quiz_lines(texts, lobby.selection, lobby.rules, lobby.rounds)}"


def quiz_lines(texts: Texts, selection: Selection, rules: Rules, rounds: int) -> str:
    """What is played: the packs, and below them the rules."""
    titles = safe_line(", ".join(selection.titles), TITLES_SHOWN)
    lines = (f"**{titles}**" if titles else "", " · ".join(_rules(texts, selection, rules, rounds)))
    return "\n".join(filter(None, lines))


def _rules(texts: Texts, selection: Selection, rules: Rules, rounds: int) -> Iterator[str]:
    if rules.target:
        yield texts("lobby-target", count=rules.target)
    else:
        yield texts("questions", count=rounds)
    yield texts("lobby-seconds", seconds=f"{rules.seconds:g}")
    if selection.level != ANY.level:
        yield texts("lobby-level", level=texts(f"option-{selection.level}"))
    if selection.topic:
        yield texts("lobby-topic", topic=safe_line(selection.topic))
    if rules.race:
        yield texts("lobby-race")
    elif selection.style != ANY.style:
        yield texts(f"option-{selection.style}")
    if rules.lives:
        yield texts("lobby-survival", lives=rules.lives)
    if selection.spoilers:
        yield texts("lobby-spoilers")


def _players(texts: Texts, lobby: Lobby) -> str:
    """Who is in, a line for each team, and for those who have none."""
    lines = []
    for team in (*range(lobby.rules.teams), None):
        players = [player for player in lobby.players if lobby.teams.get(player.id) == team]
        if team is None and not players:
            continue
        names = clip(", ".join(safe_line(player.name) for player in players), NAMES_SHOWN) or "–"
        which = texts("lobby-in" if team is None else f"team-{team}")
        lines.append(texts("lobby-players", which=which, count=len(players), names=names))
    return "\n".join(lines)


def _state(texts: Texts, lobby: Lobby) -> str:
    match lobby.over:
        case None:
            return texts("lobby-begins", when=stamp(lobby.begins_at))
        case QuestionAsked():
            return texts("lobby-over")
        case GameEnded() as ended:
            return safe_line(render.ending(texts, ended), TITLES_SHOWN)


def _buttons(texts: Texts, lobby: Lobby) -> Iterator[IdButton]:
    for team in range(lobby.rules.teams):
        yield _button(lobby, f"t{team}", texts(f"team-{team}"), discord.ButtonStyle.primary)
    if not lobby.rules.teams:
        yield _button(lobby, "join", texts("button-join"), discord.ButtonStyle.primary)
    yield _button(lobby, "begin", texts("button-begin"), discord.ButtonStyle.secondary)


def _button(lobby: Lobby, act: str, label: str, style: discord.ButtonStyle) -> IdButton:
    return IdButton(label=label, style=style, custom_id=button_id(lobby.game, 0, act))
