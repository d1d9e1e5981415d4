"""Every text of a player's is in every catalogue, its code is used, and it is given its parameters."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

import bot
from bot.game.events import CloseReason, EndReason, Refusal
from bot.library.wording import Shape, WordingFault
from bot.store.authoring import Outcome, ReportReason
from bot.store.board_records import Measure
from bot.store.question_records import Order
from bot.store.records import Period
from bot.texts.catalogue import TextError, Texts, code_of
from questions.facts.corrections import FactFault
from questions.judging.verdict import CLOSE, Reason
from tests.support.texts import LANGUAGES, TEXTS

BOT = Path(bot.__file__).parent
MODULES = sorted(BOT.rglob("*.py"))
ORDERS = (Measure.POINTS, Measure.WINS, Measure.ACCURACY, Measure.STREAK)
MEMBERS: tuple[Enum, ...] = (*Refusal, *CloseReason, *EndReason, *Period, *sorted(CLOSE), Reason.NO_NUMBER)
MEMBERS += (*ReportReason, *Outcome, *FactFault, *WordingFault, *Shape, *ORDERS, *Order)
"""The members of enumerations that are codes."""

PREFIXES = (
    "command-",
    "option-",
    "permission-",
    "question-form-",
    "relation-form-",
    "draft-",
    "review-",
    "state-",
    "act-",
    "complaint-",
    "mend-",
    "appeal-",
    "change-",
    "setting-",
    "settings-",
    "help-",
    "team-",
    "allowed-",
    "daily-board-",
    "daily-period-",
    "past-",
    "stats-rank-",
    "kind-",
    "achievement-",
    "how-",
)
"""Of codes that are put together from what they are of; test_commands looks at those of the commands."""

SPOKEN = ("views", "cogs", "stage", "terminal")
"""The rooms where something is said to players."""


NOT_WORDS = {
    **dict.fromkeys(
        ("all time", "last week", "last month", "last year", "best streak", "this server"), "on the wire"
    ),
    **dict.fromkeys(
        (
            "worst first",
            "most skipped",
            "most often wrong",
            "choices never taken",
            "most reported",
        ),
        "on the wire",
    ),
    "new thread": "another",
    "direct messages": "another",
    "left out ": "names a message",
    "Gumshoe": "a name",
    "Red": "a name",
}


class Parameters(Visitor):
    """The parameters of a pattern, and the messages that it refers to."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 - fluent's name
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: fluent.MessageReference) -> None:  # noqa: N802 - fluent's name
        self.messages.add(node.id.name)


class Words(Visitor):
    """The words of a pattern, without its parameters."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def visit_TextElement(self, node: fluent.TextElement) -> None:  # noqa: N802 - fluent's name
        self.words.append(node.value)


def parameters(texts: Texts, code: str) -> frozenset[str]:
    visitor = Parameters()
    visitor.visit(texts.patterns[code])
    return frozenset(visitor.names).union(*(parameters(texts, other) for other in visitor.messages))


def referred(texts: Texts) -> set[str]:
    visitor = Parameters()
    for pattern in texts.patterns.values():
        visitor.visit(pattern)
    return visitor.messages


def calls() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Every call of ``texts`` with codes in so many words: where, which, with which parameters."""
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            if re.fullmatch(r"(.*\.)?_?texts|(texts_of|server_texts)\(.*\)", ast.unparse(node.func)) is None:
                continue
            for code in literals(node.args[0]):
                given = frozenset(keyword.arg or "" for keyword in node.keywords)
                yield f"{module.relative_to(BOT)}:{node.lineno}", code, given


def literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _source(texts: Texts, code: str) -> str:
    """A pattern as it is written, without its parameters."""
    visitor = Words()
    visitor.visit(texts.patterns[code])
    return " ".join(visitor.words)


