"""Text that has lines and nothing else: of a plain file, or of the pages of a PDF."""
