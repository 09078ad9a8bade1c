"""The words for everything that can be wrong with published clauses, and what to do about it."""

from __future__ import annotations

from clausetree.history.checking import problems as p
from clausetree.policy.problems import Problem
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source

CODES: dict[type[Problem], str] = {
    p.AnchorMissing: "L101",
    p.WordsElsewhere: "L102",
    p.WordsReplaced: "L103",
    p.AnchorReused: "L104",
    p.PageMoved: "L105",
    p.PolicyMissing: "L106",
    p.NumberOfAnother: "L107",
    p.ChangedInVersion: "L111",
    p.RenumberedInVersion: "L112",
    p.AddedInVersion: "L113",
    p.OrderInVersion: "L114",
    p.NotAccepted: "L115",
    p.VersionOfOld: "L116",
    p.BadVersion: "L117",
    p.Draft: "L118",
    p.NoSuccessor: "L121",
    p.StillThere: "L122",
    p.NeverPublished: "L123",
    p.LockLineUnreadable: "L131",
    p.AcceptedTwice: "L132",
    p.OutOfTurn: "L133",
    p.CopyChanged: "L134",
    p.LockDisagrees: "L135",
}
"""Codes are permanent: people search for them. A gap in the numbers separates the groups."""

_ACCEPT = "`clausetree clauses accept`"
_NEW_VERSION = f"Give the policy a new version in its head, then run {_ACCEPT}."
_RESTORE = "Take the file from the repository's history."


def to_diagnostic(problem: Problem, source: Source) -> Diagnostic:
    """Turn a fault found in `source` into what its author reads. All but a warning stop publication."""
    message, hint = describe(problem)
    warns = isinstance(problem, p.NumberOfAnother | p.Draft)
    severity = Severity.WARNING if warns else Severity.ERROR
    return Diagnostic(CODES[type(problem)], severity, source, problem.span, message, hint)


def describe(problem: Problem) -> tuple[str, str]:
    """Return what is wrong and what to do, each a sentence or two."""
    words = _of_links(problem) or _of_version(problem) or _of_answers(problem) or _of_lock(problem)
    if words is None:
        raise AssertionError(f"no words for {type(problem).__name__}")
    return words


def _of_links(problem: Problem) -> tuple[str, str] | None:
    match problem:
        case p.AnchorMissing(anchor=anchor, label=label, candidates=candidates):
            places = " or ".join(f"`{now}`" for now in candidates)
            which = f"--renumbered {anchor}={candidates[0]}" if candidates else ""
            return (
                f"`{anchor}` ({label}) was published, and this policy has it no more.",
                f"Put it back. If a new version is to be without it, {_ACCEPT} asks what became of it."
                + (f" Perhaps it is {places} now: then say so with {which}." if candidates else ""),
            )
        case p.WordsElsewhere(anchor=anchor, label=label, now_under=now, exact=exact, stands=stands, many=many):
            another = f"--same {anchor}" if stands else f"--withdrawn {anchor}"
            words = "The words" if exact else "Most of the words"
            return (
                f"{words} published as `{anchor}` ({label}) stand under `{now}` now.",
                f"A clause keeps its anchor when its number changes: write `{{: #{anchor} }}` under these "
                "words. `clausetree clauses accept --put-back` does it for you."
                + (
                    "" if exact and (many or stands) else f" If they are another clause, say so with {another}."
                ),
            )
        case p.WordsReplaced(anchor=anchor, label=label):
            return (
                f"The words under `{anchor}` ({label}) have little in common with those published there.",
                f"If this is the same clause, reworded, say so with --same {anchor}. If it is another clause, "
                f"give it an anchor of its own: links to `{anchor}` must not lead to it.",
            )
        case p.AnchorReused(anchor=anchor, label=label, version=version):
            return (
                f"`{anchor}` was {label}, which was withdrawn in version {version}.",
                "An anchor is never used again. Give these words an anchor of their own.",
            )
        case p.PageMoved(before=before, now=now):
            return (
                f"This policy was published at `{before}` and would now be at `{now}`.",
                "Every link leads to the old address. Put the file back where it was.",
            )
        case p.NumberOfAnother(label=label, words=words, now=now, version=version):
            became = f"is {now} now" if now else "is gone"
            return (
                f"“{words}” meant {label} of version {version}, which {became}.",
                "Write what it should lead to now. If the words are right as they stand, leave them: once this "
                "version is accepted, nothing more is said of it.",
            )
        case p.PolicyMissing(policy=policy, page=page):
            return (
                f"The policy `{policy}` was published at `{page}`, and no file calls itself that now.",
                f"If the file of that page is there, its head has lost the line `policy: {policy}`: put it "
                "back. If the file is gone, put the file back. "
                "To end a policy, keep its page and say on it that it has ended.",
            )
        case _:
            return None


