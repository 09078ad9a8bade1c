"""Policies as PDF, and what keeps one from being printed."""
