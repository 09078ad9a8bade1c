"""Pyodide imports it as it starts, and uses it when Python waits for JavaScript: our engine never does."""
