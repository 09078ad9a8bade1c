"""What a version changed, clause by clause, and what each change touches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from clausetree.history.compare import Change, attest_again, compare
from clausetree.history.event import ChangeKind
from clausetree.history.word_diff import Edit, word_diff
from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.policy import Policy
from clausetree.render.html.markup import Html, element, joined
from clausetree.render.policy.clause_tools import Use
from clausetree.report.sentence import begun

_OPEN = {Edit.REMOVED: ("[-", "-]"), Edit.ADDED: ("{+", "+}"), Edit.KEPT: ("", "")}
_PLURALS = {ChangeKind.ADDED: "added", ChangeKind.AMENDED: "amended", ChangeKind.RENUMBERED: "only renumbered"}


@dataclass(frozen=True, slots=True)
class Touched:
    """What cites each anchor: the trees with their addresses, and the courses by name."""

    trees: Mapping[str, Sequence[Use]] = field(default_factory=dict)
    courses: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions side by side. `old` and `now` are the addresses of their pages, from this one."""

    before: Policy
    after: Policy
    successors: Mapping[str, tuple[str, ...]]
    touched: Touched
    old: str
    now: str

    @property
    def changes(self) -> list[Change]:
        """What changed, in reading order."""
        return compare(self.before, self.after, self.successors)


def summary(changes: Sequence[Change]) -> str:
    """Return how many clauses met with which fate, in a sentence."""
    kinds = [change.kind for change in changes]
    counted = [f"{kinds.count(kind)} {_PLURALS.get(kind, kind.value)}" for kind in ChangeKind if kind in kinds]
    return f"{_enumeration(counted)}." if counted else "No clause has changed."


def advice(changes: Sequence[Change]) -> str:
    """Return whether people should confirm again that they have read the policy, and why."""
    if attest_again(list(changes)):
        return "Confirming again is advised: words that people confirm have changed."
    if any(change.binds for change in changes):
        return "Confirming again is not needed for this: only punctuation or capital letters changed."
    return "Confirming again is not needed for this: no words that people confirm have changed."


def to_html(comparison: Comparison) -> Html:
    """Return the comparison: a summary, then a section for each clause that changed."""
    changes = comparison.changes
    return joined(
        element("p", summary(changes), class_="changes-summary"),
        element("p", advice(changes), class_="changes-advice"),
        element("p", _key_to_marks(), class_="changes-key") if changes else None,
        *(_section(change, comparison) for change in changes),
    )


def to_text(comparison: Comparison) -> str:
    """Return the comparison for a terminal: [-words that went-] and {+words that came+}."""
    changes = comparison.changes
    parts = [f"{summary(changes)}\n{advice(changes)}\n"]
    parts += [_change_paragraph(change, comparison) for change in changes]
    return "\n".join(parts)


def _section(change: Change, comparison: Comparison) -> Html:
    anchor = change.clause.anchor
    return element(
        "section",
        element("h2", heading(change, comparison.before.version), id=f"change--{anchor}"),
        element("p", *_marked_words(change), class_="change-words"),
        _change_links(change, comparison),
        _touches(change, comparison.touched),
        class_=f"change change--{change.kind.value}",
        aria_labelledby=f"change--{anchor}",
    )


def heading(change: Change, before: str) -> str:
    """Return what the change is a change of, and what it is: "Clause 2.4, which was 2.3: amended".

    Another clause may have the number of a withdrawn one by now, so that is named with the version `before`.
    """
    was = f", which was {_number(change.before)}" if change.renumbered else ""
    of = f" of version {before}" if change.kind is ChangeKind.WITHDRAWN and change.clause.number else ""
    return f"{_clause_name(change.clause)}{of}{was}: {change.kind.value}"


def _clause_name(clause: Clause) -> str:
    label = clause.label if clause.number or clause.kind is ClauseKind.HEADING else clause.title
    return begun(label)


def _number(clause: Clause | None) -> str:
    return (clause.number if clause else None) or "without a number"


def _marked_words(change: Change) -> list[Html]:
    before = change.before.text if change.before else ""
    after = change.after.text if change.after else ""
    found: list[Html] = []
    for run in word_diff(before, after):
        found += [_marked_run(run.edit, run.words), Html(" ")]
    return found[:-1]


def _marked_run(edit: Edit, words: str) -> Html:
    """The hidden words say to those who hear what line and weight say to those who see."""
    if edit is Edit.KEPT:
        return joined(words)
    tag, name = ("del", "removed") if edit is Edit.REMOVED else ("ins", "added")
    start = element("span", f"[{name}: ", class_="visually-hidden")
    end = element("span", "]", class_="visually-hidden")
    return element(tag, start, words, end)


def _key_to_marks() -> Html:
    return joined(
        "Words that were taken out are ",
        element("del", "struck through"),
        "; words that were put in are ",
        element("ins", "underlined and heavier"),
        ".",
    )


def _change_links(change: Change, comparison: Comparison) -> Html:
    anchor = change.clause.anchor
    links: list[Html | str] = []
    if change.before is not None:
        name = f"As it was in version {comparison.before.version}"
        links.append(element("a", name, href=f"{comparison.old}#{anchor}"))
    if change.after is not None:
        name = f"As it is in version {comparison.after.version}"
        links.append(element("a", name, href=f"{comparison.now}#{anchor}"))
    links += [_successor(successor, comparison) for successor in change.successors]
    parted = [joined(". " if at else None, link) for at, link in enumerate(links)]
    return element("p", *parted, ".", class_="change-links")


def _successor(successor: str, comparison: Comparison) -> Html | str:
    clause = next((c for c in comparison.after.clauses if c.anchor == successor), None)
    if clause is None:
        return f"Its matter is now in {successor}"
    return joined("Its matter is now in ", element("a", clause.label, href=f"{comparison.now}#{successor}"))


def _touches(change: Change, touched: Touched) -> Html | None:
    anchor = change.clause.anchor
    trees = [element("a", use.title, href=use.href) for use in touched.trees.get(anchor, ())]
    courses = touched.courses.get(anchor, ())
    rows = []
    if trees and change.kind is not ChangeKind.RENUMBERED:
        parted = [joined(", " if at else None, link) for at, link in enumerate(trees)]
        rows.append(element("li", "Procedures that cite it, to be reviewed: ", *parted))
    if courses:
        rows.append(element("li", f"Courses that link to it: {', '.join(courses)}"))
    if change.binds:
        reason = "only punctuation or capital letters differ" if change.slight else "people confirm these words"
        rows.append(element("li", f"Confirming: {reason}"))
    return element("ul", *rows, class_="change-touches") if rows else None


def _change_paragraph(change: Change, comparison: Comparison) -> str:
    before = change.before.text if change.before else ""
    after = change.after.text if change.after else ""
    marks = (f"{_OPEN[s.edit][0]}{s.words}{_OPEN[s.edit][1]}" for s in word_diff(before, after))
    anchor, touched = change.clause.anchor, comparison.touched
    lines = [f"{heading(change, comparison.before.version)}  (#{anchor})", f"    {' '.join(marks)}"]
    if change.successors:
        lines.append(f"    Its matter is now in: {', '.join(change.successors)}")
    if touched.trees.get(anchor) and change.kind is not ChangeKind.RENUMBERED:
        lines.append(f"    Trees to review: {', '.join(use.title for use in touched.trees[anchor])}")
    if touched.courses.get(anchor):
        lines.append(f"    Courses that link to it: {', '.join(touched.courses[anchor])}")
    return "\n".join(lines) + "\n"


def _enumeration(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
