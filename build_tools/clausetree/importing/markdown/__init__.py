"""Blocks as the Markdown of a policy."""
