"""What ``gumshoe doctor`` looks at: packs, database and, with a token, the servers that the bot is in."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from bot.cli.common import counted, pack_folders
from bot.cli.observe import contents_of

if TYPE_CHECKING:
    import discord

    from bot.settings import Settings

Say = Callable[[str], None]


async def examine(settings: Settings, say: Say, full: bool) -> list[str]:
    """Say what is well; the problems, each with what to do. ``full`` looks at all of the database."""
    problems = [*_packs(settings, say), *_database(settings, say, full)]
    look_at_pictures(say)
    token = settings.real_token
    if token is None:
        say("Discord: to come: GUMSHOE_TOKEN, from https://discord.com/developers/applications, under Bot")
        return problems
    return problems + [problem async for problem in look_at_discord(token, say)]


def _packs(settings: Settings, say: Say) -> Iterator[str]:
    from questions.facts.load import InvalidPack, load_pack

    folders = pack_folders(settings.packs)
    if not folders:
        yield f"packs: none in {settings.packs}: set GUMSHOE_PACKS to the folder that holds them"
    for folder in folders:
        try:
            base = load_pack(folder)
        except InvalidPack as error:
            yield f"pack {folder.name}: {len(error.problems)} problems: run gumshoe check {folder}"
        else:
            say(f"pack {folder.name}: {contents_of(base)}, sound")


def look_at_pictures(say: Say) -> None:
    """Say whether there can be pictures here, and of whose names they lack the letters."""
    from bot.pictures.painter import lacking_modules

    if lacking_modules():
        say("pictures: none, leaderboards come as text: pip install 'gumshoe[cards]' brings them")
        return
    from bot.pictures.drawing import shortcomings

    say("; ".join(["pictures: leaderboards and podiums are drawn", *shortcomings()]))


def _database(settings: Settings, say: Say, full: bool) -> Iterator[str]:
    from bot.store.check import check
    from bot.store.engine import sqlite_file
    from bot.store.errors import StoreError
    from bot.store.schema import require_room
    from bot.store.server import look_at_server

    try:
        file = sqlite_file(settings.database)
        if file is not None:
            require_room(file)
            if not file.exists():
                say(f"database: to come: the first start makes {file}")
                return
        server = look_at_server(settings.database)
        if server is not None:
            left = counted(server.connections, "connection")
            say(f"database: PostgreSQL {server.version}, with {left} left")
            yield from (f"database: {problem}" for problem in server.problems)
        found = check(settings.database, full)
    except StoreError as error:
        yield f"database: {error}"
        return
    counts = found.counts
    say(
        f"database: {found.name}, schema {found.schema}: {counted(counts.games, 'game')} "
        f"({counts.open_games} open), {counted(counts.awards, 'award')}, "
        f"{counted(counts.players, 'player')}, {counted(counts.questions, 'question')} of servers, "
        f"{counts.imported:,} imported"
    )
    say(f"database: {found.size:,} bytes, {found.free:,} of them free to be filled again")
    if found.lease is not None:
        holder = found.lease.holder
        say(f"database: a bot runs its games (process {holder.pid} on {holder.host.split()[0]})")
    for process, shards in found.processes.items():
        holder = process.holder
        held = f"plays {ranges(shards)} of {found.shards}" if shards else "waits for shards"
        say(f"database: process {holder.pid} on {holder.host.split()[0]} {held}")
    yield from (f"database: {problem}" for problem in (*found.problems, *found.stuck_games))


def ranges(shards: Sequence[int]) -> str:
    """The shards of a process in few words."""
    parts: list[str] = []
    for first, one in enumerate(shards):
        if first and shards[first - 1] == one - 1:
            parts[-1] = f"{parts[-1].partition('-')[0]}-{one}"
        else:
            parts.append(str(one))
    return f"{'shard' if len(shards) == 1 else 'shards'} {', '.join(parts)}"


async def look_at_discord(token: str, say: Say) -> AsyncIterator[str]:
    """Say who the bot is and how it is invited, and look at each of its servers."""
    import discord

    from bot.cogs.place import invite_link

    async with discord.Client(intents=discord.Intents.none()) as client:
        try:
            await client.login(token)
        except discord.LoginFailure:
            yield "Discord: the token is refused: make a new one in the developer portal"
            return
        except (discord.HTTPException, OSError) as error:
            yield f"Discord: cannot be reached: {error}"
            return
        assert client.user is not None
        say(f"Discord: logged in as {client.user}")
        servers = 0
        async for guild in client.fetch_guilds():
            servers += 1
            async for problem in look_at_server(await client.fetch_guild(guild.id), client.user.id, say):
                yield problem
        if not servers:
            say("Discord: to come: a server; invite the bot with the link below")
        if client.application_id is not None:
            say(f"Discord: invite link: {invite_link(client.application_id)}")


async def look_at_server(guild: discord.Guild, bot_id: int, say: Say) -> AsyncIterator[str]:
    """Say where in a server the bot can play; a problem where it can play in no channel."""
    import discord

    from bot.cogs.place import FOR_PICTURES, HELPFUL, NEEDED, lacking

    member = await guild.fetch_member(bot_id)
    open_channels = 0
    for channel in await guild.fetch_channels():
        if not isinstance(channel, discord.TextChannel):
            continue
        allowed = channel.permissions_for(member)
        where = f"server {guild.name}, #{channel.name}"
        if missing := lacking(allowed, NEEDED):
            say(f"{where}: no quiz here without {_named(missing)}")
            continue
        open_channels += 1
        if missing := lacking(allowed, HELPFUL):
            say(f"{where}: typed replies get a message instead of a lock, without {_named(missing)}")
        if missing := lacking(allowed, FOR_PICTURES):
            say(f"{where}: text instead of pictures, without {_named(missing)}")
    if open_channels:
        say(f"server {guild.name}: quizzes can be played in {counted(open_channels, 'channel')}")
    else:
        yield f"server {guild.name}: no channel to play in: allow View Channel and Send Messages in one"


def _named(permissions: list[str]) -> str:
    return " and ".join(name.replace("_", " ").title() for name in permissions)
