"""What a quizmaster corrects: the fact of a question, its place in a list, or what the server wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.game.events import Player
from bot.library.fact_packs import FactPacks
from bot.library.writing import MAX_ANSWERS
from bot.store.authoring import Act, AuthoredQuestion, State
from bot.store.desk import Desk
from questions.facts.corrections import (
    Change,
    Correction,
    CorrectionKind,
    FactFault,
    answer_entity,
    fact_of,
    fault_of_override,
)
from questions.generators.wording import fact_record
from questions.question import AUTHORED, Question

IMPORTED = "list:"


class Corrections:
    """Corrections of one server's, seen and made through its own view of the packs."""

    def __init__(self, desk: Desk, packs: FactPacks) -> None:
        self._desk = desk
        self._packs = packs

    async def facts(self, scope: str, question: Question) -> Mapping[str, str]:
        """The facts that a question is made of and that are still there, as sentences by their ids."""
        base = await self._packs.one(scope, question.pack) if question.facts else None
        if base is None:
            return {}
        facts = filter(None, (fact_of(base, id) for id in question.facts))
        return {fact.id: fact_record(base, fact)["statement"] for fact in facts}

    async def own(self, scope: str, question: Question) -> AuthoredQuestion | None:
        """The question where the server wrote it itself and still asks it."""
        number = own_number(scope, question)
        kept = await self._desk.question(scope, number) if number else None
        return kept if kept is not None and kept.state is State.LIVE else None

    async def can_accept(self, scope: str, question: Question) -> bool:
        """Whether one more form of the answer can be accepted."""
        if own_number(scope, question):
            kept = await self._same(scope, question)
            return kept is not None and len(kept.entry.accepted) < MAX_ANSWERS
        return await self._alias(scope, question, "?") is not None

    async def accept(self, scope: str, by: Player, question: Question, form: str, now: datetime) -> bool:
        """Accept one more form of the answer from now on; False where there is no such question any more."""
        if not own_number(scope, question):
            alias = await self._alias(scope, question, form)
            if alias is not None:
                await self._desk.correct(scope, by, alias, now)
            return alias is not None
        kept = await self._same(scope, question)
        if kept is None or form in kept.entry.accepted:
            return kept is not None
        entry = replace(kept.entry, accepted=(*kept.entry.accepted, form))
        changed = await self._desk.change(scope, kept.id, Act.EDITED, by, now, entry=entry, seen=kept.version)
        return isinstance(changed, AuthoredQuestion)

    async def _same(self, scope: str, question: Question) -> AuthoredQuestion | None:
        """The question where the server still asks it in these words."""
        kept = await self.own(scope, question)
        return kept if kept is not None and kept.entry.prompt == question.prompt else None

    async def corrections(
        self, scope: str, question: Question, fact: str, value: str, alias: str
    ) -> Sequence[Change | FactFault | None]:
        """What makes ``value`` the answer and accepts ``alias``; instead of one of them why it cannot be, or
        None where the question has no answer of that sort.
        """
        made: list[Change | FactFault | None] = []
        if value:
            made.append(await self._override(scope, question, fact, value))
        if alias:
            made.append(await self._alias(scope, question, alias, fact))
        return made

    async def _override(
        self, scope: str, question: Question, fact: str, value: str
    ) -> Change | FactFault | None:
        if question.pack.startswith(IMPORTED):
            return Correction(question.pack, CorrectionKind.OVERRIDE, listed_number(question), value)
        base = await self._packs.one(scope, question.pack)
        kept = fact_of(base, fact) if base else None
        if base is None or kept is None:
            return None
        fault = fault_of_override(base, kept, value)
        return fault or Correction(question.pack, CorrectionKind.OVERRIDE, fact, value)

    async def _alias(self, scope: str, question: Question, form: str, fact: str = "") -> Change | None:
        if question.pack.startswith(IMPORTED):
            return Correction(question.pack, CorrectionKind.ALIAS, listed_number(question), form)
        base = await self._packs.one(scope, question.pack)
        for id in (fact,) if fact else question.facts:
            kept = fact_of(base, id) if base else None
            entity = answer_entity(base, kept, question.answer.forms) if base and kept else None
            if entity is not None:
                return Correction(question.pack, CorrectionKind.ALIAS, entity.id, form)
        return None


def own_number(scope: str, question: Question) -> int:
    """The number of a question that the server wrote itself; 0 for any other."""
    number = question.id.removeprefix(f"{scope}/")
    return int(number) if question.kind == AUTHORED and number != question.id else 0


def listed_number(question: Question) -> str:
    """The number of an imported question in its pack; nothing for any other."""
    return question.id.rpartition("/")[2] if question.pack.startswith(IMPORTED) else ""
