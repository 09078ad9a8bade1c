"""Commands, run on a folder in the memory of a browser: what they say, and which files they wrote."""

from __future__ import annotations

import io
import os
import shutil
import sys
from base64 import b64encode
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

from clausetree.cli import main
from clausetree.workbench.folder import SiteFolder

_NEXT = "Next: clausetree check"
"""A command ends with what to call next. Here everything is checked at once."""

_NO_PDF = "What reads a PDF runs in no browser. Where clausetree is installed, call: clausetree import {name}"


def run_command(folder: SiteFolder, words: Sequence[str]) -> dict[str, Any]:
    """Run `clausetree` with these words, where the folder is.

    Returns what it `said`, the `code` that it ended with, and what it `wrote`: by its path the text of each
    file, or its bytes in base 64 where it is no text.
    """
    before = _contents(folder.root)
    said = io.StringIO()
    here, typed = Path.cwd(), sys.stdin
    os.chdir(folder.root)
    # Nobody sits at a terminal: what only a person can decide is left open.
    sys.stdin = io.StringIO()
    try:
        with redirect_stdout(said), redirect_stderr(said):
            code = main(words)
    except SystemExit as ended:
        code = int(ended.code or 0)
    finally:
        os.chdir(here)
        sys.stdin = typed
    after = _contents(folder.root)
    wrote = {path: _shown(content) for path, content in after.items() if before.get(path) != content}
    for path in wrote:
        folder.note(path)
    return {"said": said.getvalue(), "code": code, "wrote": wrote}


def import_document(folder: SiteFolder, name: str, data: bytes, words: Sequence[str]) -> dict[str, Any]:
    """Run `clausetree import` on a document that somebody handed over, and do not keep that."""
    if name.lower().endswith(".pdf"):
        said = _NO_PDF.format(name=name)
        return {"said": said, "html": MarkdownIt("js-default").render(said), "code": 2, "wrote": {}}
    place = folder.root.parent / "handed-over"
    place.mkdir(exist_ok=True)
    document = place / Path(name).name
    document.write_bytes(data)
    try:
        done = run_command(folder, ["import", str(document), *words])
        said = done["said"].replace(f"{place}/", "").replace(_NEXT, "")
        # The report is Markdown, in which nothing is read as HTML.
        return {**done, "said": said, "html": MarkdownIt("js-default").render(said)}
    finally:
        document.unlink()


def new_folder(scratch: Path, organisation: str, policy: str) -> dict[str, Any]:
    """Run `clausetree init`, and return the files of the new folder, or `why` there is none."""
    shutil.rmtree(scratch, ignore_errors=True)
    said = io.StringIO()
    named = ["--organisation", organisation, "--policy", policy, "--site-url", ""]
    with redirect_stdout(said), redirect_stderr(said):
        code = main(["init", str(scratch), *named])
    if code:
        return {"why": said.getvalue().strip()}
    return {"files": {path: _shown(content) for path, content in _contents(scratch).items()}}


def _contents(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def _shown(content: bytes) -> dict[str, str]:
    try:
        return {"text": content.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base64": b64encode(content).decode("ascii")}
