"""Everything that can be wrong with a policy, as data. The words for it are in `messages`."""
