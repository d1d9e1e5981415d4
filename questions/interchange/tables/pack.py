"""A plan -> a fact base, which is an ordinary pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from anyascii import anyascii

from questions.dates import PartialDate
from questions.facts.model import DATE, NUMBER, Entity, EntityKind, Fact, FactBase, Many, Relation, Source
from questions.facts.templates import TEMPLATES
from questions.grammar.english import capital_first, starts_with_article
from questions.interchange.tables.columns import Column, Read
from questions.interchange.tables.lures import RowObjects, keys_of_nearness, wrong_members
from questions.interchange.tables.nouns import Sort, takes_the
from questions.interchange.tables.options import ColumnType
from questions.interchange.tables.plan import AskedColumn, Plan
from questions.question import AnswerType
from questions.words import name_key

SOURCE = "table"
_ON_THE_LIST = " on our list"
_LONGEST_SLUG = 60
_TYPED_FROM = 4  # values; of fewer, one need not know any
_EXACT_UP_TO = 40  # rows; of more, an exact number tells nobody which one is meant
_SHORT_NAME = 4  # words, on average, of what can be expected to be typed
_EASY, _MEDIUM = (50, 20, 3), (150, 5, 1.5)

_OF_A_COUNTRY = re.compile(
    r"(?:[a-z]{3,}an|ese|[^f]ish|swiss|french|greek|czech|dutch|thai|argentine)$", re.IGNORECASE
)
_TYPES = {Sort.PERSON: AnswerType.PERSON, Sort.PLACE: AnswerType.PLACE, Sort.TITLE: AnswerType.TITLE}


def slug(text: str) -> str:
    """A text as an id."""
    plain = re.sub(r"[^a-z0-9]+", "-", anyascii(text).casefold()).strip("-")
    return plain[:_LONGEST_SLUG].strip("-") or "x"


class Ids:
    """Ids that no two things share."""

    def __init__(self, taken: Sequence[str] = ()) -> None:
        self._taken = set(taken)

    def new(self, text: str) -> str:
        wanted = slug(text)
        id, number = wanted, 1
        while id in self._taken:
            number += 1
            id = f"{wanted}-{number}"
        self._taken.add(id)
        return id


class _Builder:
    """One fact base in the making."""

    def __init__(self, plan: Plan, pack: str, source: str) -> None:
        self._plan, self._pack, self._source = plan, pack, source
        self._kind_ids, self._ids, self._relation_ids = Ids((DATE, NUMBER)), Ids(), Ids()
        self._row_kind = self._kind_ids.new(plan.row.noun)
        self._kinds: dict[str, EntityKind] = {}
        self._entities: dict[str, Entity] = {}
        self._relations: dict[str, Relation] = {}
        self._facts: list[Fact] = []
        self._rows = [
            self._row_entity(at, name) if name else None for at, name in enumerate(plan.names.texts)
        ]
        self._by_name = {name_key(self._entities[id].name): id for id in self._rows if id}
        self._dropped = any(id is None for id in self._rows)
        self._near = keys_of_nearness(plan)
        self._levels = _levels(plan.fame, self._rows)

    def build(self) -> FactBase:
        plan, options = self._plan, self._plan.options
        row = plan.row
        type = _TYPES.get(row.sort, AnswerType.TEXT)
        self._kinds[self._row_kind] = EntityKind(
            self._row_kind, row.noun, row.plural, type, typed=True, riddles=True
        )
        for asked in plan.asked:
            self._add(asked)
        self._facts.sort(key=lambda fact: (fact.subject, fact.relation, str(fact.object)))
        used = {end for fact in self._facts for end in (fact.subject, fact.object)}
        title = options.title or plan.table.title or capital_first(row.plural)
        source = Source(SOURCE, options.source or self._source, None, options.published)
        return FactBase(
            id=self._pack,
            title=title,
            about=f"Made from the table {self._source}.",
            language="en",
            kinds=self._kinds,
            entities={id: self._entities[id] for id in sorted(self._entities) if id in used},
            relations=dict(self._relations),
            sources={SOURCE: source},
            facts=tuple(self._facts),
        )

    def _row_entity(self, at: int, name: str) -> str:
        id = self._ids.new(name)
        self._entities[id] = Entity(id, self._row_kind, name, tuple(self._aliases(at, name)))
        return id

    def _aliases(self, at: int, name: str) -> Iterator[str]:
        if self._plan.name.type is ColumnType.DATE:  # "1998" for the 1998 World Cup
            yield from re.findall(r"\d{4}", name)[:1]
        column = self._plan.aliases
        value = column.values[at] if column else None
        if column is None or value is None:
            return
        texts = value if isinstance(value, tuple) else tuple(re.split(r"[;,]\s*", str(value)))
        taken = {name_key(text) for text in self._plan.names.texts if text}
        others = {
            name_key(part)
            for row, other in enumerate(column.values)
            if row != at
            for part in _as_parts(other)
        }
        for text in texts:
            if (
                text
                and "|" not in text
                and name_key(text) not in taken | others
                and name_key(text) != name_key(name)
            ):
                taken.add(name_key(text))
                yield text

    def _add(self, asked: AskedColumn) -> None:
        """The relation of a column with its facts."""
        column, wording = asked.column, asked.wording
        id = self._relation_ids.new(column.header)
        kind = self._kind_of(asked)
        rows = self._objects_of_rows(asked, kind)
        objects = [object for _, _, objects in rows for object in objects]
        links = kind not in (DATE, NUMBER)
        whole = not self._dropped and not asked.is_open and all(objects for _, _, objects in rows)
        self._relations[id] = _relation(
            id,
            self._row_kind,
            kind,
            asked,
            whole=whole and (links or len(rows) <= _EXACT_UP_TO),
            unique=links and len(set(objects)) == len(objects),
            all_rows=self._plan.options.complete,
        )
        lures = wrong_members(rows, self._near) if column.type is ColumnType.LIST and not whole else {}
        topic = capital_first(wording.noun if links and not asked.yes_no else column.label)
        for at, subject, mine in rows:
            level = self._levels[at]
            interest = None if level == 1 else max(1, wording.interest + 1 - level)
            for object in mine:
                wrong, wrong_subjects = lures.get((subject, ""), ()), lures.get(("", str(object)), ())
                fact = Fact(
                    subject, id, object, topic, level, False, (SOURCE,), None, wrong, wrong_subjects, interest
                )
                self._facts.append(fact)

    def _objects_of_rows(self, asked: AskedColumn, kind: str) -> list[RowObjects]:
        """Of each row that has a name its place, its id and what its cell holds, entities by their id."""
        ids: dict[str, str] = {}
        rows = []
        for at, (subject, value) in enumerate(zip(self._rows, asked.column.values, strict=True)):
            if subject is not None:
                parts = self._objects(asked, value)
                objects = (
                    self._object_id(kind, part, ids, asked) if isinstance(part, str) else part
                    for part in parts
                )
                rows.append((at, subject, tuple(each for each in dict.fromkeys(objects) if each != subject)))
        return rows

    def _objects(self, asked: AskedColumn, value: Read | None) -> tuple[str | PartialDate | Decimal, ...]:
        """What a cell holds, as texts, numbers or dates."""
        if value is None:
            return ()
        if isinstance(value, bool):
            assert asked.yes_no
            return (asked.yes_no.yes if value else asked.yes_no.no,)
        return value if isinstance(value, tuple) else (value,)

    def _kind_of(self, asked: AskedColumn) -> str:
        """The kind of the objects: that of the rows where all of them are names of rows, as nothing is known
        of others.
        """
        column, wording = asked.column, asked.wording
        if column.type is ColumnType.DATE:
            return DATE
        if column.type is ColumnType.NUMBER:
            return NUMBER
        texts = [str(value) for value in column.counts]
        if not asked.yes_no and len(texts) > 1:
            linked = all(name_key(text) in self._by_name for text in texts)
            same = sum(
                name == value for name, value in zip(self._plan.names.texts, column.values, strict=True)
            )
            if linked and same * 10 < len(column.values):
                return self._row_kind
        id = self._kind_ids.new(wording.noun)
        short = sum(len(text.split()) for text in texts) <= _SHORT_NAME * len(texts)
        typed = wording.typed and len(texts) >= _TYPED_FROM and not asked.yes_no and short
        self._kinds[id] = EntityKind(id, wording.noun, wording.plural, wording.type, typed=typed)
        return id

    def _object_id(self, kind: str, text: str, known: dict[str, str], asked: AskedColumn) -> str:
        key = name_key(text)
        if kind == self._row_kind and key in self._by_name:
            return self._by_name[key]
        if key not in known:
            id = known[key] = self._ids.new(f"{asked.wording.noun}-{text}" if not asked.yes_no else text)
            name = _lowered(text) if asked.wording.lower else text
            the = asked.wording.article or takes_the(name)
            name = f"the {name}" if the and not starts_with_article(name) else name
            self._entities[id] = Entity(id, kind, name)
        return known[key]


def pack_of(plan: Plan, pack: str, source: str) -> FactBase:
    """The facts of a table as a pack of this id; ``source`` is shown where the options name no other."""
    return _Builder(plan, pack, source).build()


def _as_parts(value: Read | None) -> tuple[str, ...]:
    return (
        value
        if isinstance(value, tuple)
        else ()
        if value is None
        else tuple(re.split(r"[;,]\s*", str(value)))
    )


def _lowered(text: str) -> str:
    """ "Herbivore" -> "herbivore"; what has capitals of its own keeps them, and so does "Swiss franc"."""
    first, _, rest = text.partition(" ")
    keeps = text[1:] != text[1:].lower() or len(text) == 1 or (rest and _OF_A_COUNTRY.search(first))
    return text if keeps else text.lower()


def _relation(
    id: str, subject: str, object: str, asked: AskedColumn, *, whole: bool, unique: bool, all_rows: bool
) -> Relation:
    templates = {
        name: text
        for name, text in asked.wording.templates.items()
        if name != "statement" and (whole or not TEMPLATES[name].only_complete)
    }
    if not all_rows:
        templates = {name: text for name, text in templates.items() if _ON_THE_LIST not in text}
    templates = {name: text.replace(_ON_THE_LIST, "") for name, text in templates.items()}
    identifies = unique and asked.wording.identifies
    if not identifies:
        templates.pop("subject_phrase", None)
        templates.pop("ask_subject", None)
    if asked.yes_no is None and object not in (DATE, NUMBER) and unique:
        for name in ("ask_all_subjects", "ask_count_subjects", "ask_shared_object", "alike_subjects"):
            templates.pop(name, None)
    return Relation(
        id=id,
        subject=subject,
        object=object,
        objects=Many.MANY if asked.column.type is ColumnType.LIST else Many.ONE,
        subjects=Many.ONE if identifies and whole else Many.MANY,
        complete=whole,
        statement=asked.wording.templates["statement"],
        wording=templates,
        interest=asked.wording.interest,
    )


def _levels(fame: Column | None, rows: Sequence[str | None]) -> list[int]:
    """The level of each row: the best known are easy. Without a measure of fame all are."""
    if fame is None:
        return [1] * len(rows)
    keys = [_fame_key(value, fame) for value in fame.values]
    known = sorted(key for key in keys if key is not None)
    limits = [known[min(len(known), most) - 1] for most in _limits(len(known))] if known else []
    return [3 if key is None else 1 + _above(key, limits) for key in keys]


def _above(key: float, limits: Sequence[float]) -> int:
    return sum(key > limit for limit in limits)


def _limits(count: int) -> Iterator[int]:
    """How many rows are easy, and how many are easy or medium."""
    for base, part, share in (_EASY, _MEDIUM):
        yield max(1, min(int(count / share), int(base + count / part)))


def _fame_key(value: Read | None, fame: Column) -> float | None:
    """The lower, the better known: a rank as it is, a number or a date turned round."""
    if isinstance(value, Decimal):
        return -float(value)
    if isinstance(value, PartialDate):
        return -float(value.year)
    if fame.type is ColumnType.RANK and isinstance(value, str):
        found = re.search(r"\d+", value)
        return float(found.group()) if found else None
    return None
