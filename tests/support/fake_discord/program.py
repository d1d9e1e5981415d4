"""A program that runs against a fake in a process of its own, to be killed and started again."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

_ROOT = Path(__file__).parents[3]


class Program:
    """``python -m MODULE ARGS``, its discord.py pointed at the fake; what it writes goes to ``log``."""

    def __init__(
        self, url: str, log: Path, module: str, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> None:
        self._command = (sys.executable, "-m", "tests.support.fake_discord.launch", url, module, *arguments)
        self._environment = {**os.environ, "PYTHONPATH": str(_ROOT), **(environment or {})}
        self._log = log
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        with self._log.open("ab") as out:
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                env=self._environment,
                cwd=self._log.parent,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=out,
                stderr=asyncio.subprocess.STDOUT,
            )

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def kill(self) -> None:
        """SIGKILL: the process gets no chance to tidy up."""
        await self.end(signal.SIGKILL)

    async def end(self, how: signal.Signals = signal.SIGTERM, seconds: float = 15.0) -> int:
        """Signal the process and wait for its exit code (negative: the signal). Raises TimeoutError."""
        assert self._process
        if self.running:
            self._process.send_signal(how)
        return await asyncio.wait_for(self._process.wait(), seconds)

    async def ended(self) -> int:
        """Wait for the exit code of a process that ends by itself."""
        assert self._process
        return await self._process.wait()

    def output(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")
