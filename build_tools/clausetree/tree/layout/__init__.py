"""Which lines stand beneath which, and the Markdown among them."""
