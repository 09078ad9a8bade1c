"""Imports point up the list: report, policy, history, tree, render, importing, editing, publish, and
the commands, beside which stands the page for authors.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

BUILD_TOOLS = Path(__file__).resolve().parents[1] / "build_tools"
FILES = {
    ".".join(path.relative_to(BUILD_TOOLS).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(BUILD_TOOLS.rglob("*.py"))
}
FLOORS = ("report", "policy", "history", "tree", "render", "importing", "editing", "publish")
MAY_IMPORT = {
    "clausetree": {"clausetree"},
    **{
        f"clausetree.{floor}": {f"clausetree.{below}" for below in FLOORS[: at + 1]}
        for at, floor in enumerate(FLOORS)
    },
}
"""What the modules of each layer may import of ours. What stands in no layer is the command itself, and
the page for authors, which calls commands."""

ENGINE = {f"clausetree.{floor}" for floor in FLOORS[:5]}

TOUCHES_THE_WORLD = {
    *("asyncio", "concurrent", "ctypes", "fileinput", "glob", "http", "importlib", "logging", "mmap"),
    *("multiprocessing", "os", "pathlib", "platform", "select", "selectors", "shutil", "signal", "smtplib"),
    *("socket", "socketserver", "sqlite3", "ssl", "subprocess", "sys", "tempfile", "threading"),
    *("urllib.request", "webbrowser"),
}


def imported(module: str) -> frozenset[str]:
    """Return the modules that a module imports, wherever in it the import stands."""
    return frozenset(_imported(ast.parse(FILES[module].read_text(encoding="utf-8")), module))


def _imported(tree: ast.Module, module: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports by a relative name"
            assert node.module
            # `from a import b` imports `a.b` where that is a module, and `a` otherwise.
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in FILES else node.module for name in names)


def _layer(module: str) -> str:
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "clausetree" else parts[0]


def _within(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("module", FILES)
def test_imports_point_up_the_list(module: str) -> None:
    allowed = MAY_IMPORT.get(_layer(module))
    ours = {_layer(name) for name in imported(module) if name in FILES}
    assert allowed is None or ours <= allowed


@pytest.mark.parametrize("module", [name for name in FILES if _within(name, ENGINE)])
def test_the_engine_needs_the_standard_library_and_three_libraries_alone(module: str) -> None:
    roots = {name.split(".")[0] for name in imported(module)}
    assert roots <= sys.stdlib_module_names | {"anyascii", "clausetree", "markdown_it", "mdit_py_plugins"}
    assert not {name for name in imported(module) if _within(name, TOUCHES_THE_WORLD)}


def test_what_runs_in_the_browser_needs_the_standard_library_alone() -> None:
    met: set[str] = set()
    waiting = ["clausetree.render.widget.widget"]
    while waiting:
        module = waiting.pop()
        if module in FILES and module not in met:
            met.add(module)
            waiting += [*imported(module), module.rpartition(".")[0]]
    assert "clausetree.tree.walk" in met
    foreign = {name for module in met for name in imported(module) if name.split(".")[0] != "clausetree"}
    assert {name.split(".")[0] for name in foreign} <= sys.stdlib_module_names


def test_only_the_adapter_knows_mkdocs_and_what_starts_it() -> None:
    users = {module for module in FILES if any(_within(name, {"mkdocs"}) for name in imported(module))}
    assert users == {
        "clausetree.publish.mkdocs.plugin",
        "clausetree.publish.mkdocs.settings",
        "clausetree.commands.site.mkdocs_run",
    }


def test_folders_import_one_way() -> None:
    beneath: dict[str, set[str]] = {}
    for module in FILES:
        rooms = {_room(name) for name in imported(module) if name in FILES}
        beneath.setdefault(_room(module), set()).update(rooms - {_room(module)})
    assert list(TopologicalSorter(beneath).static_order())


def _room(module: str) -> str:
    """Return the folder of a floor that a module stands in, as "clausetree.tree.paths", or else the module."""
    return ".".join(module.split(".")[:3])
