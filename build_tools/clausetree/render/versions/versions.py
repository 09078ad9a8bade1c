"""The versions of a policy: what stands on an old one, where clauses were withdrawn, and the list of all."""

from __future__ import annotations

from dataclasses import dataclass

from clausetree.history.former_references import final_successors
from clausetree.history.lock import Record
from clausetree.history.past import Past
from clausetree.history.registry import Registry
from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.policy import Policy
from clausetree.render.html.direction import direction_of
from clausetree.render.html.markup import Html, element, joined
from clausetree.report.sentence import begun


def copy_address(policy: Policy, version: str) -> str:
    """Return where the copy of a version stands in the site: "policy/social-media/v/2.2/"."""
    return f"{policy.page}v/{version}/"


def notice(copy: Policy, current: Policy, root: str, *, compared: bool) -> Html:
    """Return what a reader of the copy of a version must know before its first word.

    `compared` says whether there is a page on what has changed since.
    """
    now = element("a", _current_name(copy, current), href=root + current.page, class_="version-now")
    if copy.version == current.version:
        words = (
            f"This is version {copy.version} as it was released. It never changes. It is the current version. "
        )
        return _box(element("p", words, now, "."))
    since = element("a", "See what has changed since", href=f"{root}{copy_address(copy, copy.version)}since/")
    return _box(
        element("p", element("strong", "You are reading an older version.")),
        element("p", f"This is version {copy.version}, kept as it was released. ", now, "."),
        element("p", since, ".") if compared else None,
    )


def clauses_now(copy: Policy, past: Past, current: Policy, root: str) -> dict[str, Html]:
    """Return, for each clause of an older version, the way to the same clause now."""
    records = past.history.records()
    here = {clause.anchor: clause for clause in current.clauses}
    found: dict[str, Html] = {}
    for clause in copy.clauses:
        record = records.get(clause.anchor)
        if clause.kind is not ClauseKind.HEADING and record is not None:
            words = _fate(clause, here.get(clause.anchor), record)
            link = element("a", words, href=root + current.page + f"#{clause.anchor}")
            found[clause.anchor] = element("p", link, class_="clause-now")
    return found


def tombstones(policy: Policy, past: Past, registry: Registry, root: str) -> Html | None:
    """Return a place for every withdrawn anchor, which says what became of the clause.

    `registry` knows the policies that a clause may have gone to.
    """
    gone = past.history.withdrawn()
    if not gone:
        return None
    return element(
        "section",
        element("h2", "Clauses that were withdrawn", id="withdrawn--clauses"),
        element("p", "These clauses are no longer in force. Links to them lead here."),
        *(_tombstone(record, past, _SuccessorLinks(policy, registry, root)) for record in gone),
        class_="tombstones",
        aria_labelledby="withdrawn--clauses",
    )


def version_list(policy: Policy, past: Past, root: str) -> Html | None:
    """Return every released version, newest first, each with its copy and what it changed."""
    versions = past.history.versions
    if not versions:
        return None
    rows = [_version_entry(past.copies[v], policy, past, root) for v in reversed(versions) if v in past.copies]
    return element(
        "section",
        element("h2", "Versions of this policy", id="versions--list"),
        element("p", "Each version is kept as it was released. Links to its clauses never change."),
        element("ul", *rows, class_="version-list"),
        class_="versions",
        aria_labelledby="versions--list",
    )


def _current_name(copy: Policy, current: Policy) -> str:
    if copy.version == current.version:
        return "Read it with its procedures"
    return f"Read the current version, {current.version}"


def _box(*children: Html | None) -> Html:
    return element("aside", *children, class_="version-notice", aria_label="About this version")


def _fate(clause: Clause, now: Clause | None, record: Record) -> str:
    if record.withdrawn or now is None:
        return f"Withdrawn in version {record.withdrawn}: what became of it"
    same = now.digest == clause.digest
    name = now.label if now.number and now.number != clause.number else "This clause"
    return f"{begun(name)} now" + (
        " (the same words)" if same else f" (new words since version {record.changed})"
    )


@dataclass(frozen=True, slots=True)
class _SuccessorLinks:
    """From the page of `policy` to where the matter of its withdrawn clauses went."""

    policy: Policy
    registry: Registry
    root: str

    def to(self, successor: str) -> Html:
        """Return a link to an anchor of this policy, or to "policy#anchor"."""
        other, _, anchor = successor.rpartition("#")
        policy = self.registry.policy(other) if other else self.policy
        clause = self.registry.find(other or self.policy.id, anchor)
        if policy is None or clause is None:
            return joined(successor)
        if policy is self.policy:
            return element("a", clause.label, href=f"#{anchor}")
        return element("a", f"{clause.label} of {policy.title}", href=self.root + policy.url(clause))


def _tombstone(record: Record, past: Past, links_to: _SuccessorLinks) -> Html:
    found = past.last_words(record.anchor)
    label = past.label(record.anchor)
    of, last = "", None
    if found is not None:
        of = f" of version {found[0]}" if found[1].number else ""
        href = f"{links_to.root}{copy_address(links_to.policy, found[0])}#{record.anchor}"
        last = joined(" ", element("a", f"Its last words, in version {found[0]}", href=href), ".")
    return element(
        "p",
        element("strong", begun(label)),
        f"{of} was withdrawn in version {record.withdrawn}.",
        _successors(record, past, links_to),
        last,
        id=record.anchor,
        class_="clause clause-part tombstone",
    )


def _successors(record: Record, past: Past, links_to: _SuccessorLinks) -> Html:
    links = [links_to.to(anchor) for anchor in final_successors(record, past.history.records())]
    if not links:
        return Html(" Nothing stands in its place.")
    parted = [joined(", " if at else None, link) for at, link in enumerate(links)]
    return joined(" See instead ", *parted, ".")


def _version_entry(copy: Policy, policy: Policy, past: Past, root: str) -> Html:
    address = root + copy_address(policy, copy.version)
    current = " (current)" if copy.version == policy.version else ""
    changes = None
    if past.history.before(copy.version) in past.copies:
        name = f"What changed in version {copy.version}"
        changes = joined(". ", element("a", name, href=f"{address}changes/"))
    link = element("a", f"Version {copy.version} as released", href=address)
    approved = joined(", approved ", _in_its_direction(copy)) if copy.approved else None
    return element("li", link, current or None, approved, changes, ".")


def _in_its_direction(copy: Policy) -> Html | str:
    """Return when a version was approved: an Arabic date stands by itself among words of ours."""
    right = direction_of(copy.language) == "rtl"
    return element("bdi", copy.approved) if right else copy.approved
