"""Where the program's own files are: in a checkout of its repository, or in what was installed of a wheel.

The wheel holds what needs Node to be made (the Python that browsers run, and the joined scripts and styles), so
that an organisation needs neither Node nor npm. The repository keeps most of it, for all who change none of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).resolve().parents[2]
"""The folder of all our modules."""

PROJECT: Final = PACKAGE.parents[1]
"""The repository. Of a wheel there is none."""

MADE: Final = PACKAGE / "made"
"""What was made beforehand. It is in the wheel alone."""

IS_WHEEL: Final = MADE.is_dir()

PACKED: Final = MADE / "packed" if IS_WHEEL else PROJECT / "build_tools" / "packed"
"""Files that Brotli packed beforehand, named by the SHA-256 of what is packed: it takes half a minute. Beside
them stand the joined scripts and styles."""

_THEME = PACKAGE / "theme"
THEME_FOLDER: Final = _THEME if _THEME.is_dir() else PROJECT / "site_overrides"
"""The templates, and the sources of the scripts and styles. The wheel has all of them, and the page for authors
those that courses are made with."""

EXPLANATIONS: Final = PROJECT / "docs" / "authoring" / "errors"
"""What each code of a message means, an example with it. The wheel has it packed for the page for authors."""

COMMON_PAGES: Final = {
    name: (PACKAGE / "pages" if IS_WHEEL else PROJECT / "docs") / name
    for name in ("search.md", "accessibility.md")
}
"""Pages that are the program's own. A site may have its own in their place."""


class _Theme:
    """MkDocs looks for a theme in the folder of the file that its entry point names."""

    __file__ = str(THEME_FOLDER / "mkdocs_theme.yml")


THEME: Final = _Theme()
