"""`clausetree clauses …`, a module a command, and how an owner is asked about clauses."""
