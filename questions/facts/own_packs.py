"""Packs that a server founds, and relations that it adds to a pack: its own, or those of another pack."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2s

from questions.facts.model import EntityKind, FactBase, Many, Relation
from questions.facts.templates import TEMPLATES


@dataclass(frozen=True, slots=True)
class OwnPack:
    """A pack of the server's own. It is empty: relations and facts are changes of their own."""

    pack: str
    title: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class OwnRelation:
    """A relation with the kinds of things that it links, so that it needs no other pack.

    ``object`` is a kind, ``date`` or ``number``. ``wording`` holds the name and the text of each template.
    ``complete`` says that the server lists every true row.
    """

    pack: str
    id: str
    kinds: tuple[EntityKind, ...]
    subject: str
    object: str
    objects: Many
    subjects: Many
    statement: str
    wording: tuple[tuple[str, str], ...] = ()
    complete: bool = False
    symmetric: bool = False
    ordered: bool = False
    two_steps: bool = True
    interest: int = 3

    @property
    def relation(self) -> Relation:
        return Relation(
            self.id,
            self.subject,
            self.object,
            self.objects,
            self.subjects,
            self.complete,
            self.statement,
            self.symmetric,
            dict(self.wording),
            self.ordered,
            self.two_steps,
            self.interest,
        )


def empty_pack(own: OwnPack) -> FactBase:
    """A pack that was just founded."""
    return FactBase(own.pack, own.title, "", own.language, {}, {}, {}, {}, ())


def with_relation(base: FactBase, own: OwnRelation) -> FactBase:
    """The base with one relation more; it stays as it is where it has one of this id."""
    if own.id in base.relations:
        return base
    kinds = {kind.id: kind for kind in own.kinds}
    return replace(base, kinds={**kinds, **base.kinds}, relations={**base.relations, own.id: own.relation})


def borrowed(donor: FactBase, relation: Relation, base: FactBase) -> OwnRelation:
    """A relation of another pack as one of ``base``: the one that it has already, or one with a free id.

    It is not complete there, where only some rows are listed.
    """
    own = _copy(donor, relation, base.id)
    if base.relations.get(own.id) in (None, own.relation):
        return own
    mark = blake2s(f"{donor.id}/{relation.id}".encode(), digest_size=3).hexdigest()
    return replace(own, id=f"{own.id}_{mark}")


def _copy(donor: FactBase, relation: Relation, pack: str) -> OwnRelation:
    ends = [relation.subject, *([relation.object] if relation.links_entities else [])]
    return OwnRelation(
        pack,
        relation.id,
        tuple(donor.kinds[kind] for kind in dict.fromkeys(ends)),
        relation.subject,
        relation.object,
        relation.objects,
        relation.subjects,
        relation.statement,
        tuple((name, text) for name, text in relation.wording.items() if not TEMPLATES[name].only_complete),
        symmetric=relation.symmetric,
        ordered=relation.ordered,
        two_steps=relation.two_steps,
        interest=relation.interest,
    )
