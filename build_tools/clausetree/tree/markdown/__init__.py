"""An author's Markdown in a tree: what it may be, what is wrong with it, and how it is shown."""
