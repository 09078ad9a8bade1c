"""Paragraphs that begin with (a) or (i) are items of the paragraph above them."""

from __future__ import annotations

import pytest

from clausetree.history.registry import Registry
from clausetree.policy.parser import parse_policy
from clausetree.policy.policy import Policy
from clausetree.render.policy.page import to_page
from clausetree.render.typst.document import to_typst
from clausetree.report.source import Source

META = {"policy": "p", "title": "P", "version": "1", "owner": "O", "approved": "A"}
TEXT = """\
1.1 A key holder must:
{: #c1-1 }

(a) sign for each key;
{: #c1-1-a }

(b) keep it apart from anything that shows
{: #c1-1-b }

(i) the address; or
{: #c1-1-b-i }

(ii) the name;
{: #c1-1-b-ii }

or
{: #or }

(c) give it back.
{: #c1-1-c }

1.2 Nobody may copy a key, that is
{: #c1-2 }

a) cut one; or
{: #c1-2-a }

- a real one,
  {: #c1-2-a-1 }

b) print one.
{: #c1-2-b }
"""


def parsed(text: str) -> Policy:
    policy, faults = parse_policy(Source("p.md", text), META, {})
    assert policy is not None
    assert faults == []
    return policy


def test_each_is_called_by_the_letters_that_are_printed_and_its_words_are_without_them() -> None:
    found = {clause.anchor: (clause.number, clause.parent, clause.text) for clause in parsed(TEXT).clauses}
    assert found == {
        "c1-1": ("1.1", None, "A key holder must:"),
        "c1-1-a": ("1.1(a)", "c1-1", "sign for each key;"),
        "c1-1-b": ("1.1(b)", "c1-1", "keep it apart from anything that shows"),
        "c1-1-b-i": ("1.1(b)(i)", "c1-1-b", "the address; or"),
        "c1-1-b-ii": ("1.1(b)(ii)", "c1-1-b", "the name;"),
        "or": (None, None, "or"),
        "c1-1-c": ("1.1(c)", "c1-1", "give it back."),
        "c1-2": ("1.2", None, "Nobody may copy a key, that is"),
        "c1-2-a": ("1.2(a)", "c1-2", "cut one; or"),
        "c1-2-a-1": ("1.2(a)(1)", "c1-2-a", "a real one,"),
        "c1-2-b": ("1.2(b)", "c1-2", "print one."),
    }


@pytest.mark.parametrize("reference", ["1.1(b)(ii)", "1.1 (b) (ii)", "c1-1-b-ii"])
def test_it_is_found_by_what_people_call_it(reference: str) -> None:
    found = Registry([parsed(TEXT)]).find("p", reference)
    assert found is not None
    assert found.text == "the name;"


def test_h_is_followed_by_the_letter_i() -> None:
    letters = "abcdefghij"
    text = "1.1 Do:\n{: #c1-1 }\n" + "".join(f"\n({x}) thing {x}.\n{{: #c1-1-{x} }}\n" for x in letters)
    assert [clause.number for clause in parsed(text).clauses][1:] == [f"1.1({x})" for x in letters]


def test_words_with_an_anchor_of_their_own_stay_what_they_were() -> None:
    policy = parsed("1.1 Do:\n{: #c1-1 }\n\n(a) thing.\n{: #thing }\n")
    assert [(clause.number, clause.text) for clause in policy.clauses] == [("1.1", "Do:"), (None, "(a) thing.")]


def test_below_a_heading_a_letter_is_a_word() -> None:
    policy = parsed("## Aim {: #aim }\n\n(a) thing.\n{: #aim-1 }\n")
    assert policy.clauses[1].text == "(a) thing."


def test_the_page_sets_them_in() -> None:
    finished = to_page(parsed(TEXT), {}, str)
    assert '<p class="clause-item clause-lettered" id="c1-1-a">(a) sign for each key; <' in finished
    assert (
        '<p class="clause-item clause-lettered clause-within" id="c1-1-b-i">(i) the address; or <' in finished
    )


def test_the_document_sets_them_in() -> None:
    document = to_typst(parsed(TEXT), lambda _: "", {})
    assert '#aside(column * 1, par[#at("c1-1-a");#"(a) sign for each key;";])' in document
    assert '#aside(column * 2, par[#at("c1-1-b-i");#"(i) the address; or";])' in document
