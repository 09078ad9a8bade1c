"""`clausetree clauses …`: what was published of the clauses, and what is published next."""

from __future__ import annotations

from clausetree.commands import (
    clauses_accept,
    clauses_anchor,
    clauses_check,
    clauses_compare,
    clauses_references,
)

NAME = "clauses"
HELP = "anchor the clauses, check them against what was published, publish new versions"

PARTS = (clauses_anchor, clauses_check, clauses_accept, clauses_compare, clauses_references)
