"""Faults put into a tree on purpose, and which of them its checks and scenarios would not notice."""
