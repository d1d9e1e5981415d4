"""Holds the database against what members were told: nothing lost, nothing doubled, nothing made up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.game.events import (
    AnswerLocked,
    Award,
    CloseReason,
    EndReason,
    Event,
    GameEnded,
    GameStarted,
    Guess,
    HintGiven,
    PlayerJoined,
    RoundClosed,
    SkipVoted,
)
from bot.game.game import Game, InvalidJournal
from bot.store.check import check
from bot.store.records import Daily
from questions.judging.verdict import Reason, Verdict
from questions.question import Question
from tests.support.crash.acts import Act, Sort, Told
from tests.support.crash.modes import Mode, mode_of, torn_from_teams, unfair
from tests.support.databases import run_sql
from tests.support.journals import journals_of

CLOCK = 0.3
"""Seconds by which the clocks of the two processes may differ."""

OPEN = frozenset({Told.NOTHING})
"""What leaves open whether an act counts, where no connection can be lost."""

Key = tuple[str, int, int]
"""A game, a round, a player."""


@dataclass
class Outcome:
    """What a run showed; it is sound where nothing was lost or doubled and ``problems`` is empty."""

    kills: int = 0
    terms: int = 0
    games: int = 0
    modes: Counter[Mode] = field(default_factory=Counter)
    rounds: int = 0
    dailies: int = 0
    acknowledged: int = 0
    arranged: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def _modes(self) -> str:
        return ", ".join(f"{self.modes[mode]} {mode}" for mode in Mode)

    @property
    def sound(self) -> bool:
        return not (self.lost or self.doubled or self.problems)

    def __str__(self) -> str:
        figures = (
            f"{self.kills} kills and {self.terms} orderly ends survived; "
            f"{self.games} games ({self._modes}), {self.rounds} rounds, {self.dailies} of daily quizzes; "
            f"{self.acknowledged} answers acknowledged ({self.arranged} orders and pairs), "
            f"{len(self.lost)} lost, {len(self.doubled)} doubled"
        )
        return "\n".join([figures, *self.lost, *self.doubled, *self.problems])


def audit(url: str, acts: Sequence[Act], outcome: Outcome) -> None:
    """Add what the database of programs that have ended shows to the outcome."""
    journals = journals_of(url)
    outcome.problems += check(url, full=True).problems
    outcome.problems += _standings_off(url)
    outcome.problems += _awards_off(url, journals)
    quizzes = {game: events for game, events in journals.items() if Daily.of(game) is None}
    outcome.games = len(quizzes)
    for game, events in journals.items():
        outcome.problems += _unsound(game, events)
        outcome.problems += unfair(game, events)
        outcome.rounds += sum(isinstance(event, RoundClosed) for event in events)
    started = (events[0] for events in quizzes.values())
    outcome.modes.update(mode_of(event) for event in started if isinstance(event, GameStarted))
    _answers(acts, quizzes, outcome, OPEN if url.startswith("sqlite") else OPEN | {Told.UNSAVED})
    outcome.lost += _lost_acts(acts, journals)
    outcome.lost += torn_from_teams(acts, journals)


def _standings_off(url: str) -> Iterator[str]:
    """Standings of a server, of all time, that are not the sums of its awards."""
    sums = (
        "SELECT scope, player_id, sum(points), count(*) FILTER (WHERE correct), count(*) FROM award "
        "WHERE scope NOT LIKE 'daily:%' GROUP BY scope, player_id"
    )
    kept = (
        "SELECT scope, player_id, all_time_points, all_time_correct, all_time_answered FROM standing "
        "WHERE scope != 'everywhere'"
    )
    won, told = set(run_sql(url, sums)), set(run_sql(url, kept))
    for row in won ^ told:
        yield f"a standing is not the sum of its awards: {row}"


def _awards_off(url: str, journals: Mapping[str, Sequence[Event]]) -> Iterator[str]:
    rows = Counter(run_sql(url, "SELECT game_id, round, player_id, points, correct FROM award"))
    told = Counter(
        (game, event.round, award.player.id, award.points, award.correct)
        for game, events in journals.items()
        for event in events
        if isinstance(event, RoundClosed)
        for award in event.awards
    )
    for row in (rows - told) + (told - rows):
        yield f"awards and journal differ: {row}"


def _unsound(game: str, events: Sequence[Event]) -> Iterator[str]:
    try:
        Game.replay(events, lambda _question, _guess: Verdict(Reason.UNLIKE))
    except InvalidJournal as error:
        yield f"the journal of {game} does not replay: {error}"
    if not isinstance(events[-1], GameEnded) and Daily.of(game) is None:
        yield f"{game} has not ended"
    streaks: dict[int, int] = {}
    for event in events:
        if isinstance(event, RoundClosed):
            before, streaks = streaks, {award.player.id: award.streak for award in event.awards}
            if event.reason is CloseReason.SKIPPED:
                streaks = before | streaks
            for award in event.awards:
                if award.streak != (before.get(award.player.id, 0) + 1 if award.correct else 0):
                    yield f"{game}, round {event.round}: a streak was torn: {award}"


def _answers(
    acts: Iterable[Act],
    journals: Mapping[str, Sequence[Event]],
    outcome: Outcome,
    unsure: Collection[Told],
) -> None:
    """Each member's last acknowledged answer in a round counts once, and rightly."""
    tried: dict[Key, list[Act]] = defaultdict(list)
    for act in acts:
        if act.sort is Sort.ANSWER:
            tried[act.game, act.round, act.player].append(act)
    kept: dict[Key, list[AnswerLocked]] = defaultdict(list)
    won: dict[Key, list[Award]] = defaultdict(list)
    for game, events in journals.items():
        for event in events:
            if isinstance(event, AnswerLocked):
                kept[game, event.round, event.player.id].append(event)
            elif isinstance(event, RoundClosed):
                for award in event.awards:
                    won[game, event.round, award.player.id].append(award)
    for key in tried.keys() | kept.keys() | won.keys():
        name = f"game {key[0]}, round {key[1]}, player {key[2]}"
        question = _question(journals.get(key[0], ()), key[1])
        told = sum(act.told in (Told.DONE, Told.KNOWN) for act in tried[key])
        outcome.acknowledged += told
        outcome.arranged += told if question is not None and question.arrangement else 0
        outcome.lost += [
            f"{name}: {words}" for words in _lost(tried[key], kept[key], won[key], question, unsure)
        ]
        outcome.doubled += [f"{name}: {words}" for words in _doubled(tried[key], kept[key], won[key], unsure)]


