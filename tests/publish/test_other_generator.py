"""MkDocs can be replaced: another generator builds the same site from the same folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ..building import our_own

GENERATORS = ("mkdocs", "properdocs")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Our own site as each generator makes it."""
    folder = our_own(tmp_path_factory.mktemp("own") / "ours")
    made = {generator: folder.parent / generator for generator in GENERATORS}
    options = ("build", "--strict", "--config-file", "mkdocs.yml", "--site-dir")
    for generator, site in made.items():
        done = subprocess.run(
            [sys.executable, "-m", generator, *options, str(site)],
            cwd=folder,
            env=os.environ | {"SOURCE_DATE_EPOCH": "1767225600", "NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
    return made


def test_both_make_the_same_files_byte_for_byte(sites: dict[str, Path]) -> None:
    one, other = ({path.relative_to(site): path for path in files(site)} for site in sites.values())
    assert one.keys() == other.keys()
    assert [name for name in one if one[name].read_bytes() != other[name].read_bytes()] == []
    assert len(one) > 100


def files(site: Path) -> list[Path]:
    """Return every file of a site."""
    return [path for path in sorted(site.rglob("*")) if path.is_file()]
