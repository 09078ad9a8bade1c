"""What every problem of a tree has: the place that shows it."""

from __future__ import annotations

from clausetree.report.frozen import Facts
from clausetree.report.span import Span


class Located(Facts):
    """A fault and the stretch of the source that shows it."""

    span: Span
