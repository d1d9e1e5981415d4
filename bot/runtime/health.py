"""``/healthz`` for a supervisor, and ``/metrics`` beside it.

``/healthz`` answers 200 while the bot can play, and 503 with the reasons while it cannot.
"""

from __future__ import annotations

import errno
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class HealthUnavailable(Exception):
    """``/healthz`` cannot be served; the text is one line: where, why not, and what to do."""


Complaints = Callable[[], Sequence[str]]
"""What keeps the bot from playing just now; empty when all is well."""

Exposition = Callable[[], Awaitable[bytes]]
"""The metrics, as Prometheus reads them."""


@asynccontextmanager
async def serve_health(
    host: str, port: int, complaints: Complaints, metrics: Exposition | None = None
) -> AsyncIterator[int]:
    """Answer on ``/healthz``, and with ``metrics`` on ``/metrics``, until left; gives the port."""

    async def healthz(_request: web.Request) -> web.Response:
        problems = list(complaints())
        return web.json_response({"ok": not problems, "problems": problems}, status=503 if problems else 200)

    async def exposition(_request: web.Request) -> web.Response:
        assert metrics is not None
        return web.Response(body=await metrics(), headers={"Content-Type": METRICS_TYPE})

    app = web.Application()
    app.router.add_get("/healthz", healthz)
    if metrics is not None:
        app.router.add_get("/metrics", exposition)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise HealthUnavailable(
                f"/healthz cannot be served on {host}:{port}: {_reason(error)}: "
                "set another GUMSHOE_HEALTH_HOST or GUMSHOE_HEALTH_PORT"
            ) from error
        port_taken: int = runner.addresses[0][1]
        yield port_taken
    finally:
        await runner.cleanup()


def _reason(error: OSError) -> str:
    if error.errno is not None and error.errno in errno.errorcode:
        return os.strerror(error.errno)  # asyncio's own words say again where
    return error.strerror or str(error)
