"""Commands that make, show and hand over a site."""
