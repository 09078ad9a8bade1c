"""Every name in a tree and what it names, also while lines of it cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from clausetree.editing.assist.lines import Part, WrittenLine, lines_of_part, parts_of
from clausetree.editing.assist.naming_lines import names_of_line
from clausetree.report.span import Span

DONE = "done"
"""What a condition says of a step: it is no name."""
TODAY = "today"


class NameKind(StrEnum):
    """What is named. The value is what an author calls it."""

    NODE = "node"
    ANSWER = "answer"
    ROLE = "role"
    FACT = "fact"
    TOTAL = "total"
    SHARED = "shared block"
    TREE = "tree"
    POLICY = "policy"
    CLAUSE = "clause"
    LINK = "link"


_KINDS = {kind.value: kind for kind in NameKind}
_SPOKEN_OF = (NameKind.FACT, NameKind.TOTAL, NameKind.NODE)
"""What a condition may speak of by a name alone, the first that there is."""


class Use(NamedTuple):
    """A name at `span`: where something is called so (it `defines`), or spoken of.

    An answer is `of` a question, or of a visit; a clause is of a policy ("" is the tree's own), and another
    tree of the node that leads on to it. Where it is defined, `keyword` is that of its line, and `words` are
    what readers see of it.
    """

    kind: NameKind
    text: str
    span: Span
    of: str = ""
    defines: bool = False
    keyword: str = ""
    words: str = ""


class Names(NamedTuple):
    """All names of a text in order: `tree` and `policy` are its own, `visits` the trees that it visits."""

    uses: tuple[Use, ...]
    tree: str
    policy: str
    visits: frozenset[str]
    defined: dict[tuple[NameKind, str, str], Use]

    def definition(self, kind: NameKind, text: str, of: str = "") -> Use | None:
        """Return where something is called so, the first time."""
        return self.defined.get((kind, text, of))

    def all(self, kind: NameKind, of: str = "") -> list[Use]:
        """Return what there is of a kind, in order."""
        return [use for (each, _, owner), use in self.defined.items() if each is kind and owner == of]

    def at(self, offset: int) -> Use | None:
        """Return the name that stands at an offset, or right before it."""
        return next((use for use in self.uses if use.span.start <= offset <= use.span.end), None)


@lru_cache(maxsize=64)
def names_in(text: str) -> Names:
    """Return the names in the text of a tree."""
    parts = parts_of(text)
    called: dict[NameKind, set[str]] = {kind: set() for kind in _SPOKEN_OF}
    answers: set[tuple[str, str]] = set()
    for part in parts:
        for use in _names_of_part(part.text).defined:
            if use.kind in called:
                called[use.kind].add(use.text)
            elif use.kind is NameKind.ANSWER:
                answers.add((use.text, use.of))
    uses = tuple(use for part in parts for use in _resolved(part, called, answers))
    defined: dict[tuple[NameKind, str, str], Use] = {}
    for use in uses:
        if use.defines:
            defined.setdefault((use.kind, use.text, use.of), use)
    tree = next((use.text for use in uses if use.kind is NameKind.TREE and use.defines), "")
    policy = next((use.text for use in uses if use.kind is NameKind.POLICY and use.keyword == "policy"), "")
    visits = frozenset(use.text for use in uses if use.defines and use.keyword == "visit")
    return Names(uses, tree, policy, visits, defined)


class _Open(NamedTuple):
    """A name of which only the whole tree says what it is, as `RawName` has it."""

    kind: str
    text: str
    span: Span
    of: str


class _OfPart(NamedTuple):
    """The names of a part of a text, whose spans count from its start, and those that are defined there."""

    names: tuple[Use | _Open, ...]
    defined: tuple[Use, ...]


@lru_cache(maxsize=10_000)
def _names_of_part(text: str) -> _OfPart:
    names = tuple(_read(lines_of_part(text)))
    return _OfPart(names, tuple(use for use in names if isinstance(use, Use) and use.defines))


def _read(lines: Iterable[WrittenLine]) -> Iterator[Use | _Open]:
    columns: list[str] = []
    for line in lines:
        columns = [] if line.begins else columns
        for name in names_of_line(line):
            span = Span(line.start + name.start, line.start + name.end)
            if name.kind == "column":
                columns.append(name.text)
            if name.kind == "cell":
                column = columns[int(name.of)] if int(name.of) < len(columns) else ""
                yield _Open("answer", name.text, span, column)
            elif name.kind in ("subject", "column") or (name.kind == "answer" and not name.defines):
                yield _Open(name.kind, name.text, span, name.of)
            elif name.kind == "node" and name.text == TODAY and not name.defines:
                yield _Open("subject", name.text, span, "")
            else:
                keyword = line.keyword if name.defines or name.kind == "policy" else ""
                yield Use(_KINDS[name.kind], name.text, span, name.of, name.defines, keyword, name.words)


def _resolved(part: Part, called: Mapping[NameKind, set[str]], answers: set[tuple[str, str]]) -> Iterator[Use]:
    """Yield the names of a part as what they are in the whole tree, in which all these are defined."""
    start = part.start
    for name in _names_of_part(part.text).names:
        span = Span(start + name.span.start, start + name.span.end)
        if isinstance(name, Use):
            yield Use(name[0], name[1], span, *name[3:])
            continue
        kind, of = NameKind.ANSWER, name.of
        if name.kind != "answer":
            kind = next((each for each in _SPOKEN_OF if name.text in called[each]), NameKind.NODE)
        elif (name.text, of) not in answers:
            if name.text == DONE or of in called[NameKind.FACT] or of in called[NameKind.TOTAL]:
                continue  # The cells of such a column say yes or no, or a number.
            kind, of = (NameKind.NODE, "") if name.text in called[NameKind.NODE] else (kind, of)
        if name.text == TODAY and TODAY not in called[NameKind.NODE]:
            continue
        yield Use(kind, name.text, span, of)
