"""`clausetree clauses …`: what was published of the clauses, and what is published next."""

from __future__ import annotations

from commands import clauses_accept, clauses_check, clauses_compare

NAME = "clauses"
HELP = "check the clauses against what was published, and publish new versions"

PARTS = (clauses_check, clauses_accept, clauses_compare)
