"""The real program on a terminal of its own: what signals and a terminal that can do little make of it."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from select import select

import pytest

PATIENCE = 60.0
FULL_SCREEN, USUAL_SCREEN = "\x1b[?1049h", "\x1b[?1049l"


@dataclass
class Terminal:
    """A terminal in which a quiz was started, and all that was written to it."""

    program: subprocess.Popen[bytes]
    descriptor: int
    written: str = ""

    def read_until(self, text: str) -> None:
        """Read on until the text has come, or to the end."""
        until = time.monotonic() + PATIENCE
        while text not in self.written and time.monotonic() < until:
            if select([self.descriptor], [], [], 0.1)[0]:
                with suppress(OSError):  # at the end
                    self.written += os.read(self.descriptor, 65536).decode(errors="replace")
        assert text in self.written

    def close(self) -> None:
        self.program.kill()
        self.program.wait()
        os.close(self.descriptor)


@contextmanager
def playing(folder: Path, term: str) -> Iterator[Terminal]:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": term, "GUMSHOE_DATABASE": f"sqlite:///{folder / 'quiz.db'}"}
    command = [sys.executable, "-m", "bot", "play", "--rounds", "2", "--seed", "4"]
    program = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    with closing(Terminal(program, ours)) as terminal:
        yield terminal


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_screen_back_and_leaves_the_result(tmp_path: Path, number: signal.Signals) -> None:
    with playing(tmp_path, "xterm") as terminal:
        terminal.read_until("Question 1 of 2")
        assert FULL_SCREEN in terminal.written
        terminal.program.send_signal(number)
        terminal.read_until("Your total: ")
        _, _, after = terminal.written.rpartition(USUAL_SCREEN)
        assert "Your score: 0 points" in after
        assert terminal.program.wait(PATIENCE) == 128 + number


def test_a_dumb_terminal_gets_plain_lines(tmp_path: Path) -> None:
    with playing(tmp_path, "dumb") as terminal:
        terminal.read_until("Question 1 of 2")
        os.write(terminal.descriptor, b"/quit\n")
        terminal.read_until("Your total: ")
        assert "\x1b" not in terminal.written
        assert terminal.program.wait(PATIENCE) == 0
