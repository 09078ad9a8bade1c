"""The codes that the words of problems begin with, as the functions that give them are written."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path


def codes_written(modules: Iterable[Path]) -> Mapping[str, set[str]]:
    """Return by the name of each class of problems the codes that a `case` of it returns."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for module in modules:
        tree = ast.parse(module.read_text(encoding="utf-8"))
        named = dict(_constants(tree))
        for node in ast.walk(tree):
            match node:
                case ast.match_case(pattern=ast.MatchClass(cls=ast.Name(id=name) | ast.Attribute(attr=name))):
                    found[name] |= {named.get(code, code) for code in _codes_returned(node)}
                case _:
                    pass
    return found


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(value))):
                yield name, value
            case _:
                pass


def _codes_returned(case: ast.match_case) -> Iterator[str]:
    for node in ast.walk(case):
        match node:
            case ast.Return(value=ast.Tuple(elts=[ast.Constant(value=str(code)) | ast.Name(id=code), _, _])):
                yield code
            case _:
                pass
