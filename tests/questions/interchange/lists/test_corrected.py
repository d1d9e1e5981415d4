from __future__ import annotations

from questions.facts.corrections import Correction, CorrectionKind
from questions.interchange.lists import CorrectedEntries, Entry, Kept

ANN, BOB = Entry("Who?", ("Ann",), ("Eve", "Bob")), Entry("Which two?", parts=(("a",), ("b",)))


def shown(*corrections: Correction) -> list[Entry]:
    entries = CorrectedEntries([Kept(1, ANN), Kept(2, BOB)], corrections)
    assert len(entries) == 2
    assert [kept.entry for kept in entries[:]] == [kept.entry for kept in entries]
    return [kept.entry for kept in entries]


def test_a_correction_changes_the_question_of_its_number_alone() -> None:
    alias = Correction("list:1", CorrectionKind.ALIAS, "1", "Anna")
    assert shown(alias)[0].accepted == ("Ann", "Anna")
    assert shown(alias)[1] == BOB
    assert shown(alias, alias)[0].accepted == ("Ann", "Anna")


def test_another_answer_takes_the_place_of_all_forms_and_is_no_wrong_choice() -> None:
    (entry, _) = shown(Correction("list:1", CorrectionKind.OVERRIDE, "1", "bob"))
    assert (entry.accepted, entry.wrong) == (("bob",), ("Eve",))


def test_what_must_be_named_in_parts_stays_as_it_is() -> None:
    assert shown(Correction("list:1", CorrectionKind.ALIAS, "2", "c"))[1] == BOB
