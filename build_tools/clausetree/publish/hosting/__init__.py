"""The site as a server sends it: its settings written, its files packed, its preview served."""
