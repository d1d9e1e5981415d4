"""The rules that a game is started with."""

from __future__ import annotations

from dataclasses import dataclass

MIN_ROUNDS, MAX_ROUNDS = 1, 50
MIN_SECONDS, MAX_SECONDS = 5, 120
MAX_LOBBY = 300
MIN_TEAMS, MAX_TEAMS = 2, 4


@dataclass(frozen=True, slots=True)
class Selection:
    """What a game's questions were drawn by, so that the same can be played again.

    ``packs`` are ids, none for all packs, and ``titles`` what they were called; ``rounds`` is how many
    questions were asked for. ``topic`` is empty for any; ``level`` and ``style`` go by their names in
    ``/quiz start``. The questions were drawn with ``seed``.
    """

    packs: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    rounds: int = 10
    level: str = "any"
    spoilers: bool = False
    topic: str = ""
    style: str = "mixed"
    seed: int | None = None


ANY = Selection()


@dataclass(frozen=True, slots=True)
class Rules:
    """How a game is played. Times are in seconds.

    ``seconds`` is the clock of a question of usual length. ``pause_seconds`` is how long an answer is on
    show, None for as long as it takes to read. ``solo`` closes a round on the first answer; otherwise an
    answer may be changed until everybody has answered or the clock has run out.
    ``idle_rounds`` unanswered rounds in a row end the game (0: never). ``lobby_seconds`` is how long players
    gather before the first question (0: not at all). The first player with ``target`` points ends the game
    (0: nobody does). In a ``race`` the first right answer closes the round; everybody may try until then.
    A wrong answer costs one of the ``lives``, and who has none left is out (0: nobody ever is). Players are
    in one of so many ``teams`` (0: each plays for themselves). ``scheduled`` says that the game started by
    itself: its starter is the bot, which does not play. An ``untimed`` game waits for its players: nothing
    comes by itself, no answer is too late, and none earns points by being quick.
    """

    rounds: int = 10
    seconds: float = 20
    pause_seconds: float | None = None
    solo: bool = False
    idle_rounds: int = 3
    lobby_seconds: float = 0
    target: int = 0
    race: bool = False
    lives: int = 0
    teams: int = 0
    scheduled: bool = False
    untimed: bool = False

    def __post_init__(self) -> None:
        problems = []
        if not MIN_ROUNDS <= self.rounds <= MAX_ROUNDS:
            problems.append(f"rounds is {self.rounds}: choose {MIN_ROUNDS} to {MAX_ROUNDS}")
        if not MIN_SECONDS <= self.seconds <= MAX_SECONDS:
            problems.append(f"seconds is {self.seconds:g}: choose {MIN_SECONDS} to {MAX_SECONDS}")
        if self.pause_seconds is not None and self.pause_seconds < 0:
            problems.append(f"pause_seconds is {self.pause_seconds:g}: choose 0 or more")
        if self.idle_rounds < 0:
            problems.append(f"idle_rounds is {self.idle_rounds}: choose 0 or more")
        if not 0 <= self.lobby_seconds <= MAX_LOBBY:
            problems.append(f"lobby_seconds is {self.lobby_seconds:g}: choose 0 to {MAX_LOBBY}")
        if self.lives < 0:
            problems.append(f"lives is {self.lives}: choose 0 or more")
        if self.teams and not MIN_TEAMS <= self.teams <= MAX_TEAMS:
            problems.append(f"teams is {self.teams}: choose 0, or {MIN_TEAMS} to {MAX_TEAMS}")
        if self.target < 0:
            problems.append(f"target is {self.target}: choose 0 or more")
        if problems:
            raise ValueError("; ".join(problems))
