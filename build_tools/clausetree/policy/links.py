"""The registry of links: where each label leads, or what it should lead to once that is known."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from clausetree.policy.problems.links import BadLink, LinksUnreadable, UnsafeLink, UnusedLink
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.report.source import Source
from clausetree.report.span import Span

_USE = re.compile(r"\[(?P<words>[^\[\]]+)\]\[(?P<label>[^\[\]]+)\]")
_SAFE = re.compile(r"(?:https://|mailto:)[^\s<>]+|tel:\+?[0-9](?:[0-9().-]*[0-9])?")
"""A page, an electronic address, or a telephone number, which has no spaces."""


@dataclass(frozen=True, slots=True)
class RegisteredLink:
    """`url` is empty until the organisation fills it in; `what` says what it should lead to."""

    label: str
    url: str
    what: str


def parse_links(source: Source, entries: object) -> tuple[dict[str, RegisteredLink], list[PolicyProblem]]:
    """Read the registry from what a YAML reader made of `source`: label to `url` and `what`."""
    if not isinstance(entries, Mapping):
        return {}, [LinksUnreadable(Span(0, 1))]
    links: dict[str, RegisteredLink] = {}
    problems: list[PolicyProblem] = []
    for label, entry in entries.items():
        link = _read_link(str(label), entry)
        span = _span_of_label(source, str(label))
        if link is None:
            problems.append(BadLink(span, str(label)))
            link = RegisteredLink(str(label), "", "")
        elif link.url and not is_safe(link.url):
            problems.append(UnsafeLink(span, link.label, link.url))
            link = RegisteredLink(link.label, "", link.what)
        links[link.label] = link
    return links, problems


def is_safe(address: str) -> bool:
    """Return whether an address is one that a reader may be sent to."""
    return _SAFE.fullmatch(address) is not None


def addresses(links: Mapping[str, RegisteredLink]) -> dict[str, str]:
    """Return what `parse_policy` needs to know of the links."""
    return {label: link.url for label, link in links.items()}


def unfilled(links: Mapping[str, RegisteredLink]) -> list[RegisteredLink]:
    """Return the links that the organisation has still to fill in."""
    return [link for link in links.values() if not link.url]


def unused(links: Mapping[str, RegisteredLink], used: Collection[str], source: Source) -> list[PolicyProblem]:
    """Return a fault for every label that is not among those `used`."""
    return [UnusedLink(_span_of_label(source, label), label) for label in links if label not in used]


def labels_in(markdown: str) -> set[str]:
    """Return every label that a text uses."""
    return {match["label"] for match in _USE.finditer(markdown)}


def apply_links(markdown: str, links: Mapping[str, RegisteredLink]) -> str:
    """Give every label used in `markdown` its address; without one, leave the words alone."""
    used = labels_in(markdown) & links.keys()
    definitions = [f"[{label}]: {links[label].url}" for label in sorted(used) if links[label].url]
    text = _USE.sub(lambda match: _without_link(match, links), markdown)
    return text.rstrip("\n") + "\n\n" + "\n".join(definitions) + "\n" if definitions else text


def _without_link(match: re.Match[str], links: Mapping[str, RegisteredLink]) -> str:
    link = links.get(match["label"])
    return match["words"] if link is not None and not link.url else match[0]


def _read_link(label: str, entry: object) -> RegisteredLink | None:
    if not isinstance(entry, Mapping):
        return None
    url, what = entry.get("url"), entry.get("what")
    if not isinstance(url, str) or not isinstance(what, str) or not what.strip():
        return None
    return RegisteredLink(label, url.strip(), what.strip())


def _span_of_label(source: Source, label: str) -> Span:
    match = re.search(rf"^{re.escape(label)}(?=[ \t]*:)", source.text, re.MULTILINE)
    return Span(*match.span()) if match else Span(0, 1)
