"""Fills one quiz: takes the most interesting of what fits, then gives up one wish after the other."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from random import Random

from questions.bank.conflicts import Conflict, Selection
from questions.bank.pool import Candidate
from questions.bank.request import QuizRequest, Style
from questions.question import AUTHORED, Question

_CHOOSE_FROM, _TRIES = 3, 8  # questions of a kind to choose from, candidates to look at for them
_PATIENCE = 20
_TYPED_CHANCE = 0.4  # so that players choose most of the time, and type in nearly every quiz
_KIND_AGAIN, _KIND_CROWDS = 1.5, 0.6  # in units of interest


class Stream:
    """Candidates of one kind, the most promising first, looked at as they are needed.

    ``share`` is how often the kind is asked, beside the others. The source holds what may fit; ``accepts``
    tells whether a candidate of it can be asked. ``waiting`` were accepted and not taken yet.
    """

    def __init__(
        self,
        kind: str,
        share: float,
        source: Iterable[Candidate],
        accepts: Callable[[Candidate], bool] = lambda _: True,
    ) -> None:
        self.kind, self.share = kind, share
        self.waiting: list[Candidate] = []
        self._accepts = accepts
        self._source = iter(source)
        self._next = next(self._source, None)

    @property
    def dry(self) -> bool:
        return self._next is None

    @property
    def promise(self) -> float:
        """The most that the next of its candidates can be worth."""
        ranks = [candidate.rank for candidate in self.waiting]
        return max([*ranks, *([self._next.rank] if self._next else [])], default=-math.inf)

    def upcoming(self) -> Sequence[Candidate]:
        """A few to choose from, at a bounded cost; fewer, or none, where they are rare."""
        for _ in range(_TRIES):
            if len(self.waiting) >= _CHOOSE_FROM or self._next is None:
                break
            candidate, self._next = self._next, next(self._source, None)
            if self._accepts(candidate):
                self.waiting.append(candidate)
        return tuple(self.waiting)


class Sampler:
    """Fills one quiz. The streams fill ``seen`` with what the channel knows, and ``reserve`` with what
    players skip.
    """

    def __init__(
        self,
        streams: Sequence[Stream],
        seen: list[Candidate],
        request: QuizRequest,
        rng: Random,
        reserve: list[Candidate] | None = None,
    ) -> None:
        self._streams = streams
        self._seen = seen
        self._request = request
        self._rng = rng
        self._selection = Selection(
            request.count, request.level, all_typed=request.style in (Style.TYPED, Style.CLUES)
        )
        self._reserve = [] if reserve is None else reserve
        self._patience = _PATIENCE
        self._truth = rng.random() < 0.5

    def questions(self) -> tuple[Question, ...]:
        """As many as are requested, or as fit together."""
        while not self._selection.full and (candidate := self._next()):
            question = self._to_be_typed(self._varied(candidate))
            self._truth ^= question.kind == "true_false"
            self._selection.add(question)
        return tuple(self._selection.questions)

    def _next(self) -> Candidate | None:
        """What fits best, first of all from the streams.

        Where they are long and hold nothing that fits, what was put aside is taken before they are looked
        through to the end.
        """
        while True:
            best = self._best()
            if best is not None:
                stream, candidate = best
                stream.waiting.remove(candidate)
                return candidate
            if all(stream.dry for stream in self._streams):
                return self._second_best()
            self._patience -= 1
            if self._patience < 0 and (reserved := self._taken(self._reserve, Conflict.REPEATED)):
                return reserved

    def _best(self) -> tuple[Stream, Candidate] | None:
        """The best of what the kinds offer next; what conflicts is put aside."""
        handicaps = {stream.kind: self._handicap(stream) for stream in self._streams}
        best: tuple[Stream, Candidate] | None = None
        most = -math.inf
        for stream in sorted(self._streams, key=lambda each: handicaps[each.kind] - each.promise):
            if best and stream.promise - handicaps[stream.kind] <= most:
                break
            for candidate in stream.upcoming():
                conflict = self._selection.conflict(candidate.question)
                if conflict:
                    stream.waiting.remove(candidate)
                    self._reserve += [candidate] if conflict < Conflict.FACT else []
                    continue
                worth = candidate.rank - handicaps[stream.kind] - self._monotony(candidate.question)
                if worth > most:
                    best, most = (stream, candidate), worth
        return best

    def _handicap(self, stream: Stream) -> float:
        """What a kind must make up for: that it was just asked, or has more than its share."""
        selection = self._selection
        fair = selection.count * stream.share / (sum(each.share for each in self._streams) or 1)
        crowds = max(0.0, selection.kinds[stream.kind] + 1 - fair)
        again = selection.last is not None and selection.last.kind == stream.kind != AUTHORED
        return _KIND_AGAIN * again + _KIND_CROWDS * crowds

    def _monotony(self, question: Question) -> float:
        wrong_truth = question.kind == "true_false" and (question.correct == 0) != self._truth
        return self._selection.monotony(question) + wrong_truth

    def _second_best(self) -> Candidate | None:
        """What was put aside, in the order of the package's docstring."""
        self._seen.sort(key=self._seen_at)
        fresh, seen = self._reserve, self._seen
        return (
            self._taken(fresh, Conflict.TYPED)
            or self._taken(fresh, Conflict.CROWDED)
            or self._taken(fresh, Conflict.REPEATED)
            or self._taken(seen, Conflict.REPEATED)
            or self._taken(fresh, Conflict.GIVEN_AWAY)
            or self._taken(seen, Conflict.GIVEN_AWAY)
        )

    def _taken(self, pool: list[Candidate], worst: Conflict) -> Candidate | None:
        for candidate in pool:
            if self._selection.conflict(candidate.question) <= worst:
                pool.remove(candidate)
                return candidate
        return None

    def _seen_at(self, candidate: Candidate) -> datetime:
        assert candidate.label is not None  # or it would not be known as seen
        return self._request.seen[candidate.label.form.id]

    def _varied(self, candidate: Candidate) -> Question:
        """The question with wrong choices of this draw's own, where it then fits as well as before."""
        other, conflict = candidate.variant(self._rng), self._selection.conflict(candidate.question)
        if other is None or not self._request.fits(other.level, other.spoiler):
            return candidate.question
        return other if self._selection.conflict(other) <= conflict else candidate.question

    def _to_be_typed(self, question: Question) -> Question:
        """Now and then the question without its choices, where it can be asked so and there is room."""
        both_ways = question.choices and question.typed and question.kind != AUTHORED
        if self._request.style is not Style.MIXED or not both_ways or self._rng.random() >= _TYPED_CHANCE:
            return question
        bare = self._request.experience.bare(question)
        fits = self._request.fits(bare.level, bare.spoiler)
        return bare if fits and self._selection.conflict(bare) < Conflict.TYPED else question
