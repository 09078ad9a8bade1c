"""A policy that goes out as a Word document and comes back is the same, and a change in it is that change."""

from __future__ import annotations

import re
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest

from clausetree.importing.changes import Settle
from clausetree.importing.kept import with_same_words
from clausetree.render.policy.page import to_frozen
from tests.policy.corpus import CORPUS
from tests.render.word.exported import (
    ADDRESS,
    DAY,
    back,
    back_as_text,
    changed,
    everything,
    exported,
    kept,
    kept_file,
    units,
)
from tests.render.word.shapes import shape

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
POLICY = """\
---
policy: policy
title: Dogs
version: "1.0"
owner: Ann Bell
approved: May 2026
---

# Dogs {: #dogs }

## 1.0 At work {: #c1-0 }

1.1 Keep your dog on a lead. See clause 1.2.
{: #c1-1 }

1.2 Feed it at noon, and:
{: #c1-2 }

- never at your desk;
  {: #c1-2-a }
- with its own bowl.[^bowl]
  {: #c1-2-b }

1.3 Take it home.
{: #c1-3 }

| Who | What |
| --- | --- |
| Ann {: #ann } | Keys |
| Bob {: #bob } | Leads |

[^bowl]: A clean one.
    {: #a-clean-one }
"""


EVERYTHING = everything()
OTHERWISE = {
    "corpus/empty-headings/policy.md": "no heading without words",
    "corpus/number-twice/policy.md": "a number twice",
    "corpus/signs-of-word/policy.md": "a sign that XML forbids",
    "policy/invalid/anchors-used-twice-without-numbers/docs/policy.md": "an anchor twice",
    "policy/invalid/pictures-without-words/docs/policy.md": "a picture without words",
    "policy/invalid/signs-that-nobody-sees/docs/policy.md": "a sign that XML forbids",
    "readings/anchor-behind-a-tab-in-a-quotation.md": "a note that begins with a quotation, and has an anchor",
    "readings/footnote-without-words.md": "a note without words",
    "readings/heading-of-a-footnote-alone.md": "no heading without words",
    "readings/item-that-begins-with-a-broken-line.md": "no line that ends before it begins",
}
"""What does not come back as it was, and why: below tests/cases."""


@pytest.mark.parametrize("name", EVERYTHING)
def test_a_policy_comes_back_as_it_was(name: str) -> None:
    was = kept_file(EVERYTHING[name])
    if was is not None:
        is_same = units(back(exported(was.policy), was)) == units(was.policy)
        assert is_same is (name.removeprefix("tests/cases/") not in OTHERWISE)


ALIKE = (
    *("deep-headings", "footnotes", "glossary", "letters-and-romans", "lists-that-go-on", "long-table"),
    *("nhs-sharps", "quotations-and-code", "satzung-ruderverein", "school-appendices", "statute-harbours"),
    *("handbook/confidentiality", "handbook/machines", "handbook/training", "handbook/whistleblowing"),
)


@pytest.mark.parametrize("name", ALIKE)
def test_looks_links_and_what_stands_in_what_come_back(name: str) -> None:
    folder, _, page = name.partition("/")
    was = kept_file(CORPUS / folder / f"{page or 'policy'}.md")
    assert was is not None
    assert shape(back(exported(was.policy), was)) == shape(was.policy)


def test_names_of_anchors_come_back() -> None:
    was = changed(POLICY, {})
    assert units(back(exported(was.policy), was)) == units(was.policy)
    assert {"dogs", "c1-2-b", "ann", "a-clean-one"} <= {clause.anchor for clause in was.policy.clauses}


def test_the_same_policy_gives_the_same_bytes() -> None:
    assert exported(kept("").policy) == exported(kept("").policy)


