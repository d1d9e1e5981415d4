from __future__ import annotations

import pytest

from questions.judging.judge import Context, prepare
from questions.judging.known import KnownNames
from questions.judging.verdict import Mark
from questions.question import Answer, AnswerType

PACK = KnownNames.of(["Ada Orr", "Bea Orr", "Cy Marlin", "Cyril Marlen", ""])


def test_names_prepared_once_serve_all_questions_of_a_pack() -> None:
    ada = prepare(Answer("Ada Orr", AnswerType.PERSON), names=PACK)
    marlin = prepare(Answer("Cy Marlin", AnswerType.PERSON), names=PACK)
    assert ada.judge("Orr").mark is Mark.CLOSE
    assert ada.judge("Bea Orr").mark is Mark.WRONG
    assert marlin.judge("Marlin").correct
    assert marlin.judge("Marlen").mark is Mark.WRONG


def test_the_names_of_the_answer_itself_do_not_count_against_it() -> None:
    answer = Answer("Ada Orr", AnswerType.PERSON, ("Ada Orr", "Bea Orr"))
    assert prepare(answer, names=PACK).judge("Orr").correct


@pytest.mark.parametrize("guess", ["Cyril Marlen", "cyril marlen!", "Marlen, Cyril"])
def test_another_name_of_the_pack_is_wrong_however_near_it_lies(guess: str) -> None:
    answer = Answer("Cyril Marlin", AnswerType.PERSON)
    assert prepare(answer, Context(known=("Cyril Marlen",))).judge(guess).mark is Mark.WRONG
    assert prepare(answer).judge(guess).correct
