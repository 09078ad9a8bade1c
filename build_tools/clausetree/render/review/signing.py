"""Space in which those who decide say what, on paper or before they print."""

from __future__ import annotations

from clausetree.render.html.markup import Html, element, joined

_DECISIONS = ("Approved", "Approved with the remarks below", "Not approved")
_SIGNERS = 2


def signing() -> Html:
    """Return a box for each of two people."""
    told = "Fill it in here and print it, or print it and fill it in by hand. Nothing of it is kept or sent."
    return joined(element("p", told, class_="no-print"), *(_box(number) for number in range(1, _SIGNERS + 1)))


def _box(number: int) -> Html:
    name = f"sign-{number}"
    choices = [
        element(
            "label",
            element("input", type="radio", name=name, value=decision),
            f" {decision}",
            class_="choice",
        )
        for decision in _DECISIONS
    ]
    return element(
        "fieldset",
        element("legend", f"Signature {number}"),
        _field(f"{name}-name", "Name and role"),
        _field(f"{name}-date", "Date"),
        element("p", "Decision:", id=f"{name}-decision"),
        element("div", *choices, role="radiogroup", aria_labelledby=f"{name}-decision"),
        element("label", "Remarks", for_=f"{name}-remarks"),
        element("textarea", id=f"{name}-remarks", rows="3"),
        _field(f"{name}-signature", "Signature"),
        class_="sign",
    )


def _field(id_: str, words: str) -> Html:
    return joined(element("label", words, for_=id_), element("input", type="text", id=id_))
