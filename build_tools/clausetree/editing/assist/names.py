"""Every name in a tree and what it names, also while lines of it cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from clausetree.editing.assist.lines import WrittenLine, written_lines
from clausetree.editing.assist.naming_lines import RawName, names_of_line
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
    raw = [(line, name) for line in written_lines(text) for name in names_of_line(line)]
    called: dict[str, set[str]] = {"fact": set(), "total": set(), "node": set()}
    answers = {(name.text, name.of) for _, name in raw if name.kind == "answer" and name.defines}
    for _, name in raw:
        if name.defines and name.kind in called:
            called[name.kind].add(name.text)
    uses = tuple(_resolved(raw, called, answers))
    defined: dict[tuple[NameKind, str, str], Use] = {}
    for use in uses:
        if use.defines:
            defined.setdefault((use.kind, use.text, use.of), use)
    tree = next((use.text for use in uses if use.kind is NameKind.TREE and use.defines), "")
    policy = next((use.text for use in uses if use.kind is NameKind.POLICY and use.keyword == "policy"), "")
    visits = frozenset(use.text for use in uses if use.defines and use.keyword == "visit")
    return Names(uses, tree, policy, visits, defined)


def _resolved(
    raw: Iterable[tuple[WrittenLine, RawName]],
    called: Mapping[str, set[str]],
    answers: set[tuple[str, str]],
) -> Iterator[Use]:
    """Yield the names of lines as what they are in the whole tree: `called` are those that are defined."""
    columns: list[str] = []
    table = None
    for line, name in raw:
        if (line.block, line.owner) != table:
            table, columns = (line.block, line.owner), []
        kind, of = name.kind, name.of
        if kind == "column":
            columns.append(name.text)
        if kind == "cell":
            kind, of = "answer", columns[int(of)] if int(of) < len(columns) else ""
        if kind in ("subject", "column"):
            kind = next((each for each in ("fact", "total") if name.text in called[each]), "node")
        if kind == "answer" and not name.defines and (name.text, of) not in answers:
            if of in called["fact"] or of in called["total"]:
                continue  # The cells of such a column say yes or no, or a number.
            if name.text == DONE:
                continue
            kind, of = ("node", "") if name.text in called["node"] else (kind, of)
        if name.text == TODAY and (kind != "node" or TODAY not in called["node"]):
            continue
        span = Span(line.start + name.start, line.start + name.end)
        keyword = line.keyword if name.defines or kind == "policy" else ""
        yield Use(NameKind(kind), name.text, span, of, name.defines, keyword, name.words)
