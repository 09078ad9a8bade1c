"""A policy's Markdown becomes a `Document`: blocks in order, each with its words and its place."""
