"""Problems that players report at a reveal, and what quizmasters do about them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from discord import Interaction, ui

from bot.cogs.drafts import Drafting
from bot.cogs.played import question_of_round
from bot.library.corrections import Corrections, listed_number, own_number
from bot.store.authoring import Act, Complaint, Outcome, ReportReason, TooMany
from bot.store.desk import Desk
from bot.texts.cleaning import one_line
from bot.views import answering
from bot.views.cards import notice_card
from bot.views.components import chosen_in, fields_of, id_of
from bot.views.errors import guarded
from bot.views.host import Saying, place_of, require_quizmaster, respond, show, texts_of
from bot.views.reports import (
    COMPLAINT,
    CORRECTING,
    NOTE_LIMIT,
    REPORT,
    REPORT_FORM,
    VALUE_LIMIT,
    complaint_card,
    correcting_form,
    report_form,
    retiring_form,
)
from questions.facts.corrections import Correction, CorrectionKind, FactFault


class Reporting:
    """The button below every reveal, and the queue of what was reported."""

    def __init__(
        self, desk: Desk, corrections: Corrections, drafting: Drafting, now: Callable[[], datetime]
    ) -> None:
        self._desk = desk
        self._corrections = corrections
        self._drafting = drafting
        self._now = now

    async def handle(self, interaction: Interaction[Any]) -> None:
        """The button of a reveal, and the buttons and forms of the queue."""
        id = id_of(interaction)
        if report := REPORT.fullmatch(id):
            form = report_form(texts_of(interaction), report["game"], int(report["round"]))
            await guarded(interaction, lambda: interaction.response.send_modal(form))
        elif sent := REPORT_FORM.fullmatch(id):
            game, round = sent["game"], int(sent["round"])
            await guarded(interaction, lambda: respond(interaction, self._report(interaction, game, round)))
        elif press := COMPLAINT.fullmatch(id):
            await guarded(interaction, lambda: self._press(interaction, int(press["key"]), press["act"]))
        elif correction := CORRECTING.fullmatch(id):
            key, what = int(correction["key"]), correction["form"]
            await guarded(interaction, lambda: self._settle_form(interaction, key, what))

    async def queue(self, interaction: Interaction[Any], after: int = 0, said: str = "") -> ui.LayoutView:
        """The complaint after the one of this key, or the first of all; above it what was ``said``."""
        scope, texts = place_of(interaction).scope, texts_of(interaction)
        complaints = await self._desk.complaints(scope)
        if not complaints:
            return notice_card("\n".join(filter(None, (said, texts("complaints-none")))))
        at = next((at for at, one in enumerate(complaints) if one.key == after), -1) + 1
        at = at if at < len(complaints) else 0
        facts = tuple((await self._corrections.facts(scope, complaints[at].question)).values())
        return complaint_card(texts, said, complaints[at], facts, at + 1, len(complaints))

    async def _report(self, interaction: Interaction[Any], game: str, round: int) -> Saying:
        texts = texts_of(interaction)
        question = await question_of_round(interaction, game, round)
        chosen = next(iter(chosen_in(interaction).get("reason", ())), "")
        if question is None or chosen not in set(ReportReason):
            return texts("no-such-game")
        note = one_line(fields_of(interaction).get("note", ""), NOTE_LIMIT)
        scope, member = place_of(interaction).scope, answering.player_of(interaction.user)
        kept = await self._desk.report(scope, member, question, ReportReason(chosen), note, self._now())
        if isinstance(kept, TooMany):
            return texts("reports-too-many", most=kept.most)
        return texts("report-thanks", count=kept)

    async def _press(self, interaction: Interaction[Any], key: int, act: str) -> None:
        await require_quizmaster(interaction)
        complaint = await self._complaint(interaction, key)
        if act == "skip" or complaint is None:
            await show(interaction, self.queue(interaction, key))
        elif act == "dismiss":
            await show(interaction, self._settled(interaction, complaint, Outcome.DISMISSED))
        elif act == "mend":
            await self._mend(interaction, complaint)
        else:
            facts = await self._corrections.facts(place_of(interaction).scope, complaint.question)
            if len(facts) > 1:
                form = retiring_form(texts_of(interaction), complaint, facts)
                await interaction.response.send_modal(form)
            else:
                await show(interaction, self._retire(interaction, complaint, next(iter(facts), "")))

    async def _mend(self, interaction: Interaction[Any], complaint: Complaint) -> None:
        scope = place_of(interaction).scope
        kept = await self._corrections.own(scope, complaint.question)
        if kept is not None:
            await self._drafting.open(interaction, f"edit-{kept.id}-{kept.version}", kept.entry)
            return
        facts = await self._corrections.facts(scope, complaint.question)
        await interaction.response.send_modal(correcting_form(texts_of(interaction), complaint, facts))

    async def _settle_form(self, interaction: Interaction[Any], key: int, what: str) -> None:
        await require_quizmaster(interaction)
        complaint = await self._complaint(interaction, key)
        if complaint is None:
            await show(interaction, self.queue(interaction, key))
            return
        facts = [*await self._corrections.facts(place_of(interaction).scope, complaint.question)]
        chosen = next(iter(chosen_in(interaction).get("fact", ())), "0")
        fact = dict(zip(map(str, range(len(facts))), facts, strict=True)).get(chosen, "")
        if what == "retire":
            await show(interaction, self._retire(interaction, complaint, fact))
            return
        fields = fields_of(interaction)
        value, alias = (one_line(fields.get(name, ""), VALUE_LIMIT) for name in ("value", "alias"))
        await show(interaction, self._correct(interaction, complaint, fact, value, alias))

    async def _correct(
        self, interaction: Interaction[Any], complaint: Complaint, fact: str, value: str, alias: str
    ) -> ui.LayoutView:
        scope, texts = place_of(interaction).scope, texts_of(interaction)
        made = await self._corrections.corrections(scope, complaint.question, fact, value, alias)
        problems = [
            texts(one) if isinstance(one, FactFault) else texts("mend-impossible")
            for one in made
            if one is None or isinstance(one, FactFault)
        ]
        if problems or not made:
            return await self.queue(interaction, 0, "\n".join(problems) or texts("mend-nothing"))
        member = answering.player_of(interaction.user)
        for change in made:
            if isinstance(change, Correction):
                await self._desk.correct(scope, member, change, self._now())
        return await self._settled(interaction, complaint, Outcome.MENDED)

    async def _retire(self, interaction: Interaction[Any], complaint: Complaint, fact: str) -> ui.LayoutView:
        scope, question = place_of(interaction).scope, complaint.question
        member, number = answering.player_of(interaction.user), own_number(scope, question)
        if number:
            await self._desk.change(scope, number, Act.REMOVED, member, self._now())
        elif target := fact or listed_number(question):  # neither where its pack is gone
            change = Correction(question.pack, CorrectionKind.RETIRE, target)
            await self._desk.correct(scope, member, change, self._now())
        return await self._settled(interaction, complaint, Outcome.RETIRED)

    async def _settled(
        self, interaction: Interaction[Any], complaint: Complaint, outcome: Outcome
    ) -> ui.LayoutView:
        scope, member = place_of(interaction).scope, answering.player_of(interaction.user)
        await self._desk.settle(scope, complaint.key, member, outcome, self._now())
        return await self.queue(interaction, 0, texts_of(interaction)(outcome))

    async def _complaint(self, interaction: Interaction[Any], key: int) -> Complaint | None:
        complaints = await self._desk.complaints(place_of(interaction).scope)
        return next((one for one in complaints if one.key == key), None)
