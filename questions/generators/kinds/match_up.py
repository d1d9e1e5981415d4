"""Match up: three pairs of one relation, no two of which could be exchanged."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.arrangement import Arrangement
from questions.facts.model import Fact, Relation
from questions.generators.asking import gives_each_other_away
from questions.generators.generator import Generator, QuestionParts
from questions.generators.index import FactIndex
from questions.generators.proofs import Ask, Side
from questions.generators.wording import shown, slots_of, statement, template
from questions.grammar.filling import fill
from questions.question import Answer
from questions.words import alike, telling_words, word_key

Candidate = tuple[Relation, int]
"""A relation, and the place of the first fact that is taken."""

_PAIRS = 3
_STEP = 3
_FEW, _STEP_OF_FEW = 8, 2
_REACH = 16
_MOST_WORDS = 40


class MatchUp(Generator[Candidate]):
    kind = "match_up"
    needs = "`match`, and three facts no two of which could be exchanged"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """Every relation that words a match-up, from every third of its facts on, or every other of a few."""
        candidates = []
        for relation in index.base.relations.values():
            if "match" in relation.wording or "past_match" in relation.wording:
                total = len(index.facts_of(relation))
                step = _STEP_OF_FEW if total < _FEW else _STEP
                candidates += [(relation, at) for at in range(0, total - _PAIRS + 1, step)]
        return candidates

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        relation, start = candidate
        return index.shuffled(relation)[start : start + 1]

    def key(self, candidate: Candidate) -> str:
        relation, start = candidate
        return f"{relation.id}/{start}"

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        """One fact and those that follow it; None where a pair could be exchanged or gives itself away, or
        there is too much to read. No two questions take the same facts, for each takes none before its first.
        """
        relation, start = candidate
        base, facts = index.base, _block(index, relation, start)
        text = template(relation, "match", facts[0]) if facts else None
        if text is None or not _no_two_fit(index, facts):
            return None
        partners = rng.sample(facts, len(facts))
        arrangement = Arrangement(
            items=tuple(shown(base, fact.subject) for fact in facts),
            right=tuple(partners.index(fact) for fact in facts),
            partners=tuple(shown(base, fact.object) for fact in partners),
        )
        prompt = fill(text, slots_of(base, facts[0]))
        if _words(prompt, arrangement) > _MOST_WORDS:
            return None
        told = " ".join(statement(base, fact) for fact in facts)
        return QuestionParts(
            prompt,
            Answer(arrangement.tell(arrangement.right)),
            told,
            tuple(facts),
            arrangement=arrangement,
            level=sorted(fact.level for fact in facts)[1],
        )


def _block(index: FactIndex, relation: Relation, start: int) -> list[Fact]:
    """Three facts from one place on whose subjects and objects all differ clearly, of one time."""
    rows = index.shuffled(relation)
    block: list[Fact] = []
    keys: list[str] = []
    for fact in rows[start : start + _REACH]:
        if gives_each_other_away(index, fact):
            continue
        texts = [shown(index.base, fact.subject), shown(index.base, fact.object)]
        mine = [word_key(text) for text in texts]
        apart = not any(alike(one, other) for one in mine for other in keys) and not alike(*mine)
        if (
            apart
            and fact.as_of == rows[start].as_of
            and not telling_words(texts[0]) & telling_words(texts[1])
        ):
            block.append(fact)
            keys += mine
        if len(block) == _PAIRS or not block:
            break
    return block if len(block) == _PAIRS else []


def _no_two_fit(index: FactIndex, facts: Sequence[Fact]) -> bool:
    """Whether each subject surely belongs to its own object alone."""
    return all(
        index.why_not(Ask.of(fact, Side.OBJECT), other.object) is not None
        for fact in facts
        for other in facts
        if other is not fact
    )


def _words(prompt: str, arrangement: Arrangement) -> int:
    """How much there is to read, the letters among it."""
    return len(" ".join((prompt, *(f"{letter} {text}" for letter, text in arrangement.lines()))).split())