def words_in(module: Path) -> Iterator[str]:
    """The strings in the code that read like words for people: not docstrings, log lines, errors or codes."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        silent = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        silent = silent or isinstance(node, ast.Raise | ast.Assert)
        silent = silent or (isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("log.", "re.")))
        silent = silent or (isinstance(node, ast.keyword) and node.arg == "name")  # of a task
        if silent:
            for inner in ast.walk(node):
                if isinstance(inner, ast.Constant):
                    inner.value = None
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = re.sub(r"[\w-]*:[\w:-]*", "", node.value)
            if text not in NOT_WORDS and re.search(r"[^\W\d_]{2,} +[^\W\d_]{2,}|^[A-Z][a-z]{2,}$", text):
                yield f"{module.relative_to(BOT)}:{node.lineno}: {node.value}"


@pytest.mark.parametrize("texts", LANGUAGES.all, ids=lambda texts: texts.language)
def test_a_catalogue_is_well_formed_and_says_nothing_twice(texts: Texts) -> None:
    entries = [entry for resource in texts.resources for entry in resource.body]
    assert [entry.content for entry in entries if isinstance(entry, fluent.Junk)] == []
    names = [entry.id.name for entry in entries if isinstance(entry, fluent.Message)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("texts", LANGUAGES.all, ids=lambda texts: texts.language)
def test_every_language_has_the_same_codes_with_the_same_parameters(texts: Texts) -> None:
    expected = {code: parameters(TEXTS, code) for code in TEXTS.patterns}
    assert {code: parameters(texts, code) for code in texts.patterns} == expected


LIMITS = {
    r"command-.*": 100,
    r"option-.*": 100,
    r"question-form-.*about|setting-.*about": 100,
    r"question-form-(?!lost)[^.]*|answer-form-.*|setting-[^.]*|settings-(who|quiz|language)": 45,
    r"button-.*|help-.*button|settings-(reset|reset-all|keep)": 40,
}
"""How long Discord lets descriptions and labels be; 80 for a button, but a phone shows no more than 40."""


@pytest.mark.parametrize("texts", LANGUAGES.all, ids=lambda texts: texts.language)
@pytest.mark.parametrize(("codes", "limit"), LIMITS.items())
def test_labels_and_descriptions_keep_to_the_limits_of_discord(texts: Texts, codes: str, limit: int) -> None:
    those = [code for code in texts.patterns if re.fullmatch(codes, code)]
    assert those
    long = {code for code in those if len(texts(code, **dict.fromkeys(parameters(texts, code), 25))) > limit}
    assert long == set()


@pytest.mark.parametrize(
    ("language", "points", "day", "month"),
    [
        ("en", ("0 points", "1 point", "1,200 points"), "14 June 2019", "June 2019"),
        ("de", ("0 Punkte", "1 Punkt", "1.200 Punkte"), "14. Juni 2019", "Juni 2019"),
    ],
)
def test_plurals_numbers_and_dates_are_those_of_the_language(
    language: str, points: tuple[str, ...], day: str, month: str
) -> None:
    texts = LANGUAGES.best(language)
    assert tuple(texts("points", count=count) for count in (0, 1, 1200)) == points
    assert (texts.day("2019-06-14"), texts.day("2019-06"), texts.day("2019")) == (day, month, "2019")


def test_a_catalogue_of_another_language_is_translated_throughout() -> None:
    for texts in LANGUAGES.all:
        if texts is not TEXTS:
            same = {code for code in TEXTS.patterns if _source(texts, code) == _source(TEXTS, code)}
            assert {code for code in same if re.search(r"[a-z]{3}", _source(TEXTS, code))} == set()


def test_every_call_names_a_text_and_gives_it_its_parameters() -> None:
    for where, code, given in calls():
        assert code in TEXTS.patterns, f"{where}: no text {code}"
        assert given == parameters(TEXTS, code), f"{where}: {code}"


@pytest.mark.parametrize("member", MEMBERS, ids=code_of)
def test_every_member_of_an_enumeration_that_is_shown_has_a_text(member: Enum) -> None:
    assert TEXTS(member, **dict.fromkeys(parameters(TEXTS, code_of(member)), 2))


def test_no_text_is_left_that_nothing_uses() -> None:
    used = {code for _, code, _ in calls()} | referred(TEXTS)
    used |= {code_of(member) for member in MEMBERS}
    used |= {
        node.value
        for node in ast.walk(ast.parse((BOT / "views" / "errors.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    left = {code for code in TEXTS.patterns if not code.startswith(PREFIXES)} - used
    assert left == set()


@pytest.mark.parametrize(
    "module",
    [module for module in MODULES if module.relative_to(BOT).parts[0] in SPOKEN],
    ids=lambda module: module.relative_to(BOT).as_posix(),
)
def test_nothing_is_said_to_players_outside_the_catalogues(module: Path) -> None:
    assert list(words_in(module)) == []


def test_an_unknown_code_and_a_missing_parameter_are_errors() -> None:
    with pytest.raises(TextError, match="no text nonsense"):
        TEXTS("nonsense")
    with pytest.raises(TextError, match=r"no text command-quiz-start\.nonsense"):
        TEXTS("command-quiz-start.nonsense")
    with pytest.raises(TextError, match="rounds"):
        TEXTS("question-heading", round=1)


def test_a_value_that_is_longer_than_fluent_takes_is_cut() -> None:
    assert TEXTS("locked-in", guess="x" * 5000).startswith("Locked in: xxx")


def test_a_value_is_never_read_as_markup_of_the_catalogue() -> None:
    assert TEXTS("hint-text", hint="{ $hint } { points }") == "Hint: { $hint } { points }"


@pytest.mark.parametrize(
    ("locale", "language"), [("en-US", "en"), ("en_GB", "en"), ("de-AT", "de"), ("xx", "en"), ("", "en")]
)
def test_a_reader_gets_their_language_or_english(locale: str, language: str) -> None:
    assert LANGUAGES.best(locale).language == language
