"""The head of a policy's file: what is read there, and where the reader finds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetree.history.policies import Policies
from clausetree.policy.parser import parse_policy
from clausetree.publish.sources.policies import load_policies, read_policy
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source

HEAD = 'policy: keys\ntitle: Keys\nversion: "1.0"\nowner: Estates\napproved: 1 May 2031\n'
BODY = "\n# Keys {: #keys }\n\n1.1 Sign for each key.\n{: #c1-1 }\n"


def read(folder: Path, head: str, body: str = BODY) -> Policies:
    """Read one policy with this head."""
    (folder / "docs").mkdir()
    (folder / "docs" / "keys.md").write_bytes(f"---\n{head}---\n{body}".encode())
    return load_policies(folder / "docs")


def pointed_at(fault: Diagnostic) -> str:
    """Return the words that a message points at."""
    return fault.source.text[fault.span.start : fault.span.end]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("numbers: Minute 12/1", ("Minute 12/1",)),
        ("numbers: § 3, POL-1,  A.1 ,", ("§ 3", "POL-1", "A.1")),
        ('numbers: ["1.10", "Part 1, rule 2"]', ("1.10", "Part 1, rule 2")),
        ("numbers:\n- Regel 4\n- A.1", ("Regel 4", "A.1")),
        ("numbers:", ()),
        ("# none", ()),
    ],
)
def test_examples_of_numbers_are_read(tmp_path: Path, written: str, expected: tuple[str, ...]) -> None:
    found = read(tmp_path, f"{HEAD}{written}\n")
    assert [fault.message for fault in found.diagnostics] == []
    assert found.pages["keys.md"].numbers == expected


def test_examples_of_numbers_that_are_no_list_are_told_at_their_line(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}numbers:\n  first: A.1\n")
    (fault,) = found.diagnostics
    assert (fault.code, pointed_at(fault)) == ("P122", "numbers:")
    assert found.pages["keys.md"].numbers == ()


def test_a_quoted_head_is_read_like_any_other(tmp_path: Path) -> None:
    quoted = HEAD.replace("policy", '"policy"').replace("owner", "'owner'")
    found = read(tmp_path, f"{quoted}terms: {{key: c1-1}}\n")
    assert found.diagnostics == ()
    policy = found.pages["keys.md"]
    assert (policy.id, policy.owner) == ("keys", "Estates")
    assert [term.words for term in policy.terms] == ["key"]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_place_is_right_behind_signs_of_every_kind(tmp_path: Path, ending: str) -> None:
    head = f'{HEAD}# 🔑 keys\nowner: "🔑 Estates"\ncolour: green\n'.replace("\n", ending)
    again, nobody = read(tmp_path, head).diagnostics
    assert (again.code, pointed_at(again)) == ("P119", 'owner: "🔑 Estates"')
    assert (nobody.code, pointed_at(nobody)) == ("P128", "colour: green")


def test_a_value_over_several_lines_is_told_at_its_first(tmp_path: Path) -> None:
    (fault,) = read(tmp_path, HEAD + "reviewed:\n  - 1 May\n  - 2 May\n").diagnostics
    assert (fault.code, pointed_at(fault)) == ("P122", "reviewed:")


@pytest.mark.parametrize("value", ["2031-02-30", "0x_", "!!bool perhaps", "!!int many", "!!timestamp now"])
def test_a_value_that_only_looks_like_a_date_or_a_number_is_no_text(tmp_path: Path, value: str) -> None:
    (fault,) = read(tmp_path, HEAD.replace("1 May 2031", value)).diagnostics
    assert (fault.code, pointed_at(fault)) == ("P122", f"approved: {value}")


def test_a_sign_that_yaml_refuses_is_told_at_its_line(tmp_path: Path) -> None:
    (fault,) = read(tmp_path, HEAD.replace("Estates", "🔑 Est\x07ates")).diagnostics
    assert (fault.code, pointed_at(fault)) == ("P123", "owner: 🔑 Est\x07ates")


@pytest.mark.parametrize("value", ["[" * 5_000, "&a [*a]", "!unknown x"])
def test_no_head_ends_in_a_traceback(tmp_path: Path, value: str) -> None:
    assert read(tmp_path, HEAD.replace("Estates", value)).diagnostics


def test_a_registry_of_links_with_a_date_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "links.yml").write_text("office:\n  url: 2031-02-30\n", encoding="utf-8")
    assert [fault.code for fault in load_policies(tmp_path / "docs").diagnostics] == ["P132", "P134"]


def test_without_marks_the_lines_are_found_at_the_margin() -> None:
    text = f"---\n{HEAD.replace('"1.0"', '2.10')}---\n{BODY}"
    meta = {"policy": "keys", "title": "Keys", "version": 2.1, "owner": "Estates", "approved": "1 May 2031"}
    _, (fault,) = parse_policy(Source("keys.md", text), meta, {})
    assert (fault.code, pointed_at(fault)) == ("P122", "version: 2.10")
    assert '`version: "2.10"`' in fault.hint


def test_a_policy_that_stands_by_itself_is_read_from_its_head() -> None:
    policy = read_policy(f"---\n{HEAD}numbers: A.1\n---\n{BODY}", "keys.md", {}, {})
    assert policy is not None
    assert (policy.id, policy.numbers) == ("keys", ("A.1",))
    assert read_policy("# Keys\n", "keys.md", {}, {}) is None
