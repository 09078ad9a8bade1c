"""Policies as other bodies write them are read as they are meant, or it is told where not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from clausetree.history.anchoring.anchored import Anchored, anchored
from clausetree.history.lock import History
from clausetree.history.past import Past
from clausetree.history.policies import Policies
from clausetree.policy.links import addresses
from clausetree.policy.wording import to_diagnostic
from clausetree.publish.releases.publishable import check_publishable
from clausetree.publish.sources.policies import load_policies, read_policy
from clausetree.report.diagnostic import Diagnostic

from .corpus import Document, Unit, documents
from .units_read import units_of

DOCUMENTS = documents()
_NO_ANCHOR = "P101"
_BULLETS = {"•": "-"}
_BOXES = {"☐": "[ ]"}
_DASH = re.compile(r"(?P<number>\d+(?:\.\d+)+)-")
_TWO = re.compile(r"(?P<number>\d+(?:\.\d+)+)(?P<rest>/.*)")


@pytest.mark.parametrize(
    "document", [d for d in DOCUMENTS if d.expected.exists()], ids=lambda document: document.name
)
def test_each_unit_is_read_with_its_kind_its_label_and_its_words(document: Document, tmp_path: Path) -> None:
    docs = _put(document, tmp_path)
    policies = load_policies(docs)
    made = _anchored(document, policies)
    assert made.faults == ()
    policy = read_policy(made.source.text, "p.md", addresses(policies.links), {})
    assert policy is not None
    # Code is told, and is no part of a policy.
    assert units_of(policy) == [_laid_out(unit) for unit in document.units if unit.kind != "code"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_each_message_is_said_at_its_line_and_none_besides(document: Document, tmp_path: Path) -> None:
    docs = _put(document, tmp_path)
    policies = load_policies(docs)
    told = [*policies.diagnostics, *check_publishable(policies, docs, tmp_path / "trees")]
    if f"policy/{document.source.name}" in policies.pages:
        made = _anchored(document, policies)
        # Where the paste was laid out anew, faults have lines of their own.
        told += [to_diagnostic(fault, made.source) for fault in made.faults if not made.laid_out]
    assert {_place(fault) for fault in told if _is_of(fault, document)} == {
        (said.line, said.code) for said in document.messages
    }


def _put(document: Document, folder: Path) -> Path:
    """Put a policy and what stands beside it where a site has them."""
    docs = folder / "docs"
    shutil.copytree(
        document.source.parent, docs / "policy", ignore=shutil.ignore_patterns("*.txt", "links.yml")
    )
    if document.links.exists():
        shutil.copy(document.links, docs)
    return docs


def _anchored(document: Document, policies: Policies) -> Anchored:
    policy = policies.pages[f"policy/{document.source.name}"]
    source = policies.sources[policy.id]
    past = Past(History(policy.id))
    return anchored(source, addresses(policies.links), past, policy.version, numbers=policy.numbers)


def _place(fault: Diagnostic) -> tuple[int, str]:
    return fault.source.place(fault.span.start)[0], fault.code


def _is_of(fault: Diagnostic, document: Document) -> bool:
    return fault.source.name == f"docs/policy/{document.source.name}" and fault.code != _NO_ANCHOR


def _laid_out(unit: Unit) -> Unit:
    """Return a unit as `clauses anchor` lays it out: a bullet, a box and a number as they are read."""
    if unit.label in _BOXES:
        return Unit(unit.kind.replace("item", "task"), _BOXES[unit.label], unit.words)
    if match := _TWO.fullmatch(unit.label):
        return Unit(unit.kind, match["number"], f"/ {match['rest'][1:]} {unit.words}")
    dashed = _DASH.fullmatch(unit.label)
    return Unit(unit.kind, dashed["number"] if dashed else _BULLETS.get(unit.label, unit.label), unit.words)
