"""`clausetree trees …`: the trees, and the words of the policy that they were checked against."""

from __future__ import annotations

from clausetree.commands import trees_accept

NAME = "trees"
HELP = "record that a tree agrees with the policy"

PARTS = (trees_accept,)
