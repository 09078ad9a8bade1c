"""The words of one line of a tree: tokens, phrases, statements, and which keywords there are."""
