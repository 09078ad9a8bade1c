"""Pyodide's face for Python. No event loop: the worker asks, and Python answers at once."""
