"""Anchors for words that have none: new ones, and those that were published."""
