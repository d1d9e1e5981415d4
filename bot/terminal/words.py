"""What the terminal says, as lines of plain text: for the full screen and for the plain lines alike."""

from __future__ import annotations

from bot.game.events import AnswerLocked, GameEnded, HintGiven, RoundClosed
from bot.game.game import Game
from bot.game.summary import Summary
from bot.store.records import PlayerBest
from bot.texts import render
from bot.texts.catalogue import Texts
from questions.question import Question


def heading(texts: Texts, game: Game, round: int) -> str:
    """Which question of how many, its topic and its level."""
    return render.heading(texts, round, len(game.questions), game.questions[round - 1])


def asked(question: Question) -> str:
    """The prompt, with the link to its picture and the first clue where there are such."""
    picture = (question.picture,) if question.picture else ()
    things = question.arrangement.lines() if question.arrangement else ()
    lines = (f"  {letter}. {text}" for letter, text in things)
    return "\n".join((question.prompt, *lines, *picture, *question.clues[:1]))


def verdict(texts: Texts, closed: RoundClosed, question: Question, answer: AnswerLocked | None) -> str:
    """Right, wrong or too late, with the points."""
    award = next(iter(closed.awards), None)
    if award is None or answer is None:
        return texts("no-answer", reason=texts(closed.reason))
    if award.correct:
        return texts("right", award=render.award_points(texts, award))
    return texts("not-right", guess=render.guess_text(question, answer.guess))


def reveal(texts: Texts, question: Question) -> list[str]:
    """The right answer, the fact, and where it is written."""
    lines = [texts("terminal-answer", answer=render.right_answer(question))]
    lines += filter(None, [question.statement])
    if sources := render.sources(texts, question):
        lines.append(texts("terminal-source", source=sources))
    return lines


def hint(texts: Texts, given: HintGiven, question: Question) -> str:
    """A hint in words: letters or a clue, or the choices that it takes away."""
    if question.clues:
        return given.text
    return texts("hint-text", hint=render.hint_text(texts, given))


def result(texts: Texts, ended: GameEnded, best: PlayerBest) -> list[str]:
    """The score of the quiz, and the player's best and total."""
    scores = [texts("your-score", score=render.score(texts, standing)) for standing in ended.standings]
    return [
        render.ending(texts, ended),
        *(scores or [texts("your-score", score=texts("points", count=0))]),
        texts("your-best", count=best.best_game),
        texts("your-total", count=best.total, quizzes=best.games),
    ]


def missed(texts: Texts, summary: Summary, player: int) -> list[str]:
    """The questions that the player did not have right, with their answers; none where all were."""
    wrong = [
        question
        for question, mark in zip(summary.questions, summary.marks(player), strict=True)
        if mark is not True
    ]
    lines = [texts("terminal-missed")] if wrong else []
    for question in wrong:
        lines.append(f"- {question.prompt.splitlines()[0]}")
        lines.append(f"  {texts('terminal-answer', answer=render.right_answer(question))}")
    return lines


def own_score(texts: Texts, game: Game) -> str:
    """The points of the one who plays here."""
    return texts("points", count=sum(row.points for row in game.standings))


def shortage(texts: Texts, questions: tuple[Question, ...], requested: int) -> str | None:
    """What to say where there are fewer questions than were asked for."""
    available = len(questions)
    return texts("shortage", requested=requested, available=available) if available < requested else None


def named(question: Question, word: str) -> int | None:
    """The choice of a letter or a number."""
    for index in range(len(question.choices)):
        if word.casefold() in (render.letter(index).casefold(), str(index + 1)):
            return index
    return None


def chosen(question: Question, line: str) -> int | None:
    """The choice that a line names: by its text, its letter or number, or the beginning of its text alone."""
    word = line.strip().casefold()
    texts = [choice.text.casefold() for choice in question.choices]
    if word in texts:
        return texts.index(word)
    begun = [index for index, text in enumerate(texts) if word and text.startswith(word)]
    index = named(question, word)
    return begun[0] if index is None and len(begun) == 1 else index


def how_to_type(texts: Texts, question: Question) -> str:
    """What to type where there is nothing to choose."""
    if question.arrangement is None:
        return texts("type-here")
    return texts("type-pairs" if question.arrangement.partners else "type-order")
