"""The HTTP side: reads a request, records it, lets faults and limits have their say, and answers."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from aiohttp import hdrs, web

from tests.support.fake_discord.faults import Fault, Faults
from tests.support.fake_discord.limits import Grant, Limits
from tests.support.fake_discord.record import Record, Request
from tests.support.fake_discord.refusals import No, RefusalError
from tests.support.fake_discord.world import JSON

PREFIX = "/api/v10"
_OPEN = ("/interactions/", "/webhooks/")


@dataclass(frozen=True, slots=True)
class Call:
    """What a handler gets: the ids from the path, the query, the body, the names of files."""

    ids: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    files: tuple[str, ...]

    def id(self, name: str) -> int:
        return int(self.ids[name])


Handler = Callable[[Call], Any]


class Front:
    def __init__(self, record: Record, faults: Faults, limits: Limits | None, token: str) -> None:
        self._record = record
        self._faults = faults
        self._limits = limits
        self._authorization = f"Bot {token}"

    def route(self, line: str, handler: Handler, *, known: bool = True) -> web.RouteDef:
        """ "METHOD /path/{id}" served by the handler: what it returns is the JSON of the answer."""
        method, _, path = line.partition(" ")

        async def serve(request: web.Request) -> web.StreamResponse:
            body, files = await _read(request)
            entry = Request(time.monotonic(), request.method, request.path.removeprefix(PREFIX), body, files)
            entry.known = known
            self._record.begin(entry)
            call = Call(request.match_info, request.query, body, files)
            response = await self._answer(request, entry, lambda: handler(call))
            self._record.end(entry, response.status)
            return response

        return web.route(method, PREFIX + path, serve)

    async def _answer(
        self, request: web.Request, entry: Request, handle: Callable[[], Any]
    ) -> web.StreamResponse:
        spoilt: Fault | None = None
        late: list[asyncio.Event] = []
        for fault in self._faults.take(entry.line):
            if fault.gate and fault.carried_out:
                late.append(fault.gate)
            elif fault.gate:
                await fault.gate.wait()
            if fault.delay:
                await asyncio.sleep(fault.delay)
            if fault.status or fault.hang_up:
                spoilt = fault
        grant = self._limits.ask(entry.line, time.monotonic()) if self._limits else Grant(0.0, {})
        if grant.wait:
            return _too_many(grant.wait, everywhere=grant.everywhere, headers=grant.headers)
        if spoilt is None or spoilt.carried_out:
            response = self._handle(request, entry, handle, grant.headers)
        for gate in late:
            await gate.wait()
        if spoilt is None:
            return response
        return _spoil(request, spoilt)

    def _handle(
        self, request: web.Request, entry: Request, handle: Callable[[], Any], headers: dict[str, str]
    ) -> web.Response:
        try:
            unauthorized = request.headers.get(hdrs.AUTHORIZATION) != self._authorization
            if unauthorized and not entry.path.startswith(_OPEN):
                raise RefusalError(No.UNAUTHORIZED)
            return _json(handle(), headers=headers)
        except RefusalError as refusal:
            return _json(refusal.payload(), refusal.status, headers)


async def _read(request: web.Request) -> tuple[Any, tuple[str, ...]]:
    if request.content_type == "multipart/form-data":
        form = await request.post()
        files = tuple(part.filename for part in form.values() if isinstance(part, web.FileField))
        return json.loads(cast(str, form["payload_json"])), files
    raw = await request.read()
    return (json.loads(raw) if raw else {}), ()


def _json(data: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """With the exact content type that discord.py looks for; 204 where there is nothing to say."""
    if data is None:
        return web.Response(status=204, headers=headers)
    return web.Response(
        body=json.dumps(data).encode(), status=status, headers=headers, content_type="application/json"
    )


def _too_many(seconds: float, *, everywhere: bool, headers: dict[str, str]) -> web.Response:
    said: JSON = {"message": "You are being rate limited.", "retry_after": seconds, "global": everywhere}
    named = {
        "Retry-After": f"{seconds:.3f}",
        "X-RateLimit-Scope": "global" if everywhere else "user",
        "Via": "1.1 google",
        **({"X-RateLimit-Global": "true"} if everywhere else {}),
    }
    return _json(said, 429, headers | named)


def _spoil(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.hang_up:
        assert request.transport
        request.transport.abort()
        return web.Response(status=499)
    if fault.retry_after is not None:
        return _too_many(fault.retry_after, everywhere=fault.everywhere, headers={})
    if fault.payload is not None:
        return _json(fault.payload, fault.status)
    return web.Response(text="upstream connect error", status=fault.status)
