"""Lists drawn at random: of every kind, within each other by odd indents, with other blocks in their items."""

from __future__ import annotations

from .drawn_blocks import Draft, Lines, paragraph, quotation, table


def a_list(draft: Draft, depth: int = 1) -> Lines:
    """A list whose items' anchors begin with that of the words above it."""
    base = draft.base or draft.fresh()
    ordered, loose = draft.likely(0.45), draft.likely(0.25)
    number = draft.one_of([1, 1, 1, 1, 2, 3, 7, 10, 99, 0])
    sign = draft.one_of("..)" if ordered else "---*+")
    step = draft.one_of([1, 1, 1, 1, 1, 1, 0, 2])
    gap = " " * draft.one_of([1, 1, 1, 1, 1, 2, 3, 4])
    lines: Lines = []
    for nth in range(draft.random.randint(1, 4 if depth == 1 else 2)):
        draft.base = draft.item(base, depth)
        lines += [""] if lines and (loose or draft.likely(0.05)) else []
        lines += _item(draft, f"{number + nth * step if ordered else ''}{sign}{gap}", depth)
    draft.base = base
    return lines


def _item(draft: Draft, bullet: str, depth: int) -> Lines:
    anchor, width = draft.base, " " * len(bullet)
    said = draft.words(5)
    said[0] = draft.one_of([""] * 14 + ["[ ] ", "[x] "]) + said[0]
    first, *rest = draft.below(said, anchor)
    lines = [bullet + first, *((width if draft.likely(0.9) else "") + line for line in rest)]
    if draft.likely(0.08):
        lines[-1:] = ["", width + draft.plain(), *lines[-1:]]
    while draft.likely(0.3 if depth < 3 else 0.05):
        lines += _within(draft, width, anchor, depth)
    return lines


def _within(draft: Draft, width: str, anchor: str, depth: int) -> Lines:
    """Something more that stands in an item, mostly below a blank line."""
    kind = draft.one_of(["list", "list", "list", "list", "words", "words", "table", "quote", "unit"])
    odd = draft.likely(0.5) and "indented" in draft.odd
    indent = " " * draft.one_of([2, 3, 4, 4, 4, 5, 6, 7]) if odd else width
    blank = [""] if draft.likely(0.4 if kind == "list" else 0.95) else []
    draft.base = anchor
    match kind:
        case "list":
            inner = a_list(draft, depth + 1)
        case "words":
            inner = [draft.plain()]
        case "table":
            inner = table(draft)
        case "quote":
            inner = quotation(draft, paragraph)
        case _:
            inner = draft.words(3)
    return [*blank, *(indent + line if line else line for line in inner)]
