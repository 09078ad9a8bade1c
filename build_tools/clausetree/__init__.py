"""Clauses with permanent anchors, and decision trees that cite them.

What of it a reader's browser runs is pure Python: see `docs/architecture.md`.
"""

__version__ = "1.0.0"
