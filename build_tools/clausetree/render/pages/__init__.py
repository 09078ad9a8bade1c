"""The page of a tree, where everything that shows it comes together."""
