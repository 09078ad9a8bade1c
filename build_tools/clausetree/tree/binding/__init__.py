"""How strongly the words of a clause bind, and whether a duty says what its clause says."""
