"""A line of the bench: what we reach, beside a limit that was measured in the same run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """``ratio`` is ours over the limit; ``goal`` is in words, empty for a mere figure."""

    name: str
    ours: float
    limit: float | None
    ratio: float | None
    goal: str
    holds: bool
    unit: str


def at_least(name: str, ours: float, limit: float, goal: float, unit: str) -> Row:
    """More is better: ours must reach ``goal`` times the limit."""
    return Row(name, ours, limit, ours / limit, f"at least {goal:g} of the limit", ours >= goal * limit, unit)


def at_most(name: str, ours: float, limit: float, goal: float, unit: str) -> Row:
    """Less is better: ours may be ``goal`` times the limit."""
    return Row(name, ours, limit, ours / limit, f"at most {goal:g} of the limit", ours <= goal * limit, unit)


def figure(name: str, ours: float, unit: str) -> Row:
    """A figure without a goal."""
    return Row(name, ours, None, None, "", True, unit)
