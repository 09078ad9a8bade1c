"""A diagnostic as text, with the line it speaks of and a mark beneath."""

from __future__ import annotations

from unicodedata import category

from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.ink import PLAIN, Ink, inked

_LONGEST = 130
"""Of a longer line no more is shown: a clause is often one line."""
_BEFORE = 40


def to_text(diagnostic: Diagnostic, ink: Ink = PLAIN) -> str:
    """Return the whole message, ending in a newline.

    The first line holds the place, the code and what is wrong; then come the line of the source
    with the faulty part underlined, and what to do. Colours add to the words and replace none.
    """
    line, column = diagnostic.source.place(diagnostic.span.start)
    kind = "" if diagnostic.severity is Severity.ERROR else f"{diagnostic.severity.value}: "
    place = inked(f"{diagnostic.source.name}:{line}:{column}", ink.place)
    code = inked(diagnostic.code, ink.of(diagnostic.severity))
    head = f"{place}  {code}  {kind}{diagnostic.message}"
    hint = [inked(diagnostic.hint, ink.hint)] if diagnostic.hint else []
    return "\n".join([head, *snippet(diagnostic, ink), *hint]) + "\n"


def snippet(diagnostic: Diagnostic, ink: Ink = PLAIN) -> list[str]:
    """Return the line of the source and a mark beneath the fault; nothing where the line is blank."""
    line, column = diagnostic.source.place(diagnostic.span.start)
    shown = "".join(map(_visible, diagnostic.source.line(line)))
    if not shown.strip():
        return []
    shown, column = _cut(shown, column)
    length = min(diagnostic.span.end - diagnostic.span.start, len(shown) - column + 1)
    # A tab in the source stays a tab beneath it, so that the mark stands under the fault.
    pad = "".join("\t" if char == "\t" else " " for char in shown[: column - 1])
    gutter = f"{line:>4} | "
    mark = inked("^" * max(length, 1), ink.of(diagnostic.severity))
    return [inked(gutter, ink.gutter) + shown, " " * len(gutter) + pad + mark]


def _cut(line: str, column: int) -> tuple[str, int]:
    """Return no more of a long line than what stands around `column`, and where that is then."""
    start = max(0, min(column - 1 - _BEFORE, len(line) - _LONGEST))
    before, after = "…" if start else "", "…" if start + _LONGEST < len(line) else ""
    return before + line[start : start + _LONGEST] + after, column - start + len(before)


def _visible(char: str) -> str:
    """A control character could do anything to a terminal, and hides in a browser."""
    hidden = category(char) in ("Cc", "Cf", "Cn", "Cs", "Zl", "Zp") and char != "\t"
    return "\ufffd" if hidden else char
