"""The text of a tree becomes syntax: well formed, but its names may not exist."""
