"""Columns of yes and no."""

from __future__ import annotations

import re
from dataclasses import dataclass

from questions.grammar.english import indefinite
from questions.interchange.tables.nouns import is_plural
from questions.interchange.tables.wording import RowNoun, Wording, spoken

_AGENT = re.compile(
    r"(?:member|winner|island|republic|monarchy|carnivore|herbivore|omnivore|mammal|democracy|metal|gas|champion|state|"
    r"site|park|capital|city|volcano|sequel|remake|classic|hit|king|queen|doctor|lawyer|veteran|father|mother|twin|"
    r"predator|language|country|planet|bird|fish|fruit|vegetable)$"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class YesNo:
    """The two values of a column of yes and no as they stand behind the verb, and its templates."""

    yes: str
    no: str
    wording: Wording


def yes_no_wording(header: str, row: RowNoun) -> YesNo:
    """ "Is landlocked" -> "is landlocked", "is not landlocked"."""
    text = spoken(header.strip("? "))
    first, _, rest = text.partition(" ")
    verb, what = first, rest
    plural_verb = {"is": "are", "was": "were", "has": "have", "can": "can", "had": "had"}
    if first not in plural_verb or not rest:
        last = text.split()[-1]
        if is_plural(last):
            verb, what = "has", text
        else:
            verb, what = "is", indefinite(text, {}) if _AGENT.search(text) else text
    many = plural_verb[verb]
    yes, no = what, f"no {re.sub(r'^(?:an?|the) ', '', what)}" if verb in ("has", "had") else f"not {what}"
    templates = {
        "statement": f"{{subject}} {verb} {{object}}.",
        "subject_trait": f"{verb} {{object}}",
        "ask_all_subjects": f"Which {row.plural} on our list {many} {{object}}?",
        "ask_count_subjects": f"How many {row.plural} on our list {many} {{object}}?",
    }
    if _AGENT.search(text) and verb == "is":
        del templates["ask_all_subjects"], templates["ask_count_subjects"]
    return YesNo(yes, no, Wording(templates, "fact", "facts", interest=2))
