"""The merge that the page for authors asks for."""

from __future__ import annotations

import io
import json
from pathlib import Path
from zipfile import ZipFile

from clausetree.workbench.page import Workbench

TOLD = json.dumps({"today": "2026-05-04"})


def _zip(files: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with ZipFile(written, "w") as packed:
        for path, content in files.items():
            packed.writestr(path, content)
    return written.getvalue()


def test_what_was_changed_is_taken_over_into_a_new_release(tmp_path: Path) -> None:
    bench = Workbench(tmp_path)
    base = {"a.txt": b"one\ntwo\nthree\n", "b.txt": b"b\n", "c.png": b"\xff1", "d.txt": b"d\n", "e.txt": b"e\n"}
    mine = {**base, "a.txt": b"ONE\ntwo\nthree\n", "b.txt": b"mine\n", "c.png": b"\xff2", "new.txt": b"n\n"}
    del mine["d.txt"]
    latest = {**base, "a.txt": b"one\ntwo\nTHREE\n", "b.txt": b"theirs\n", "e.txt": b"E\n"}
    bench.open("published", _zip(base), TOLD)
    bench.open("mine", _zip(mine), TOLD)
    bench.open("latest", _zip(latest), TOLD)
    done = json.loads(bench.call("merge", "{}"))["is"]
    conflict = {"id": "b.txt\n“b”\n1", "file": "b.txt", "where": ["“b”"]}
    conflict |= {"what": "You have changed this, and so has the published site."}
    conflict |= {"base": "b\n", "mine": "mine\n", "published": "theirs\n", "choices": ["mine", "published"]}
    files = [
        {"path": "a.txt", "text": "ONE\ntwo\nTHREE\n"},
        {"path": "b.txt", "text": "mine\n"},
        {"path": "c.png", "mine": True},
        {"path": "new.txt", "text": "n\n"},
        {"path": "d.txt", "gone": True},
    ]
    assert done == {"files": files, "conflicts": [conflict], "told": []}
    chosen = json.dumps({"chosen": {conflict["id"]: "published"}})
    assert json.loads(bench.call("merge", chosen))["is"]["files"] == [files[0], *files[2:]]
