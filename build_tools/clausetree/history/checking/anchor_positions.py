"""Where in a policy's file a fault about a published anchor shows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clausetree.policy.clause import Clause
from clausetree.policy.policy import Policy
from clausetree.report.source import Source
from clausetree.report.span import Span

_SNIPPET = 40


class AnchorPositions:
    """Finds the stretch to show for each anchor of `policy` in `source`."""

    def __init__(self, policy: Policy, source: Source) -> None:
        self._text = source.text
        self._clauses: Mapping[str, Clause] = {clause.anchor: clause for clause in policy.clauses}

    @property
    def version(self) -> Span:
        """The line of the front matter that says the version, or the first line."""
        match = re.search(r"^version[ \t]*:[^\r\n]*", self._text, re.MULTILINE)
        match = match or re.match(r"[^\r\n]*", self._text)
        return Span(*match.span()) if match else Span(0, 0)

    def of(self, anchor: str) -> Span:
        """The beginning of the clause; of one that is gone, the line with the version."""
        clause = self._clauses.get(anchor)
        if clause is None:
            return self.version
        return Span(clause.span.start, min(clause.span.end, clause.span.start + _SNIPPET))
