"""Imports from JavaScript, of Windows' paths and of Pyodide's packages: our engine has none."""


def register_js_finder():
    """Nothing."""


def register_js_module(name, module):
    """Nothing."""


def register_windows_finder():
    """Nothing."""


def register_module_not_found_hook(packages, unvendored):
    """Nothing."""
