"""The units of a document become clauses, with their numbers, anchors and places."""
