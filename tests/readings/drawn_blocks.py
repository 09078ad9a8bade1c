"""Headings, paragraphs, tables, quotations, definitions and notes drawn at random, each with its anchor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from .drawn_words import Pen

type Lines = list[str]


@dataclass(slots=True)
class Draft(Pen):
    """What drawing a policy goes by. `bare` is how often an anchor is left out.

    `base` is the anchor of the words above, which those of their items begin with.
    """

    bare: float = 0.0
    base: str = ""
    section: int = 0
    clause: int = 0
    _count: Iterator[int] = field(default_factory=lambda: count(1))
    _items: Counter[str] = field(default_factory=Counter)

    def fresh(self) -> str:
        """Return an anchor of words without a number."""
        return f"word-{next(self._count)}"

    def item(self, base: str, depth: int) -> str:
        """Return the anchor of the next item below `base`, at this depth of lists."""
        self._items[base] += "repeated" not in self.odd or self.likely(0.8)
        nth = max(self._items[base], 1)
        return f"{base}-{chr(ord('a') + nth - 1) if depth % 2 else nth}"

    def below(self, lines: Lines, anchor: str) -> Lines:
        """Return lines with their anchor on a line of its own under them."""
        return lines if self.likely(self.bare) else [*lines, f"{{: #{anchor} }}"]

    def behind(self, line: str, anchor: str) -> str:
        """Return a line that ends in its anchor."""
        return line if self.likely(self.bare) else f"{line} {{: #{anchor} }}"


def heading(draft: Draft) -> Lines:
    numbered = draft.likely(0.4)
    if numbered:
        draft.section, draft.clause = draft.section + 1, 0
    anchor = f"c{draft.section}-0" if numbered else draft.fresh()
    draft.base = ""
    said = (f"{draft.section}.0 " if numbered else "") + _title(draft)
    level = draft.one_of([2, 2, 2, 2, 3, 3, 4, 5, 6])
    if level == 2 and draft.likely(0.15):
        return [draft.behind(said, anchor), draft.one_of(["---", "-", "------"])]
    written = draft.behind(said, anchor)
    return [" " * draft.one_of([0] * 9 + [1, 2, 3]) + "#" * level + " " * draft.one_of([1, 1, 1, 2]) + written
            + draft.one_of([""] * 8 + [" #", " " + "#" * level, " ####"])]  # fmt: skip


def _title(draft: Draft) -> str:
    said = draft.plain() if draft.likely(0.5) else draft.line()
    return said + draft.one_of([""] * 9 + [" C#", " #", " {draft}", " ##", " \\#"])


def paragraph(draft: Draft) -> Lines:
    """A numbered clause, a part without a number, or an item with its letter."""
    at = draft.random.random()
    lines = draft.words()
    if at < 0.55:
        draft.section = max(draft.section, 1)
        draft.clause += 1
        draft.base = f"c{draft.section}-{draft.clause}"
        lines[0] = f"{draft.section}.{draft.clause} {lines[0]}"
    elif at < 0.62 and draft.base.startswith("c"):
        anchor = draft.item(draft.base, 1)
        return draft.below([f"({anchor[-1]}) {lines[0]}", *lines[1:]], anchor)
    else:
        draft.base = draft.fresh()
        lines[0] = draft.one_of(_BEGINNINGS) + lines[0]
    lines[0] = " " * draft.one_of([0] * 18 + [1, 2, 3]) + lines[0]
    return draft.below(lines, draft.base)


_BEGINNINGS = [""] * 20 + [
    *("#1 ", "#team ", "!!! note ", "[TOC] ", "¹ ", "[¹](#title) ", ": ", "§ 4 ", "Article 4. ", "A.1 ", "I. "),
    *("POL-1 ", "1986\\. ", "\\- ", "\\1. ", "+44 ", "~ ", "^ ", "=> ", "$ "),
]


def table(draft: Draft) -> Lines:
    """A table of one to three columns, with or without a head and bars at its edges."""
    width = draft.random.randint(1, 3)
    edge, headless = draft.likely(0.8) or width == 1, draft.likely(0.25)
    rule = [draft.one_of(["---", ":---", "---:", ":-:", "-"]) for _ in range(width)]
    rows = [_cells(draft, width) for _ in range(draft.random.randint(1, 3))]
    head = [""] * width if headless else _cells(draft, width)
    if draft.likely(0.1):
        rows.append(_cells(draft, width + 1 if "ragged" in draft.odd else 1))
    draft.base = ""
    return [_row(cells, edge or headless) for cells in (head, rule, *rows)]


def _cells(draft: Draft, width: int) -> list[str]:
    return [_cell(draft, column) for column in range(width)]


def _cell(draft: Draft, column: int) -> str:
    said = draft.plain() if draft.likely(0.4) else draft.line(3)
    if draft.likely(0.7):
        said = said.replace("|", "\\|").replace("\\\\|", "\\|")
    if column:
        return said if draft.likely(0.9) else ""
    return draft.behind(said, draft.fresh())


def _row(cells: list[str], edge: bool) -> str:
    return f"| {' | '.join(cells)} |" if edge else " | ".join(cells)


def quotation(draft: Draft, inside: Callable[[Draft], Lines]) -> Lines:
    """Blocks that `inside` draws, quoted; the sign may be left out where words go on."""
    lines = inside(draft)
    sign = draft.one_of(["> ", "> ", "> ", ">", " > "])
    return [f"{sign}{line}" if line.strip() else sign.strip() for line in lines]


def definitions(draft: Draft) -> Lines:
    """Words, each with what it means below it."""
    lines: Lines = []
    draft.base = ""
    for _ in range(draft.random.randint(1, 2)):
        gap = [""] if draft.likely(0.2) else []
        first, *rest = draft.below(draft.words(4), draft.fresh())
        sign = draft.one_of([": ", ": ", ":   ", "~ "])
        lines += [*([""] if lines else []), draft.line(3), *gap, sign + first, *("  " + line for line in rest)]
        lines += [f": {draft.plain()}"] if draft.likely(0.2) else []
        lines += ["", f"    {draft.plain()}"] if draft.likely(0.2) else []
    return lines


def note(draft: Draft, label: str) -> Lines:
    """The words of a footnote."""
    lines = draft.below(draft.words(4), draft.fresh())
    indent = draft.one_of(["    ", "    ", "    ", ""])
    more = ["", f"    {draft.plain()}"] if draft.likely(0.2) else []
    return [f"[^{label}]: {lines[0]}", *(indent + line for line in lines[1:]), *more]
