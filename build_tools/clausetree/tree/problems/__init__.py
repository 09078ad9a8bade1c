"""Everything that can be wrong with a tree, as data. The words for it are in `messages`."""
