"""Faults in what an author wrote: where they are, and how they are shown."""
