"""A made-up policy, edited as policies are, of which it is known which clause is which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from enum import Enum
from itertools import count
from random import Random

from benchmarks.made_up_words import (
    aspect,
    heavily_reworded,
    item,
    lightly_reworded,
    paragraph,
    repeated,
    sentence,
    topic,
)

_HEAD = '---\npolicy: p\ntitle: House rules\nversion: "{version}"\nowner: O\napproved: A\n---\n\n'


class Kind(Enum):
    """What a unit is. Sections are numbered, or nothing is."""

    TITLE = "# "
    SECTION = "## "
    PART = "### "
    CLAUSE = ""
    ITEM = "- "


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit. `means` are the units of the last version that it is, by name: several where they merged."""

    kind: Kind
    text: str
    means: frozenset[int]


_names = count(1)


def piece(kind: Kind, text: str) -> Piece:
    """Return a unit that is none of those before."""
    return Piece(kind, text, frozenset((next(_names),)))


@dataclass
class Life:
    """The policy as it is now. `numbered` says whether clauses have numbers, which follow their order."""

    random: Random
    numbered: bool
    pieces: list[Piece] = field(default_factory=list)
    last: list[Piece] = field(default_factory=list)

    def markdown(self, version: str) -> str:
        """Return the policy without an anchor, as somebody pastes it."""
        lines, section, clause = [_HEAD.format(version=version)], 0, 0
        for each, after in zip(self.pieces, [*self.pieces[1:], None], strict=True):
            if each.kind is Kind.SECTION:
                section, clause = section + 1, 0
                number = f"{section}.0 " if self.numbered else ""
            elif each.kind is Kind.CLAUSE:
                clause += 1
                number = f"{section}.{clause} " if self.numbered and section else ""
            else:
                number = ""
            listed = each.kind is Kind.ITEM and after is not None and after.kind is Kind.ITEM
            lines.append(f"{each.kind.value}{number}{each.text}\n" + ("" if listed else "\n"))
        return "".join(lines)

    def edit(self, times: int) -> None:
        """Make so many edits."""
        self.last = list(self.pieces)
        for _ in range(times):
            edit = self.random.choices(list(_EDITS), weights=list(_EDITS.values()))[0]
            edit(self)

    def places(self, *kinds: Kind) -> list[int]:
        """Return where units of these kinds are."""
        return [at for at, each in enumerate(self.pieces) if each.kind in kinds]

    def place(self, *kinds: Kind) -> int:
        """Return one of those places; the title where there is none."""
        return self.random.choice(self.places(*kinds) or [0])

    def around(self, at: int) -> list[Piece]:
        """Return what stands in the section of a place, and stood there: nobody writes that again."""
        found: list[Piece] = []
        section = max((place for place in self.places(Kind.SECTION) if place <= at), default=0)
        means = self.pieces[section].means
        for pieces in (self.pieces, self.last):
            within = False
            for each in pieces:
                within = each.means == means if each.kind is Kind.SECTION else within
                found += [each] if within else []
        return found

    def kept_of(self, whole: Piece, part: str) -> frozenset[int]:
        """Return which clauses a part of one is still: those of which it has a third of the words or more."""
        texts = {name: each.text.split() for each in self.last for name in each.means & whole.means}
        words = Counter(part.split())
        return frozenset(
            name
            for name in whole.means
            if name not in texts or 3 * (words & Counter(texts[name])).total() >= len(texts[name])
        )

    def section(self, at: int) -> slice:
        """Return the section that begins at a place."""
        ends = (end for end in self.places(Kind.SECTION) if end > at)
        return slice(at, next(ends, len(self.pieces)))


_TRIES, _UNLIKE, _FEW = 20, 0.5, 5


def begin(random: Random, size: int) -> Life:
    """Return a policy of about so many units."""
    life = Life(random, random.random() < 0.6, [piece(Kind.TITLE, "House rules")])
    while len(life.pieces) < size:
        _write_section(life, len(life.pieces))
    return life


def _write_section(life: Life, at: int) -> None:
    """Write a section. No two have one heading, until there are no more."""
    random, made = life.random, list[Piece]()
    for _ in range(random.choice((0, 0, 1, 2, 3))):
        made += [piece(Kind.PART, _other(aspect, made, random)), *_clauses(random)]
    heading = _other(topic, [*life.pieces, *life.last], random)
    life.pieces[at:at] = [piece(Kind.SECTION, heading), *(made or _clauses(random))]


def _clauses(random: Random) -> list[Piece]:
    made: list[Piece] = []
    for _ in range(random.randint(1, 5)):
        if random.random() < 0.15:
            made.append(piece(Kind.CLAUSE, f"{sentence(random)[:-1]}, with:"))
            for _ in range(random.randint(2, 5)):
                made.append(piece(Kind.ITEM, _other(item, made, random)))
        else:
            made.append(piece(Kind.CLAUSE, _other(paragraph, made, random)))
    return made


