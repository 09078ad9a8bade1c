"""Where links lead in a Word document, and what they were before."""

from __future__ import annotations

import pytest

from clausetree.render.word.leading import addresses_from, written_links
from tests.render.word.exported import changed

TEXT = """\
---
policy: policy
title: Dogs
version: "1.0"
owner: Ann Bell
approved: May 2026
---

1.1 See [leads](leads.md#c1-1), [the list][], [the form][], [our vet](https://vet.example/), [here](#c1-1)
and [gone](#gone).
"""
LABELS = {"the list": "https://list.example/", "the form": ""}


@pytest.mark.parametrize(
    ("href", "to"),
    [
        ("https://vet.example/", "https://vet.example/"),
        ("leads.md#c1-1", "https://dogs.example/site/policy/leads/#c1-1"),
        ("../index.md", "https://dogs.example/site/"),
        ("javascript:alert(1)", ""),
        ("file:///c:/leads.docx", ""),
        ("/leads/", ""),
    ],
)
def test_a_page_of_the_site_has_its_published_address(href: str, to: str) -> None:
    assert addresses_from("policy/dogs.md", "https://dogs.example/site")(href) == to


def test_without_a_published_address_it_stays_as_it_is_written() -> None:
    assert addresses_from("policy/dogs.md", "")("our leads.md#c1-1") == "our%20leads.md#c1-1"


@pytest.mark.parametrize("site", ["", "https://dogs.example/"])
def test_every_link_is_known_again(site: str) -> None:
    policy = changed(TEXT, LABELS).policy
    back = written_links(policy, addresses_from("policy/dogs.md", site), LABELS)
    page = "https://dogs.example/policy/leads/#c1-1" if site else "leads.md#c1-1"
    assert back == {
        page: "(leads.md#c1-1)",
        "https://list.example/": "[the list]",
        "?link_the form": "[the form]",
        "https://vet.example/": "(https://vet.example/)",
        "?clause_c1_1": "(#c1-1)",
        "?clause_gone": "(#gone)",
    }
