"""A whole site around a made-up policy, built after each of its versions."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from .desk import Desk

TREE = """\
tree lost-equipment "Equipment is lost"
    policy borrowing
    basis clauses
    start batteries

question batteries "Is it a battery?"
    cites 1.1
    option yes "Yes" -> charge
    option no "No" -> nothing

outcome charge "Charge the others"
    must you "Charge batteries" (c1-5)

outcome nothing "Nothing more to do"

scenario "A battery"
    batteries is yes
    ends charge
    expects must "Charge batteries"

scenario "A cable"
    batteries is no
    ends nothing
"""
SETTINGS = """\
site_name: Borrowing
plugins:
  - search
  - clausetree
theme:
  name: clausetree
use_directory_urls: true
markdown_extensions:
  - attr_list
  - tables:
      use_align_attribute: true
"""


def set_up(desk: Desk) -> None:
    """Put everything on the desk that a site needs besides its policy."""
    (desk.folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (desk.folder / "trees").mkdir(exist_ok=True)
    (desk.folder / "trees" / "lost-equipment.tree").write_text(TREE, encoding="utf-8")
    (desk.folder / "docs").mkdir(exist_ok=True)
    index = desk.folder / "docs" / "index.md"
    index.write_text("# Borrowing\n\n[The policy](policy/borrowing.md)\n\n<!-- anchors -->\n", encoding="utf-8")


def build(desk: Desk, site: Path) -> tuple[int, str]:
    """Build the site, and return the exit code and what was said."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=desk.folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout
