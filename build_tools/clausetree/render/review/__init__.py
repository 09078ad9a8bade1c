"""What the owner of a policy looks at before she signs off: changes of trees, coverage, warnings."""
