"""Derives every answer and every wrong choice of a pack's questions a second time, from the raw rows.

Nothing here uses the product: it reads the records that ``gumshoe questions --json`` prints, and yields what
is not proved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.support.raw_pack import RawPack, Row, contains, may_be_same_day, plain
from tests.support.raw_reading import mentions, readings, stands_for, values

Record = Mapping[str, Any]
ENDS = (("subject", "object"), ("object", "subject"))


def faults(pack: RawPack, question: Record) -> Iterator[str]:
    """What is wrong with a question, as sentences; none for a sound one."""
    missing = [id for id in question["facts"] if id not in pack.rows]
    if missing or not question["facts"]:
        yield f"facts {missing or 'none'} do not stand in facts.csv"
        return
    yield from _frame(pack, question)
    yield from CHECKS[question["kind"]](pack, question)


def _frame(pack: RawPack, question: Record) -> Iterator[str]:
    rows = [pack.rows[id] for id in question["facts"]]
    sources = list(dict.fromkeys(source for row in rows for source in row["sources"].split("|")))
    if question["sources"] != sources:
        yield f"sources {question['sources']} are not those of its facts, {sources}"
    used = [*rows, *(pack.rows[id] for proof in question["proof"] for id in proof["facts"])]
    if question["spoiler"] != any(row["spoiler"] == "yes" for row in used):
        yield "its spoiler mark is not that of the facts used"
    kind = question["kind"]
    main = (
        rows[-1:] if kind == "who_am_i" else rows[: {"true_false": 1, "odd_one_out": 3}.get(kind, len(rows))]
    )
    levels = sorted(int(row["level"]) for row in main)
    hardest = {"match_up": levels[:2], "what_links": levels[:1]}.get(kind, levels)[-1]
    level = min(3, hardest + (kind == "two_steps"))
    if question["level"] != level:
        yield f"level {question['level']} is not {level}"
    if question["topic"] != rows[0]["topic"]:
        yield "its topic is not that of its main fact"
    if [proof["text"] for proof in question["proof"]] != (
        question["choices"] or [question["proof"][0]["text"]]
    ):
        yield "its proof is not about its choices"
    if question["choices"]:
        right = [at for at, proof in enumerate(question["proof"]) if proof["why"] is None]
        if right != [question["correct"]]:
            yield f"choices {right} are said to be right, and {question['correct']} is correct"
        if plain(question["choices"][question["correct"]]) not in map(plain, question["answers"]):
            yield "the correct choice is not the answer"


def _one_fact(pack: RawPack, question: Record) -> Iterator[str]:
    row = pack.rows[question["facts"][0]]
    yield from _hidden_end(pack, question, row, {})


def _when(pack: RawPack, question: Record) -> Iterator[str]:
    """As any fact, or where the year alone is asked for: it is that of the date, and the others are not."""
    row = pack.rows[question["facts"][0]]
    year = question["answers"][0]
    if not (re.fullmatch(r"\d{4}", year) and len(row["object"]) > 4):
        yield from _one_fact(pack, question)
        return
    if not any(mentions(question["prompt"], text) for text in pack.wordings(row["subject"])):
        yield f"the prompt does not name {row['subject']}"
    if not row["object"].startswith(year) or pack.relations[row["relation"]]["objects"] != "one":
        yield f"{year} is not the year of the fact"
    if any(proof["text"] == year for proof in question["proof"] if proof["why"] is not None):
        yield "the year is among the wrong choices"


def _hidden_end(pack: RawPack, question: Record, row: Row, given_as: Mapping[str, str]) -> Iterator[str]:
    """One end of the row is the answer; ``given_as`` tells how the prompt names an entity that it does not
    name.
    """
    problems: list[str] = []
    for side, other in ENDS:
        answer, given = row[side], row[other]
        if not stands_for(pack, question["answers"][0], answer):
            continue
        named = [given_as[given]] if given in given_as else pack.wordings(given)
        if not any(mentions(question["prompt"], text) for text in named):
            problems.append(f"the prompt does not name {given}")
            continue
        found = list(_choices(pack, question, row, side, given))
        if question["typed"] and not pack.is_only(row["relation"], side, given):
            found.append(f"to be typed, but others than {answer} may fit {given}")
        if not found:
            return
        problems += found
    yield from problems or ["the answer is no end of its fact"]


def _choices(pack: RawPack, question: Record, row: Row, side: str, given: str) -> Iterator[str]:
    for proof in question["proof"]:
        if proof["why"] is not None:
            yield from _wrong(pack, proof, row, side, given)


def _wrong(pack: RawPack, proof: Mapping[str, Any], row: Row, side: str, given: str) -> Iterator[str]:
    """Whether the text is provably wrong on the side of the row, for the reason that is claimed."""
    relation, text = row["relation"], proof["text"]
    meant = values(pack, relation, side, text, row)
    if not meant:
        yield f"{text!r} is neither an entity of the right kind nor a lure"
    for value in meant:
        subject, object_ = (given, value) if side == "object" else (value, given)
        reasons = pack.why_false(relation, subject, object_, row["as_of"])
        rule = "one_object" if proof["why"] == "count" else proof["why"]
        if rule not in reasons:
            yield f"{text!r} is not false by {proof['why']}, only by {sorted(reasons)}"
        elif rule != "complete" and not set(proof["facts"]) & reasons[rule]:
            yield f"{text!r}: {proof['facts']} do not carry {proof['why']}"


def _number(pack: RawPack, question: Record) -> Iterator[str]:
    rows = [pack.rows[id] for id in question["facts"]]
    if pack.kind_at(rows[0]["relation"], "object") == "number":
        yield from _one_fact(pack, question)
        return
    yield from _whole_list(pack, question)
    if question["answers"][0] != str(len(rows)):
        yield f"{len(rows)} rows, and the answer is {question['answers'][0]}"
    for proof in question["proof"]:
        if proof["why"] is not None and int(proof["text"]) == len(rows):
            yield "a wrong number is the right one"


def _whole_list(pack: RawPack, question: Record) -> Iterator[str]:
    """Whether the facts are all rows that share one end, of a relation that is complete."""
    rows = [pack.rows[id] for id in question["facts"]]
    relation = rows[0]["relation"]
    if not pack.relations[relation]["complete"]:
        yield f"{relation} is not complete"
    pairs = [(subject, object_, pack.id(row)) for subject, object_, row in pack.pairs(relation)]
    lists = [
        {id for subject, object_, id in pairs if end in (subject, object_)[at]}
        for end in set.intersection(*({row["subject"], row["object"]} for row in rows))
        for at in (slice(0, 1), slice(1, 2))
    ]
    if set(question["facts"]) not in lists:
        yield "its facts are not all rows of one list"


def _name_all(pack: RawPack, question: Record) -> Iterator[str]:
    yield from _whole_list(pack, question)
    rows = [pack.rows[id] for id in question["facts"]]
    members = {plain(pack.shown(end)) for row in rows for end in (row["subject"], row["object"])}
    if len(question["answers"]) != len(rows) or not {plain(text) for text in question["answers"]} <= members:
        yield "the answers are not the members of the list"


def _true_false(pack: RawPack, question: Record) -> Iterator[str]:
    main = pack.rows[question["facts"][0]]
    about = pack.relations[main["relation"]]
    said = question["prompt"].split("? ", 1)[1]
    name = "past_claim" if main["as_of"] else "claim"
    pairs = list(readings(pack, main, about[name], said))
    if not pairs:
        yield f"cannot read {said!r} as {about[name]!r}"
    is_true = question["correct"] == 0
    for subject, value in pairs:
        if is_true and not any((s, o) == (subject, value) for s, o, _ in pack.pairs(main["relation"])):
            yield f"{subject}, {value} is no row, and is said to be true"
        reasons = pack.why_false(main["relation"], subject, value, main["as_of"])
        rule = question["proof"][0]["why"]
        if not is_true and ("one_object" if rule == "count" else rule) not in reasons:
            yield f"{subject}, {value} is not false by {rule}, only by {sorted(reasons)}"


def _odd_one_out(pack: RawPack, question: Record) -> Iterator[str]:
    rows = [pack.rows[id] for id in question["facts"][:3]]
    symmetric = pack.relations[rows[0]["relation"]].get("symmetric")
    problems = []
    for side, other in ENDS:
        for given in set.intersection(*({row[other], row[side if symmetric else other]} for row in rows)):
            ends = [row[side] if row[other] == given else row[other] for row in rows]
            members = {plain(pack.shown(end)) for end in ends}
            wrong = {plain(text) for at, text in enumerate(question["choices"]) if at != question["correct"]}
            rule = next(proof["why"] for proof in question["proof"] if proof["why"])
            odd = {**question["proof"][question["correct"]], "why": rule}
            found = list(_wrong(pack, odd, rows[0], side, given))
            if members != wrong:
                found.append("the other three are not those of its facts")
            if not found:
                return
            problems += found
    yield from problems or ["three facts do not share an end"]


def _ranks(pack: RawPack, question: Record, texts: list[str]) -> list[int]:
    """The place of each moment in time among the others, by the rows alone; ValueError where that is open."""
    relation = pack.rows[question["facts"][0]]["relation"]
    if pack.is_ordered(question["facts"][0]):
        before = pack.story_order()
    elif question["prompt"].split("\n")[0] in pack.relations[relation].values():
        before = pack.ranking(relation)
    else:
        before = _date_order(pack, question)
    keys = [plain(text) for text in texts]
    ranks = []
    for key in keys:
        earlier = [other for other in keys if (other, key) in before]
        later = [other for other in keys if (key, other) in before]
        if len(earlier) + len(later) != len(keys) - 1:
            raise ValueError(f"the place of {key!r} is open")
        ranks.append(len(earlier))
    return ranks


def _date_order(pack: RawPack, question: Record) -> set[tuple[str, str]]:
    """Which dated event of the pack surely comes before which, by their words."""
    dated = [
        (plain(text), row["object"])
        for row in pack.rows.values()
        for text in pack.events_of(row)
        if row["object"] in {pack.rows[id]["object"] for id in question["facts"]}
    ]
    return {
        (one, other)
        for one, date in dated
        for other, later in dated
        if date < later and not may_be_same_day(date, later)
    }


def _first_or_last(pack: RawPack, question: Record) -> Iterator[str]:
    try:
        ranks = _ranks(pack, question, question["choices"])
    except ValueError as error:
        yield str(error)
        return
    about = pack.relations[pack.rows[question["facts"][0]]["relation"]]
    last = question["prompt"] == about.get("ask_last") or question["prompt"].endswith("came last?")
    right = max(ranks) if last else min(ranks)
    if ranks[question["correct"]] != right:
        yield "another event is the one asked for"


def _most_or_least(pack: RawPack, question: Record) -> Iterator[str]:
    """The number of the answer is above, or below, those of all others."""
    relation = pack.rows[question["facts"][0]]["relation"]
    most = question["prompt"] == pack.relations[relation].get("ask_most")
    if not most and question["prompt"] != pack.relations[relation].get("ask_least"):
        yield "the prompt is not that of its relation"
    try:
        ranks = _ranks(pack, question, question["choices"])
    except ValueError as error:
        yield str(error)
        return
    if ranks[question["correct"]] != (max(ranks) if most else min(ranks)):
        yield "another one is the one asked for"


def _order(pack: RawPack, question: Record) -> Iterator[str]:
    items = question["items"]
    try:
        ranks = _ranks(pack, question, items)
    except ValueError as error:
        yield str(error)
        return
    right = " → ".join(sorted(items, key=lambda item: ranks[items.index(item)]))
    if question["answers"] != [right]:
        yield f"{question['answers']} is not {right!r}"


def _each_year(several: re.Match[str]) -> str:
    """ "the World Cups of 1966 and 1970" as "the 1966 World Cup, the 1970 World Cup"."""
    noun = several[0].removeprefix("the ").partition("s of ")[0]
    return ", ".join(f"the {year} {noun}" for year in re.findall(r"\d{4}", several[3]))


def _what_links(pack: RawPack, question: Record) -> Iterator[str]:
    """Each fact has the answer at one end; the other ends, all named, share nothing else."""
    rows = [pack.rows[id] for id in question["facts"]]
    for side, other in ENDS:
        if not all(stands_for(pack, question["answers"][0], row[side]) for row in rows):
            continue
        named = [row[other] for row in rows]
        said = re.sub(r"the (\w+ )*?(\w+)s of ((?:\d{4}(?:, | and |\b))+)", _each_year, question["prompt"])
        if not all(mentions(said, pack.shown(given)) for given in named):
            yield "the prompt does not name them all"
        shared = set.intersection(*(pack.ends(rows[0]["relation"], side, given) for given in named))
        if shared != {rows[0][side]}:
            yield f"they share {sorted(shared)}"
        for proof in question["proof"]:
            if proof["why"] is not None:
                yield from _wrong(pack, proof, rows[0], side, rows[0][other])
        return
    yield "the answer is not an end of each fact"


def _riddle(pack: RawPack, question: Record) -> Iterator[str]:
    rows = [pack.rows[id] for id in question["facts"]]
    shared = set.intersection(*({row["subject"], row["object"]} for row in rows))
    me = [entity for entity in shared if plain(pack.shown(entity)) == plain(question["answers"][0])]
    if not me or len(rows) != len(question["clues"]):
        yield "its facts are not all about the answer, a clue each"
        return
    sides = [(row, "subject" if row["subject"] == me[0] else "object") for row in rows]
    ends = [(row, side, row["object" if side == "subject" else "subject"]) for row, side in sides]
    if not any(pack.is_only(row["relation"], side, given) for row, side, given in ends):
        yield "no clue is true of it alone"
    for clue in question["clues"]:
        if any(contains(clue, name) for name in pack.names(me[0])):
            yield f"the clue {clue!r} names the answer"
    for proof in question["proof"]:
        if proof["why"] is not None and all(list(_wrong(pack, proof, *end)) for end in ends):
            yield f"{proof['text']!r} does not provably fail a clue"


def _two_steps(pack: RawPack, question: Record) -> Iterator[str]:
    asked, step = (pack.rows[id] for id in question["facts"])
    for middle in {asked["subject"], asked["object"]} & {step["subject"], step["object"]}:
        end = step["object"] if step["subject"] == middle else step["subject"]
        side = "subject" if step["subject"] == middle else "object"
        problems = list(_hidden_end(pack, question, asked, {middle: pack.shown(end)}))
        if not pack.is_only(step["relation"], side, end):
            problems.append("the first step may lead elsewhere")
        far = asked["object"] if asked["subject"] == middle else asked["subject"]
        if not pack.is_only(asked["relation"], "object" if asked["object"] == far else "subject", middle):
            problems.append("the second step may lead elsewhere")
        if any(contains(question["prompt"], name) for name in pack.names(middle)) or far == end:
            problems.append("it names its middle, or leads back")
        if not problems:
            return
    yield from problems


def _match_up(pack: RawPack, question: Record) -> Iterator[str]:
    rows = [pack.rows[id] for id in question["facts"]]
    by_subject = {plain(pack.shown(row["subject"])): row for row in rows}
    pairs = [pair.split(" – ") for pair in question["answers"][0].split(" · ")]
    named = [sorted(pair[at] for pair in pairs if len(pair) == 2) for at in (0, 1)]
    if named != [sorted(question["items"]), sorted(question["partners"])]:
        yield "the answer does not match all that is to be matched"
        return
    for item, partner in pairs:
        if not stands_for(pack, partner, by_subject[plain(item)]["object"]):
            yield f"{item} does not go with {partner}"
    for row in rows:
        for other in rows:
            if other is not row and not pack.why_false(
                row["relation"], row["subject"], other["object"], row["as_of"]
            ):
                yield f"{row['subject']} might go with {other['object']}"


CHECKS: Mapping[str, Callable[[RawPack, Record], Iterator[str]]] = {
    "look_up": _one_fact,
    "which_of_these": _one_fact,
    "when": _when,
    "how_many": _number,
    "true_false": _true_false,
    "odd_one_out": _odd_one_out,
    "first_or_last": _first_or_last,
    "most_or_least": _most_or_least,
    "order": _order,
    "who_am_i": _riddle,
    "two_steps": _two_steps,
    "name_them_all": _name_all,
    "match_up": _match_up,
    "what_links": _what_links,
}
