"""The PostgreSQL that tests run on."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
from tests.support.postgres import server
with server() as postgres:
    print(postgres.folder, flush=True)
    input()
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_no_server_outlives_its_tests(how: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    folder = Path(process.stdout.readline().strip())
    assert (folder / "data" / "postmaster.pid").exists()
    process.send_signal(how)
    process.communicate(
        timeout=60
    )  # ends with the last process that holds its output: the one that cleans up
    assert not folder.exists()
