"""The real program against the fake, with members who never rest, killed and started again and again."""

from tests.support.crash.audit import Outcome
from tests.support.crash.processes import ProcessesRun
from tests.support.crash.run import CrashRun

__all__ = ["CrashRun", "Outcome", "ProcessesRun"]
