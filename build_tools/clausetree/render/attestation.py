"""What a reader confirms: which words, and where to say so."""

from __future__ import annotations

from urllib.parse import quote

from clausetree.policy.policy import Policy
from clausetree.render.markup import Html, element

FIELDS = ("policy", "version", "digest")
"""What a template for the link may name in braces."""


def fault_in(template: str) -> str | None:
    """Return what is wrong with a template for the link out, or None. An empty one is not wrong."""
    if not template:
        return None
    if not template.startswith("https://"):
        return "It must begin with https://"
    rest = template
    for name in FIELDS:
        rest = rest.replace(f"{{{name}}}", "")
    if "{" in rest or "}" in rest:
        allowed = ", ".join(f"{{{name}}}" for name in FIELDS)
        return f"It may name these in braces and no others: {allowed}."
    return None


def link_for(policy: Policy, template: str) -> str:
    """Return the address at which to confirm `policy`, its details percent-encoded."""
    values = {"policy": policy.id, "version": policy.version, "digest": policy.digest}
    link = template
    for name in FIELDS:
        link = link.replace(f"{{{name}}}", quote(values[name], safe=""))
    return link


def statement(policy: Policy) -> str:
    """Return the sentence that a reader confirms."""
    return f"I have read version {policy.version} of the {policy.title}."


def to_html(policy: Policy, template: str, root: str) -> Html:
    """Return what to confirm and the way out to where; without a template, that there is none yet."""
    rows = {
        "Policy": policy.title,
        "Version": policy.version,
        "Owned by": policy.owner,
        "Approved by": policy.approved_by,
        "Approved on": policy.approved,
        "Next review": policy.next_review,
    }
    details = [_row(name, element("dd", words)) for name, words in rows.items() if words]
    fingerprint = element("dd", element("code", policy.digest))
    return element(
        "div",
        element("dl", *details, _row("Fingerprint", fingerprint), class_="ct-summary attestation-details"),
        element("blockquote", element("p", statement(policy)), class_="attestation-statement"),
        _way_out(policy, template),
        _data(policy, root),
        class_="attestation",
    )


def _row(name: str, value: Html) -> Html:
    return element("div", element("dt", name), value, class_="ct-summary-row")


def _way_out(policy: Policy, template: str) -> Html:
    if not template:
        words = (
            "Your organisation has not set up a place to confirm this yet. "
            "Nothing on this page records that you have read the policy."
        )
        return element("p", words, class_="attestation-unset")
    link = element("a", "Confirm that you have read it", href=link_for(policy, template), class_="ct-button")
    return element("p", link, class_="attestation-link")


def _data(policy: Policy, root: str) -> Html:
    link = element("a", "policy.json", href=f"{root}{policy.page}policy.json")
    return element("p", "The same details, for an attestation system: ", link)
