"""The log is text, or one JSON object a line, on standard error."""

from __future__ import annotations

import json
import logging
from typing import Literal

import pytest

from bot.runtime.logs import set_up_logging

pytestmark = pytest.mark.usefixtures("root_logger")


def test_a_json_line_holds_the_message_and_the_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("INFO", "json")
    try:
        raise ValueError("boom")
    except ValueError:
        logging.getLogger("bot.somewhere").exception("it broke on\ntwo lines")
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    entry = json.loads(line)
    assert entry["logger"] == "bot.somewhere"
    assert entry["level"] == "ERROR"
    assert entry["message"] == "it broke on\ntwo lines"
    assert entry["traceback"].endswith("ValueError: boom")


def test_what_is_below_the_level_is_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("WARNING", "text")
    logging.getLogger("bot").info("quiet")
    logging.getLogger("bot").warning("loud")
    assert [line.rsplit(": ", 1)[1] for line in capsys.readouterr().err.splitlines()] == ["loud"]


DISCORD_LINES = (
    "POST https://discord.com/api/v10/interactions/11/aW50ZXJhY3Rpb246/callback with {} has returned 204",
    "PATCH https://discord.com/webhooks/7/aW50ZXJhY3Rpb246/messages/@original?wait=true has returned 200",
    "WebSocket Event: {'t': 'INTERACTION_CREATE', 'd': {'token': 'aW50ZXJhY3Rpb246', 'id': '1'}}",
    'sent {"op": 2, "d": {"token": "aW50ZXJhY3Rpb246", "intents": 513}}',
)


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("line", DISCORD_LINES)
def test_no_token_is_logged(
    capsys: pytest.CaptureFixture[str], line: str, form: Literal["text", "json"]
) -> None:
    set_up_logging("DEBUG", form)
    try:
        raise ValueError(line)
    except ValueError:
        logging.getLogger("discord.http").debug(line, exc_info=True)
    text = capsys.readouterr().err
    assert "aW50ZXJhY3Rpb246" not in text
    assert text.count("[token]") == 2
    assert line[-10:] in text.replace("\\", "")
