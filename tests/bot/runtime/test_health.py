"""/healthz answers 200 while all is well, and 503 with the reasons while it is not."""

from __future__ import annotations

import socket

import aiohttp
import pytest

from bot.runtime.health import HealthUnavailable, serve_health


@pytest.mark.enable_socket
async def test_healthz_says_what_is_wrong_and_recovers() -> None:
    problems: list[str] = []
    async with serve_health("127.0.0.1", 0, lambda: problems) as port, aiohttp.ClientSession() as http:
        url = f"http://127.0.0.1:{port}/healthz"
        async with http.get(url) as answer:
            assert (answer.status, await answer.json()) == (200, {"ok": True, "problems": []})
        problems.append("not connected to Discord")
        async with http.get(url) as answer:
            assert answer.status == 503
            assert (await answer.json())["problems"] == ["not connected to Discord"]
        problems.clear()
        async with http.get(url) as answer:
            assert answer.status == 200


@pytest.mark.enable_socket
@pytest.mark.parametrize("served", [True, False])
async def test_metrics_stand_beside_it_where_they_are_wanted(served: bool) -> None:
    async def text() -> bytes:
        return b"gumshoe_servers 3.0\n"

    metrics = text if served else None
    async with (
        serve_health("127.0.0.1", 0, lambda: (), metrics) as port,
        aiohttp.ClientSession() as http,
        http.get(f"http://127.0.0.1:{port}/metrics") as answer,
    ):
        assert answer.status == (200 if served else 404)
        if served:
            assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
            assert await answer.read() == b"gumshoe_servers 3.0\n"


@pytest.mark.enable_socket
async def test_a_port_that_is_taken_is_said_in_a_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = f"^/healthz cannot be served on 127.0.0.1:{port}: Address already in use: set another "
        with pytest.raises(HealthUnavailable, match=told):
            async with serve_health("127.0.0.1", port, lambda: ()):
                raise AssertionError("it was served")
