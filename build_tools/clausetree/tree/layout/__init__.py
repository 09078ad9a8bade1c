"""Which lines stand beneath which, by their indentation alone."""
