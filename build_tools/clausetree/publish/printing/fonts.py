"""The fonts that documents are printed with: Typst's own and those of packages, and never the machine's."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

_PACKAGES = {
    "manimgx-fonts": "manimgx_fonts",
    "manimgx-fonts-cjk": "manimgx_fonts_cjk",
    "fontpkg-amiri": "fontpkg_amiri",
}
"""What brings fonts, and the module beside which they lie."""
_OTHERS = re.compile(r"[^\n -~\xa0-\xac\xae-\xff–—‘’“”„•…€]")
"""Signs that Libertinus Serif, which Typst brings and which is tried first, may not have."""


def fonts_for(text: str) -> typst.Fonts | list[str]:
    """Return what to print a text with besides Typst's own fonts: mostly nothing.

    Typst keeps what it made with fonts for as long as these are there.
    """
    return _fonts() if _OTHERS.search(text) else []


@cache
def _fonts() -> typst.Fonts:
    """Return all of them. Typst reads a font when words need it, and writes only the signs that they need."""
    import typst  # noqa: PLC0415  a build that finds every document made has no use for what makes them

    return typst.Fonts(include_system_fonts=False, font_paths=[str(_folder(m)) for m in _PACKAGES.values()])


@cache
def made_with() -> str:
    """Return the versions of what decides how a document looks."""
    return ", ".join(f"{name} {version(name)}" for name in ("typst", *_PACKAGES))


def _folder(module: str) -> Path:
    """Return the folder of a package without running anything of it."""
    found = find_spec(module)
    assert found is not None, f"{module} is one of the packages that the set-up installs"
    assert found.origin is not None
    return Path(found.origin).parent
