"""A policy as HTML."""
