"""The words of every problem of a policy: what is wrong, and what to do."""
