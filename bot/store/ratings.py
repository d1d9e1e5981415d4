"""What became of each question, and the ratings of questions and players."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Engine, bindparam, select
from sqlmodel import col

from bot.game.events import CloseReason, RoundClosed
from bot.game.rating import (
    SETTLED,
    Estimate,
    blind_chance,
    corrected,
    first_estimate,
    level_by_play,
    updated,
)
from bot.store import choices
from bot.store.authoring_tables import CorrectionRow
from bot.store.pseudonyms import SOMEBODY
from bot.store.rows import Appealed, Played, key_of
from bot.store.standing_tables import QUESTION
from bot.store.standings import Key, replacing, slices
from bot.store.totals import Row
from questions.question import Question

PROMPT_KEPT = 300


class RatingWriter:
    """The statements for questions, built once for the dialect of the engine."""

    def __init__(self, engine: Engine | Connection) -> None:
        self._question = replacing(engine, QUESTION, ("key",))
        self._of_keys = select(QUESTION).where(QUESTION.c.key.in_(bindparam("keys", expanding=True)))
        changing = col(CorrectionRow.scope).in_(bindparam("scopes", expanding=True))
        self._changing = select(col(CorrectionRow.scope)).where(changing).distinct()

    def rate(self, connection: Connection, played: Iterable[Played], standing: Mapping[Key, Row]) -> None:
        """Let the answers of games move the ratings of the questions, and of the players in their rows."""
        rounds = [
            (one.scope, one.questions[closed.round - 1], closed) for one in played for closed in one.rounds
        ]
        scopes = sorted({scope for scope, _, _ in rounds})
        own = set(connection.scalars(self._changing, {"scopes": scopes})) if scopes else ()
        rows = self._rows(connection, [(scope, question) for scope, question, _ in rounds])
        for scope, question, closed in rounds:
            row, chance = rows[key_of(question)], blind_chance(question)
            _count_round(row, closed)
            _keep_words(row, question, closed, scope if scope in own else "")
            theirs = Estimate(row["skill"], row["doubt"])
            for award in closed.awards:
                if award.player.id <= SOMEBODY:
                    continue
                player = standing[scope, award.player.id]
                mine = Estimate(player["skill"], player["doubt"])
                (player["skill"], player["doubt"]), theirs = updated(mine, theirs, award.correct, chance)
                player["rated"] += 1
            row["skill"], row["doubt"] = theirs
        self._write(connection, rows)

    def correct(
        self, connection: Connection, appealed: Sequence[Appealed], standing: Mapping[Key, Row]
    ) -> None:
        """Let answers that were taken after all move the ratings as if they had been right at once."""
        rows = self._rows(connection, [(one.scope, one.question) for one in appealed])
        for one in appealed:
            row, player = rows[key_of(one.question)], standing[one.scope, one.decided.player.id]
            estimates, chance = _estimates(player, row), blind_chance(one.question)
            row["correct"] += 1
            if one.before is None:
                row["answered"] += 1
                player["rated"] += 1
                _rate(player, row, updated(*estimates, True, chance))
            else:
                _rate(player, row, corrected(*estimates, chance))
        self._write(connection, rows)

    def _rows(self, connection: Connection, questions: Iterable[tuple[str, Question]]) -> dict[int, Row]:
        """The rows of questions by scope; new ones where they were never asked before."""
        asked = {key_of(question): (scope, question) for scope, question in questions}
        rows: dict[int, Row] = {}
        for some in slices(sorted(asked)):
            for row in connection.execute(self._of_keys, {"keys": some}).mappings():
                rows[row["key"]] = dict(row) | {"taken": choices.decode(row["taken"])}
        for key in asked.keys() - rows.keys():
            rows[key] = _new_row(key, *asked[key])
        return rows

    def _write(self, connection: Connection, rows: Mapping[int, Row]) -> None:
        for row in rows.values():
            row["taken"] = choices.encode(row["taken"])
            row["by_play"] = _by_play(row)
        if rows:
            connection.execute(self._question, [rows[key] for key in sorted(rows)])


def _estimates(player: Row, question: Row) -> tuple[Estimate, Estimate]:
    return Estimate(player["skill"], player["doubt"]), Estimate(question["skill"], question["doubt"])


def _rate(player: Row, question: Row, estimates: tuple[Estimate, Estimate]) -> None:
    for row, estimate in zip((player, question), estimates, strict=True):
        row["skill"], row["doubt"] = estimate


def _by_play(row: Row) -> int:
    """The level that players have shown; 0 as long as too few have answered."""
    if row["answered"] < SETTLED:
        return 0
    estimate = Estimate(row["skill"], row["doubt"])
    return level_by_play(row["by_play"] or row["level"], estimate, row["answered"])


def _new_row(key: int, scope: str, question: Question) -> Row:
    estimate = first_estimate(question.level)
    return {
        "key": key,
        "id": question.id,
        "pack": question.pack,
        "topic": question.topic,
        "kind": question.kind,
        "level": question.level,
        "typed": not question.choices,
        "prompt": question.prompt[:PROMPT_KEPT],
        "asked": 0,
        "skipped": 0,
        "answered": 0,
        "correct": 0,
        "seconds": 0.0,
        "skill": estimate.mean,
        "doubt": estimate.doubt,
        "taken": {},
        "by_play": 0,
        "fact": "",
        "scope": scope,
    }


def _keep_words(row: Row, question: Question, closed: RoundClosed, owner: str) -> None:
    """Keep how the question reads, and what was taken of its choices.

    ``owner`` is the server that asked it, where it has changed its packs: its words replace nobody else's.
    """
    if row["scope"] != owner:
        if owner:
            return
        row |= {"scope": owner, "taken": {}}
    row["prompt"] = question.prompt[:PROMPT_KEPT]
    row["topic"] = question.topic
    row["fact"] = next(iter(question.facts), "")
    choices.count(row["taken"], question, closed.taken)


def _count_round(row: Row, closed: RoundClosed) -> None:
    awards = closed.awards
    row["asked"] += bool(awards) or closed.reason is not CloseReason.LEFT_OUT
    row["skipped"] += closed.reason is CloseReason.SKIPPED
    row["answered"] += len(awards)
    row["correct"] += sum(award.correct for award in awards)
    row["seconds"] += sum(award.elapsed for award in awards)
