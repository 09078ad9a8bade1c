"""The words for everything that can be wrong with published clauses, and what to do about it."""

from __future__ import annotations

from typing import assert_never

from clausetree.history import problems as p
from clausetree.report.closest import did_you_mean
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source
from clausetree.report.wording import Wording, diagnostic_of

_ACCEPT = "`clausetree clauses accept`"
_NEW_VERSION = f"Give the policy a new version in its head, then run {_ACCEPT}."
_RESTORE = "Take the file from the repository's history."


_WARNINGS = p.NumberOfAnother | p.Draft


def to_diagnostic(problem: p.HistoryProblem, source: Source) -> Diagnostic:
    """Turn a fault found in `source` into what its author reads. All but a warning stop publication."""
    severity = Severity.WARNING if isinstance(problem, _WARNINGS) else Severity.ERROR
    return diagnostic_of(problem, wording_of(problem), source, severity)


def wording_of(problem: p.HistoryProblem) -> Wording:
    """Return the code of a problem, what is wrong and what to do."""
    if isinstance(problem, p.PublishedLinkProblem):
        return _of_links(problem)
    if isinstance(problem, p.VersionProblem):
        return _of_version(problem)
    if isinstance(problem, p.AnswerProblem):
        return _of_answers(problem)
    if isinstance(problem, p.LockProblem):
        return _of_lock(problem)
    assert_never(problem)


def _of_links(problem: p.PublishedLinkProblem) -> Wording:
    match problem:
        case p.AnchorMissing(anchor=anchor, label=label, candidates=candidates):
            places = " or ".join(f"`{now}`" for now in candidates)
            which = f"--renumbered {anchor}={candidates[0]}" if candidates else ""
            return (
                "L101",
                f"`{anchor}` ({label}) was published, and this policy has it no more.",
                f"Put it back. If a new version is to be without it, {_ACCEPT} asks what became of it."
                + (f" Perhaps it is {places} now: then say so with {which}." if candidates else ""),
            )
        case p.WordsElsewhere(anchor=anchor, label=label, now_under=now, exact=exact, stands=stands, many=many):
            another = f"--same {anchor}" if stands else f"--withdrawn {anchor}"
            words = "The words" if exact else "Most of the words"
            return (
                "L102",
                f"{words} published as `{anchor}` ({label}) stand under `{now}` now.",
                f"A clause keeps its anchor when its number changes: write `{{: #{anchor} }}` under these "
                "words. `clausetree clauses accept --put-back` does it for you."
                + (
                    "" if exact and (many or stands) else f" If they are another clause, say so with {another}."
                ),
            )
        case p.WordsReplaced(anchor=anchor, label=label):
            return (
                "L103",
                f"The words under `{anchor}` ({label}) have little in common with those published there.",
                f"If this is the same clause, reworded, say so with --same {anchor}. If it is another clause, "
                f"give it an anchor of its own: links to `{anchor}` must not lead to it.",
            )
        case p.AnchorReused(anchor=anchor, label=label, version=version):
            return (
                "L104",
                f"`{anchor}` was {label}, which was withdrawn in version {version}.",
                "An anchor is never used again. Give these words an anchor of their own.",
            )
        case p.PageMoved(before=before, now=now):
            return (
                "L105",
                f"This policy was published at `{before}` and would now be at `{now}`.",
                "Every link leads to the old address. Put the file back where it was.",
            )
        case p.NumberOfAnother(label=label, words=words, now=now, version=version):
            became = f"is {now} now" if now else "is gone"
            return (
                "L107",
                f"“{words}” meant {label} of version {version}, which {became}.",
                "Write what it should lead to now. If the words are right as they stand, leave them: once this "
                "version is accepted, nothing more is said of it.",
            )
        case p.PolicyMissing(policy=policy, page=page):
            return (
                "L106",
                f"The policy `{policy}` was published at `{page}`, and no file calls itself that now.",
                f"If the file of that page is there, its head has lost the line `policy: {policy}`: put it "
                "back. If the file is gone, put the file back. "
                "To end a policy, keep its page and say on it that it has ended.",
            )
        case _:
            assert_never(problem)


