"""Small policies, and what was published of them."""

from __future__ import annotations

from clausetree.history.event import ChangeKind, Event, Release
from clausetree.history.lock import History
from clausetree.history.past import Past
from clausetree.policy.parser import parse_policy
from clausetree.policy.policy import Policy
from clausetree.report.source import Source

PAGE = "policy/house/"
CABINET = "The caretaker keeps one key of each room in the grey cabinet."
LOST = "A lost key is reported to the caretaker on the same day."
BINS = "Bins are emptied each Friday before the hall is let to anybody else."
SHUT = "Shut the windows."
LEARNT = "Whoever learns the organ may practise on weekdays between two and five."


def source(*rows: str, version: str = "1.0") -> Source:
    """Return a policy as it is written. A row is an anchor, what its list says besides, and the words."""
    blocks = (row.split(": ", 1) for row in rows)
    indents = (("  " if words.startswith("- ") else "", anchor, words) for anchor, words in blocks)
    text = "\n".join(f"{words}\n{indent}{{: #{anchor} }}\n" for indent, anchor, words in indents)
    return Source("house.md", f"version: {version}\n\n{text}")


def policy(*rows: str, version: str = "1.0", page: str = PAGE) -> Policy:
    """Return a policy of these rows."""
    meta = {
        "policy": "house",
        "title": "House",
        "owner": "O",
        "approved": "A",
        "version": version,
        "page": page,
    }
    found, _ = parse_policy(source(*rows, version=version), meta, {})
    assert found is not None
    return found


def past(published: Policy, *later: Release) -> Past:
    """Return what is known once a policy was accepted, and then released with these events."""
    added = tuple(Event(ChangeKind.ADDED, c.anchor, c.number, c.digest) for c in published.clauses)
    first = Release(published.version, published.page, published.digest, added)
    copies = {release.version: published for release in (first, *later)}
    return Past(History("house", (first, *later)), copies)