CHANGES = {
    "a word": ("Keep your dog on a lead", "Keep any dog on a short lead"),
    "a clause less": ("1.3 Take it home.\n{: #c1-3 }\n\n", ""),
    "a clause more": ("{: #c1-3 }", "{: #c1-3 }\n\n1.4 Wash it.\n{: #c1-4 }"),
    "an item less": ("- never at your desk;\n  {: #c1-2-a }\n", ""),
    "a row less": ("| Ann {: #ann } | Keys |\n", ""),
    "a row more": ("| Bob {: #bob } | Leads |", "| Bob {: #bob } | Leads |\n| Cy {: #cy } | Bowls |"),
    "a cell": ("| Leads |", "| Leads and bowls |"),
    "a note": ("A clean one.", "A very clean one."),
    "a note less": ("[^bowl]\n", "\n"),
    "numbers that jump": ("1.3 Take it home.\n{: #c1-3 }", "1.7 Take it home.\n{: #c1-7 }"),
    "another kind of number": ("## 1.0 At work {: #c1-0 }", "## Section 1 At work"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_changes_accepted_are_the_new_version_and_rejected_the_old_one(name: str) -> None:
    one, other = CHANGES[name]
    assert one in POLICY
    was, now = changed(POLICY, {}), changed(POLICY.replace(one, other), {})
    tracked = exported(now.policy, was.policy)
    plain = back(exported(now.policy), now)
    assert units(back(tracked, now, Settle.ACCEPT)) == units(plain)
    rejected = back(tracked, was, Settle.REJECT)
    assert [unit[1:] for unit in units(rejected)] == [unit[1:] for unit in units(was.policy)]


def test_a_change_says_who_made_it_and_when_and_no_more_than_what_changed() -> None:
    was, now = changed(POLICY, {}), changed(POLICY.replace(*CHANGES["a word"]), {})
    root = _document(exported(now.policy, was.policy))
    found = [element for element in root.iter() if element.tag in (f"{_W}ins", f"{_W}del")]
    said = [(one.tag.removeprefix(_W), "".join(one.itertext()).strip()) for one in found]
    assert said == [("del", "your"), ("ins", "any"), ("ins", "short")]
    assert {(one.get(f"{_W}author"), one.get(f"{_W}date")) for one in found} == {
        ("Ann Bell", f"{DAY}T00:00:00Z")
    }
    assert len({one.get(f"{_W}id") for one in found}) == 3


def test_what_is_not_changed_is_not_marked() -> None:
    was = changed(POLICY, {})
    assert not re.search(
        rb"<w:(ins|del|pPrChange) ",
        ZipFile(BytesIO(exported(was.policy, was.policy))).read("word/document.xml"),
    )


def test_a_change_that_somebody_tracks_arrives_as_that_change() -> None:
    was = changed(POLICY, {})
    document = edited(
        exported(was.policy),
        '<w:t xml:space="preserve">Take it home.</w:t></w:r>',
        '<w:t xml:space="preserve">Take it </w:t></w:r>'
        '<w:del w:id="900" w:author="Cy"><w:r><w:delText>home.</w:delText>'
        '</w:r></w:del><w:ins w:id="901" w:author="Cy"><w:r><w:t>away.</w:t></w:r></w:ins>',
    )
    assert units(back(document, was, Settle.REJECT)) == units(was.policy)
    accepted = [
        (one, other)
        for one, other in zip(units(was.policy), units(back(document, was, Settle.ACCEPT)), strict=True)
        if one != other
    ]
    assert accepted == [
        (("c1-3", "clause", "1.3", "Take it home."), ("c1-3", "clause", "1.3", "Take it away."))
    ]


def _document(made: bytes) -> Element:
    return fromstring(ZipFile(BytesIO(made)).read("word/document.xml"))


def edited(made: bytes, one: str, other: str) -> bytes:
    changed = BytesIO()
    with ZipFile(BytesIO(made)) as before, ZipFile(changed, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                assert one.encode() in data
                data = data.replace(one.encode(), other.encode())
            after.writestr(name, data)
    return changed.getvalue()


def test_words_that_look_as_they_did_stay_as_their_author_wrote_them() -> None:
    text = POLICY.replace("Feed it at noon", "Feed\x07 it at __noon__").replace(
        "Keep your dog on a lead.", "Keep your dog\non a lead."
    )
    was = changed(text, {})
    made, _ = back_as_text(exported(was.policy), was)
    policy = changed(made, {}).policy
    found = with_same_words(made, policy, was.text, was.policy, ADDRESS)
    assert "1.2 Feed\x07 it at __noon__, and:\n{: #c1-2 }" in found
    assert "1.1 Keep your dog on a lead. See clause 1.2.\n{: #c1-1 }" in found


def test_the_language_of_a_passage_goes_and_comes_back() -> None:
    passage = '<span lang="cy">Ewch â hi adref heno.</span>'
    was = changed(POLICY.replace("Take it home.", f"Take it home. {passage}"), {})
    document = exported(was.policy)
    said = [
        lang.get(f"{_W}val") for run in _document(document).iter(f"{_W}r") for lang in run.iter(f"{_W}lang")
    ]
    assert said == ["cy"]
    came = back(document, was)
    assert units(came) == units(was.policy)
    assert passage in to_frozen(came)
