"""What a player has done in a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from discord import MediaGalleryItem, ui

from bot.game.achievements import ACHIEVEMENTS, SUMMED, Feat
from bot.pictures.records import Bar, ChartPicture
from bot.store.records import Period
from bot.store.stat_records import PastResult, PlayerStats, Share, WeekPoints
from bot.texts.catalogue import Texts
from bot.views.components import IdButton
from bot.views.layout import FINAL, card, form_button, place
from bot.views.text import safe_line

SHARES = 6
"""So many topics are told, and so many kinds of questions: those with the most answers."""

AHEAD, BAR = 2, 10
"""So many achievements are told that are nearest, with a bar of so many parts."""

LEVELS = {"1": "option-easy", "2": "option-medium", "3": "option-hard"}
TURNS = {
    "stats:show": {"public": True},
    "stats:hide": {"public": False},
    "stats:text": {"pictures": False},
    "stats:picture": {"pictures": True},
}
"""What the buttons change of what somebody has chosen."""


def stats_card(
    texts: Texts,
    name: str,
    stats: PlayerStats | None,
    picture: MediaGalleryItem | None = None,
    *,
    public: bool | None,
    other_form: bool = False,
) -> ui.LayoutView:
    """All of it; ``public`` is what the player lets others see, None where somebody else looks.

    The picture is of the points by week. ``other_form`` offers it as text, or as a picture.
    """
    blocks = [texts("stats-title", player=safe_line(name))]
    if stats is None:
        blocks.append(texts("stats-none"))
    else:
        blocks = ["\n".join((*blocks, *_sums(texts, stats))), _places(texts, stats)]
        blocks += ["\n".join(_achievements(texts, stats))]
        blocks += ["\n".join(_shares(texts, stats)), _games(texts, stats.last)]
        if picture is None and stats.weeks:
            points = " · ".join(texts.number(week.points) for week in stats.weeks)
            blocks.append(texts("stats-weeks-told", points=points))
    if public is None:
        return card(FINAL, blocks, picture=picture)
    blocks.append(texts("stats-public" if public else "stats-private"))
    label = texts("stats-hide") if public else texts("stats-show")
    buttons = [IdButton(label=label, custom_id="stats:hide" if public else "stats:show")]
    if other_form:
        buttons.append(form_button(texts, lambda act: f"stats:{act}", pictured=picture is not None))
    return card(FINAL, blocks, [buttons], picture)


def weeks_picture(texts: Texts, weeks: Sequence[WeekPoints]) -> ChartPicture:
    """The points by week as a chart."""
    bars = (Bar(texts.short_day(week.starts), week.points, texts.number(week.points)) for week in weeks)
    return ChartPicture(texts("stats-weeks"), tuple(bars))


def _sums(texts: Texts, stats: PlayerStats) -> Iterator[str]:
    yield texts("score", count=stats.points, correct=stats.correct, answered=stats.answered)
    yield texts("stats-games", count=stats.games, wins=stats.wins)
    if stats.streak > 1:
        yield texts("stats-streak", count=stats.streak)
    if stats.runs.right > 1:
        yield texts("stats-run", count=stats.runs.right)
    if stats.runs.most_days > 1:
        yield texts("stats-days", count=stats.runs.days, best=stats.runs.most_days)
    if stats.average is not None and stats.fastest is not None:
        yield texts("stats-time", average=round(stats.average, 1), fastest=round(stats.fastest, 1))


def _achievements(texts: Texts, stats: PlayerStats) -> Iterator[str]:
    """What was earned and when, and what is nearest to be earned."""
    yield texts("stats-achievements", count=len(stats.achieved), all=len(ACHIEVEMENTS))
    if stats.achieved:
        yield " · ".join(
            f"🏅\N{NO-BREAK SPACE}{texts(f'achievement-{one.code}')} <t:{round(one.at.timestamp())}:d>"
            for one in stats.achieved
        )
    has = {one.code for one in stats.achieved}
    done = {**dict(zip(SUMMED, stats.career, strict=True)), Feat.DAYS: stats.runs.days}
    ahead = [one for one in ACHIEVEMENTS if one.feat in done and one.code not in has]
    for one in sorted(ahead, key=lambda one: -done[one.feat] / one.threshold)[:AHEAD]:
        count = min(done[one.feat], one.threshold)
        bar = "▰" * (BAR * count // one.threshold)
        name, how = texts(f"achievement-{one.code}"), texts(f"how-{one.code}")
        yield texts(
            "stats-next", name=name, how=how, bar=bar.ljust(BAR, "▱"), count=count, goal=one.threshold
        )


def _places(texts: Texts, stats: PlayerStats) -> str:
    ranks = (texts(f"stats-rank-{_code(period)}", rank=rank) for period, rank in stats.ranks.items())
    line, rating = texts("stats-ranks", ranks=" · ".join(ranks)), stats.rating
    if rating is None:
        return line
    value = str(rating.value)
    if rating.provisional:
        told = texts("stats-rating-provisional", rating=value, spread=rating.spread, count=rating.answers)
    else:
        told = texts("stats-rating", rating=value, spread=rating.spread)
    return f"{line}\n{told}"


def _code(period: Period) -> str:
    return period.value.replace("_", "-")


def _shares(texts: Texts, stats: PlayerStats) -> Iterator[str]:
    levels = _told(texts, stats.levels, lambda name: texts(LEVELS[name]))
    topics = _told(texts, stats.topics, safe_line)
    kinds = _told(texts, stats.kinds, lambda name: texts(f"kind-{name.replace('_', '-')}"))
    if levels:
        yield texts("stats-levels", shares=levels)
    if topics:
        yield texts("stats-topics", shares=topics)
    if kinds:
        yield texts("stats-kinds", shares=kinds)


def _told(texts: Texts, shares: Sequence[Share], named: Callable[[str], str]) -> str:
    return " · ".join(_share(texts, named(share.name), share) for share in shares[:SHARES])


def _share(texts: Texts, name: str, share: Share) -> str:
    percent = round(100 * share.right / share.answered)
    return texts("stats-share", name=name, percent=percent, answered=share.answered)


def _games(texts: Texts, games: Sequence[PastResult]) -> str:
    return "\n".join([texts("stats-last"), *(_game(texts, game) for game in games)])


def _game(texts: Texts, game: PastResult) -> str:
    when = f"<t:{round(game.at.timestamp())}:d>"
    score = texts("score", count=game.points, correct=game.correct, answered=game.answered)
    return f"{when} · {place(game.rank, game.points)} {texts('stats-of', players=game.players)} · {score}"
