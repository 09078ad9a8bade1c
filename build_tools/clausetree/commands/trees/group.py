"""`clausetree trees …`: the trees, and the words of the policy that they were checked against."""

from __future__ import annotations

from clausetree.commands.trees import accept

NAME = "trees"
HELP = "record that a tree agrees with the policy"

COMMANDS = (accept,)
