"""What a reader confirms: which words, and where to say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from clausetree.policy.policy import Policy
from clausetree.render.html.markup import Html, element
from clausetree.render.versions.versions import copy_address

FIELDS = ("policy", "version", "digest")
"""What a template for the link may name in braces."""
STATEMENT_FIELDS = ("title", "version")
"""What the sentence that people confirm may name in braces."""
STATEMENT = "I have read version {version} of the {title}."

_HOST = re.compile(r"https://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?=[/?#]|\Z)")
_PLAIN = re.compile(r"[A-Za-z0-9._~:/?#\[\]!$&'()*+,;=%{}-]*")


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a group of people confirms; `url` is a template, and `name` is empty where all go to one."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Attestation:
    """What an organisation chose: the sentence to confirm, and where."""

    statement: str = STATEMENT
    destinations: tuple[Destination, ...] = ()

    def statement_for(self, policy: Policy) -> str:
        """Return the sentence that a reader of `policy` confirms."""
        values = {"title": policy.title, "version": policy.version}
        return _filled(self.statement, values)


def fault_in(template: str) -> str | None:
    """Return what is wrong with a template for the link out, or None. An empty one is not wrong.

    It carries the policy's details and nothing about the reader: no field can name her.
    """
    if not template:
        return None
    if not template.startswith("https://"):
        return "It must begin with https://"
    if "@" in template:
        return "It must not hold a name or an e-mail address: whoever confirms signs in over there."
    if not _HOST.match(template):
        return "After https:// it needs the name of a host, as in https://learning.example.org/confirm."
    if not _PLAIN.fullmatch(template):
        return "It holds a space or another character that an address cannot hold. Percent-encode it."
    return _fault_in_fields(template, FIELDS)


def fault_in_statement(statement: str) -> str | None:
    """Return what is wrong with the sentence that people confirm, or None."""
    if not statement.strip():
        return "It must not be empty: people confirm this sentence."
    if "{version}" not in statement:
        return "It must name the {version}: otherwise nobody knows what was confirmed."
    return _fault_in_fields(statement, STATEMENT_FIELDS)


def link_for(policy: Policy, template: str) -> str:
    """Return the address at which to confirm `policy`, its details percent-encoded."""
    values = {"policy": policy.id, "version": policy.version, "digest": policy.digest}
    return _filled(template, {name: quote(value, safe="") for name, value in values.items()})


def to_html(policy: Policy, attestation: Attestation, root: str, *, released: bool) -> Html:
    """Return what to confirm and links to where; without any, that there is none yet.

    `released` says whether the version has a copy that never changes.
    """
    rows = {
        "Policy": policy.title,
        "Version": policy.version,
        "Owned by": policy.owner,
        "Approved by": policy.approved_by,
        "Approved on": policy.approved,
        "Next review": policy.next_review,
    }
    details = [_term_row(name, element("dd", words)) for name, words in rows.items() if words]
    if released:
        pinned = copy_address(policy, policy.version)
        details.append(
            _term_row("These words, for good", element("dd", element("a", pinned, href=root + pinned)))
        )
    fingerprint = element("dd", element("code", policy.digest))
    return element(
        "div",
        element("dl", *details, _term_row("Fingerprint", fingerprint), class_="ct-summary attestation-details"),
        element("blockquote", element("p", attestation.statement_for(policy)), class_="attestation-statement"),
        _destination_links(policy, attestation.destinations),
        _data(policy, root),
        _fingerprints(policy, root),
        class_="attestation",
    )


def _filled(template: str, values: dict[str, str]) -> str:
    """All at once: a title may hold braces of its own."""
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), template)


def _fault_in_fields(template: str, fields: tuple[str, ...]) -> str | None:
    rest = template
    for name in fields:
        rest = rest.replace(f"{{{name}}}", "")
    if "{" in rest or "}" in rest:
        allowed = ", ".join(f"{{{name}}}" for name in fields)
        return f"It may name these in braces and no others: {allowed}."
    return None


def _term_row(name: str, value: Html) -> Html:
    return element("div", element("dt", name), value, class_="ct-summary-row")


def _destination_links(policy: Policy, destinations: tuple[Destination, ...]) -> Html:
    if not destinations:
        words = (
            "Your organisation has not set up a place to confirm this yet. "
            "Nothing on this page records that you have read the policy."
        )
        return element("p", words, class_="attestation-unset")
    links = [_destination_link(policy, destination) for destination in destinations]
    if len(links) == 1:
        return element("p", links[0], class_="attestation-link")
    return element("ul", *(element("li", link) for link in links), class_="attestation-links")


def _destination_link(policy: Policy, destination: Destination) -> Html:
    group = f": {destination.name}" if destination.name else ""
    name = f"Confirm that you have read it{group}"
    return element("a", name, href=link_for(policy, destination.url), class_="ct-button")


def _data(policy: Policy, root: str) -> Html:
    link = element("a", "policy.json", href=f"{root}{policy.page}policy.json")
    return element("p", "The same details, for an attestation system: ", link)


def _fingerprints(policy: Policy, root: str) -> Html:
    """The fingerprint of each clause: they tell which words changed, where the policy's own only tells that."""
    rows = [
        element(
            "tr",
            element("th", element("a", clause.label, href=root + policy.url(clause)), scope="row"),
            element("td", element("code", clause.digest)),
        )
        for clause in policy.normative
    ]
    head = element("tr", element("th", "Clause", scope="col"), element("th", "Fingerprint", scope="col"))
    table = element("table", element("thead", head), element("tbody", *rows), class_="fingerprints")
    wrapped = element("div", table, class_="table-wrap", tabindex="0", role="region", aria_label="Fingerprints")
    summary = element("summary", "The fingerprint of each clause")
    return element("details", summary, wrapped, data_search_exclude=True)
