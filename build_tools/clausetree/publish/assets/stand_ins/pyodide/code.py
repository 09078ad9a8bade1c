"""How Python is run."""

from _pyodide._base import eval_code
