"""A tree as a form to fill in. The text stays the only truth: a change becomes replacements in it."""
