"""One draw: takes what fits from each kind in turn, then gives up one wish after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from random import Random

from questions.bank.lots import Find
from questions.bank.quiz import Clash, Quiz
from questions.bank.wanted import Wanted
from questions.question import Kind, Question

_CHOOSE_FROM, _TRIES = 6, 16  # questions of a kind to choose from, candidates to look at for them
_PATIENCE = 20
_TYPED_CHANCE = 0.4  # so that players choose most of the time, and type in nearly every quiz


class Stream:
    """Questions of one kind, looked at as they are needed. The source gives None for what is none.

    ``share`` is how often the kind is asked, beside the others. ``waiting`` were looked at and not taken yet;
    ``missed`` counts the turns in which there was nothing to take.
    """

    def __init__(self, kind: Kind, share: float, source: Iterator[Find | None]) -> None:
        self.kind, self.share = kind, share
        self.waiting: list[Find] = []
        self.missed = 0
        self.dry = False
        self._source = source

    def upcoming(self) -> Iterator[Find]:
        """A few to choose from, at a bounded cost; fewer, or none, where they are rare."""
        yield from tuple(self.waiting)
        for _ in range(_TRIES):
            if len(self.waiting) >= _CHOOSE_FROM:
                return
            try:
                find = next(self._source)
            except StopIteration:
                self.dry = True
                return
            if find is not None:
                self.waiting.append(find)
                yield find


class Draw:
    """Fills one quiz. ``seen`` is filled by the streams with what the channel knows already."""

    def __init__(self, streams: Sequence[Stream], seen: list[Find], wanted: Wanted, rng: Random) -> None:
        self._streams = streams
        self._seen = seen
        self._wanted = wanted
        self._rng = rng
        self._quiz = Quiz(wanted.count)
        self._reserve: list[Find] = []
        self._patience = _PATIENCE

    def questions(self) -> tuple[Question, ...]:
        """As many as are wanted, or as fit together."""
        while not self._quiz.full and (find := self._next()):
            self._quiz.add(self._to_be_typed(self._varied(find)))
        return tuple(self._quiz.questions)

    def _next(self) -> Find | None:
        """What fits best, first of all from the streams.

        Where they are long and hold nothing that fits, what was put aside is taken before they are looked
        through to the end.
        """
        while True:
            for stream in self._in_turn():
                find = self._best(stream)
                if find is not None:
                    stream.waiting.remove(find)
                    return find
                stream.missed += 1
            if all(stream.dry for stream in self._streams):
                return self._second_best()
            self._patience -= 1
            if self._patience < 0 and (find := self._taken(self._reserve, Clash.REPEATED)):
                return find

    def _in_turn(self) -> list[Stream]:
        """The kinds by lot, those with large shares sooner; last the one just asked and those that crowd."""
        streams = [stream for stream in self._streams if stream.waiting or not stream.dry]
        whole = sum(stream.share for stream in streams)
        last, kinds = self._quiz.last, self._quiz.kinds

        def turn(stream: Stream) -> tuple[bool, float]:
            kind, share = stream.kind, stream.share
            again = last is not None and last.kind is kind is not Kind.AUTHORED
            crowds = kinds[kind] >= self._quiz.count * share / whole + 1
            return again or crowds, self._rng.expovariate(share / (1 + kinds[kind] + stream.missed))

        return sorted(streams, key=turn)

    def _best(self, stream: Stream) -> Find | None:
        """The one of the next few that is least monotonous; those that clash are put aside."""
        truth = self._rng.choice(("True", "False"))
        found: list[tuple[tuple[bool, bool, int], Find]] = []
        for find in stream.upcoming():
            clash = self._quiz.clash(find.question)
            if clash:
                stream.waiting.remove(find)
                self._reserve += [find] if clash < Clash.FACT else []
                continue
            monotony = self._quiz.monotony(find.question, truth)
            found.append((monotony, find))
            if not any(monotony):
                break
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def _second_best(self) -> Find | None:
        """What was put aside, in the order of the package's docstring."""
        self._seen.sort(key=self._seen_at)
        fresh, seen = self._reserve, self._seen
        return (
            self._taken(fresh, Clash.TYPED)
            or self._taken(fresh, Clash.REPEATED)
            or self._taken(seen, Clash.REPEATED)
            or self._taken(fresh, Clash.GIVEN_AWAY)
            or self._taken(seen, Clash.GIVEN_AWAY)
        )

    def _taken(self, pool: list[Find], worst: Clash) -> Find | None:
        for find in pool:
            if self._quiz.clash(find.question) <= worst:
                pool.remove(find)
                return find
        return None

    def _seen_at(self, find: Find) -> datetime:
        assert find.label is not None  # or it would not be known as seen
        return self._wanted.seen[find.label.id]

    def _varied(self, find: Find) -> Question:
        """The question with wrong choices of this draw's own, where it then fits as well as before."""
        other, clash = find.variant(self._rng), self._quiz.clash(find.question)
        if other is None or not self._wanted.fits(other.level, other.spoiler):
            return find.question
        return other if self._quiz.clash(other) <= clash else find.question

    def _to_be_typed(self, question: Question) -> Question:
        """Now and then the question without its choices, where it can be asked so and there is room."""
        asked_both_ways = question.choices and question.typed and question.kind is not Kind.AUTHORED
        if not asked_both_ways or self._rng.random() >= _TYPED_CHANCE:
            return question
        bare = question.without_choices()
        return question if self._quiz.clash(bare) >= Clash.TYPED else bare
