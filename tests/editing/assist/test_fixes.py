"""Mends: each takes its fault away, brings no other, and changes nothing else."""

from __future__ import annotations

import difflib
import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from clausetree.editing.assist.fix import Fix
from clausetree.editing.assist.fixes import fixes_for
from clausetree.editing.assist.known import Known
from clausetree.editing.replacement import replaced
from clausetree.history.registry import Registry
from clausetree.publish.sources.policies import load_policies
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source
from clausetree.tree.answers import Answer
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.compare.trees import compare
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.model import Told, Tree
from clausetree.tree.model import told as told_at
from clausetree.tree.truth import is_true
from tests.tree.readers import arrivals
from tests.tree.test_diagnostics import INVALID, TODAY, sources

from .decisions import MENDED, REVEALED, UNMENDED
from .site import LINKS, known

ROOT = Path(__file__).resolve().parents[3]
POLICIES = sorted((ROOT / "tests" / "cases" / "policy" / "invalid").iterdir())
MOVES_LINES = {"T103", "T112", "T113", "P101"}
"""Their mends may touch more than one line: what stands beneath it, or all that cannot be seen."""


def key(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.source.name, diagnostic.code, diagnostic.message


def errors(told: Iterable[Diagnostic]) -> Counter[tuple[str, str, str]]:
    return Counter(key(one) for one in told if one.severity is Severity.ERROR)


def check_mended(case: str, fault: Diagnostic, before: list[Diagnostic], after: list[Diagnostic]) -> None:
    """Check that a fault is gone, and that no error is new but those that stood there unread."""
    count = Counter(map(key, before)), Counter(map(key, after))
    assert count[1][key(fault)] < count[0][key(fault)], fault
    new = {code for _, code, _ in errors(after) - errors(before)}
    assert new <= REVEALED.get((case, fault.code), set()), (fault, new)


def check_little_changed(fault: Diagnostic, after: str) -> None:
    """Check that a mend leaves all other lines as they are."""
    lines, changed = fault.source.text.splitlines(), after.splitlines()
    touched = [
        line
        for tag, start, end, _, _ in difflib.SequenceMatcher(None, lines, changed, autojunk=False).get_opcodes()
        for line in range(start, max(end, start + 1))
        if tag != "equal"
    ]
    first, _ = fault.source.place(fault.span.start)
    assert fault.code in MOVES_LINES or {*touched} <= {first - 3, first - 2, first - 1, first, first + 1}, (
        touched
    )


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.stem)
def test_each_mend_of_a_tree_mends_it(case: Path, made_up: Registry, made_up_calendar: Calendar) -> None:
    calendar = None if case.stem == "no-calendar" else made_up_calendar
    written = sources(case)
    texts = {source.name: source.text for source in written}
    before, told = read_trees(written, made_up, calendar, TODAY)
    for fault in told:
        fixes = fixes_for(fault, fault.source.text, Known(fault.source.name, made_up, {}, texts))
        assert fixes == [] or fault.code in MENDED
        for fix in fixes:
            after = replaced(fault.source.text, fix.replacements)
            mended = [Source(one.name, after) if one == fault.source else one for one in written]
            trees, still = read_trees(mended, made_up, calendar, TODAY)
            check_mended(case.stem, fault, told, still)
            check_little_changed(fault, after)
            for old, new in zip(before, trees, strict=True) if not errors(told) else ():
                assert compare(old, new) == [] or told_to_readers(old) == told_to_readers(new)


def told_to_readers(tree: Tree) -> set[tuple[str, frozenset[tuple[str, Answer]], str]]:
    """Return what is told at each node to each reader who comes there, every answer tried."""
    return {
        (node, said, str(line))
        for node, found in arrivals(tree).items()
        for said in found
        for line in ("", *(replace(one, when=None) for one in told_at(tree.node(node)) if _for(one, said)))
    }


def _for(line: Told, said: frozenset[tuple[str, Answer]]) -> bool:
    return line.when is None or is_true(line.when, dict(said))