def _of_version(problem: Problem) -> tuple[str, str] | None:
    match problem:
        case p.ChangedInVersion(anchor=anchor, label=label, version=version):
            return (
                f"The words of `{anchor}` ({label}) are not those of version {version}.",
                _NEW_VERSION + " To correct a slip of the pen, put the published words back.",
            )
        case p.RenumberedInVersion(label=label, before=before, version=version):
            return (f"This is {label} now; in version {version} it was {before}.", _NEW_VERSION)
        case p.AddedInVersion(anchor=anchor, label=label, version=version):
            return (f"`{anchor}` ({label}) was not in version {version}.", _NEW_VERSION)
        case p.OrderInVersion(version=version):
            return (
                f"The words that bind are not in the order of version {version}, or not the same ones bind.",
                _NEW_VERSION,
            )
        case p.NotAccepted(policy=policy, version=version):
            return (
                f"Version {version} of `{policy}` is not accepted yet.",
                f"When its words are final, run {_ACCEPT}.",
            )
        case p.Draft(policy=policy, version=version):
            return (
                f"Version {version} of `{policy}` is a draft. Its page says so, and links to its clauses may "
                "change.",
                f"When its words are final, give it a version from 1 on, and run {_ACCEPT}.",
            )
        case p.VersionOfOld(version=version, last=last):
            return (
                f"Version {version} was released before version {last}.",
                "A released version is never released again. Give the policy a new version in its head.",
            )
        case p.BadVersion(version=version):
            return (
                f"“{version}” cannot stand in an address.",
                'Use figures, letters, dots and hyphens: `version: "2.3"`.',
            )
        case _:
            return None


def _of_answers(problem: Problem) -> tuple[str, str] | None:
    match problem:
        case p.NoSuccessor(anchor=anchor, label=label, successor=successor, near=near):
            return (
                f"`{anchor}` ({label}) cannot lead on to `{successor}`: nothing has that anchor.",
                f"Did you mean `{near}`?" if near else "Name a clause that stands in the new version.",
            )
        case p.StillThere(anchor=anchor, label=label):
            return (
                f"`{anchor}` ({label}) is said to be withdrawn, and stands in the policy.",
                "Take its words out of the policy, or leave out the answer.",
            )
        case p.NeverPublished(anchor=anchor, near=near):
            return (
                f"`{anchor}` was never published.",
                f"Did you mean `{near}`?" if near else "Leave the answer out.",
            )
        case _:
            return None


def _of_lock(problem: Problem) -> tuple[str, str] | None:
    match problem:
        case p.LockLineUnreadable():
            return (
                "This line of the lock cannot be read.",
                f"If a merge left it, finish the merge. {_RESTORE}",
            )
        case p.AcceptedTwice(policy=policy, version=version):
            return (
                f"Version {version} of `{policy}` was accepted twice.",
                "Two people released a version with the same name. Keep the one that was published; "
                f"give the other a new version and run {_ACCEPT} again.",
            )
        case p.OutOfTurn(policy=policy, anchor=anchor):
            return (
                f"`{anchor}` of `{policy}` cannot be changed in this way here.",
                "The lines before this one say otherwise: two versions were made side by side, or a line is "
                f"missing. Take the later version's lines out and run {_ACCEPT} again.",
            )
        case p.CopyChanged(policy=policy, version=version, name=name):
            return (
                f"`{name}` of version {version} of `{policy}` is gone, or is not the file that was released.",
                f"A released version never changes. {_RESTORE}",
            )
        case p.LockDisagrees(policy=policy, version=version, anchor=anchor):
            return (
                f"The lock and the copy of version {version} of `{policy}` differ at `{anchor}`.",
                "One of them was changed by hand. Take both from the repository's history.",
            )
        case _:
            return None
