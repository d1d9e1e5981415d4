"""What happens in a game. The events are its journal: applied in order, they give its state.

Times (``at``, ``deadline``, ``next_at``) are seconds since 1970 UTC; durations are in seconds. Rounds count
from 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from bot.game.rules import ANY, Rules, Selection
from questions.judging.verdict import Mark, Verdict
from questions.question import Question

Guess = int | str
"""The index of a choice, or a typed text."""


class CloseReason(StrEnum):
    """Why a round closed."""

    TIME = "time"
    ANSWERED = "answered"
    SKIPPED = "skipped"
    LEFT_OUT = "left_out"  # the question could not be shown
    STOPPED = "stopped"  # the game was ended while answers were locked in; they count


class EndReason(StrEnum):
    """Why a game ended."""

    FINISHED = "finished"
    LAST_STANDING = "last_standing"  # one player has lives left
    ALL_OUT = "all_out"  # nobody has
    TARGET = "target"  # somebody has the points that were to be won
    STOPPED = "stopped"
    IDLE = "idle"
    AWAY_TOO_LONG = "away_too_long"
    CHANNEL_LOST = "channel_lost"


class Refusal(Enum):
    """Why an input changed nothing."""

    ENDED = auto()
    NOT_ASKING = auto()  # no question is open just now
    OTHER_ROUND = auto()  # a click on a question that is over
    TOO_LATE = auto()
    NO_SUCH_CHOICE = auto()
    CLOSE = auto()  # the judge asks for more; nothing was locked in
    EMPTY = auto()
    NOT_EACH_ONCE = auto()  # no arrangement of all that is to be arranged
    NO_HINT_LEFT = auto()
    ALREADY_VOTED = auto()
    NOT_PLAYING = auto()  # has not answered lately, so has no vote
    STILL_OPEN = auto()  # there is no going on from an open question
    SAME_ANSWER = auto()  # locked in already, unchanged
    OUT = auto()  # has no life left
    NOT_YOURS = auto()  # neither the starter of the game nor a quizmaster
    APPEAL_TOO_LATE = auto()  # the next question has closed
    ALREADY_APPEALED = auto()
    NOTHING_TO_APPEAL = auto()  # the player typed nothing in that round, or was right
    APPEAL_OVER = auto()  # it was decided, or was never made


@dataclass(frozen=True, slots=True)
class Player:
    """A person who plays; ``id`` is Discord's, or 0 at a terminal.

    ``name`` is what this server calls them; ``own_name`` what they call themselves, where that is another.
    """

    id: int
    name: str
    own_name: str = ""


@dataclass(frozen=True, slots=True)
class Award:
    """What one player got in one round: ``points`` is the sum of ``base``, ``speed`` and ``streak_bonus``.

    ``streak`` is the number of right answers in a row, this one included; 0 after a wrong one.
    """

    player: Player
    correct: bool
    points: int
    base: int
    speed: int
    streak_bonus: int
    streak: int
    elapsed: float


@dataclass(frozen=True, slots=True)
class Standing:
    """A player's total in a game. Players who are equal share a rank.

    ``out_in`` is the round in which the last life was lost, 0 for who still has some or needs none.
    """

    rank: int
    player: Player
    points: int
    correct: int
    answered: int
    out_in: int = 0


@dataclass(frozen=True, slots=True)
class TeamStanding:
    """``team`` counts from 0; ``points`` is the mean of its better half, and ``players`` its size."""

    rank: int
    team: int
    points: float
    players: int


@dataclass(frozen=True, slots=True)
class GameStarted:
    """With ``lobby_seconds`` in the rules the lobby is open from now on, until the first question."""

    at: float
    starter: Player
    rules: Rules
    questions: tuple[Question, ...]
    selection: Selection = ANY


@dataclass(frozen=True, slots=True)
class PlayerJoined:
    """The player is in: rounds wait for them, and they may vote, before they have answered anything.

    ``team`` is the one that they chose, from 0.
    """

    at: float
    player: Player
    team: int | None = None


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """Its clock does not run before it is shown; ``deadline`` is for a question that is shown at once."""

    at: float
    round: int
    deadline: float


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """The question stands in its channel, and its clock runs to the deadline. Round 0 is the lobby.

    ``handle`` is the stage's own name for where it stands (a message id).
    """

    at: float
    round: int
    handle: str
    deadline: float


@dataclass(frozen=True, slots=True)
class QuestionHidden:
    """The question cannot be seen or answered just now; its clock stands still until it is shown again."""

    at: float
    round: int


@dataclass(frozen=True, slots=True)
class AnswerLocked:
    """``elapsed`` is what the question's clock showed; ``mark`` is None where only the close can tell
    (nearest guess wins). ``hints`` is how many hints and further clues the player had seen by then.
    A player without a team gets one with the first answer."""

    at: float
    round: int
    player: Player
    guess: Guess
    mark: Mark | None
    elapsed: float
    hints: int
    team: int | None = None


@dataclass(frozen=True, slots=True)
class GuessedClose:
    """The judge asked for more: nothing was locked in, but the player may appeal once the round is closed."""

    at: float
    round: int
    player: Player
    guess: str
    elapsed: float
    hints: int


@dataclass(frozen=True, slots=True)
class EverybodyAnswered:
    """All who are in have answered: the round closes at ``deadline``; until then answers may be changed."""

    at: float
    round: int
    deadline: float


@dataclass(frozen=True, slots=True)
class HintGiven:
    """Either ``text``, or ``removed``: the indices of wrong choices that are taken away, all so far.

    A hint is for ``player`` alone; a clue, which comes by itself, is for everybody and has None there.
    """

    at: float
    round: int
    number: int
    text: str = ""
    removed: tuple[int, ...] = ()
    player: Player | None = None


@dataclass(frozen=True, slots=True)
class SkipVoted:
    at: float
    round: int
    player: Player
    votes: int
    needed: int


@dataclass(frozen=True, slots=True)
class RoundClosed:
    """``awards`` holds one for each player who answered, best first. ``next_at`` is when the game goes on.
    ``out`` are those who have lost their last life in this round; ``taken`` is how many took each choice.
    """

    at: float
    round: int
    reason: CloseReason
    awards: tuple[Award, ...]
    next_at: float
    out: tuple[Player, ...] = ()
    taken: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AppealMade:
    """The player says that what they typed in a closed round was right."""

    at: float
    round: int
    player: Player
    guess: str


@dataclass(frozen=True, slots=True)
class Revision:
    """An award of a closed round that becomes another; ``before`` is None where there was none.

    ``at`` is when the round was closed, which is when the points count.
    """

    round: int
    at: float
    before: Award | None
    after: Award


@dataclass(frozen=True, slots=True)
class AppealDecided:
    """``revisions`` are what an accepted appeal changes, by round; none of one that is not accepted."""

    at: float
    round: int
    player: Player
    by: Player
    accepted: bool
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True)
class GameResumed:
    """The bot was away for ``away`` seconds; every deadline moves by as much.

    The clock of an open question stands still until it is shown again.
    """

    at: float
    away: float


@dataclass(frozen=True, slots=True)
class ClockMoved:
    """The clock was put forward by so many seconds, or back if negative; every deadline moves by as much."""

    at: float
    by: float


@dataclass(frozen=True, slots=True)
class GameEnded:
    """``winners`` are the ids of those who have won, or whose team has; nobody wins alone."""

    at: float
    reason: EndReason
    standings: tuple[Standing, ...]
    by: Player | None = None
    teams: tuple[TeamStanding, ...] = ()
    winners: tuple[int, ...] = ()


Event = (
    GameStarted
    | PlayerJoined
    | QuestionAsked
    | QuestionShown
    | QuestionHidden
    | AnswerLocked
    | GuessedClose
    | EverybodyAnswered
    | HintGiven
    | SkipVoted
    | RoundClosed
    | AppealMade
    | AppealDecided
    | GameResumed
    | ClockMoved
    | GameEnded
)


@dataclass(frozen=True, slots=True)
class Refused:
    """The answer to an input that does not fit. It is never journaled; ``verdict`` is the judge's, where it
    wants another answer.
    """

    reason: Refusal
    verdict: Verdict | None = None
