"""Clauses with permanent anchors, and decision trees that cite them.

Pure Python: the build imports this package and the reader's browser runs it.
"""

__version__ = "1.0.0"
