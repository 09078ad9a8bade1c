"""`clausetree clauses …`: what was published of the clauses, and what is published next."""

from __future__ import annotations

from clausetree.commands.clauses import accept, anchor, check, compare, references

NAME = "clauses"
HELP = "anchor the clauses, check them against what was published, publish new versions"

COMMANDS = (anchor, check, accept, compare, references)
