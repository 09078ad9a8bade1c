"""A tree as a flowchart: its boxes and arrows, and how Graphviz is told of them."""