def _other(write: Callable[[Random], str], known: Iterable[Piece], random: Random) -> str:
    """Write words that are unlike those that are known: else its author could not tell which is which."""
    texts = [each.text.split() for each in known]
    for _ in range(_TRIES):
        words = write(random)
        if not any(_alike(text, words.split()) for text in texts):
            return words
    return f"{sentence(random)[:-1]}, as said on page {random.randrange(1000)}."


def _alike(one: list[str], other: list[str]) -> bool:
    few = min(len(one), len(other)) < _FEW
    return SequenceMatcher(None, one, other).ratio() > (_UNLIKE if few else _UNLIKE - 0.01)


def _insert(life: Life) -> None:
    at = life.place(Kind.CLAUSE, Kind.ITEM)
    kind = life.pieces[at].kind
    if at:
        write = item if kind is Kind.ITEM else paragraph
        text = _other(write, life.around(at), life.random)
        after = life.random.random() < 0.5 and kind is Kind.ITEM
        life.pieces.insert(at + after, piece(kind, text))


def _insert_repeated(life: Life) -> None:
    at = life.place(Kind.CLAUSE)
    if at:
        life.pieces.insert(at, piece(Kind.CLAUSE, _other(repeated, life.around(at), life.random)))


def _insert_section(life: Life) -> None:
    _write_section(life, life.place(Kind.SECTION) or len(life.pieces))


def _delete(life: Life) -> None:
    at = life.place(Kind.CLAUSE, Kind.ITEM)
    if at and not _has_items(life, at):
        del life.pieces[at]


def _delete_section(life: Life) -> None:
    if len(life.places(Kind.SECTION)) > 2:
        del life.pieces[life.section(life.place(Kind.SECTION))]


def _move(life: Life) -> None:
    at = life.place(Kind.CLAUSE)
    stood = any(life.pieces[at].means & each.means for each in life.last)
    if at and stood and not _has_items(life, at):
        moved = life.pieces.pop(at)
        life.pieces.insert(life.place(Kind.CLAUSE) or 1, moved)


def _swap(life: Life) -> None:
    at = life.place(Kind.CLAUSE)
    here = life.pieces[at : at + 2]
    if {each.kind for each in here} == {Kind.CLAUSE} and not _has_items(life, at + 1):
        life.pieces[at : at + 2] = reversed(here)


def _move_section(life: Life) -> None:
    where = life.section(life.place(Kind.SECTION))
    moved = life.pieces[where]
    if moved[0].kind is Kind.SECTION:
        del life.pieces[where]
        at = life.place(Kind.SECTION) or len(life.pieces)
        life.pieces[at:at] = moved


def _split(life: Life) -> None:
    at = life.place(Kind.CLAUSE)
    first, stop, rest = life.pieces[at].text.partition(". ")
    if rest:
        parts = (first + stop.strip(), rest)
        means = [life.kept_of(life.pieces[at], part) for part in parts]
        if means[0] | means[1] == life.pieces[at].means:
            life.pieces[at : at + 1] = [
                Piece(Kind.CLAUSE, part, kept) if kept else piece(Kind.CLAUSE, part)
                for part, kept in zip(parts, means, strict=True)
            ]


def _merge(life: Life) -> None:
    at = life.place(Kind.CLAUSE)
    here = life.pieces[at : at + 2]
    if [each.kind for each in here] == [Kind.CLAUSE] * 2 and not _has_items(life, at + 1):
        means = here[0].means | here[1].means
        life.pieces[at : at + 2] = [Piece(Kind.CLAUSE, f"{here[0].text} {here[1].text}", means)]


def _reworded(reword: Callable[[str, Random], str]) -> Callable[[Life], None]:
    def edit(life: Life) -> None:
        at = life.place(Kind.CLAUSE, Kind.ITEM)
        if at:
            life.pieces[at] = replace(life.pieces[at], text=reword(life.pieces[at].text, life.random))

    return edit


def _rewrite(life: Life) -> None:
    at = life.place(Kind.CLAUSE)
    if at:
        life.pieces[at] = replace(life.pieces[at], text=sentence(life.random))


def _rename(life: Life) -> None:
    at = life.place(Kind.SECTION)
    if at:
        text = _other(topic, [*life.pieces, *life.last], life.random)
        life.pieces[at] = replace(life.pieces[at], text=text)


def _has_items(life: Life, at: int) -> bool:
    return at + 1 < len(life.pieces) and life.pieces[at + 1].kind is Kind.ITEM


_EDITS: dict[Callable[[Life], None], float] = {
    _insert: 6, _insert_repeated: 1, _insert_section: 1, _delete: 4, _delete_section: 0.7, _move: 3, _swap: 1.5,
    _move_section: 0.7, _split: 2, _merge: 2, _reworded(lightly_reworded): 12, _reworded(heavily_reworded): 3,
    _rewrite: 1, _rename: 1,
}  # fmt: skip
