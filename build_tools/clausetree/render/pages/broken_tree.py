"""The page that stands in for a tree with errors, for its author to read."""

from __future__ import annotations

from collections.abc import Sequence

from clausetree.render.html.markup import Html, element, joined, with_code
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.text import snippet


def broken_markdown(name: str, diagnostics: Sequence[Diagnostic]) -> str:
    """Return the page of a tree that has errors: each fault with its place, its line and what to do."""
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    found = "1 error" if errors == 1 else f"{errors} errors"
    warnings = sum(diagnostic.severity is Severity.WARNING for diagnostic in diagnostics)
    others = f" and {warnings} warning{'' if warnings == 1 else 's'}" if warnings else ""
    file = element("code", diagnostics[0].source.name)
    lead = joined(f"This procedure has {found}{others}. Mend them in ", file, " and save it: it is shown then.")
    faults = "\n".join(_fault(diagnostic) for diagnostic in diagnostics)
    # One block of HTML from the first tag to the last, so that nothing in it is read as Markdown.
    return f"""\
---
title: {name} cannot be shown yet
search:
  exclude: true
---

# {name} cannot be shown yet

<div class="ct-faults">
{element("p", lead)}
{faults}
</div>
"""


def _fault(diagnostic: Diagnostic) -> Html:
    line, column = diagnostic.source.place(diagnostic.span.start)
    kind = diagnostic.severity
    start = "Line" if kind is Severity.ERROR else f"{kind.value.capitalize()}, line"
    lines = "\n".join(snippet(diagnostic))
    return joined(
        element("h2", f"{start} {line}, column {column} ({diagnostic.code})"),
        element("p", with_code(diagnostic.message)),
        element("pre", element("code", lines), tabindex="0") if lines else None,
        element("p", with_code(diagnostic.hint)) if diagnostic.hint else None,
    )
