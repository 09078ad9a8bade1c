"""Policies as other bodies write them, from a paste to a site: what is sound is published word for word."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from clausetree.history.policies import Policies
from clausetree.policy.document import (
    Content,
    Inline,
    Link,
    Marked,
    NoteMark,
    Picture,
    holders,
    own_words,
    unit_of,
)
from clausetree.policy.plain_words import text_of
from clausetree.policy.policy import Policy
from clausetree.publish.sources.policies import load_policies
from tests.building import build
from tests.history.living_site import SETTINGS
from tests.policy.corpus import Document, documents
from tests.read_back import reader, words
from tests.readings.printed import squeezed

from .built import Reader

INDEX = "# Policies of many bodies\n\n[Their words](policy/council-grit/policy.md)\n"
MENDED = frozenset(("P116", "P118"))
"""What `clauses anchor` mends. In a handbook it gives the headings anchors that links lead to, too."""
SET_IN = "standing-orders"
"""Items with letters that are set in too far are mended as well, but for them no code is."""
TWICE = "word-paste-contents"
"""Its numbers stand in its table of contents, too, as is told when anchors are to be written."""
SHAPED = re.compile("[\u0590-\u0dff]")
"""Letters that a PDF has by their shapes, and from the right."""
TOUCHING = "numbers-that-touch"
"""Signs behind its numbers are told under a code of `MENDED`, but only its author can say what they are."""
DOCUMENTS = documents()


def is_sound(document: Document) -> bool:
    """Tell whether nothing is said of a policy that only its author can mend."""
    codes = {said.code for said in document.messages} - MENDED
    codes -= {"P155"} if document.source.parent.name == "handbook" else set()
    return document.name not in (TWICE, TOUCHING) and (not codes or document.name == SET_IN)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that are sound, anchored, accepted and built."""
    folder = tmp_path_factory.mktemp("corpus")
    _put(folder, filter(is_sound, DOCUMENTS))
    orders = (("clauses", "anchor"), ("clauses", "accept"), ("check",))
    said = {order: _run(folder, *order) for order in orders}
    assert {order: done.returncode for order, done in said.items()} == dict.fromkeys(orders, 0), said
    done = build(folder, "--site-dir", "site")
    assert done.returncode == 0, done.stdout
    return folder


@pytest.fixture(scope="module")
def policies(published: Path) -> Policies:
    return load_policies(published / "docs")


def test_every_clause_stands_at_its_anchor_and_in_order_with_its_number(
    published: Path, policies: Policies
) -> None:
    assert len(policies.pages) > 50
    for policy in policies.registry:
        html = (published / "site" / policy.page / "index.html").read_text(encoding="utf-8")
        found = Reader.of(html, inside="main")
        anchors = [clause.anchor for clause in policy.clauses]
        assert [own for own in found.ids if own in set(anchors)] == anchors, policy.id
        shown = {anchor: squeezed(found.words[anchor]) for anchor in anchors}
        assert [anchor for anchor, said in _words(policy) if said not in shown[anchor]] == [], policy.id


def test_the_pdf_of_each_has_its_words_and_numbers_in_their_order(published: Path, policies: Policies) -> None:
    for policy in policies.registry:
        (pdf,) = (published / "site" / policy.page).glob("*.pdf")
        printed = squeezed(words(reader(pdf.read_bytes())))
        if SHAPED.search(policy.title):
            continue
        begun = {clause.anchor: squeezed(clause.printed) for clause in policy.clauses}
        at = 0
        for anchor, said in _words(policy, NoteMark):
            at = printed.find(begun[anchor] + said, at)
            assert at >= 0, (policy.id, anchor, said)


def test_a_second_build_gives_the_same_bytes(published: Path) -> None:
    assert build(published, "--site-dir", "again").returncode == 0
    assert _files(published / "again") == _files(published / "site")


def test_what_is_not_sound_is_told_and_never_recorded(tmp_path: Path) -> None:
    unsound = [document for document in DOCUMENTS if not is_sound(document)]
    _put(tmp_path, unsound)
    said = [_run(tmp_path, *order) for order in (("clauses", "anchor"), ("check",), ("clauses", "accept"))]
    assert [done.returncode for done in said] == [1, 1, 1]
    names = [f"docs/policy/{d.source.parent.name}/{d.source.name}:" for d in unsound]
    assert [name for name in names if name not in said[1].stdout] == []
    assert "Traceback" not in "".join(done.stdout for done in said)
    assert not (tmp_path / "clauses.lock").exists()
    assert not (tmp_path / "released").exists()


def _put(folder: Path, chosen: Iterable[Document]) -> None:
    """Make the site of an organisation that has these policies."""
    docs = folder / "docs"
    labels: dict[str, str] = {}
    for document in chosen:
        beside = docs / "policy" / document.source.parent.name
        beside.mkdir(parents=True, exist_ok=True)
        for path in (document.source, *document.source.parent.glob("*.png")):
            shutil.copy(path, beside)
        if document.links.exists():
            labels |= yaml.safe_load(document.links.read_text(encoding="utf-8"))
    (docs / "links.yml").write_text(yaml.safe_dump(labels, allow_unicode=True), encoding="utf-8")
    (docs / "index.md").write_text(INDEX, encoding="utf-8")
    (folder / "trees").mkdir()
    (folder / "mkdocs.yml").write_text(f"{SETTINGS}exclude_docs: |\n  /links.yml\n", encoding="utf-8")


def _run(folder: Path, *order: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).with_name("clausetree")), *order],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def _words(policy: Policy, marks: type[NoteMark] | None = None) -> Iterator[tuple[str, str]]:
    """Yield the words under each anchor, number left out, with the `marks` of notes or without them.

    On a page these are links of their own, and in print they stand among the words.
    """
    assert policy.document is not None
    units = {unit_of(holder).key: own_words(holder) for holder in holders(policy.document.blocks)}
    for clause in policy.clauses:
        said = "".join(text_of(_seen(content, marks)) + " " for content in units[clause.key])
        yield clause.anchor, squeezed(" ".join(said.split()).removeprefix(clause.printed))


def _seen(content: Content, marks: type[NoteMark] | None) -> Content:
    """Leave out pictures, which are no text, and the marks of notes where they are not asked for."""
    return tuple(kept for inline in content if (kept := _seen_of(inline, marks)))


def _seen_of(inline: Inline, marks: type[NoteMark] | None) -> Inline | None:
    match inline:
        case Picture():
            return None
        case NoteMark():
            return inline if marks else None
        case Marked(mark=mark, content=content):
            return Marked(mark, _seen(content, marks))
        case Link(href=href, content=content):
            return Link(href, _seen(content, marks))
        case _:
            return inline


def _files(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
