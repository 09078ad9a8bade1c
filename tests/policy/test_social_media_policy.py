"""The organisation's policy: nothing lost, nothing added, every word linkable."""

from __future__ import annotations

import re

import pytest

from clausetree.policy.clause import Clause, ClauseKind, Standing
from clausetree.policy.clauses.anchors import is_anchor
from clausetree.policy.policy import Policy
from clausetree.render.html.addresses import addresses_on
from clausetree.render.policy.clause_tools import Use, notes_of_use
from clausetree.render.policy.page import to_page

from .conftest import Site, words_by_anchor

PAGE = "policy/social-media.md"
NUMBERS = [
    *(f"2.{n}" for n in range(1, 16)),
    *(f"3.{n}" for n in range(1, 6)),
    *(f"4.{n}" for n in range(1, 6)),
    *(f"5.{n}" for n in range(1, 3)),
]


def as_printed(clause: Clause) -> str:
    """The words with their number, as they stand on the page."""
    numbered = clause.number is not None and clause.kind is not ClauseKind.SUB_ITEM
    return f"{clause.number} {clause.text}" if numbered else clause.text


def read_naively(markdown: str) -> dict[str, str]:
    """Words by anchor, read with three regular expressions instead of our parser."""
    found = {}
    for block in re.split(r"\n\n|\n(?=[-|#])", markdown):
        anchor = re.search(r"\{: #(\S+)", block)
        if anchor:
            words = re.sub(r"\{:[^}]*\}|^(?:#+|-) |\|", "", block.strip())
            words = re.sub(r"\[([^\]]+)\](?:\[[^\]]+\]|\([^)]+\))", r"\1", words)
            found[anchor[1]] = " ".join(words.split())
    return found


def test_the_policy_has_no_faults(site: Site) -> None:
    assert site.policies.diagnostics == ()


def test_all_27_numbered_clauses_are_there_in_order(policy: Policy) -> None:
    numbers = [c.number for c in policy.clauses if c.kind is ClauseKind.CLAUSE]
    assert numbers == NUMBERS
    assert len(numbers) == 27


def test_every_number_has_its_anchor(policy: Policy) -> None:
    assert [c.anchor for c in policy.clauses if c.kind is ClauseKind.CLAUSE] == [
        "c" + number.replace(".", "-") for number in NUMBERS
    ]


def test_every_sub_item_belongs_to_the_clause_above_it(policy: Policy) -> None:
    numbered = {c.number: c.parent for c in policy.clauses if c.kind is ClauseKind.SUB_ITEM and c.number}
    assert numbered == {
        "2.3(a)": "c2-3",
        "2.3(b)": "c2-3",
        "3.1(a)": "c3-1",
        "3.1(b)": "c3-1",
        "3.1(c)": "c3-1",
    }


def test_the_registry_holds_the_words_of_the_markdown(site: Site, policy: Policy) -> None:
    assert {c.anchor: as_printed(c) for c in policy.clauses} == read_naively(site.text(PAGE))


def test_the_built_page_holds_the_words_of_the_registry(site: Site, policy: Policy) -> None:
    built = words_by_anchor(site.html(PAGE))
    # A row's anchor stands on its first cell until the page is finished.
    rows = {c.anchor: c.title for c in policy.clauses if c.section == "ownership" and not c.parent}
    expected = {c.anchor: as_printed(c) for c in policy.clauses}
    headings = {c.anchor for c in policy.clauses if c.kind is ClauseKind.HEADING}
    assert built == expected | {a: t for a, t in rows.items() if a not in headings}


def test_finishing_the_page_changes_no_word(policy: Policy) -> None:
    uses = {c.anchor: [Use("A procedure", "../../trees/a/")] for c in policy.clauses}
    finished = words_by_anchor(to_page(policy, notes_of_use(uses), addresses_on(PAGE)))
    assert finished == {c.anchor: as_printed(c) for c in policy.clauses}


def test_every_anchor_has_one_copy_button_with_a_name_of_its_own(policy: Policy) -> None:
    finished = to_page(policy, {}, addresses_on(PAGE))
    buttons = re.findall(
        r'data-anchor="([^"]+)" data-cite="[^"]+">Copy link<span class="visually-hidden"> ([^<]+)', finished
    )
    assert [anchor for anchor, _ in buttons] == [c.anchor for c in policy.clauses]
    assert len({name for _, name in buttons}) == len(buttons)


def test_every_anchor_can_be_linked_to_for_ever(policy: Policy) -> None:
    anchors = [c.anchor for c in policy.clauses]
    assert len(set(anchors)) == len(anchors)
    assert all(is_anchor(anchor) for anchor in anchors)


def test_links_within_the_page_lead_to_its_anchors(site: Site, policy: Policy) -> None:
    targets = set(re.findall(r'href="#([^"]+)"', site.html(PAGE)))
    assert targets == {"note-1", "note-2", "c4-4", "c5-2"}
    assert targets <= {c.anchor for c in policy.clauses}


@pytest.mark.parametrize(
    ("anchor", "field"),
    [
        ("owner", "owner"),
        ("approved-by", "approved_by"),
        ("approved-on", "approved"),
        ("first-implemented", "first_implemented"),
        ("version", "version"),
        ("reviewed", "reviewed"),
        ("next-review", "next_review"),
    ],
)
def test_the_head_of_the_file_says_what_the_table_says(policy: Policy, anchor: str, field: str) -> None:
    row = next(c for c in policy.clauses if c.anchor == anchor)
    assert row.text == f"{row.title} {getattr(policy, field)}"


def test_only_the_two_headings_we_added_are_ours(policy: Policy) -> None:
    ours = [c.text for c in policy.clauses if c.standing is Standing.EDITORIAL]
    assert ours == ["Notes", "Ownership and review"]


def test_the_attested_words_of_version_2_2_are_these(policy: Policy) -> None:
    """Whoever changes a word of the policy changes what people attested to, and meets this test."""
    assert policy.version == "2.2"
    assert policy.digest == "aafe0f5279c69ec148092cc3feaf285da8df7ed1d02402dc2be037689859e513"


def test_the_links_still_to_be_filled_in_are_named_in_one_line(site: Site) -> None:
    line = site.policies.unfilled_line()
    assert "\n" not in line
    for label in ("unacceptable-behaviour", "hr-business-partner", "it-and-safety-policies"):
        assert label in line
    assert line.count(" (") == 3
