"""The log is text, or one JSON object a line, on standard error."""

from __future__ import annotations

import json
import logging

import pytest

from bot.logs import set_up_logging

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
