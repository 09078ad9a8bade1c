"""Everything that is checked of a tree: syntax in, a sound tree or problems out."""
