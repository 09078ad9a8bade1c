"""An author at work: `mkdocs serve` shows a broken tree with all its faults, and the tree when it is mended."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from clausetree.history.registry import Registry
from clausetree.render.pages.broken_tree import broken_markdown
from clausetree.report.source import Source
from clausetree.tree.checking.checks import read_trees
from tests.building import build, organisation

PATIENCE = 60
"""Seconds until a change must show: far more than it takes, for a machine with other work to do."""


@dataclass(frozen=True, slots=True)
class Served:
    """A site that is served, and built again at every change."""

    folder: Path
    address: str

    @property
    def tree(self) -> Path:
        return self.folder / "trees" / "visit.tree"

    def page_with(self, words: str) -> str:
        """Return the page of the tree as soon as it holds `words`."""
        end = time.monotonic() + PATIENCE
        page = ""
        while time.monotonic() < end:
            try:
                with urlopen(f"{self.address}trees/visit/") as answer:
                    page = answer.read().decode("utf-8")
            except (URLError, ConnectionError) as error:
                page = str(error)
            if words in page:
                return page
            time.sleep(0.2)
        raise AssertionError(f"{words!r} never came. The page was:\n{page}")

    def said(self) -> str:
        """Return what the author has read in her terminal so far."""
        return (self.folder / "said.txt").read_text(encoding="utf-8")

    def says(self, words: str) -> None:
        """Wait until the author can read `words` in her terminal."""
        end = time.monotonic() + PATIENCE
        while words not in self.said():
            assert time.monotonic() < end, f"{words!r} was never said, but this:\n{self.said()}"
            time.sleep(0.2)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(organisation(tmp_path / "organisation")) as site:
        yield site


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    with (folder / "said.txt").open("w") as said:
        server = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=said, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        )
        try:
            # The site of the made-up organisation lies under /safety/.
            yield Served(folder, f"http://127.0.0.1:{port}/safety/")
        finally:
            server.terminate()
            server.wait(timeout=20)


def test_a_broken_tree_is_shown_with_all_its_faults_and_again_when_it_is_mended(served: Served) -> None:
    sound = served.tree.read_text(encoding="utf-8")
    served.page_with('data-tree="visit"')
    served.tree.write_text(sound.replace("-> pairs", "-> pears").replace("(1.2)", "(7.2)"), encoding="utf-8")
    page = served.page_with("visit cannot be shown yet")
    assert "This procedure has 2 errors." in page
    assert "<p>This leads to <code>pears</code>, and no node is called that.</p>" in page
    assert "Did you mean <code>pairs</code>?" in page
    assert "T501" in page
    assert 'data-tree="visit"' not in page
    served.tree.write_text(sound, encoding="utf-8")
    assert "cannot be shown yet" not in served.page_with('data-tree="visit"')


def test_the_first_trees_are_shown_where_there_was_no_folder_for_trees(tmp_path: Path) -> None:
    folder = organisation(tmp_path / "organisation")
    shutil.move(folder / "trees", tmp_path / "later")
    with serving(folder) as site:
        site.page_with("HTTP Error 404")
        shutil.copytree(tmp_path / "later", folder / "trees", dirs_exist_ok=True)
        site.page_with('data-tree="visit"')


def test_a_tree_that_cannot_be_read_at_all_is_served_and_never_published(served: Served) -> None:
    sound = served.tree.read_text(encoding="utf-8")
    served.page_with('data-tree="visit"')
    served.tree.write_text("Words without a keyword.\n", encoding="utf-8")
    assert "line 1, column 1 (T101)" in served.page_with("visit cannot be shown yet").replace("Line", "line")
    done = build(served.folder, "--site-dir", "published")
    assert done.returncode != 0
    assert not (served.folder / "published").exists()
    served.tree.write_text(sound, encoding="utf-8")
    served.page_with('data-tree="visit"')


def test_a_slip_in_the_settings_is_told_and_the_pages_stay(served: Served) -> None:
    settings = served.folder / "mkdocs.yml"
    sound = settings.read_text(encoding="utf-8")
    served.page_with('data-tree="visit"')
    settings.write_text(f"{sound}\nplugins: [\n", encoding="utf-8")
    served.says("Mend this, and the pages are built again.")
    served.page_with('data-tree="visit"')
    assert "Traceback" not in served.said()
    served.tree.write_text("Words without a keyword.\n", encoding="utf-8")
    settings.write_text(sound, encoding="utf-8")
    served.page_with("visit cannot be shown yet")


def test_nothing_that_an_author_wrote_becomes_markup() -> None:
    for words in (
        "<script>alert(1)</script>",
        "`",
        "</div>\n\n# Heading",
        "[a][b]",
        "{: #x }",
        "<!-- tree-widget: visit -->",
    ):
        _, found = read_trees([Source("trees/x.tree", words)], Registry())
        page = broken_markdown("x", found)
        assert page.count("<div") == page.count("</div>") == 1
        assert "<script" not in page
        assert "<!--" not in page
