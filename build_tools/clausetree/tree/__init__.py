"""The tree language: text, syntax, checks, and the tree that is known to be sound."""
