"""Reporting a problem at a reveal, and what quizmasters see and do about it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import discord
from discord import SelectOption, ui

from bot.store.authoring import Complaint, ReportReason
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.views.components import IdButton
from bot.views.layout import WRONG, card
from bot.views.text import clip, safe_line

REPORT = re.compile(r"r:report:(?P<game>[\w-]{1,40}):(?P<round>\d{1,2})", re.A)
REPORT_FORM = re.compile(r"r:form:(?P<game>[\w-]{1,40}):(?P<round>\d{1,2})", re.A)
COMPLAINT = re.compile(r"r:open:(?P<key>\d{1,12}):(?P<act>mend|retire|dismiss|skip)", re.A)
CORRECTING = re.compile(r"r:(?P<form>mend|retire):(?P<key>\d{1,12})", re.A)
NOTE_LIMIT, VALUE_LIMIT, LABEL_LIMIT, MOST = 200, 100, 100, 25
PROMPT_SHOWN, ANSWER_SHOWN, STATEMENT_SHOWN = 300, 200, 300


def report_button(texts: Texts, game: str, round: int) -> IdButton:
    """Below every reveal."""
    return IdButton(label=texts("button-report"), custom_id=f"r:report:{game}:{round}")


def report_form(texts: Texts, game: str, round: int) -> ui.Modal:
    """Asks what is the matter."""
    form = _form(texts("report-title"), f"r:form:{game}:{round}")
    options = [SelectOption(label=texts(reason), value=reason.value) for reason in ReportReason]
    reasons = ui.Select[Any](custom_id="reason", options=options, required=True)
    form.add_item(ui.Label(text=texts("report-reason"), component=reasons))
    note = ui.TextInput[ui.Modal](
        custom_id="note", style=discord.TextStyle.paragraph, required=False, max_length=NOTE_LIMIT
    )
    form.add_item(ui.Label(text=texts("report-note"), description=texts("report-note.about"), component=note))
    return form


def complaint_card(
    texts: Texts, said: str, complaint: Complaint, facts: Sequence[str], place: int, count: int
) -> ui.LayoutView:
    """A question that was reported, with the facts that it is made of, and what can be done about it."""
    question = complaint.question
    reasons = [texts("report-count", reason=texts(one), count=times) for one, times in complaint.reasons]
    title = texts("complaint-title", place=place, count=count, reasons=", ".join(reasons))
    asked = [
        f"{said}\n{title}" if said else title,
        f"### {safe_line(question.prompt, PROMPT_SHOWN)}",
        f"✅ {safe_line(render.right_answer(question), ANSWER_SHOWN)}",
    ]
    notes = [f"“{safe_line(note, NOTE_LIMIT)}”" for note in complaint.notes]
    made_of = [f"- {safe_line(fact, STATEMENT_SHOWN)}" for fact in facts]
    if made_of:
        made_of.insert(0, texts("complaint-facts"))
    styles = {"mend": discord.ButtonStyle.primary, "retire": discord.ButtonStyle.danger}
    acts = ("mend", "retire", "dismiss", *(("skip",) if count > 1 else ()))
    buttons = [
        IdButton(
            label=texts(f"complaint-{act}"),
            style=styles.get(act, discord.ButtonStyle.secondary),
            custom_id=f"r:open:{complaint.key}:{act}",
        )
        for act in acts
    ]
    return card(WRONG, ["\n".join(asked), "\n".join(notes), "\n".join(made_of)], [buttons])


def correcting_form(texts: Texts, complaint: Complaint, facts: Mapping[str, str]) -> ui.Modal:
    """Asks for another answer, or for one more form of it; of several facts also which is meant."""
    form = _form(texts("mend-title"), f"r:mend:{complaint.key}")
    _add_facts(form, texts, facts)
    for name in ("value", "alias"):
        field = ui.TextInput[ui.Modal](custom_id=name, required=False, max_length=VALUE_LIMIT)
        about = texts(f"mend-{name}.about")
        form.add_item(ui.Label(text=texts(f"mend-{name}"), description=about, component=field))
    return form


def retiring_form(texts: Texts, complaint: Complaint, facts: Mapping[str, str]) -> ui.Modal:
    """Asks which of several facts nothing is to be asked about."""
    form = _form(texts("retire-title"), f"r:retire:{complaint.key}")
    _add_facts(form, texts, facts)
    return form


def _add_facts(form: ui.Modal, texts: Texts, facts: Mapping[str, str]) -> None:
    if len(facts) > 1:
        options = [
            SelectOption(label=clip(statement, LABEL_LIMIT), value=str(at), default=not at)
            for at, statement in enumerate([*facts.values()][:MOST])
        ]
        select = ui.Select[Any](custom_id="fact", options=options, required=True)
        form.add_item(ui.Label(text=texts("mend-fact"), component=select))


def _form(title: str, id: str) -> ui.Modal:
    form = ui.Modal(title=title, custom_id=id, timeout=None)
    form.stop()  # the client is to keep no copy: what is sent tells all
    return form