def _lost(
    tried: Sequence[Act],
    kept: Sequence[AnswerLocked],
    won: Sequence[Award],
    question: Question | None,
    unsure: Collection[Told],
) -> Iterator[str]:
    for act in tried:
        if act.told is Told.DONE and not any(_is(event, act) for event in kept) and not _stood(act, kept):
            yield f"{act.guess!r} was locked in and is not in the journal"
    allowed = _allowed(tried, unsure)
    final = kept[-1].guess if kept else None
    if final not in allowed:
        yield f"{final!r} counts, and not one of {allowed}"
    if final is None or question is None:
        return
    if not won:
        yield f"{final!r} is in the journal and was never scored"
    elif won[0].correct != _right(question, final):
        yield f"{final!r} was scored as {won[0].correct}"


def _doubled(
    tried: Sequence[Act], kept: Sequence[AnswerLocked], won: Sequence[Award], unsure: Collection[Told]
) -> Iterator[str]:
    possible = Counter(act.guess for act in tried if act.told in {Told.DONE, Told.KNOWN, *unsure})
    found = Counter(event.guess for event in kept)
    if found - possible:
        yield f"more in the journal than was given: {found - possible}"
    if len(won) > 1:
        yield f"{len(won)} awards"


def _stood(act: Act, kept: Sequence[AnswerLocked]) -> bool:
    """Whether the same was locked in before: the form of an order says so to whoever is late with it."""
    before = [event.guess for event in kept if event.at < act.sent_at + CLOCK]
    return bool(before) and before[-1] == act.guess


def _allowed(tried: Sequence[Act], unsure: Collection[Told]) -> list[Guess | None]:
    """What may count: the last answer that was acknowledged, or a later one without a word."""
    allowed: list[Guess | None] = [None]
    for act in tried:
        if act.told in (Told.DONE, Told.KNOWN):
            allowed = [act.guess]
        elif act.told in unsure:
            allowed.append(act.guess)
    return allowed


def _is(event: AnswerLocked, act: Act) -> bool:
    return event.guess == act.guess and act.sent_at - CLOCK < event.at < act.told_at + CLOCK


def _right(question: Question, guess: Guess) -> bool:
    if isinstance(guess, int):
        return guess == question.correct
    if question.arrangement:
        return question.arrangement.read(guess) == question.arrangement.right
    return guess in question.answer.forms


def _question(events: Sequence[Event], round: int) -> Question | None:
    started = events[0] if events else None
    return started.questions[round - 1] if isinstance(started, GameStarted) else None


def _lost_acts(acts: Iterable[Act], journals: Mapping[str, Sequence[Event]]) -> Iterator[str]:
    """Joins, hints, votes, starts and stops that were confirmed and are not in the journal."""
    hints: Counter[tuple[str, int]] = Counter()
    for act in acts:
        in_team = act.sort is Sort.JOIN and isinstance(act.guess, int)
        if act.told is not Told.DONE or act.sort is Sort.ANSWER or in_team:
            continue
        if act.sort is Sort.HINT:
            hints[act.game, act.round] += 1
        elif not any(_shows(event, act) for event in _events(act, journals)):
            yield f"{act.sort} by {act.player} was confirmed and is not in the journal"
    for (game, round), number in hints.items():
        given = sum(isinstance(event, HintGiven) and event.round == round for event in journals.get(game, ()))
        if given < number:
            yield f"game {game}, round {round}: {number} hints were confirmed, {given} are in the journal"


def _events(act: Act, journals: Mapping[str, Sequence[Event]]) -> Iterable[Event]:
    return journals.get(act.game, ()) if act.game else (event for all in journals.values() for event in all)


def _shows(event: Event, act: Act) -> bool:
    if not act.sent_at - CLOCK < event.at < act.told_at + CLOCK:
        return False
    match event:
        case PlayerJoined():
            return act.sort is Sort.JOIN and event.player.id == act.player
        case SkipVoted():
            return act.sort is Sort.SKIP and event.player.id == act.player and event.round == act.round
        case GameStarted():
            return act.sort is Sort.START and event.starter.id == act.player
        case GameEnded(reason=EndReason.STOPPED, by=by):
            return act.sort is Sort.STOP and by is not None and by.id == act.player
    return False
