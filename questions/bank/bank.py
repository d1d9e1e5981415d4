"""The bank: all questions of some packs, drawn a quiz at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from random import Random

from questions.bank.draw import Draw, Stream
from questions.bank.lots import Find, Lot, authored, in_random_order, lots_of
from questions.bank.wanted import Drawn, Wanted
from questions.facts.model import FactBase
from questions.question import Kind, Question

SHARES: Mapping[Kind, float] = {
    Kind.LOOK_UP: 3,
    Kind.TRUE_FALSE: 2,
    Kind.WHICH_OF_THESE: 2,
    Kind.FILL_THE_GAP: 2,
    Kind.TWO_STEPS: 2,
    Kind.ODD_ONE_OUT: 1,
    Kind.FIRST_OR_LAST: 1,
    Kind.ORDER: 1,
    Kind.WHEN: 1,
    Kind.HOW_MANY: 1,
    Kind.WHO_AM_I: 1,
    Kind.NAME_THEM_ALL: 1,
    Kind.MATCH_UP: 1,
}
"""How often each kind is asked, beside the others. A kind that runs out leaves its share to them."""

LEAST_AUTHORED = 0.25  # beside all that packs give; more where a server wrote more than its packs hold


class Bank:
    """All questions of some packs. None is made before it is needed; any number of threads may draw."""

    def __init__(self, bases: Sequence[FactBase]) -> None:
        self._bases = {base.id: base for base in bases}
        self._lots = {base.id: lots_of(base) for base in bases}

    @property
    def titles(self) -> Mapping[str, str]:
        """The title of each pack, by its id."""
        return {id: base.title for id, base in self._bases.items()}

    def draw(self, wanted: Wanted, rng: Random) -> Drawn:
        """One quiz. The same packs, wishes and state of ``rng`` give the same quiz.

        Raises KeyError for a pack that the bank does not hold.
        """
        packs = dict.fromkeys(wanted.packs or self._bases)
        lots = [lot for pack in packs for lot in self._lots[pack]]
        if wanted.authored:
            lots.append(authored(wanted.authored))
        shares = {**SHARES, Kind.AUTHORED: self._authored_share(packs, wanted)}
        seen: list[Find] = []
        streams = [
            Stream(kind, shares[kind], _fresh(same, wanted, rng, seen))
            for kind, same in _by_kind(lots).items()
        ]
        questions = Draw(streams, seen, wanted, rng).questions()
        if len(questions) < wanted.count:
            streams = [
                Stream(kind, shares[kind], iter(same)) for kind, same in _fullest(lots, wanted, rng).items()
            ]
            questions = max(questions, Draw(streams, [], wanted, rng).questions(), key=len)
        return Drawn(questions)

    def _authored_share(self, packs: Iterable[str], wanted: Wanted) -> float:
        facts = sum(len(self._bases[pack].facts) for pack in packs)
        return sum(SHARES.values()) * max(LEAST_AUTHORED, len(wanted.authored) / max(facts, 1))


def _by_kind(lots: Iterable[Lot]) -> Mapping[Kind, Sequence[Lot]]:
    found: defaultdict[Kind, list[Lot]] = defaultdict(list)
    for lot in lots:
        found[lot.kind].append(lot)
    return found


def _fresh(lots: Sequence[Lot], wanted: Wanted, rng: Random, seen: list[Find]) -> Iterator[Find | None]:
    """What may be asked, in random order; what the channel has seen goes to ``seen`` instead."""
    for find in in_random_order(lots, rng):
        if not find.may_fit(wanted):
            continue
        label = find.label
        if label is None or not wanted.fits(label.level, label.spoiler):
            yield None
        elif label.id in wanted.seen:
            seen.append(find)
            yield None
        else:
            yield find


def _fullest(lots: Sequence[Lot], wanted: Wanted, rng: Random) -> Mapping[Kind, Sequence[Find]]:
    """As many questions as the facts allow: those first whose facts are least in demand elsewhere."""
    seen: list[Find] = []
    finds = [find for find in _fresh(lots, wanted, rng, seen) if find is not None] + seen
    demand = Counter(fact for find in finds for fact in find.question.facts)
    finds.sort(key=lambda find: sum(demand[fact] for fact in find.question.facts))
    chosen: defaultdict[Kind, list[Find]] = defaultdict(list)
    used: set[str] = set()
    for find in finds:
        question: Question = find.question
        if used.isdisjoint(question.facts):
            used.update(question.facts)
            chosen[question.kind].append(find)
    return chosen
