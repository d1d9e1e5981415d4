"""What the terminal says, as lines of plain text: for the full screen and for the plain lines alike."""

from __future__ import annotations

from bot import render
from bot.game.events import AnswerLocked, GameEnded, HintGiven, RoundClosed
from bot.game.game import Game
from bot.store.records import PlayerBest
from questions.question import Question


def heading(game: Game, round: int) -> str:
    """Which question of how many, its topic and its level."""
    return render.heading(round, len(game.questions), game.questions[round - 1])


def asked(question: Question) -> str:
    """The prompt, with the first clue where there are clues."""
    return "\n".join((question.prompt, *question.clues[:1]))


def verdict(closed: RoundClosed, question: Question, answer: AnswerLocked | None) -> str:
    """Right, wrong or too late, with the points."""
    award = next(iter(closed.awards), None)
    if award is None or answer is None:
        return f"{render.CLOSINGS[closed.reason]}, without an answer."
    if award.correct:
        return f"Right! {render.award_points(award)}"
    return f"Not right: {render.guess_text(question, answer.guess)}"


def reveal(question: Question) -> list[str]:
    """The right answer, the fact, and where it is written."""
    lines = [f"Answer: {render.right_answer(question)}", question.statement]
    if sources := render.sources(question):
        lines.append(f"Source: {sources}")
    return lines


def hint(given: HintGiven, question: Question) -> str:
    """A hint in words: letters or a clue, or the choices that it takes away."""
    if question.clues:
        return given.text
    if given.removed:
        return f"Hint: not {', not '.join(render.letter(choice) for choice in sorted(given.removed))}"
    return f"Hint: {render.hint_text(given)}"


def result(ended: GameEnded, best: PlayerBest) -> list[str]:
    """The score of the quiz, and the player's best and total."""
    lines = [render.ending(ended)]
    lines += [f"Your score: {render.score(standing)}" for standing in ended.standings] or [
        "Your score: 0 points"
    ]
    games = render.counted(best.games, "quiz", "quizzes")
    lines.append(f"Your best: {render.counted(best.best_game, 'point')}")
    lines.append(f"Your total: {render.counted(best.total, 'point')} in {games}")
    return lines


def shortage(questions: tuple[Question, ...], requested: int) -> str | None:
    """What to say where there are fewer questions than were asked for."""
    return render.fewer(requested, len(questions)) if len(questions) < requested else None


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
