"""Whatever is pasted, every unit gets an anchor, and no word is changed by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.history.anchoring.anchored import Anchored, anchored
from clausetree.history.checking.accept import Answers, release_of
from clausetree.history.lock import History, Lock
from clausetree.history.past import Past
from clausetree.policy.clause import LastWords
from clausetree.policy.clauses.anchors import is_anchor
from clausetree.policy.parser import parse_policy, read_outline
from clausetree.policy.pasting.pasted import laid_out
from clausetree.policy.policy import Policy
from clausetree.policy.reading import read_document
from clausetree.report.source import Source
from tests.policy.conftest import CASES, ROOT

PASTED = sorted((CASES / "pasted").glob("*.before.md"))
META = {"policy": "p", "title": "P", "version": "1", "owner": "O", "approved": "A"}
NEVER = Past(History("p"))
LINES = st.sampled_from(
    [
        "# Title", "#Title", "## 1.0 Part ##", "### Why & when?", "Purpose\n---", "#", "***",
        "1.1 Words", "1.2\tMore words:", "1.3. Words.", "2.1 words of a line that was full", "C1 2",
        "Words.", "Words  ", "**Words**", "Words\\", "目的", "&amp;", "`a { b }`", "  continued", "", "", "",
        "(a) one;", "(b) two", "c) three", "(i) inner", "• bullet", "◦ ring", "o\tring",
        "- item", "-\ttabbed", "* star", "+ plus", "    - deep", "\t- deep", "        - deeper", "  - shallow",
        "- ", "1. first", "1) first", "2) second", "> quoted", "> - quoted item",
        "| a | b |\n| --- | --- |\n| c \\| d | e |\n| | f |", "```", "    code", "<b>html</b>",
        "[¹](#x) note", "¹ Note", "{: .editorial }", "{: #c1-1 }", "{: #purpose-1 }",
    ]
)  # fmt: skip
PASTE = st.tuples(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\r"])).map(
    lambda made: made[1].join("\n".join(made[0]).split("\n"))
)


def anchor(text: str, past: Past = NEVER) -> Anchored:
    return anchored(Source("p.md", text), {}, past, "2.0")


def parsed(text: str) -> Policy:
    policy, _ = parse_policy(Source("p.md", text), META, {})
    assert policy is not None
    return policy


def units(text: str) -> list[tuple[str, str | None, str]]:
    """What stands in a policy, in order, whether or not it has an anchor."""
    outline = read_outline(Source("p.md", text), {})
    found = [*outline.clauses, *(lost.clause for lost in outline.unanchored)]
    return [
        (c.kind.value, c.number and c.number[:3], c.text) for c in sorted(found, key=lambda c: c.span.start)
    ]


def shown(text: str) -> object:
    """What a policy's Markdown is read as, but for where it stands and its anchors."""
    return _without_units(asdict(read_document(text, {}).document)["blocks"])


def _without_units(value: object) -> object:
    match value:
        case dict():
            return {name: _without_units(part) for name, part in value.items() if name != "unit"}
        case tuple():
            return [_without_units(part) for part in value]
        case _:
            return value


@given(PASTE)
def test_every_unit_gets_an_anchor_of_its_own_and_keeps_its_words(text: str) -> None:
    made = anchor(text)
    outline = read_outline(made.source, {})
    if made.faults:
        assert made.written == 0
        return
    assert outline.unanchored == []
    assert units(made.source.text) == units(laid_out(text))
    anchors = Counter(clause.anchor for clause in outline.clauses)
    before = Counter(clause.anchor for clause in read_outline(Source("p.md", laid_out(text)), {}).clauses)
    new = anchors - before
    assert before <= anchors
    assert new.total() == made.written
    assert all(is_anchor(anchor) and anchors[anchor] == 1 for anchor in new)


@given(PASTE)
def test_the_second_time_changes_nothing(text: str) -> None:
    once = anchor(text)
    again = anchor(once.source.text)
    assert (again.source, again.laid_out, again.written) == (once.source, False, 0)


@given(PASTE)
def test_anchors_change_nothing_else(text: str) -> None:
    assert shown(anchor(text).source.text) == shown(laid_out(text))


@given(PASTE)
def test_laying_out_loses_no_word(text: str) -> None:
    def words(text: str) -> list[str]:
        return re.findall(r"\w+", text)

    plain = text.replace("o\t", "")
    assert words(laid_out(text).replace("o\t", "")) == words(plain)


@pytest.mark.parametrize("case", PASTED, ids=lambda case: case.name)
def test_a_paste_becomes_exactly_this(case: Path, is_as_written: Callable[[str, Path], None]) -> None:
    made = anchor(case.read_text(encoding="utf-8"))
    is_as_written(made.source.text, case.with_name(case.name.replace(".before.", ".after.")))


def test_a_policy_that_is_laid_out_stays_so_and_gets_the_anchors_of_its_numbers_again() -> None:
    text = (ROOT / "docs" / "policy" / "social-media.md").read_text(encoding="utf-8")
    assert laid_out(text) == text
    bare = re.sub(r"\n *\{: #[^}]*\}| \{: #[\w-]+(?: data-[^}]*)? \}", "", text)
    bare = re.sub(r"\{: #[\w-]+ ", "{: ", bare)
    assert laid_out(bare) == bare
    assert "{: #" not in bare
    numbered = re.compile(r"\{: #(c\d[\w-]*)")
    assert numbered.findall(anchor(bare).source.text) == numbered.findall(text)


