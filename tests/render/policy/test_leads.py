"""Where the links and pictures of a policy may lead, and what is said of those that lead to nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausetree.history.lock_file import read_lock
from clausetree.history.policies import Policies
from clausetree.publish.releases.publishable import check_leads_in, check_publishable
from clausetree.publish.sources.policies import load_policies
from clausetree.render.hosting.inline import refused_in
from clausetree.render.html.addresses import addresses_on
from clausetree.render.policy.page import to_plain
from clausetree.report.source import Source

LOCK = f"""\
keys 1.0 released policy/keys/ {"0" * 64}
keys 1.0 added c1-7 1.7 {"0" * 64}
keys 1.1 released policy/keys/ {"0" * 64}
keys 1.1 withdrawn c1-7 1.7 {"0" * 64}
"""


def head(name: str) -> str:
    """Return the head of a made-up policy."""
    return f'---\npolicy: {name}\ntitle: {name}\nversion: "1.2"\nowner: Warden\napproved: 1 May 2031\n---\n\n'


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A site with two policies, other pages, a tree and files of several kinds."""
    files = {
        "docs/index.md": "# Home\n",
        "docs/.hidden.md": "# Hidden\n",
        "docs/policy/keys.md": f"{head('keys')}1.1 Sign.\n{{: #c1-1 }}\n",
        "docs/policy/forms/the form.pdf": "%PDF-1.7\n",
        "docs/policy/handbook/index.md": "# Handbook\n",
        "trees/lost-key.tree": "tree lost-key\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "docs"


def read(docs: Path, *addresses: str, words: str = "[words]({})") -> Policies:
    """Read the site with a policy that leads to these addresses."""
    links = "\n\n".join(f"{words.format(at)}\n{{: #p-{n} }}" for n, at in enumerate(addresses))
    (docs / "policy" / "gates.md").write_text(f"{head('gates')}{links}\n", encoding="utf-8")
    lock, problems = read_lock(Source("clauses.lock", LOCK))
    assert problems == []
    return load_policies(docs, lock=lock)


def told(docs: Path, *addresses: str, words: str = "[words]({})") -> list[tuple[str, str]]:
    """Return the code and the proposal of everything that is said of these addresses."""
    found = check_leads_in(read(docs, *addresses, words=words), docs, docs.parent / "trees")
    return [(fault.code, "".join(re.findall(r"Did you mean `(.*)`\?", fault.hint))) for fault in found]


@pytest.mark.parametrize(
    "address",
    [
        *("keys.md", "./keys.md", "../policy/keys.md", "keys.md#c1-1", "gates.md#p-0", "keys.md?print"),
        *("../index.md", "../index.md#home", "handbook/index.md", "forms/the%20form.pdf", "#p-0"),
        *("../trees/lost-key.md", "../trees/lost-key.md#found", "keys/v/1.0.md", "keys/v/1.1/changes.md"),
        *("https://heron.example/keys.md", "//heron.example/keys", "mailto:keys@heron.example"),
    ],
)
def test_this_leads_to_something(docs: Path, address: str) -> None:
    assert told(docs, address) == []


def test_a_link_may_lead_to_what_stands_where_a_clause_was_withdrawn(docs: Path) -> None:
    assert told(docs, "keys.md#c1-7") == []


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("kees.md", "keys.md"),
        ("keys", "keys.md"),
        ("keys/", "keys.md"),
        ("handbook/", "handbook/index.md"),
        ("../keys.md", "keys.md"),
        ("/policy/keys.md", "keys.md"),
        ("../../docs/policy/keys.md", "keys.md"),
        ("../index.html", "../index.md"),
        ("../../trees/lost-key.tree", "../trees/lost-key.md"),
        ("../trees/lost-keys.md", "../trees/lost-key.md"),
        ("the%20form.pdf", "forms/the%20form.pdf"),
        ("C:/forms/the%20form.pdf", "forms/the%20form.pdf"),
        ("../.hidden.md", ""),
        ("keys/v/9.9.md", "keys/v/1.1.md"),
        ("../../../etc/passwd", ""),
    ],
)
def test_this_leads_to_nothing_and_what_was_meant_is_said(docs: Path, address: str, meant: str) -> None:
    assert told(docs, address) == [("P163", meant)]


def test_a_place_that_another_policy_never_had_is_told(docs: Path) -> None:
    assert told(docs, "keys.md#c1.1", "../policy/keys.md#nowhere") == [("P155", "keys.md#c1-1"), ("P155", "")]


def test_a_picture_has_to_be_a_file_of_the_site(docs: Path) -> None:
    picture = "![words]({})"
    addresses = ("gate.png", "https://heron.example/gate.png", "//heron.example/gate.png", "/gate.png")
    assert [code for code, _ in told(docs, *addresses, words=picture)] == ["P163"] * 4
    (docs / "policy" / "gate.png").write_bytes(b"\x89PNG")
    assert told(docs, "gate.png", words=picture) == []


@pytest.mark.parametrize("words", ["[words](<{}>)", "![words](<{}>)"])
@pytest.mark.parametrize(
    "address",
    [
        *(
            "javascript:alert(1)",
            "JAVA&Tab;SCRIPT:alert(1)",
            "vbscript:x",
            "data:text/html,x",
            "file:///S:/a.doc",
        ),
        *("//heron.example/a", "https://heron.example/a", "mailto:a@heron.example", "gate.png", "http://[a"),
        *("data:image/png;base64,AAAA", "blob:x", "keys.md", "&#x6a;avascript:x", " //heron.example/a"),
    ],
)
def test_what_a_build_would_not_take_is_told_beforehand(docs: Path, address: str, words: str) -> None:
    policies = read(docs, address, words=words)
    policy = policies.pages["policy/gates.md"]
    faults = [*policies.diagnostics, *check_publishable(policies, docs, docs.parent / "trees")]
    if not faults:
        assert refused_in(to_plain(policy, addresses_on("policy/gates.md"))) == []
