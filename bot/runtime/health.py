"""``/healthz`` for a supervisor: 200 while the bot can play, 503 with the reasons while it cannot."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from aiohttp import web


class HealthUnavailable(Exception):
    """``/healthz`` cannot be served; the text is one line: where, and why not."""


Complaints = Callable[[], Sequence[str]]
"""What keeps the bot from playing just now; empty when all is well."""


@asynccontextmanager
async def serve_health(host: str, port: int, complaints: Complaints) -> AsyncIterator[str]:
    """Answer on ``/healthz`` until the block is left; gives the address that it listens on."""

    async def healthz(_request: web.Request) -> web.Response:
        problems = list(complaints())
        return web.json_response({"ok": not problems, "problems": problems}, status=503 if problems else 200)

    app = web.Application()
    app.router.add_get("/healthz", healthz)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise HealthUnavailable(
                f"/healthz cannot be served on {host}:{port}: {error.strerror}"
            ) from error
        yield f"http://{host}:{runner.addresses[0][1]}/healthz"
    finally:
        await runner.cleanup()
