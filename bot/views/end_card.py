"""The card at the end of a game, and what its buttons say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discord import MediaGalleryItem, ui

from bot.game.events import GameEnded, TeamStanding
from bot.game.summary import Summary
from bot.pictures.records import PodiumPicture, PodiumPlace
from bot.store.board_records import Aftermath, Earned, Move
from bot.texts import render
from bot.texts.catalogue import Texts
from bot.texts.cleaning import one_line
from bot.views.components import IdButton, end_id
from bot.views.layout import FINAL, card, place
from bot.views.text import NAME_LIMIT, TEXT_LIMIT, clip, safe, safe_line

NOTHING = Aftermath()
PLAYERS_SHOWN, PODIUM = 10, 3
EARNED_LINES, EARNED_A_LINE = 4, 3
PROMPT_SHOWN, ANSWER_SHOWN, FACT_SHOWN = 200, 200, 300
SQUARES_A_LINE = 10
SQUARES = {True: "🟩", False: "🟥", None: "⬜"}


def end_card(
    texts: Texts,
    game: str,
    ended: GameEnded,
    summary: Summary,
    aftermath: Aftermath = NOTHING,
    picture: MediaGalleryItem | None = None,
) -> ui.LayoutView:
    """Why the game ended, who won, what was remarkable, who moved on the week's leaderboard, and who has
    earned an achievement.

    The picture is of the podium: whom it shows is not listed again.
    """
    shown = 0 if picture is None else len(podium_picture(texts, ended, summary).places)
    title = f"{texts('final-standings')}\n{safe(render.ending(texts, ended), 200)}"
    teams = [_team(texts, row) for row in ended.teams[shown:]]
    if ended.teams:
        teams.append(texts("scores-of-teams"))
    table = "\n".join(_table(texts, summary, 0 if ended.teams else shown))
    blocks = [title, "\n".join(teams), table or ("" if shown else texts("nobody-answered"))]
    row = [IdButton(label=texts("button-again"), custom_id=end_id(game, "again"))]
    if summary.standings:
        blocks.append("\n".join((*_remarkable(texts, summary), *_moved(texts, summary, aftermath.moves))))
        blocks.append("\n".join(_earned(texts, summary, aftermath.earned)))
        row.append(IdButton(label=texts("button-share"), custom_id=end_id(game, "share")))
        row.append(IdButton(label=texts("button-wrong"), custom_id=end_id(game, "wrong")))
    return card(FINAL, blocks, [row], picture)


def podium_picture(texts: Texts, ended: GameEnded, summary: Summary) -> PodiumPicture:
    """The first three teams, or players where there are no teams; nobody without points."""
    rounds = len(summary.questions)
    places = [
        PodiumPlace(
            row.rank,
            texts(f"team-{row.team}"),
            texts("points", count=round(row.points, 1)),
            texts("podium-players", players=row.players),
        )
        for row in ended.teams
        if row.points > 0
    ] or [
        PodiumPlace(
            row.rank,
            one_line(row.player.name, NAME_LIMIT),
            texts("points", count=row.points),
            texts("podium-right", right=row.correct, rounds=rounds),
        )
        for row in summary.standings
        if row.points > 0
    ]
    return PodiumPicture(tuple(places[:PODIUM]))


def share_text(texts: Texts, summary: Summary, player: int) -> str:
    """What a player can show elsewhere: squares, and no answers. In a code block, to be copied."""
    row = next((row for row in summary.standings if row.player.id == player), None)
    if row is None:
        return texts("share-none")
    squares = squares_of(summary, player)
    return to_copy(
        texts("share-title", rank=row.rank, players=len(summary.standings), count=row.points),
        *(squares[at : at + SQUARES_A_LINE] for at in range(0, len(squares), SQUARES_A_LINE)),
    )


def squares_of(summary: Summary, player: int) -> str:
    """A square for each round: right, wrong, or not answered."""
    return "".join(SQUARES[mark] for mark in summary.marks(player))


def to_copy(*lines: str) -> str:
    """Lines in a code block, which Discord offers to copy."""
    return "```\n" + "\n".join(lines) + "\n```"


def wrong_card(texts: Texts, summary: Summary, player: int) -> ui.LayoutView:
    """The questions that the player did not have right, with their answers and facts."""
    missed = [
        question
        for question, mark in zip(summary.questions, summary.marks(player), strict=True)
        if mark is not True
    ]
    entries = [
        "\n".join(
            (
                f"**{safe_line(question.prompt, PROMPT_SHOWN)}**",
                f"✅ {safe_line(render.right_answer(question), ANSWER_SHOWN)}",
                f"-# {safe_line(question.statement, FACT_SHOWN)}",
            )
        )
        for question in missed
    ]
    text = "\n\n".join(entries) or texts("wrong-none")
    return card(FINAL, [texts("wrong-title"), clip(text, TEXT_LIMIT - 200)])


def _table(texts: Texts, summary: Summary, above: int) -> Iterator[str]:
    """The players but those ``above``, of whom the podium tells all, unless they were out."""
    rounds = len(summary.questions)
    for number, row in enumerate(summary.standings[:PLAYERS_SHOWN]):
        if number < above and not row.out_in:
            continue
        score = texts("end-score", count=row.points, right=row.correct, rounds=rounds)
        out = f" · {texts('out-in', round=row.out_in)}" if row.out_in else ""
        yield f"{place(row.rank, row.points)} **{safe_line(row.player.name)}** · {score}{out}"
    if len(summary.standings) > PLAYERS_SHOWN:
        yield f"-# {texts('and-more', count=len(summary.standings) - PLAYERS_SHOWN)}"


def _moved(texts: Texts, summary: Summary, moves: Sequence[Move]) -> Iterator[str]:
    """Where the best of them stand this week, and how far they climbed."""
    names = {row.player.id: row.player.name for row in summary.standings}
    told = []
    for move in moves:
        change = texts("moved-new") if move.before is None else f"▲ {move.before - move.rank}"
        climbed = change if move.before is None or move.before > move.rank else ""
        told.append(" ".join(filter(None, (place(move.rank, 1), safe_line(names[move.player_id]), climbed))))
    if told:
        yield texts("end-moved", moved=" · ".join(told))


def _earned(texts: Texts, summary: Summary, earned: Sequence[Earned]) -> Iterator[str]:
    """Who has earned what, the best players first; of many, how many more."""
    by_player = [
        (row.player.name, [one.code for one in earned if one.player_id == row.player.id])
        for row in summary.standings
    ]
    lines = [(name, codes[:EARNED_A_LINE]) for name, codes in by_player if codes][:EARNED_LINES]
    for name, codes in lines:
        told = " · ".join(f"**{texts(f'achievement-{code}')}** ({texts(f'how-{code}')})" for code in codes)
        yield texts("end-earned", player=safe_line(name), earned=told)
    more = len(earned) - sum(len(codes) for _, codes in lines)
    if more:
        yield f"-# {texts('and-more', count=more)}"


def _team(texts: Texts, row: TeamStanding) -> str:
    points = round(row.points, 1)
    score = texts("score-of-team", team=texts(f"team-{row.team}"), count=points, players=row.players)
    return f"{place(row.rank, points)} {score}"


def _remarkable(texts: Texts, summary: Summary) -> Iterator[str]:
    if streak := summary.streak:
        yield texts("best-streak", player=safe_line(streak.player.name), length=streak.length)
    if fastest := summary.fastest:
        yield texts("fastest", player=safe_line(fastest.player.name), seconds=round(fastest.elapsed, 1))
    if hardest := summary.hardest:
        prompt = safe_line(hardest.question.prompt.split("\n")[0], PROMPT_SHOWN)
        yield texts("hardest", prompt=prompt, right=hardest.right, count=hardest.answered)
