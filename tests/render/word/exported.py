"""Policies that are exported in tests, and what comes back when they are imported."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import yaml

from clausetree.history.anchoring.anchored import anchored
from clausetree.history.lock import History
from clausetree.history.past import Past
from clausetree.importing.changes import Settle
from clausetree.importing.documents import read_file
from clausetree.importing.imported import imported
from clausetree.importing.kept import anchors_of
from clausetree.importing.places import with_kept_anchors, with_places
from clausetree.policy.parser import read_outline
from clausetree.policy.policy import Policy
from clausetree.publish.files.zip_archive import write_zip
from clausetree.publish.sources.policies import read_policy
from clausetree.render.word.document import Earlier, to_word
from clausetree.render.word.leading import addresses_from, written_links
from clausetree.report.source import Source
from tests.policy.corpus import CORPUS, Document

PROJECT = Path(__file__).resolve().parents[3]
OURS = PROJECT / "docs" / "policy" / "social-media.md"
DAY = "2026-11-30"
ADDRESS = addresses_from("policy/policy.md", "")

NAMES = (
    *(
        "charity-reserves",
        "club-constitution",
        "council-grit",
        "deep-headings",
        "hebrew-kitchen",
        "lettered-terms",
    ),
    *(
        "letters-and-romans",
        "long-table",
        "nhs-sharps",
        "policy-codes",
        "polish-housing",
        "quotations-and-code",
    ),
    *("satzung-ruderverein", "school-appendices", "single-numbers", "standing-orders", "statute-harbours"),
    *("two-schemes", "vietnamese-market", "word-paste"),
    *("glossary", "footnotes", "lists-that-go-on"),
)
"""Policies of the corpus in all kinds of numbers."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A policy with an anchor for every unit, its file, and the addresses of its labels."""

    policy: Policy
    text: str
    labels: dict[str, str]


def everything() -> dict[str, Path]:
    """Return the file of every policy that there is in the tests, and of ours, by its path."""
    files = [*sorted((PROJECT / "tests" / "cases").rglob("*.md")), OURS, *(PROJECT / "released").rglob("*.md")]
    return {str(file.relative_to(PROJECT)): file for file in files if _is_policy(file.read_bytes())}


def _is_policy(data: bytes) -> bool:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    return text.startswith("---") and "policy:" in text.partition("\n---\n")[0]


def kept_file(path: Path) -> Kept | None:
    """Return the policy in a file, or None where it is none that has a clause."""
    links = OURS.parents[1] / "links.yml" if "cases" not in path.parts else path.parent / "links.yml"
    said = _labels(links)
    try:
        found = changed(path.read_text(encoding="utf-8"), said)
    except AssertionError:
        return None
    return found if found.policy.clauses else None


def _labels(links: Path) -> dict[str, str]:
    try:
        said = yaml.safe_load(links.read_text(encoding="utf-8")) if links.exists() else {}
    except yaml.YAMLError:
        said = {}
    entries = said.items() if isinstance(said, dict) else ()
    return {label: entry.get("url") or "" if isinstance(entry, dict) else "" for label, entry in entries}


def kept(name: str) -> Kept:
    """Return a policy of the corpus, or ours, which is called ""."""
    document = Document(CORPUS / name / "policy.md" if name else OURS)
    links = document.links if name else OURS.parents[1] / "links.yml"
    said = yaml.safe_load(links.read_text(encoding="utf-8")) if links.exists() else {}
    labels = {label: (entry or {}).get("url") or "" for label, entry in said.items()}
    return changed(document.source.read_text(encoding="utf-8"), labels)


def changed(text: str, labels: dict[str, str]) -> Kept:
    """Return a policy of a text, with an anchor for every unit."""
    made = anchored(Source("policy.md", text), labels, Past(History("policy")), "1.0").source.text
    policy = read_policy(made, "policy", labels, {})
    assert policy is not None
    return Kept(policy, made, labels)


def exported(policy: Policy, earlier: Policy | None = None) -> bytes:
    """Return a policy as a Word document, changes since an `earlier` one tracked."""
    made = BytesIO()
    write_zip(made, to_word(policy, ADDRESS, {}, Earlier(earlier, DAY) if earlier else None).items())
    return made.getvalue()


def back(document: bytes, was: Kept, how: Settle | None = None) -> Policy:
    """Return what is made of a document that is imported over the policy that it was."""
    text, labels = back_as_text(document, was, how)
    policy = read_policy(text, "policy", labels, {})
    assert policy is not None
    return policy


def back_as_text(document: bytes, was: Kept, how: Settle | None = None) -> tuple[str, dict[str, str]]:
    """Return the same as its author sees it, and the addresses of its labels."""
    taken = read_file("policy.docx", document, how)
    written = written_links(was.policy, ADDRESS, was.labels)
    made = imported(
        taken.blocks, was.policy.id, taken.properties, {}, taken.remarks, was.labels, written=written
    )
    labels = {**was.labels, **made.links}
    head = was.text.partition("\n---\n")[0]
    text = f"{head}\n---\n\n{made.body}"
    outline = read_outline(Source("policy.md", text), labels, {}, was.policy.numbers)
    text = with_kept_anchors(text, outline.unanchored, anchors_of(was.policy, ()))
    source = anchored(Source("policy.md", text), labels, Past(History("policy")), "1.0").source
    return with_places(source.text), labels


def units(policy: Policy) -> list[tuple[str, str, str | None, str]]:
    """Return the anchor, the kind, the number and the words of each unit."""
    return [(clause.anchor, clause.kind.value, clause.number, clause.text) for clause in policy.clauses]
