"""Files, whatever is in them: read, written at one stroke, and kept to be used again."""
