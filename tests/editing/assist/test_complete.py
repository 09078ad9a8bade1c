"""What can stand where somebody writes, in lines that are not yet whole."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.editing.assist.choices import MOST, Choice, Completions, fitting
from clausetree.editing.assist.complete import complete
from clausetree.editing.assist.keyword_words import meaning_of
from clausetree.editing.replacement import Replacement, replaced
from clausetree.history.registry import Registry
from clausetree.report.span import Span
from clausetree.tree.language.keywords import FILE, KEYWORDS

from .site import OUTING, POLICY_FILE, cut, known


def offered(registry: Registry, line: str, text: str = OUTING) -> Completions:
    """Return what can stand at the cursor in a line behind a tree."""
    written, at = cut(f"{text}\n{line}")
    return complete(written, at, known(registry))


def labels(registry: Registry, line: str, text: str = OUTING) -> list[str]:
    return [choice.label for choice in offered(registry, line, text).choices]


NODES = ["place", "risks", "check", "day", "sort", "pick", "call", "safe"]
ASKED = ["place", "risks", "check", "day", "call"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("¦", ["question", "step", "wait", "route", "table", "visit", "outcome", "shared", "scenario"]),
        ("sc¦", ["scenario"]),
        ("visit ¦", ["check"]),
        ("visit check ¦", ["then ->"]),
        ("visit check then -> ca¦", ["call"]),
        ("route r\n    ¦", ["when", "otherwise", "acknowledge"]),
        ("route r\n    otherwise -> call\n    ¦", ["when", "acknowledge"]),
        ("route r\n    otherwise ¦", ["->"]),
        ("route r\n    otherwise -> ¦", NODES),
        ("route r\n    when ¦", [*ASKED, "dark", "score", "days since", "not"]),
        ("route r\n    when dark and not ¦", [*ASKED, "dark", "score", "days since"]),
        ("route r\n    when days since ¦", ["day"]),
        ("route r\n    when place ¦", ["is", "is not", "and", "or", "->"]),
        ("route r\n    when risks ¦", ["includes", "is", "and", "or", "->"]),
        ("route r\n    when score ¦", ["<", "<=", ">", ">=", "is", "and", "or", "->"]),
        ("route r\n    when dark ¦", ["and", "or", "->"]),
        ("route r\n    when place is ¦", ["home", "office", "not-sure"]),
        ("route r\n    when place is not o¦", ["office", "home", "not-sure"]),
        ("route r\n    when check is ¦", ["danger", "fine"]),
        ("route r\n    when call is ¦", ["done"]),
        ("route r\n    when (place is home or risks includes ¦", ["night", "animals", "neither"]),
        ('step s "S"\n    must ¦', ["not", "you", "buddy", "warden"]),
        ('step s "S"\n    must not ¦', ["you", "buddy", "warden"]),
        ('step s "S"\n    must you "Go" ¦', ["within", "( )", "when"]),
        ('step s "S"\n    must you "Go" (1.1) ¦', ["when"]),
        ('step s "S"\n    must you "Go" within 2 days of ¦', ["day"]),
        ('step s "S"\n    must you "Go" (1.1) when pl¦', ["place"]),
        ('step s "S"\n    must you "Go" (1.1(¦', ["1.1(a)", "1.1(b)", "1.1(b)(1)", "1.1(b)(2)"]),
        ('step s "S"\n    must you "Go" (1.1, verbs 1.4¦', ["1.4"]),
        ('step s "S"\n    cites buddy¦', ["1.1", "1.1(b)(1)"]),
        ('step s "S"\n    uses ¦', ["torch"]),
        ('step s "S"\n    link "L" ¦', ["buddy-list", "office"]),
        ('step s "S"\n    then -> tr¦', ["tree"]),
        ('outcome o "O"\n    then -> ¦', ["tree"]),
        ('outcome o "O"\n    then -> tree ¦', ["check"]),
        ('question q "Q"\n    option a "A" ¦', ["adds", "->"]),
        ('question q "Q"\n    option a "A" adds 2 ¦', ["to"]),
        ('question q "Q"\n    option a "A" adds 2 to ¦', ["score"]),
        ('question q "Q"\n    option a "A" -> a\n    unsure u "U" counts as ¦', ["a", "u"]),
        ("table t\n    columns place risks\n    row ¦", ["any", "home", "office", "not-sure", "not"]),
        ("table t\n    columns place risks\n    row home or ¦", ["home", "office", "not-sure"]),
        ("table t\n    columns place risks\n    row home or office ni¦", ["night", "animals"]),
        ("table t\n    columns place risks\n    row home night ¦", ["or", "->"]),
        ('scenario "S"\n    pl¦', ["place"]),
        ('scenario "S"\n    place ¦', ["is"]),
        ('scenario "S"\n    risks includes night, ¦', ["night", "animals", "neither"]),
        ('scenario "S"\n    ends ¦', ["safe"]),
        ('scenario "S"\n    expects sc¦', ["score"]),
        ('scenario "S"\n    expects must you ¦', ["Call your buddy"]),
        ('step s "S"\n    note\n        Take the va¦', ["van"]),
        ('step s "Take the Va¦', ["van"]),
        ('step s "S"  # pla¦', []),
        ("# pla¦", []),
    ],
)
def test_these_can_stand_there(made_up: Registry, line: str, expected: list[str]) -> None:
    assert labels(made_up, line) == expected


def test_only_the_word_that_is_being_written_is_replaced(made_up: Registry) -> None:
    text, at = cut(f"{OUTING}\nroute r\n    when pla¦ce is home -> call\n")
    found = complete(text, at, known(made_up))
    (choice,) = found.choices
    after = replaced(text, [Replacement(found.span, choice.text)])
    assert after == text.replace("when place is home ->", "when place  is home ->")


def test_a_clause_has_its_first_words_and_is_found_by_them(made_up: Registry) -> None:
    (choice,) = offered(made_up, 'step s "S"\n    cites charged¦').choices
    assert choice == Choice("1.2", "1.2", "You should carry a charged telephone & a torch.¹")


def test_a_role_of_another_tree_says_how_to_introduce_it(made_up: Registry) -> None:
    warden = next(one for one in offered(made_up, 'step s "S"\n    may ¦').choices if one.label == "warden")
    assert warden.about == 'The warden (a role of check; introduce it here by: role warden "The warden")'


def test_every_keyword_has_a_line_about_it() -> None:
    for block, beneath in KEYWORDS.items():
        for word in (block, *beneath):
            assert meaning_of(word, block).endswith("."), word
            assert len(meaning_of(word, block)) < 90


def test_in_a_block_each_of_its_keywords_can_be_chosen(made_up: Registry) -> None:
    for block, rules in FILE.items():
        found = {choice.label for choice in offered(made_up, f'{block} x "X"\n    ¦', "").choices}
        assert found >= set(rules), block


def test_there_are_never_more_than_anybody_reads() -> None:
    every = fitting(Span(0, 0), "", [Choice(f"n{at}", f"n{at}", "") for at in range(MOST + 1)])
    assert (len(every.choices), every.whole) == (MOST, False)
    assert fitting(Span(0, 1), "n1", every.choices).whole


@given(st.integers(0, len(OUTING)), st.text(max_size=5))
def test_anywhere_in_any_text_something_is_answered(made_up: Registry, at: int, written: str) -> None:
    text = OUTING[:at] + written + OUTING[at:]
    for name in ("trees/outing.tree", POLICY_FILE):
        found = complete(text, at + len(written), known(made_up, name))
        assert found.span.start <= at + len(written) <= found.span.end
        json.dumps(found.to_json())


def in_policy(registry: Registry, text: str) -> list[str]:
    written, at = cut(text)
    return [choice.label for choice in complete(written, at, known(registry, POLICY_FILE)).choices]


def test_a_link_of_a_policy_leads_to_clauses_labels_and_terms(made_up: Registry) -> None:
    head = "---\npolicy: lone-working\n---\n\n"
    assert in_policy(made_up, f"{head}See [1.2](#c1-2¦)") == ["#c1-2", "verbs.md#c1-2"]
    assert in_policy(made_up, f"{head}See [1.2](verbs.md#c1-4¦)") == ["verbs.md#c1-4"]
    assert in_policy(made_up, f"{head}See [it](#new¦)\n\nWords\n{{: #new-words }}\n") == ["#new-words"]
    assert in_policy(made_up, f"{head}See [the list][¦") == ["buddy-list", "office"]
    assert in_policy(made_up, f"{head}Take the va¦") == ["van"]


def test_an_attribute_list_has_the_anchor_of_the_number_above(made_up: Registry) -> None:
    head = "---\npolicy: lone-working\n---\n\n"
    lists = ["#c9-3a", ".informative", ".editorial", 'data-toc-label=""']
    assert in_policy(made_up, f"{head}9.3a Go.\n{{: ¦") == lists
    assert in_policy(made_up, f"{head}9.3a Go.\n{{: #c9-3a }}\n\n9.3a Go.\n{{: .in¦") == [".informative"]


def test_the_head_of_a_policy_has_the_keys_that_it_lacks(made_up: Registry) -> None:
    assert in_policy(made_up, "---\npolicy: x\ntitle: X\nver¦\n---\n") == ["version"]
    assert in_policy(made_up, "---\npolicy: x\ntit¦\ntitle: X\n---\n") == []
    assert in_policy(made_up, "---\npolicy: va¦\n---\n") == []
