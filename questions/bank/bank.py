"""The bank: all questions of some packs, drawn a quiz at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from random import Random

from questions.bank.experience import Form
from questions.bank.pool import (
    Candidate,
    CandidatePool,
    authored_pool,
    best_first,
    list_pool,
    pools_of,
)
from questions.bank.request import QuizRequest, Style
from questions.bank.sampler import Sampler, Stream
from questions.facts.corrections import Change, corrected, founded
from questions.facts.model import FactBase
from questions.generators.catalogue import GENERATORS
from questions.question import MAX_LEVEL, Question

LEAST_AUTHORED = 0.25  # beside all that packs give; more where a server wrote more than its packs hold
SEARCHED = 2_000
"""Candidates of a kind that are looked through for those that players find easier than the kind was set."""

CHANGED = 64
"""Packs as servers have changed them that are kept ready; others are made when they are drawn from."""

ALL_SHARES = sum(generator.share for generator in GENERATORS)


class Bank:
    """All questions of some packs. None is made before it is needed; any number of threads may draw."""

    def __init__(self, bases: Sequence[FactBase]) -> None:
        self._bases = {base.id: base for base in bases}
        self._pools = {base.id: pools_of(base) for base in bases}
        self._changed = lru_cache(maxsize=CHANGED)(self._pools_with)

    @property
    def titles(self) -> Mapping[str, str]:
        """The title of each pack, by its id."""
        return {id: base.title for id, base in self._bases.items()}

    @property
    def topics(self) -> Mapping[str, tuple[str, ...]]:
        """The topics of each pack, by its id."""
        return {
            id: tuple(sorted({fact.topic for fact in base.facts if fact.topic}))
            for id, base in self._bases.items()
        }

    def base(self, pack: str) -> FactBase | None:
        """The facts of a pack; None where there is no such pack."""
        return self._bases.get(pack)

    def draw(self, request: QuizRequest, rng: Random) -> tuple[Question, ...]:
        """The questions of one quiz in the order of asking; fewer than requested are all that it can have.

        The same packs, request and state of ``rng`` give the same quiz. A pack may be one that the request's
        changes found. Raises KeyError for a pack that neither bank nor request holds.
        """
        lists = {listed.id: listed for listed in request.lists}
        packs = dict.fromkeys(request.packs or (*self._bases, *lists))
        facts = sum(self._count(pack, request) for pack in packs if pack not in lists)
        pools = [pool for pack in packs if pack not in lists for pool in self._pools_for(pack, request)]
        if request.level is not None:
            pools = [pool for pool in pools if _has_level(pool, request)]
        for pack in packs:
            if listed := lists.get(pack):
                pools.append(list_pool(listed, _written_share(len(listed.entries), facts), request.level))
        if request.authored:
            pools.append(authored_pool(request.authored, _written_share(len(request.authored), facts)))
        seen: list[Candidate] = []
        unloved: list[Candidate] = []
        accepts = _acceptor(request, rng, seen, unloved)
        streams = [
            Stream(
                kind,
                sum(pool.weight for pool in same),
                _fitting(same, request, rng),
                accepts,
            )
            for kind, same in _by_kind(pools).items()
        ]
        questions = Sampler(streams, seen, request, rng, unloved).questions()
        if len(questions) < request.count:
            streams = [Stream(kind, 1, same) for kind, same in _fullest(pools, request, rng).items()]
            questions = max(questions, Sampler(streams, [], request, rng).questions(), key=len)
        return questions

    def _pools_for(self, pack: str, request: QuizRequest) -> Sequence[CandidatePool]:
        changes = request.changes.get(pack)
        return self._changed(pack, changes) if changes else self._pools[pack]

    def _pools_with(self, pack: str, changes: tuple[Change, ...]) -> Sequence[CandidatePool]:
        base = founded(changes)
        return pools_of(corrected(self._bases[pack], changes) if base is None else base)

    def _count(self, pack: str, request: QuizRequest) -> int:
        """How many facts a pack has, or about as many."""
        base = self._bases.get(pack)
        return len(base.facts if base else request.changes[pack])


def _written_share(questions: int, facts: int) -> float:
    """The share of so many questions that people wrote, beside packs of so many facts."""
    return ALL_SHARES * max(LEAST_AUTHORED, questions / max(facts, 1))


def _by_kind(pools: Iterable[CandidatePool]) -> Mapping[str, Sequence[CandidatePool]]:
    by_kind: defaultdict[str, list[CandidatePool]] = defaultdict(list)
    for pool in pools:
        by_kind[pool.kind].append(pool)
    return by_kind


def _fitting(pools: Sequence[CandidatePool], request: QuizRequest, rng: Random) -> Iterator[Candidate]:
    """What may fit the request, the interesting first."""
    return (candidate for candidate in best_first(pools, rng) if candidate.may_fit(request))


def _has_level(pool: CandidatePool, request: QuizRequest) -> bool:
    """Whether a pool may hold questions of the level; a large one is not searched for the few that players
    find easier than its kind was set.
    """
    eased = bool(request.experience.eased) and pool.size <= SEARCHED
    return request.level is None or pool.least_level <= request.level or eased


def _acceptor(
    request: QuizRequest, rng: Random, seen: list[Candidate], unloved: list[Candidate]
) -> Callable[[Candidate], bool]:
    """Whether a candidate can be asked. What the channel has seen goes to ``seen`` instead, and what players
    skip to ``unloved``: the more of them skip it, the more often.
    """
    levels, weights = request.experience.levels, request.experience.weights

    def accepts(candidate: Candidate) -> bool:
        label = candidate.label
        if label is None:
            return False
        form, shown = label.form, levels.get(label.form)
        usual = label.level if shown is None else shown
        candidate.bare = label.both_ways and _bare(request, usual, spoiler=label.spoiler)
        if candidate.bare:
            form = Form(form.id, choices=False)
            shown = levels.get(form, None if shown is None else min(usual + 1, MAX_LEVEL))
        candidate.level = shown
        tapped = label.tapped and not candidate.bare
        suits = request.suits(label.topic, tapped=tapped, clues=label.clues)
        level = usual + candidate.bare if shown is None else shown
        if not suits or not request.fits(level, label.spoiler):
            return False
        if form.id in request.seen:
            seen.append(candidate)
            return False
        weight = weights.get(form, 1.0)
        if weight < 1 and rng.random() >= weight:
            unloved.append(candidate)
            return False
        return True

    return accepts


def _bare(request: QuizRequest, level: int, *, spoiler: bool) -> bool:
    """Whether a question is to be asked without its choices: for its style, or to be of the right level."""
    if request.style is Style.BUTTONS:
        return False
    return request.style is Style.TYPED or not request.fits(level, spoiler)


def _fullest(
    pools: Sequence[CandidatePool], request: QuizRequest, rng: Random
) -> Mapping[str, Sequence[Candidate]]:
    """As many questions as the facts allow: those first whose facts are least in demand elsewhere."""
    seen: list[Candidate] = []
    unloved: list[Candidate] = []
    accepts = _acceptor(request, rng, seen, unloved)
    candidates = [*filter(accepts, _fitting(pools, request, rng)), *unloved, *seen]
    demand = Counter(fact for candidate in candidates for fact in candidate.question.facts)
    candidates.sort(key=lambda candidate: sum(demand[fact] for fact in candidate.question.facts))
    chosen: defaultdict[str, list[Candidate]] = defaultdict(list)
    used: set[str] = set()
    for candidate in candidates:
        question = candidate.question
        if used.isdisjoint(question.facts):
            used.update(question.facts)
            chosen[question.kind].append(candidate)
    return chosen
