"""Each end of each fact asked for outright, whether or not a quiz would ask it so."""

from __future__ import annotations

from questions.generators.outright import OutrightQuestions
from tests.support.fact_bases import base, fact, relation

MADE = relation("made", ask_object="Which film did {subject} make?", ask_subject="Who made {object}?")
BORN = relation("born", "{subject} was born.", object="date", ask_object="When was {subject} born?")


def test_each_end_of_a_fact_is_asked_for_with_all_forms_of_its_answer() -> None:
    facts = OutrightQuestions(base([MADE, BORN], [fact("ada", "made", "dusk"), fact("ada", "born", "1960")]))
    assert len(facts) == 4
    assert {(one.prompt, one.answer.forms) for one in facts if one.prompt} == {
        ("Which film did Ada make?", ("Dusk",)),
        ("Who made Dusk?", ("Ada",)),
        ("When was Ada born?", ("1960",)),
    }
