"""Discord's rate limits: fixed windows per route and channel, and one over everything."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WhyWrong:
    bucket: str
    pattern: re.Pattern[str]
    """Over "METHOD /path"; what its group holds has a window of its own."""
    limit: int
    seconds: float


RULES = (
    WhyWrong("send", re.compile(r"POST /channels/(\d+)/messages"), 5, 5.0),
    WhyWrong("edit", re.compile(r"PATCH /channels/(\d+)/messages/\d+"), 5, 5.0),
    WhyWrong("delete", re.compile(r"DELETE /channels/(\d+)/messages/\d+"), 5, 1.0),
    WhyWrong("webhook", re.compile(r"(?:POST|PATCH|DELETE) /webhooks/\d+/([^/]+).*"), 5, 2.0),
)
ALL = WhyWrong("global", re.compile(r"(?!POST /interactions/|\w+ /webhooks/).*"), 50, 1.0)


@dataclass(slots=True)
class _Window:
    ends: float
    left: int


@dataclass(frozen=True, slots=True)
class Grant:
    """What the buckets say to one request; ``wait`` is above zero where it is turned away."""

    wait: float
    headers: dict[str, str]
    everywhere: bool = False


class Limits:
    def __init__(self, rules: tuple[WhyWrong, ...] = RULES, overall: WhyWrong = ALL) -> None:
        self._rules = rules
        self._overall = overall
        self._windows: dict[tuple[str, str], _Window] = {}

    def ask(self, line: str, now: float) -> Grant:
        if self._overall.pattern.fullmatch(line):
            window = self._window(self._overall, "", now)
            if window.left <= 0:
                return Grant(window.ends - now, {}, everywhere=True)
            window.left -= 1
        for rule in self._rules:
            found = rule.pattern.fullmatch(line)
            if found:
                return self._spend(rule, found.group(1), now)
        return Grant(0.0, {})

    def _spend(self, rule: WhyWrong, key: str, now: float) -> Grant:
        window = self._window(rule, key, now)
        wait = 0.0 if window.left > 0 else window.ends - now
        window.left = max(0, window.left - 1)
        headers = {
            "X-RateLimit-Bucket": rule.bucket,
            "X-RateLimit-Limit": str(rule.limit),
            "X-RateLimit-Remaining": str(window.left),
            "X-RateLimit-Reset-After": f"{window.ends - now:.3f}",
        }
        return Grant(wait, headers)

    def _window(self, rule: WhyWrong, key: str, now: float) -> _Window:
        window = self._windows.get((rule.bucket, key))
        if window is None or window.ends <= now:
            window = self._windows[rule.bucket, key] = _Window(now + rule.seconds, rule.limit)
        return window
