"""What holds for every answer and every guess."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.facts.load import load_pack
from questions.facts.model import Entity, FactBase
from questions.judging.judge import Context, judge, prepare
from questions.judging.known import KnownNames
from questions.judging.verdict import Mark
from questions.question import Answer, AnswerType
from tests.questions.judging.table import Entry, entries

JESSICA = Path(__file__).parents[3] / "seeds" / "jessica_jones"
ENTRIES = entries()
ANY_TEXT = st.text(max_size=60)
ANY_TYPE = st.sampled_from(AnswerType)


@given(ANY_TEXT, ANY_TEXT, ANY_TYPE, ANY_TEXT)
def test_judging_is_total(form: str, guess: str, kind: AnswerType, prompt: str) -> None:
    verdict = judge(Answer(form, kind), guess, Context(prompt, known=(guess[::-1],)))
    assert verdict.mark in Mark
    assert verdict.reason


@given(ANY_TEXT, ANY_TEXT)
def test_every_answer_line_can_be_read(line: str, guess: str) -> None:
    assert judge(Answer(line, AnswerType.UNKNOWN, line=line), guess).mark in Mark


@given(st.text(alphabet='<>/bu[](){}*_"“”;, orpmtacenfd', max_size=80))
def test_every_broken_answer_line_can_be_read(line: str) -> None:
    assert judge(Answer(line, AnswerType.UNKNOWN, line=line), "or").mark in Mark


@given(
    st.lists(ANY_TEXT.filter(lambda text: any(c.isalnum() and c.isascii() for c in text)), min_size=1),
    ANY_TYPE,
)
def test_every_accepted_form_is_correct(forms: list[str], kind: AnswerType) -> None:
    prepared = prepare(Answer(forms[0], kind, tuple(forms)))
    for form in forms:
        assert prepared.judge(form).correct, (form, prepared.judge(form))


@given(st.text(min_size=1, max_size=40))
def test_a_refused_form_is_never_right(form: str) -> None:
    assert not judge(Answer("Paris", AnswerType.TEXT, refused=(form,)), form).correct


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_case_spacing_and_unicode_form_do_not_count(entry: Entry) -> None:
    prepared = entry.prepared()
    for guess, mark in entry.judged:
        for other in (
            guess.lower() if "ß" not in guess else guess,
            guess.upper(),
            f"  {guess}\t",
            guess.replace(" ", "   "),
            unicodedata.normalize("NFC", guess),
            unicodedata.normalize("NFD", guess),
        ):
            assert prepared.judge(other).mark is mark, (guess, other)


@given(guess=st.text(max_size=30))
def test_unicode_form_does_not_count_for_any_guess(guess: str) -> None:
    prepared = prepare(Answer("Ångström", AnswerType.UNKNOWN, ("Ångström", "Å")))
    composed = prepared.judge(unicodedata.normalize("NFC", guess))
    assert composed == prepared.judge(unicodedata.normalize("NFD", guess))


@settings(max_examples=30)
@given(st.text(min_size=1, max_size=6), st.integers(400, 2000))
def test_a_very_long_guess_is_an_answer_that_is_wrong(piece: str, times: int) -> None:
    assert not judge(Answer("Lake Tovana", AnswerType.PLACE), (piece + " x") * times).correct


SAYINGS = (
    "I think it's {}", "is it {}?", "{}, please", "the answer is {}", "{} i think", "um, {}", "maybe {}?",
    "{}, right?", "“{}”...", "I believe it is {}", "My answer is {}.", "hmm... {}", "{} (final answer)",
    "I'm not sure but {}",
)  # fmt: skip
LISTS = (
    "{} or {}",
    "{}; {}",
    "{}\n{}",
    "either {} or {}",
    "{} and {}",
    "{}, {}",
    "{}? {}?",
    "{} {}",
    "{} / {}",
)


def _is_in_words(entry: Entry) -> bool:
    forms = entry.answer.accepted
    return any(map(str.isalnum, "".join(forms[:1]))) and not entry.answer.parts and forms[0] != "Maybe"


@pytest.mark.parametrize("entry", [e for e in ENTRIES if _is_in_words(e)], ids=lambda entry: entry.name)
def test_sayings_around_an_answer_do_not_count_and_a_second_guess_does(entry: Entry) -> None:
    form = entry.answer.accepted[0]
    prepared = entry.prepared()
    assert [saying for saying in SAYINGS if not prepared.judge(saying.format(form)).correct] == []
    untyped = entry.answer.type is AnswerType.UNKNOWN and not entry.answer.line
    lists = [
        both for both in LISTS if both != "{} {}" or not untyped
    ]  # "Red Quillfeather" may be its whole name
    assert [both for both in lists if prepared.judge(both.format(form, "Quillfeather")).correct] == []
    turned = [both for both in LISTS if both != "{} {}"]  # "Quillfeather Madonna" may be her whole name
    assert [both for both in turned if prepared.judge(both.format("Quillfeather", form)).correct] == []


OWN = {
    "person": (
        "Ada Marsh",
        "Ada Marshall",
        "Adam Marsh",
        "Bela Orr",
        "Bella Orr",
        "Cato Orr",
        "Henry II",
        "Henry III",
    ),
    "place": (
        "Upper Wick",
        "Lower Wick",
        "Wick",
        "New Wick",
        "Wickham",
        "Lake Orran",
        "Mount Orran",
        "Orran City",
    ),
    "title": (
        "The Well",
        "The Wall",
        "The Well II",
        "The Well: Deep Water",
        "AKA Wells",
        "AKA 12 Wells",
        "Wellness",
    ),
    "text": ("red kite", "red knight", "black kite", "kite", "first mate", "second mate", "amide", "amine"),
}


@pytest.mark.parametrize("kind", OWN)
def test_no_name_of_a_made_up_pack_is_taken_for_another(kind: str) -> None:
    names = KnownNames.of(OWN[kind])
    for name in OWN[kind]:
        prepared = prepare(Answer(name, AnswerType(kind)), names=names)
        assert prepared.judge(name).correct
        taken = [other for other in OWN[kind] if other != name and prepared.judge(other).correct]
        assert not taken, (name, taken)


@pytest.fixture(scope="module")
def jessica() -> FactBase:
    return load_pack(JESSICA)


def test_every_name_in_the_seed_pack_is_right_for_its_entity(jessica: FactBase) -> None:
    names = KnownNames.of(name for entity in jessica.entities.values() for name in entity.names)
    for entity in jessica.entities.values():
        prepared = prepare(_answer(jessica, entity), names=names)
        assert [name for name in entity.names if not prepared.judge(name).correct] == []


def test_no_name_in_the_seed_pack_is_right_for_another_entity_of_its_kind(jessica: FactBase) -> None:
    for kind, members in jessica.by_kind.items():
        names = KnownNames.of(name for entity in members for name in entity.names)
        for entity in members:
            prepared = prepare(_answer(jessica, entity), names=names)
            own = {name.casefold() for name in entity.names}
            others = [
                n for other in members if other is not entity for n in other.names if n.casefold() not in own
            ]
            assert [name for name in others if prepared.judge(name).correct] == [], (kind, entity.name)


def _answer(pack: FactBase, entity: Entity) -> Answer:
    return Answer(entity.name, pack.kinds[entity.kind].type, entity.names)
