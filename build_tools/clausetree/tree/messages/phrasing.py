"""What the messages have in common."""

from __future__ import annotations

from collections.abc import Sequence

from clausetree.tree.aside_kind import AsideKind
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.problems.scenarios import AsideLine, ToldLine
from clausetree.tree.strength import Strength

_PHRASES = {BlockKind.OUTCOME: "an outcome", BlockKind.SHARED: "a shared block"}


def block_phrase(kind: BlockKind | None) -> str:
    """Return a kind of block with its article; None is the whole file."""
    if kind is None:
        return "the file"
    return _PHRASES.get(kind, f"a {kind}")


def told_words(line: ToldLine) -> str:
    """Return something that is told as a scenario writes it."""
    if isinstance(line, AsideLine):
        return f'{line.kind} "{line.words}"'
    who = f"{line.who} " if line.who else ""
    return f'{line.strength.value} {who}"{line.what}"'


def told_noun(kind: Strength | AsideKind) -> str:
    """Return what is told in one word."""
    return kind.value if isinstance(kind, AsideKind) else "duty"


def how_often(times: int) -> str:
    """Return how often something is so: "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(times, f"{times} times")


def quoted(found: str) -> str:
    return f"`{found}`" if found else "Nothing"


def listed(items: Sequence[str], joint: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def any_of(names: Sequence[str]) -> str:
    return listed([f"`{name}`" for name in names], "or") or "nothing"
