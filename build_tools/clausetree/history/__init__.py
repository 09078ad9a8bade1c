"""What was published: every anchor, every released version, and what became of each clause."""
