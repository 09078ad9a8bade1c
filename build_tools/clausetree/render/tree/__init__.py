"""A tree as linked sections, as an outline and as a drawing, and the phrases that all of them use."""
