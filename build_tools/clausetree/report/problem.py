"""What is wrong, as data. Each floor has a closed union of its own problems, and the words for each of them."""

from __future__ import annotations

from clausetree.report.frozen import FrozenRecord
from clausetree.report.span import Span


class Problem(FrozenRecord):
    """A fault and the stretch of the source that shows it."""

    span: Span