@pytest.mark.parametrize("case", POLICIES, ids=lambda case: case.name)
def test_each_mend_of_a_policy_mends_it(case: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(case / "docs", docs)
    policies = load_policies(docs)
    told = list(policies.diagnostics)
    pages = {f"docs/{path}": policy.id for path, policy in policies.pages.items()}
    for fault in told:
        site = Known(fault.source.name, policies.registry, policies.links, {}, pages)
        fixes = fixes_for(fault, fault.source.text, site)
        assert fixes == [] or fault.code in MENDED
        for fix in fixes:
            file = tmp_path / fault.source.name
            written = file.read_bytes()
            after = replaced(fault.source.text, fix.replacements)
            file.write_bytes(after.encode())
            check_mended(case.name, fault, told, list(load_policies(docs).diagnostics))
            check_little_changed(fault, after)
            file.write_bytes(written)


def test_of_every_code_it_is_decided() -> None:
    pages = {page.stem for page in (ROOT / "docs" / "authoring" / "errors").glob("?1*.md")}
    pages |= {page.stem for page in (ROOT / "docs" / "authoring" / "errors").glob("T*.md")}
    assert pages == MENDED | set(UNMENDED)
    assert not MENDED & set(UNMENDED)


BY_HAND = frozenset({"T107", "T133", "T134", "T201", "T207", "T211", "P119", "P143"})
"""Of these, no case has a fault of which it is certain what was meant."""


def test_where_a_code_has_mends_a_case_has_one(made_up: Registry, made_up_calendar: Calendar) -> None:
    for code in sorted(MENDED - BY_HAND):
        for case in [case for case in INVALID if f"  {code}  " in case.with_suffix(".txt").read_text("utf-8")]:
            written = sources(case)
            texts = {source.name: source.text for source in written}
            told = read_trees(written, made_up, made_up_calendar, TODAY)[1]
            faults = [fault for fault in told if fault.code == code]
            site = {fault.source.name: Known(fault.source.name, made_up, {}, texts) for fault in faults}
            if any(fixes_for(fault, fault.source.text, site[fault.source.name]) for fault in faults):
                break
        else:
            assert code.startswith("P"), code


HEAD = 'tree t "T"\n    policy lone-working\n    basis clauses\n    start place\n\n'
PLACE = 'question place "Where?"\n    option home "Home" -> sort\n    option office "Office" -> safe\n\n'
SAFE = 'outcome safe "Go"\n'


def mends(registry: Registry, text: str, code: str) -> list[Fix]:
    """Return the mends of the faults with this code in a tree of the small site."""
    told = read_trees([Source("trees/t.tree", text)], registry)[1]
    faults = [fault for fault in told if fault.code == code]
    assert faults, told
    site = known(registry, "trees/t.tree")
    return [fix for fault in faults for fix in fixes_for(fault, text, site)]


def mended(registry: Registry, text: str, code: str) -> str:
    (fix,) = mends(registry, text, code)
    return replaced(text, fix.replacements)


def test_by_hand(made_up: Registry) -> None:
    # fmt: off
    for code, wrong, right in (
        ("T101", "    optoin home", "    option home"),
        ("T104", '    option home "Home -> sort', '    option home "Home" -> sort'),
        ("T106", "    option home “Home” -> sort", '    option home "Home" -> sort'),
        ("T106", '    option home "Home" → sort', '    option home "Home" -> sort'),
        ("T202", "-> sfae", "-> safe"),
        ("T102", '"Office" safe', '"Office" -> safe'),
    ):
        # fmt: on
        sound = PLACE + f"route sort\n    when place is home -> safe\n\n{SAFE}"
        starts = {"T101": "    option home", "T202": "-> safe", "T102": '"Office" -> safe'}
        old = starts.get(code, '    option home "Home" -> sort')
        text = HEAD + sound.replace(old, wrong, 1)
        assert mended(made_up, text, code) == HEAD + sound.replace(old, right, 1)


def test_a_row_that_says_the_same_again_goes(made_up: Registry) -> None:
    table = "table sort\n    columns place\n    row home -> safe\n    row home -> safe\n\n"
    text = HEAD + PLACE + table + SAFE
    assert mended(made_up, text, "T133") == text.replace("    row home -> safe\n", "", 1)
    assert mends(made_up, text.replace("row home -> safe\n\n", "row home -> place\n\n"), "T133") == []


def test_a_last_row_for_all_is_otherwise(made_up: Registry) -> None:
    table = (
        "table sort\n    columns place\n    row home -> safe\n    row office -> safe\n    row any -> safe\n\n"
    )
    text = HEAD + PLACE + table + SAFE
    assert mended(made_up, text, "T134") == text.replace("row any -> safe", "otherwise -> safe")
    assert (
        mends(made_up, text.replace("row any -> safe\n", "row any -> safe\n    otherwise -> safe\n"), "T134")
        == []
    )


def test_a_role_that_is_introduced_twice_in_the_same_words_is_once_enough(made_up: Registry) -> None:
    role = '    role buddy "Your buddy"\n'
    text = HEAD.replace("    start", f"{role}{role}    start") + SAFE
    assert mended(made_up, text, "T201") == text.replace(role, "", 1)
    assert mends(made_up, text.replace(role, '    role buddy "Another"\n', 1), "T201") == []


def test_another_tree_or_link_that_is_nearly_called_so(made_up: Registry) -> None:
    text = HEAD + PLACE + f"{SAFE}    then -> tree chek\n"
    told = read_trees([Source("trees/t.tree", text), Source("trees/check.tree", 'tree check "C"\n')], made_up)[
        1
    ]
    (fault,) = (fault for fault in told if fault.code == "T207")
    (fix,) = fixes_for(fault, text, known(made_up, "trees/t.tree"))
    assert fix.title == "Write `check`"
    linked = Registry(made_up, {label: link.url for label, link in LINKS.items()})
    text = HEAD + PLACE + f'{SAFE}    link "The list" budy-list\n'
    assert "buddy-list" in mended(linked, text, "T211")


def test_the_only_policy_is_the_one_that_is_meant(made_up: Registry) -> None:
    policy = made_up.policy("verbs")
    assert policy
    text = HEAD.replace("    policy lone-working\n", "") + PLACE + SAFE
    assert mended(Registry([policy]), text, "T107") == text.replace('"T"\n', '"T"\n    policy verbs\n')
    assert mends(made_up, text, "T107") == []


def in_policy(tmp_path: Path, text: str, code: str) -> list[str]:
    """Return a policy after each mend of its faults with this code."""
    (tmp_path / "docs").mkdir(exist_ok=True)
    (tmp_path / "docs" / "a.md").write_text(text, encoding="utf-8")
    policies = load_policies(tmp_path / "docs")
    faults = [fault for fault in policies.diagnostics if fault.code == code]
    assert faults
    site = Known("docs/a.md", policies.registry, policies.links, {}, {"docs/a.md": "a"})
    return [replaced(text, fix.replacements) for fault in faults for fix in fixes_for(fault, text, site)]


def test_of_a_head_that_says_the_same_twice_one_line_goes(tmp_path: Path) -> None:
    lines = ["policy: a", "title: A", 'version: "0.1"', "owner: B", "approved: C"]
    head = "---\n{}\n---\n\n# A {{: #a }}\n\n1.1 The van is yellow.\n{{: #c1-1 }}\n"
    text = head.format("\n".join([*lines, "owner: B"]))
    assert in_policy(tmp_path, text, "P119") == [head.format("\n".join(lines))]
    assert in_policy(tmp_path, text.replace("owner: B\n---", "owner: D\n---"), "P119") == []
    terms = head.format("\n".join([*lines, "terms:", "  van: c-1-1"]))
    assert in_policy(tmp_path, terms, "P143") == [terms.replace("c-1-1", "c1-1")]


def test_what_may_be_one_of_two_is_left_alone(made_up: Registry) -> None:
    two = 'outcome safe-1 "One"\n\noutcome safe-2 "Two"\n'
    text = HEAD + PLACE.replace("-> sort", "-> safe-3").replace("-> safe\n", "-> safe-1\n") + two
    assert mends(made_up, text, "T202") == []


def test_a_mend_is_for_the_text_in_which_the_fault_was_found(made_up: Registry) -> None:
    text = HEAD + PLACE.replace("-> sort", "-> saef") + SAFE
    (fault,) = (one for one in read_trees([Source("trees/t.tree", text)], made_up)[1] if one.code == "T202")
    assert fixes_for(fault, f"{text}\n", known(made_up, "trees/t.tree")) == []
    (fix,) = fixes_for(fault, text, known(made_up, "trees/t.tree"))
    at = text.index("saef")
    assert fix.to_json() == {"title": "Write `safe`", "changes": [{"from": at, "to": at + 4, "text": "safe"}]}
