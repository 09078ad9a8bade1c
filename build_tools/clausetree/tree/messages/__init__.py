"""The words of every problem of a tree: its code, what is wrong, and what to do."""
