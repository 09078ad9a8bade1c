"""Packages for learning systems."""
