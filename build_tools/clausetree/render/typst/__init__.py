"""A policy as the source of a printed document, in Typst's language."""
