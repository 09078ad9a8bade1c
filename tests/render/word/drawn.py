"""Policies drawn at random: sections of clauses, and below them whatever Markdown has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

HEAD = """\
---
policy: policy
title: Rules of the mill
version: "1.0"
owner: Miller
approved: May 2031
---

# Rules of the mill

"""
WORDS = (
    "stone",
    "water",
    "sluice",
    "flour",
    "sacks",
    "miller",
    "wheel",
    "keep",
    "clean",
    "before",
    "dusk",
    "oats",
)
LINKS = ("[list][ledger]", "[form][]", "[page](other-page.md#c1-1)", "[mill][unknown-yet]")


@dataclass
class Drawn:
    """`clauses` has the words of each plain clause by its number; `text` is the whole."""

    blocks: list[str] = field(default_factory=list)
    clauses: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        notes = "\n\n".join(f"[^n{at}]: {note}" for at, note in enumerate(self.notes))
        return f"{HEAD}{'\n\n'.join([*self.blocks, notes])}".rstrip() + "\n"


@st.composite
def plain(draw: DrawFn) -> str:
    """Draw a sentence without any looks."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=7))
    return f"{' '.join(words).capitalize()}."


@st.composite
def rich(draw: DrawFn) -> str:
    """Draw a sentence with looks and links among its words."""
    looks = st.sampled_from(
        ("{}", "**{}**", "*{}*", "`{}`", "***{}***", "<sub>{}</sub>", "{}\u00ad{}", "[{}](#c1-1)")
    )
    words = [draw(looks).replace("{}", draw(st.sampled_from(WORDS))) for _ in range(draw(st.integers(1, 5)))]
    return f"Each {' '.join(words)} counts."


@st.composite
def items(draw: DrawFn, depth: int = 0) -> str:
    """Draw a list, with lists, quotations and further words in its items."""
    numbered = draw(st.booleans())
    made = []
    for at in range(draw(st.integers(1, 3))):
        inner = [draw(rich() | plain())]
        if depth < 2:
            inner += draw(st.lists(st.one_of(plain(), quotation(depth + 1), items(depth + 1)), max_size=2))
        sign = f"{at + 1}. ".ljust(4) if numbered else "-   "
        made.append(hung(sign, "\n\n".join(inner)))
    return "\n\n".join(made)


@st.composite
def quotation(draw: DrawFn, depth: int = 0) -> str:
    """Draw a quotation, of words and lists."""
    inner = [draw(plain())]
    if depth < 2:
        inner += draw(st.lists(st.one_of(rich(), items(depth + 1)), max_size=2))
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(inner).split("\n"))


@st.composite
def definitions(draw: DrawFn) -> str:
    """Draw words and what they mean."""
    entries = []
    for at in range(draw(st.integers(1, 3))):
        meaning = "\n\n".join([draw(rich()), *draw(st.lists(st.one_of(plain(), items(1)), max_size=1))])
        entries.append(
            f"{draw(st.sampled_from(WORDS)).capitalize()} {ascii_lowercase[at]}\n{hung(':   ', meaning)}"
        )
    return "\n\n".join(entries)


@st.composite
def table(draw: DrawFn) -> str:
    """Draw a table."""
    width = draw(st.integers(1, 3))
    rows = [[draw(plain()) for _ in range(width)] for _ in range(draw(st.integers(2, 3)))]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])


def hung(sign: str, text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([f"{sign}{first}", *(f"    {line}" if line else "" for line in rest)])


@st.composite
def policies(draw: DrawFn) -> Drawn:
    """Draw a policy."""
    made = Drawn()
    for section in range(1, draw(st.integers(1, 3)) + 1):
        made.blocks.append(f"## {section}.0 {draw(st.sampled_from(WORDS)).capitalize()}")
        for clause in range(1, draw(st.integers(1, 4)) + 1):
            _clause(draw, made, f"{section}.{clause}")
    return made


def _clause(draw: DrawFn, made: Drawn, number: str) -> None:
    words = draw(plain())
    mark = ""
    if draw(st.integers(0, 4)) == 0:
        mark = f"[^n{len(made.notes)}]"
        made.notes.append("\n\n    ".join([draw(rich()), *draw(st.lists(plain(), max_size=1))]))
    if not mark:
        made.clauses[number] = words
    made.blocks.append(f"{number} {words}{mark}")
    below = st.one_of(
        items(), quotation(), definitions(), table(), rich(), st.sampled_from(("---", *_linked()))
    )
    made.blocks += draw(st.lists(below, max_size=2))


def _linked() -> Sequence[str]:
    return [f"Look at {link}." for link in LINKS]
