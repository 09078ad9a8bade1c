"""The pages and the drawings that a site is made of."""
