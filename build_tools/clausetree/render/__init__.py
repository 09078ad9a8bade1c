"""Trees and clauses as text and pictures to be. Pure functions to strings."""
