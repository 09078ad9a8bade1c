"""Which words of the policy a tree was last checked against."""
