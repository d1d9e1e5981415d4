"""The real program, killed at the worst moments, loses and doubles nothing that it acknowledged."""

from __future__ import annotations

from pathlib import Path

from tests.support.crash import CrashRun
from tests.support.standin import StandIn

KILLS = 20
SEED = 6


async def test_no_acknowledged_answer_is_lost_or_doubled_by_twenty_kills(
    standin: StandIn, tmp_path: Path
) -> None:
    outcome = await CrashRun(standin, tmp_path, SEED).through(KILLS)
    assert outcome.sound, f"seed {SEED}: {outcome}"
    assert outcome.kills == KILLS
    assert outcome.acknowledged > KILLS
    assert outcome.rounds > 0
