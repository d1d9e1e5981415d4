"""/healthz answers 200 while all is well, and 503 with the reasons while it is not."""

from __future__ import annotations

import socket

import aiohttp
import pytest

from bot.runtime.health import HealthUnavailable, serve_health


@pytest.mark.enable_socket
async def test_healthz_says_what_is_wrong_and_recovers() -> None:
    problems: list[str] = []
    async with serve_health("127.0.0.1", 0, lambda: problems) as url, aiohttp.ClientSession() as http:
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
async def test_a_port_that_is_taken_is_said_in_a_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(HealthUnavailable, match=rf"^/healthz cannot be served on 127.0.0.1:{port}: .+$"):
            async with serve_health("127.0.0.1", port, lambda: ()):
                raise AssertionError("it was served")
