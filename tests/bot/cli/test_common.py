"""What several commands share."""

from __future__ import annotations

import pytest

from bot.cli.common import health_url


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:80/healthz"),
        ("0.0.0.0", "http://127.0.0.1:80/healthz"),
        ("::", "http://[::1]:80/healthz"),
        ("fe80::1", "http://[fe80::1]:80/healthz"),
    ],
)
def test_a_bot_is_asked_where_it_listens_and_on_loopback_where_that_is_everywhere(
    host: str, url: str
) -> None:
    assert health_url(host, 80) == url
