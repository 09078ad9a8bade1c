"""`clausetree clauses …`, a module a command."""
