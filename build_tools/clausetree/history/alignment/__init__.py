"""Which clauses of one version are which of another."""
