"""The layout of a text that was pasted out of a word processor, told from its lines."""
