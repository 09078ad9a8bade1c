"""Clauses that are named in words, and what clauses are called."""
