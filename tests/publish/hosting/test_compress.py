"""Packed copies: the same words, the same bytes each time, and only where they are worth it."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import brotli
import pytest

from clausetree.publish.files.cache import Cache
from clausetree.publish.hosting.compress import compress, pack_meanwhile

PAGE = b"<p>Clause 2.4 says what to do.</p>\n" * 100


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "kept").mkdir(parents=True)
    (folder / "index.html").write_bytes(PAGE)
    (folder / "short.html").write_bytes(b"<p>Short</p>")
    (folder / "picture.png").write_bytes(PAGE)
    (folder / "noise.txt").write_bytes(os.urandom(5000))
    (folder / "kept" / "engine.wasm").write_bytes(PAGE)
    return folder


def test_packed_copies_hold_the_same_bytes(site: Path, tmp_path: Path) -> None:
    compress(site, ("kept/",), Cache(tmp_path))
    for name in ("index.html", "kept/engine.wasm"):
        assert gzip.decompress((site / f"{name}.gz").read_bytes()) == PAGE
        assert brotli.decompress((site / f"{name}.br").read_bytes()) == PAGE


def test_what_is_short_packed_already_or_noise_is_left_alone(site: Path, tmp_path: Path) -> None:
    compress(site, ("kept/",), Cache(tmp_path))
    packed = {path.relative_to(site).as_posix() for path in site.rglob("*.gz")}
    assert packed == {"index.html.gz", "kept/engine.wasm.gz"}


def test_packing_again_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    def contents() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in site.rglob("*.*")}

    compress(site, ("kept/",), Cache(tmp_path / "one"))
    first = contents()
    compress(site, ("kept/",), Cache(tmp_path / "two"))
    assert contents() == first


def test_what_was_packed_meanwhile_is_not_packed_again(site: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    pack_meanwhile([site / "kept" / "engine.wasm"], cache)()
    packed = [path.stat().st_mtime_ns for path in sorted((tmp_path / "packed-best").iterdir())]
    compress(site, ("kept/",), cache)
    assert [path.stat().st_mtime_ns for path in sorted((tmp_path / "packed-best").iterdir())] == packed


def test_a_page_whose_address_ends_like_a_file_is_a_folder(site: Path, tmp_path: Path) -> None:
    (site / "node.js").mkdir()
    (site / "node.js" / "index.html").write_bytes(PAGE)
    compress(site, (), Cache(tmp_path))
    assert (site / "node.js" / "index.html.gz").is_file()


def test_what_is_done_to_a_site_does_not_reach_the_cache(site: Path, tmp_path: Path) -> None:
    compress(site, (), Cache(tmp_path))
    with (site / "index.html.gz").open("ab") as packed:
        packed.write(b"changed")
    compress(site, (), Cache(tmp_path))
    assert gzip.decompress((site / "index.html.gz").read_bytes()) == PAGE
