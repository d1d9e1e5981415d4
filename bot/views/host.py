"""What a button, a form or a command needs of the client that it arrives at."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Sequence
from typing import Any, Protocol, cast

from discord import AllowedMentions, HTTPException, Interaction, Member, app_commands, ui

from bot.game.events import Event, Refusal
from bot.game.game import Phase
from bot.library.where import Where
from bot.session import Session
from bot.sessions import Sessions
from bot.store.records import Place, ServerSettings, server_scope, solo_scope
from bot.texts.catalogue import Languages, Texts
from bot.views.pictured import Card, Pictured

ACK_SECONDS = 2.0
"""Discord expects an answer within 3 seconds."""

log = logging.getLogger(__name__)

NOBODY = AllowedMentions.none()
Saying = str | ui.LayoutView


class Notes(Protocol):
    """Remembers what members were told about an open question."""

    def keep(
        self,
        game: str,
        round: int,
        interaction: Interaction[Any],
        *,
        card: bool = False,
        form: bool = False,
        again: bool = False,
        over: bool = False,
    ) -> None:
        """The member has just been told something about the question, or shown its card or form."""


class Archive(Protocol):
    """Where games are kept."""

    async def journal_of(self, place: Place, game_id: str) -> Sequence[Event]:
        """The events of a game that was played in this place; none where there was none."""


class Host(Protocol):
    """The client. ``resumed`` says that the games of before the start are running again."""

    sessions: Sessions
    resumed: bool
    languages: Languages
    notes: Notes
    store: Archive

    async def play_again(self, interaction: Interaction[Any], game: str) -> Saying:
        """Start a quiz with the options of one that has ended; what to say to whoever asked for it."""

    def settings_in(self, scope: str) -> ServerSettings:
        """What a server has set."""

    def texts_in(self, scope: str) -> Texts:
        """The texts for all of a server."""


class NotQuizmaster(app_commands.CheckFailure):
    """Only a quizmaster may do that."""


def texts_of(interaction: Interaction[Any]) -> Texts:
    """The texts for whoever sent the interaction, in their language where there is a catalogue of it."""
    return cast(Host, interaction.client).languages.best(str(interaction.locale))


def server_texts(interaction: Interaction[Any]) -> Texts:
    """The texts for what everybody in the server reads."""
    return cast(Host, interaction.client).texts_in(place_of(interaction).scope)


def settings_of(interaction: Interaction[Any]) -> ServerSettings:
    """What the server has set."""
    return cast(Host, interaction.client).settings_in(place_of(interaction).scope)


def where_of(interaction: Interaction[Any]) -> Where:
    """Where the interaction comes from."""
    return Where(place_of(interaction), settings_of(interaction), server_texts(interaction))


def place_of(interaction: Interaction[Any]) -> Place:
    """The channel that the interaction comes from; in a server that the bot is not in, the direct messages
    with whoever it comes from (0 where none are known).
    """
    if interaction.channel_id is None:
        raise app_commands.NoPrivateMessage
    if is_foreign(interaction):
        messages = interaction.user.dm_channel
        return Place(solo_scope(interaction.user.id), messages.id if messages else 0)
    if interaction.guild_id is None:
        return Place(solo_scope(interaction.user.id), interaction.channel_id)
    return Place(server_scope(interaction.guild_id), interaction.channel_id)


def can_attach(interaction: Interaction[Any]) -> bool:
    """Whether the bot may send a picture where the interaction comes from."""
    return interaction.app_permissions.attach_files


def is_foreign(interaction: Interaction[Any]) -> bool:
    """Whether the command was given in a server that the bot is not in, by somebody who has installed it for
    themselves.
    """
    user_only = interaction.is_user_integration() and not interaction.is_guild_integration()
    return user_only and interaction.guild_id is not None


def is_quizmaster(interaction: Interaction[Any]) -> bool:
    """Whether the member may author questions, skip them at once and stop any game."""
    if interaction.permissions.manage_guild:
        return True
    role, member = settings_of(interaction).quizmasters, interaction.user
    return role is not None and isinstance(member, Member) and member.get_role(role) is not None


async def require_quizmaster(interaction: Interaction[Any]) -> bool:
    """A check: NotQuizmaster for anybody else."""
    if not is_quizmaster(interaction):
        raise NotQuizmaster
    return True


def find_session(interaction: Interaction[Any], game: str) -> Session | str:
    """The game of this id, where it runs in the channel that the interaction comes from; or why not."""
    host = cast(Host, interaction.client)
    session = host.sessions.find(place_of(interaction))
    if session is not None and session.id == game:
        return session
    return texts_of(interaction)(Refusal.ENDED if host.resumed else "coming-back")


async def just(saying: Saying) -> Saying:
    """What is known already, as the work of a response."""
    return saying


async def respond(
    interaction: Interaction[Any], work: Coroutine[Any, Any, Saying | Pictured], *, ephemeral: bool = True
) -> None:
    """Say what the work returns; where it takes long, ask Discord for patience first.

    The work is done in any case, also where Discord no longer takes the answer.
    """
    asked: list[asyncio.Task[Any]] = []

    def ask_patience() -> None:
        asked.append(asyncio.create_task(interaction.response.defer(ephemeral=ephemeral, thinking=True)))

    timer = asyncio.get_running_loop().call_later(ACK_SECONDS, ask_patience)
    try:
        saying = await work
    finally:
        timer.cancel()
        refusals = await asyncio.gather(*asked, return_exceptions=True)
    for refusal in refusals:
        if isinstance(refusal, BaseException):
            raise refusal
    late = interaction.response.is_done()
    send: Any = interaction.followup.send if late else interaction.response.send_message
    if isinstance(saying, Pictured):
        try:
            await send(view=saying.view, file=saying.file(), ephemeral=ephemeral)
            return
        except HTTPException as error:
            log.warning("a picture was not taken by Discord: %s", error)
            saying = saying.plain
    if isinstance(saying, str):
        await send(saying, ephemeral=ephemeral)
    else:
        await send(view=saying, ephemeral=ephemeral)


async def show(interaction: Interaction[Any], work: Coroutine[Any, Any, Card]) -> None:
    """Show the card that the work returns: in the place of the one whose button was pressed, if there is one,
    or else to the member alone.
    """
    if interaction.message is None:
        await respond(interaction, work)
        return
    timer = asyncio.create_task(_defer_late(interaction))
    try:
        card = await work
    finally:
        timer.cancel()
        await asyncio.gather(timer, return_exceptions=True)
    late = interaction.response.is_done()
    edit: Any = interaction.edit_original_response if late else interaction.response.edit_message
    if isinstance(card, Pictured):
        try:
            await edit(view=card.view, attachments=[card.file()], allowed_mentions=NOBODY)
            return
        except HTTPException as error:
            log.warning("a picture was not taken by Discord: %s", error)
            card = card.plain
    kept: dict[str, Any] = {"attachments": []} if interaction.message.attachments else {}
    await edit(view=card, allowed_mentions=NOBODY, **kept)


async def _defer_late(interaction: Interaction[Any]) -> None:
    await asyncio.sleep(ACK_SECONDS)
    await interaction.response.defer()


async def respond_in_note(
    interaction: Interaction[Any],
    session: Session,
    round: int,
    work: Coroutine[Any, Any, Saying],
    *,
    card: bool = False,
    form: bool = False,
) -> None:
    """Say what the work returns in the member's one note on the open question, or show its card or form."""
    open = session.game.phase is Phase.ASKING and session.game.round == round
    await respond(interaction, work)
    if open:
        over = session.game.ended is not None
        cast(Host, interaction.client).notes.keep(
            session.id, round, interaction, card=card, form=form, over=over
        )
