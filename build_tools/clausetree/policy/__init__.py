"""A policy as data: its clauses, their permanent anchors, and what an attestation needs."""