def _of_version(problem: p.VersionProblem) -> Wording:
    match problem:
        case p.ChangedInVersion(anchor=anchor, label=label, version=version):
            return (
                "L111",
                f"The words of `{anchor}` ({label}) are not those of version {version}.",
                _NEW_VERSION + " To correct a slip of the pen, put the published words back.",
            )
        case p.RenumberedInVersion(label=label, before=before, version=version):
            return ("L112", f"This is {label} now; in version {version} it was {before}.", _NEW_VERSION)
        case p.AddedInVersion(anchor=anchor, label=label, version=version):
            return ("L113", f"`{anchor}` ({label}) was not in version {version}.", _NEW_VERSION)
        case p.OrderInVersion(version=version):
            return (
                "L114",
                f"The words that bind are not in the order of version {version}, or not the same ones bind.",
                _NEW_VERSION,
            )
        case p.NotAccepted(policy=policy, version=version):
            return (
                "L115",
                f"Version {version} of `{policy}` is not accepted yet.",
                f"When its words are final, run {_ACCEPT}.",
            )
        case p.Draft(policy=policy, version=version):
            return (
                "L118",
                f"Version {version} of `{policy}` is a draft. Its page says so, and links to its clauses may "
                "change.",
                f"When its words are final, give it a version from 1 on, and run {_ACCEPT}.",
            )
        case p.VersionOfOld(version=version, last=last):
            return (
                "L116",
                f"Version {version} was released before version {last}.",
                "A released version is never released again. Give the policy a new version in its head.",
            )
        case p.BadVersion(version=version):
            return (
                "L117",
                f"“{version}” cannot stand in an address.",
                'Use figures, letters, dots and hyphens: `version: "2.3"`.',
            )
        case _:
            assert_never(problem)


def _of_answers(problem: p.AnswerProblem) -> Wording:
    match problem:
        case p.NoSuccessor(anchor=anchor, label=label, successor=successor, near=near):
            return (
                "L121",
                f"`{anchor}` ({label}) cannot lead on to `{successor}`: nothing has that anchor.",
                did_you_mean(near) or "Name a clause that stands in the new version.",
            )
        case p.StillThere(anchor=anchor, label=label):
            return (
                "L122",
                f"`{anchor}` ({label}) is said to be withdrawn, and stands in the policy.",
                "Take its words out of the policy, or leave out the answer.",
            )
        case p.NeverPublished(anchor=anchor, near=near):
            return (
                "L123",
                f"`{anchor}` was never published.",
                did_you_mean(near) or "Leave the answer out.",
            )
        case _:
            assert_never(problem)


def _of_lock(problem: p.LockProblem) -> Wording:
    match problem:
        case p.LockLineUnreadable():
            return (
                "L131",
                "This line of the lock cannot be read.",
                f"If a merge left it, finish the merge. {_RESTORE}",
            )
        case p.AcceptedTwice(policy=policy, version=version):
            return (
                "L132",
                f"Version {version} of `{policy}` was accepted twice.",
                "Two people released a version with the same name. Keep the one that was published; "
                f"give the other a new version and run {_ACCEPT} again.",
            )
        case p.OutOfTurn(policy=policy, anchor=anchor):
            return (
                "L133",
                f"`{anchor}` of `{policy}` cannot be changed in this way here.",
                "The lines before this one say otherwise: two versions were made side by side, or a line is "
                f"missing. Take the later version's lines out and run {_ACCEPT} again.",
            )
        case p.CopyChanged(policy=policy, version=version, name=name):
            return (
                "L134",
                f"`{name}` of version {version} of `{policy}` is gone, or is not the file that was released.",
                f"A released version never changes. {_RESTORE}",
            )
        case p.LockDisagrees(policy=policy, version=version, anchor=anchor):
            return (
                "L135",
                f"The lock and the copy of version {version} of `{policy}` differ at `{anchor}`.",
                "One of them was changed by hand. Take both from the repository's history.",
            )
        case _:
            assert_never(problem)
