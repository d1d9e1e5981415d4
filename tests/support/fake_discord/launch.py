"""Runs a module as the main program, its discord.py pointed at the fake Discord.

``python -m tests.support.fake_discord.launch URL MODULE [ARGS...]`` does what ``python -m MODULE ARGS`` does.
Its time of day is put forward by the seconds in the file ``clock`` in the folder that it runs in.
"""

from __future__ import annotations

import runpy
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route


def point_at(url: str) -> None:
    """Let discord.py in this process speak to the fake at the URL, and not to Discord."""
    base = yarl.URL(url)
    Route.BASE = url
    DiscordWebSocket.DEFAULT_GATEWAY = base.with_scheme("ws").with_path("/gateway")


def put_forward(wall: Callable[[], float], file: Path) -> Callable[[], float]:
    """The time of day, put forward by the seconds that stand in the file."""
    return lambda: wall() + (float(file.read_text()) if file.exists() else 0.0)


def main() -> None:
    _, url, module, *arguments = sys.argv
    point_at(url)
    time.time = put_forward(time.time, Path("clock"))
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
