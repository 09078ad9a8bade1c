"""A made-up charity's policy goes through the same code, untouched."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from clausetree.policy.clause import ClauseKind, Standing
from clausetree.publish.sources.policies import load_policies
from clausetree.render.html.addresses import addresses_on
from clausetree.render.policy.clause_tools import Use, notes_of_use
from clausetree.render.policy.page import to_page
from clausetree.render.versions.data import clauses_csv, clauses_json, policy_json

from .conftest import CASES, Site

CASE = CASES / "valid" / "lone-working"
USES = {
    "c1-1": [Use("Going out", "../trees/going-out/"), Use("Cars & vans", "../trees/cars/?a=1&b=2")],
    "c1-1-b": [Use("Going out", "../trees/going-out/")],
    "owner": [Use("Asking", "../trees/asking/")],
    "purpose": [Use("Going out", "../trees/going-out/")],
}


def test_its_page_is_exactly_this(other_site: Site) -> None:
    policy = other_site.policies.pages["lone-working.md"]
    finished = to_page(policy, notes_of_use(USES), addresses_on("lone-working.md"))
    assert finished == _expected("page.html")


def test_its_attestation_record_is_exactly_this(other_site: Site) -> None:
    policy = other_site.policies.pages["lone-working.md"]
    assert policy_json(policy, "https://heron-meadow.example/") == _expected("policy.json")


def test_the_lists_of_clauses_agree_with_each_other(other_site: Site) -> None:
    registry = other_site.policies.registry
    as_json = json.loads("".join(clauses_json(registry, "")))["clauses"]
    table = "".join(clauses_csv(registry, "")).removeprefix("\ufeff")
    as_csv = list(csv.DictReader(io.StringIO(table)))
    assert as_csv == [{key: value or "" for key, value in row.items()} for row in as_json]
    assert [row["url"] for row in as_json][-1] == "lone-working/#approved"


def test_its_clauses_are_found_by_what_people_call_them(other_site: Site) -> None:
    registry = other_site.policies.registry
    for reference in ("1.1(b)", "1.1b", "1.1 (b)", "c1-1-b"):
        found = registry.find("lone-working", reference)
        assert found is not None
        assert found.label == "clause 1.1(b)"
    for reference in ("9.9", "", "1.1(z)", "C1-1"):
        assert registry.find("lone-working", reference) is None
    assert registry.find("no-such-policy", "1.1") is None
    assert registry.nearest("lone-working", "1.1(z)") == "1.1"


def test_items_within_items_keep_their_place(other_site: Site) -> None:
    registry = other_site.policies.registry
    inner = registry.find("lone-working", "c1-1-b-2")
    assert inner is not None
    assert (inner.kind, inner.number, inner.parent) == (ClauseKind.SUB_ITEM, "1.1(b)(2)", "c1-1-b")
    assert inner.html == 'then the <a href="https://heron-meadow.example/office">office</a>.'


def test_only_the_words_that_bind_are_attested(other_site: Site) -> None:
    policy = other_site.policies.pages["lone-working.md"]
    left_out = [c.anchor for c in policy.clauses if c.standing is not Standing.NORMATIVE]
    assert left_out == ["notes", "record", "owner", "approved"]
    assert not {"notes", "record", "owner", "approved"} & {c.anchor for c in policy.normative}


def test_a_link_without_an_address_is_plain_words(other_site: Site) -> None:
    assert "[buddy]" not in other_site.html("lone-working.md")
    assert "your buddy where you go" in other_site.html("lone-working.md")


def test_two_readings_of_the_same_files_are_equal(other_site: Site) -> None:
    again = load_policies(other_site.folder)
    first = other_site.policies
    assert again.pages == first.pages
    assert "".join(clauses_csv(again.registry, "")) == "".join(clauses_csv(first.registry, ""))


def _expected(name: str) -> str:
    return (Path(CASE) / name).read_text(encoding="utf-8")
