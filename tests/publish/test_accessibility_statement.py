"""The accessibility statement has what the law asks for, and makes up nothing about the organisation."""

from __future__ import annotations

import re
from typing import Any

import jinja2
import pytest

from ..building import PROJECT

HEADINGS = [
    "Accessibility statement for this site",
    "How accessible this website is",
    "Feedback and contact information",
    "Enforcement procedure",
    "Technical information about this website’s accessibility",
    "Compliance status",
    "Non-accessible content",
    "Non-compliance with the accessibility regulations",
    "Disproportionate burden",
    "Content that’s not within the scope of the accessibility regulations",
    "What we’re doing to improve accessibility",
    "Preparation of this accessibility statement",
    "How this website was tested",
]
"""Of the model statement that public bodies in the United Kingdom have to follow; the last is ours."""

BODIES = [
    "The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies "
    "(Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 "
    "(the ‘accessibility regulations’).",
    "contact the Equality Advisory and Support Service (EASS)",
    "Equality Commission for Northern Ireland (ECNI)",
]
FAILURE = "The picture of one procedure is too faint (1.4.11 Non-text contrast)."
TESTED = "On 3 March 2034 four people with NVDA, ZoomText, Dragon and a switch tested ten pages."
TOLD = {
    "organisation": "Larkfield & Sons",
    "email": "access@larkfield.example",
    "telephone": "01632 960 001",
    "answer_within": "10 working days",
    "prepared": "1 March 2034",
    "reviewed": "2 April 2034",
    "tested": TESTED,
    "compliance": "partially",
    "failures": [FAILURE],
}
NO_PEOPLE = "People who have a disability have not yet tested this website"


def statement(**told: Any) -> str:
    """Return the words of the page, where the settings hold these."""
    frame = {"main.html": "{% block content %}{% endblock %}"}
    loaders = [jinja2.DictLoader(frame), jinja2.FileSystemLoader(PROJECT / "site_overrides")]
    # Nothing is escaped by itself, as in MkDocs.
    environment = jinja2.Environment(loader=jinja2.ChoiceLoader(loaders), autoescape=False)
    template = environment.get_template("accessibility.html")
    page = {"content": (PROJECT / "docs" / "accessibility.md").read_text(encoding="utf-8")}
    shown = template.render(
        page=page, config={"extra": {"accessibility": told}, "site_url": "https://a.example/"}
    )
    return " ".join(shown.split())


def test_it_has_the_headings_and_the_bodies_that_the_law_names() -> None:
    written = (PROJECT / "docs" / "accessibility.md").read_text(encoding="utf-8")
    assert re.findall(r"^#+ (.+)$", written, re.MULTILINE) == HEADINGS
    assert [words for words in BODIES if words not in statement()] == []


def test_what_the_organisation_says_stands_in_its_place() -> None:
    shown = statement(**TOLD)
    assert "Not filled in yet" not in shown
    assert "statement-" not in shown
    assert "This website is run by Larkfield &amp; Sons." in shown
    assert (
        "Larkfield &amp; Sons is committed to making its website accessible, in accordance with the Public "
        "Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018." in shown
    )
    assert "get back to you in 10 working days." in shown
    assert "This statement was prepared on 1 March 2034. It was last reviewed on 2 April 2034." in shown
    assert "is partially compliant with" in shown
    assert "AA standard, due to the non-compliances listed below." in shown
    assert FAILURE in shown
    assert TESTED in shown
    assert NO_PEOPLE not in shown


@pytest.mark.parametrize("left_out", TOLD)
def test_what_is_not_said_is_asked_for_or_said_by_nobody(left_out: str) -> None:
    shown = statement(**{name: words for name, words in TOLD.items() if name != left_out})
    asked_for = {"organisation": 2, "answer_within": 1, "prepared": 1, "compliance": 1, "failures": 1}
    assert shown.count("Not filled in yet") == asked_for.get(left_out, 0)


def test_an_empty_statement_makes_nothing_up() -> None:
    shown = statement()
    assert shown.count("Not filled in yet") == 4
    assert "partially compliant" in shown
    assert NO_PEOPLE in shown


def test_a_site_that_no_people_tested_is_never_called_fully_compliant() -> None:
    assert "fully compliant with" not in statement(compliance="fully")
    assert "This website is fully compliant with" in statement(**TOLD | {"compliance": "fully", "failures": []})
