"""The page for those who decide, as Python writes it: what it says, and what it can never do."""

from __future__ import annotations

import io
import json
import zipfile
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from clausetree.workbench.page import Workbench

SITE = Path(__file__).parents[1] / "cases" / "organisation" / "site"
POLICY, TREE = "docs/policy/lone-working.md", "trees/no-answer.tree"


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    """A made-up organisation's site, as it is published and to be edited."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in SITE.rglob("*"):
            archive.write(path, path.relative_to(SITE).as_posix())
    made = Workbench(tmp_path / "site")
    for which in ("published", "mine"):
        made.open(which, packed.getvalue(), json.dumps({"today": "2031-05-04"}))
    return made


def review(bench: Workbench, name: str = "", why: str = "") -> str:
    said = json.loads(bench.call("review", json.dumps({"name": name, "why": why})))
    assert "fault" not in said, said
    return str(said["is"])


def change(bench: Workbench, file: str, old: str, new: str) -> None:
    text = (SITE / file).read_text(encoding="utf-8")
    assert old in text
    bench.call("write", json.dumps({"path": file, "text": text.replace(old, new)}))


def test_each_clause_stands_as_it_was_beside_what_it_is(bench: Workbench) -> None:
    change(bench, POLICY, "They should visit in pairs.", "They visit in pairs & call.")
    page = review(bench, "Jane", "Why not?")
    assert "<p>Prepared by Jane on 4 May 2031.</p>\n<p>Why not?</p>" in page
    assert "Clause 1.3: amended" in page
    assert '<del><span class="visually-hidden">[removed: </span>should<span' in page
    assert '<ins><span class="visually-hidden">[added: </span>pairs &amp; call.<span' in page
    assert "Confirming again is advised" in page
    assert f"{POLICY}: changed. SHA-256: <code>" in page


def test_a_scenario_that_fails_says_why_and_what_is_wrong_is_listed(bench: Workbench) -> None:
    change(bench, TREE, "    ends alarm\n", "    ends safe\n")
    page = review(bench)
    row = page.partition("There is silence")[2].partition("</tr>")[0]
    assert '<span class="fails">No. </span>' in row
    assert f"<strong>{TREE}, line " in page
    assert "Nothing.</p>" not in page.partition("What is still wrong")[2].partition("<h2")[0]


def test_what_somebody_wrote_is_never_read_as_html(bench: Workbench) -> None:
    change(bench, TREE, "I have not heard from a volunteer", "</title><script>a()</script>")
    page = review(bench, "<script>a()</script>", '"><img src=x onerror=a()>')
    assert "<script" not in page
    assert "<img" not in page


def test_the_page_may_do_nothing_but_be_shown(bench: Workbench) -> None:
    change(bench, POLICY, "They should visit in pairs.", "They visit in pairs.")
    page = review(bench)
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = page.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert "src=" not in page
    assert "style=" not in page


def test_every_clause_of_a_new_policy_is_new(bench: Workbench) -> None:
    head = "---\npolicy: keys\ntitle: Keys\nversion: '0.1'\nowner: A\napproved: 1 May 2031\n---\n\n"
    text = head + "# Keys {: #keys }\n\n1.1 Keys must be signed for.\n{: #c1-1 }\n"
    bench.call("write", json.dumps({"path": "docs/policy/keys.md", "text": text}))
    page = review(bench)
    assert "This policy is new." in page
    assert "Clause 1.1: added" in page
    assert "It was not there." in page


def test_what_is_handed_over_says_how_many_scenarios_it_has(bench: Workbench) -> None:
    said = json.loads(bench.call("handed", json.dumps({"files": [TREE, "trees/visit.tree", POLICY]})))["is"]
    counted = [
        (SITE / name).read_text(encoding="utf-8").count("\nscenario ") for name in (TREE, "trees/visit.tree")
    ]
    assert said["scenarios"] == sum(counted)
