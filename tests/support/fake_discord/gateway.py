"""The gateway: sessions that may be resumed, events in order, and Discord's ways of ending them."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from typing import cast

from aiohttp import WSMsgType, web

from tests.support.fake_discord.record import Record
from tests.support.fake_discord.world import JSON, World

HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID_SESSION, HELLO, ACK = 1, 2, 6, 7, 9, 10, 11
_GUILD_MESSAGES, _MESSAGE_CONTENT = 1 << 9, 1 << 15
_PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15
_KEPT = 2000


@dataclass(slots=True)
class Session:
    """One session of the bot; it outlives its socket, so that it can be resumed."""

    id: str
    intents: int
    shard: tuple[int, int]
    line: Line | None
    sequence: int = 0
    kept: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=_KEPT))

    def send(self, event: str, encoded: str) -> None:
        self.sequence += 1
        text = f'{{"op":0,"t":"{event}","s":{self.sequence},"d":{encoded}}}'
        self.kept.append((self.sequence, text))
        if self.line:
            self.line.send(text)

    def wants(self, event: str, guild_id: int | None) -> bool:
        if event.startswith("MESSAGE_") and not self.intents & _GUILD_MESSAGES:
            return False
        return ((guild_id or 0) >> 22) % self.shard[1] == self.shard[0]


class Line:
    """One open socket. What is sent goes out in order; ``end`` closes it behind what was sent before."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self._socket = socket
        self._request = request
        self._out: asyncio.Queue[str | int | None] = asyncio.Queue()

    def send(self, text: str) -> None:
        self._out.put_nowait(text)

    def say(self, op: int, data: object = None) -> None:
        self.send(json.dumps({"op": op, "d": data}))

    def end(self, code: int | None) -> None:
        """Close with the code; None cuts the connection without a word."""
        self._out.put_nowait(code)

    async def pump(self) -> None:
        with suppress(ConnectionError):
            while isinstance(item := await self._out.get(), str):
                await self._socket.send_str(item)
            if item is not None:
                await self._socket.close(code=item)
            elif self._request.transport:
                self._request.transport.abort()


class Gateway:
    def __init__(self, world: World, record: Record, token: str, granted_intents: int) -> None:
        self._world = world
        self._record = record
        self._token = token
        self._granted = granted_intents
        self.url = ""
        self.heartbeat_seconds = 41.25
        self.shards, self.max_concurrency = 1, 16
        self.sessions: dict[str, Session] = {}
        self._lines: set[Line] = set()

    # What a test does to it

    @property
    def connected(self) -> list[Session]:
        return [session for session in self.sessions.values() if session.line]

    async def ready(self, count: int = 1, seconds: float = 30.0) -> None:
        """Wait until that many sessions are connected, and have been sent their servers."""
        await self._record.until(lambda: len(self.connected) >= count, seconds)

    def drop(self, code: int | None = None, *, resumable: bool = True) -> None:
        """End all sockets: with a close code, or cut off."""
        for session in self.connected:
            assert session.line
            session.line.end(code)
            session.line = None
            if not resumable:
                del self.sessions[session.id]

    def reconnect(self) -> None:
        """Ask the bot to connect anew and resume."""
        for session in self.connected:
            assert session.line
            session.line.say(RECONNECT)
            session.line = None

    def invalidate(self, *, resumable: bool) -> None:
        for session in self.connected:
            assert session.line
            session.line.say(INVALID_SESSION, resumable)
            session.line = None
            if not resumable:
                del self.sessions[session.id]

    def dispatch(self, event: str, data: JSON, guild_id: int | None = None) -> None:
        """Send an event to every session that is meant; kept for those that are away and may resume."""
        encoded = json.dumps(data)
        for session in list(self.sessions.values()):
            if session.wants(event, guild_id):
                session.send(event, self._as_seen(event, data, session) or encoded)

    # The wire

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(compress=False, max_msg_size=0)
        await socket.prepare(request)
        line = Line(socket, request)
        self._lines.add(line)
        pump = asyncio.create_task(line.pump())
        line.say(HELLO, {"heartbeat_interval": int(self.heartbeat_seconds * 1000)})
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    frame = json.loads(message.data)
                    self._received(line, frame["op"], frame.get("d"))
        finally:
            self._lines.discard(line)
            for session in self.sessions.values():
                if session.line is line:
                    session.line = None
            line.end(1000)
            await asyncio.wait({pump}, timeout=1.0)
            pump.cancel()
            self._record.touch()
        return socket

    def close(self) -> None:
        for line in self._lines:
            line.end(1001)

    def _received(self, line: Line, op: int, data: object) -> None:
        if op == HEARTBEAT:
            line.say(ACK)
        elif op == IDENTIFY:
            self._identify(line, cast(JSON, data))
        elif op == RESUME:
            self._resume(line, cast(JSON, data))
        self._record.frame(op, data)

    def _identify(self, line: Line, data: JSON) -> None:
        if data["token"] != self._token:
            return line.end(4004)
        if data["intents"] & _PRIVILEGED & ~self._granted:
            return line.end(4014)
        shard: tuple[int, int] = tuple(data.get("shard") or (0, 1))
        for gone in [s.id for s in self.sessions.values() if not s.line and s.shard == shard]:
            del self.sessions[gone]
        session = Session(f"{self._world.snowflake():x}", data["intents"], shard, line)
        self.sessions[session.id] = session
        guilds = [g for g in self._world.guilds.values() if session.wants("GUILD_CREATE", g.id)]
        ready = {
            "v": 10,
            "user": self._world.bot_user(),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "shard": shard,
            "application": {"id": str(self._world.application_id), "flags": 0},
        }
        session.send("READY", json.dumps(ready))
        for guild in guilds:
            session.send("GUILD_CREATE", json.dumps(guild.arrival()))
        return None

    def _resume(self, line: Line, data: JSON) -> None:
        session = self.sessions.get(data["session_id"])
        if session is None or session.line or data["token"] != self._token:
            line.say(INVALID_SESSION, False)
            return
        session.line = line
        for sequence, text in session.kept:
            if sequence > (data["seq"] or 0):
                line.send(text)
        session.send("RESUMED", "{}")

    def _as_seen(self, event: str, data: JSON, session: Session) -> str | None:
        """Without the message content intent a bot reads only what mentions it, and itself."""
        if event not in ("MESSAGE_CREATE", "MESSAGE_UPDATE") or session.intents & _MESSAGE_CONTENT:
            return None
        bot = str(self._world.application_id)
        if data["author"]["id"] == bot or any(user["id"] == bot for user in data["mentions"]):
            return None
        return json.dumps(data | {"content": "", "embeds": [], "attachments": [], "components": []})
