"""A table of 5,000 rows and 12 columns: to its first quiz, and its memory."""

from __future__ import annotations

import subprocess
import sys
from random import Random

from tests.bench.row import Row, at_most

ROWS = 5_000
FIRST_SECONDS, DRY_SECONDS, MEBIBYTES = 3.0, 10.0, 300.0
_SYLLABLES = ("ba", "ko", "li", "mu", "ne", "ro", "sa", "ti", "vu", "ze")
_FIRST_QUIZ = """
import resource, sys
from random import Random
from time import process_time
from questions.bank import Bank, QuizRequest
from questions.interchange.tables.grid import read_grid
from questions.interchange.tables.header import split_header
from questions.interchange.tables.options import Options
from questions.interchange.tables.pack import pack_of
from questions.interchange.tables.plan import make_plan
data = sys.stdin.buffer.read()
began = process_time()
plan = make_plan(split_header(read_grid(data)), "cities", Options())
assert Bank([pack_of(plan, "cities", "cities.csv")]).draw(QuizRequest(10), Random(1))
print(process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
_DRY_RUN = """
import sys, tempfile
from pathlib import Path
from time import process_time
from bot.cli import build
from typer.testing import CliRunner
with tempfile.TemporaryDirectory() as folder:
    file = Path(folder) / "cities.csv"
    file.write_bytes(sys.stdin.buffer.read())
    began = process_time()
    assert CliRunner().invoke(build(), ["table", str(file)]).exit_code == 0
print(process_time() - began)
"""


def run() -> list[Row]:
    """Each in a process of its own, so that its memory is its own too."""
    data = _table(Random(1)).encode()
    first, memory = _measured(_FIRST_QUIZ, data)
    (dry,) = _measured(_DRY_RUN, data)
    of = f"a table of {ROWS:,} rows × 12 columns"
    return [
        at_most(f"first quiz from {of}", first, FIRST_SECONDS, 1, "s"),
        at_most(f"memory for {of}", memory, MEBIBYTES, 1, "MiB"),
        at_most(f"dry run of {of}", dry, DRY_SECONDS, 1, "s"),
    ]


def _measured(program: str, data: bytes) -> list[float]:
    done = subprocess.run([sys.executable, "-c", program], input=data, capture_output=True, check=True)
    return [float(figure) for figure in done.stdout.split()]


def _table(rng: Random) -> str:
    def name(syllables: int) -> str:
        return "".join(rng.choice(_SYLLABLES) for _ in range(syllables)).capitalize()

    regions, languages = [name(3) for _ in range(8)], [name(3) for _ in range(60)]
    headers = "City;Country;Mayor;Population;Area (km²);Founded;Languages;Is capital;Nickname;Elevation (m)"
    lines = [f"{headers};Region;Opened"]
    for _ in range(ROWS):
        day = f"{rng.randint(1, 28)}/{rng.randint(1, 12)}/{rng.randint(1000, 1990)}"
        cells = [name(4), f"{rng.choice(regions)}ia", f"{name(2)} {name(3)}"]
        cells += (
            f"{rng.randint(1000, 30_000_000):,}",
            str(rng.randint(10, 9000)),
            day,
            "| ".join(rng.sample(languages, rng.randint(1, 4))),
        )
        cells += (rng.choice(["yes", "no"]), f"the {name(2)} {name(3)}", str(rng.randint(1, 4000)))
        lines.append(";".join((*cells, rng.choice(regions), str(rng.randint(1500, 2020)))))
    return "\n".join(lines)