def test_the_ends_of_lines_stay_as_they_are() -> None:
    for case in PASTED:
        text = case.read_text(encoding="utf-8")
        windows = anchor(text.replace("\n", "\r\n")).source.text
        assert windows == anchor(text).source.text.replace("\n", "\r\n")


def test_a_class_without_an_anchor_gets_one_in_its_list() -> None:
    made = anchor("## Ours {: .editorial }\n\n## Record {: .informative }\n\n1.1 Words.\n{: .informative }\n")
    assert "## Ours {: .editorial }\n" in made.source.text
    assert "## Record {: #record .informative }\n" in made.source.text
    assert "1.1 Words.\n{: #c1-1 .informative }\n" in made.source.text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.1 Words.\n\n{: #c1-1 }\n\n1.2 Words.\n", "StrayAnchor"),
        ("1.1 Words. {: #c1-1 }\n\n1.2 Words.\n", "MisshapenAnchor"),
        ("1.1 Words.\n{: #c1.1 }\n\n- item\n", "BadAnchor"),
        ("1.1 Words.\n{: #c1-1 }\n\n1.2 More.\n{: #c1-1 }\n\n1.3 Words.\n", "DuplicateAnchor"),
        ("1.1 Words.\n\n1.1 Others.\n", "DuplicateNumber"),
        ("Words.\n{: #c1-1 }\n\n- item\n", "AnchorKeptForNumbers"),
        ("1.1 Words.\n{: #words }\n\n- item\n", "AnchorNotOfNumber"),
    ],
)
def test_what_anchors_are_made_of_is_mended_first(text: str, code: str) -> None:
    made = anchor(text)
    assert (made.source.text, made.written) == (text, 0)
    assert [type(fault).__name__ for fault in made.faults] == [code]


def published(*texts: str) -> Past:
    """What a policy published in versions 1.0, 1.1 …"""
    past = NEVER
    for number, text in enumerate(texts):
        policy = replace(parsed(text), version=f"1.{number}")
        answers = Answers({anchor: () for anchor in past.history.records() if f"#{anchor} " not in text})
        release, _ = release_of(policy, Source("p.md", text), past, answers)
        lock = Lock({"p": past.history}).with_release("p", release)
        past = Past(lock.history("p"), {**past.copies, policy.version: policy})
    return past


ONE = "1.1 Tell your buddy where you go.\n{: #c1-1 }\n"
TWO = "1.2 Carry a torch and a charged telephone.\n{: #c1-2 }\n"


def test_a_withdrawn_anchor_is_never_given_again() -> None:
    past = published(f"{ONE}\n{TWO}", ONE)
    made = anchor(f"{ONE}\n1.2 Wear a coat.\n", past)
    assert made.source.text == f"{ONE}\n1.2 Wear a coat.\n{{: #c1-2-from-2-0 }}\n"


def test_words_that_lost_their_anchor_get_it_back() -> None:
    past = published(f"{ONE}\n{TWO}")
    assert anchor(f"{ONE}\n1.2 Carry a torch and a charged telephone.\n", past).source.text == f"{ONE}\n{TWO}"
    renumbered = anchor(f"{ONE}\n1.3 Carry a torch and a charged telephone.\n", past).source.text
    assert renumbered == f"{ONE}\n{TWO}".replace("1.2", "1.3")
    reworded = anchor(f"{ONE}\n1.2 Carry a torch and a telephone.\n", past).source.text
    assert reworded.endswith("1.2 Carry a torch and a telephone.\n{: #c1-2 }\n")


def test_other_words_do_not_get_the_anchor_of_those_that_are_gone() -> None:
    made = anchor(f"{ONE}\n1.2 Wear a coat.\n", published(f"{ONE}\n{TWO}"))
    assert made.source.text.endswith("1.2 Wear a coat.\n{: #c1-2-from-2-0 }\n")


def test_a_clause_put_before_others_gets_an_anchor_that_none_has() -> None:
    text = f"1.1 Wear a coat.\n\n{ONE}\n{TWO}".replace("1.2 C", "1.3 C").replace("1.1 T", "1.2 T")
    made = anchor(text, published(f"{ONE}\n{TWO}"))
    assert made.source.text.startswith("1.1 Wear a coat.\n{: #c1-1-from-2-0 }\n\n1.2 Tell")
    assert parse_policy(made.source, META, {}, dict.fromkeys(("c1-1", "c1-2"), LastWords(None, "")))[1] == []


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("# Who’s who?", "whos-who"),
        ("# 24-hour cover", "hour-cover"),
        ("# Café visits", "cafe-visits"),
        ("# 目的", "mude"),
        ("# C1 2", "part-c1-2"),
        ("# One two three four five six seven", "one-two-three-four-five-six"),
        ("# Comments and posts about one of the staff", "comments-and-posts-about-one"),
        ("# Appendix 1: a flowchart", "appendix-1"),
        ("# 1. Introduction", "introduction"),
    ],
)
def test_a_heading_is_called_by_its_words(words: str, wanted: str) -> None:
    assert anchor(words).source.text == f"{words} {{: #{wanted} }}"


def test_each_anchor_is_given_once() -> None:
    made = anchor("# Aim\n\nWords.\n\n# Aim\n\nWords.\n\n- item\n\n# Aim\n\n- item\n")
    anchors = re.findall("#([a-z0-9-]+) }", made.source.text)
    assert anchors == ["aim", "aim-1", "aim-2", "aim-2-1", "aim-2-1-a", "aim-3", "aim-3-a"]
