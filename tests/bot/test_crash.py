"""The real program, killed at the worst moments, loses and doubles nothing that it acknowledged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.crash import CrashRun
from tests.support.crash.modes import Mode
from tests.support.fake_discord import FakeDiscord

KILLS = 10


@pytest.mark.parametrize("seed", [6, 7])
async def test_no_acknowledged_answer_is_lost_or_doubled_by_ten_kills(
    fake: FakeDiscord, tmp_path: Path, seed: int
) -> None:
    outcome = await CrashRun(fake, tmp_path, seed).through(KILLS)
    assert outcome.sound, f"seed {seed}: {outcome}"
    assert outcome.kills == KILLS
    assert outcome.acknowledged > KILLS
    assert outcome.rounds > outcome.dailies > 0
    assert outcome.modes.keys() == set(Mode)
