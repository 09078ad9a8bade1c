"""A policy as a Word document, whose clauses are numbered by Word and can be found again when it comes back."""
