"""Everything that can be wrong between what was published and what is written now, as data."""

from __future__ import annotations

from clausetree.report.problem import Problem


class Published(Problem):
    """A fault about an anchor that was published; `label` is what readers knew it by."""

    anchor: str
    label: str


# What would break a link, or change what it means.


class AnchorMissing(Published):
    """A published anchor that the policy has no more. `candidates` are where its clause may stand."""

    candidates: tuple[str, ...] = ()


class WordsElsewhere(Published):
    """A published anchor whose words stand, as they were or nearly so (not `exact`), under another.

    It `stands` itself, too, with other words, or is gone. The words are `many`, or so few that another clause
    may have them.
    """

    now_under: str
    exact: bool
    stands: bool
    many: bool


class WordsReplaced(Published):
    """An anchor whose words are so new that it may be another clause."""


class AnchorReused(Published):
    """An anchor that was withdrawn in `version` and stands in the policy again."""

    version: str


class PageMoved(Problem):
    """A policy whose page was published at `before` and would now be at `now`."""

    before: str
    now: str


class PolicyMissing(Problem):
    """A published policy of which nothing is left."""

    policy: str
    page: str


class NumberOfAnother(Published):
    """`words` that named a clause in `version`, whose number is another clause's now.

    It is called `now`, or is gone.
    """

    words: str
    now: str
    version: str


# What needs a new version.


class ChangedInVersion(Published):
    """Published words that are different now, although the version is the same."""

    version: str


class RenumberedInVersion(Published):
    """A published clause with another number than `before`, although the version is the same."""

    version: str
    before: str


class AddedInVersion(Published):
    """A new anchor, although the version is the same."""

    version: str


class OrderInVersion(Problem):
    """The same words in another order, or binding where they did not, although the version is the same."""

    version: str


class NotAccepted(Problem):
    """A version that is not in the lock yet."""

    policy: str
    version: str


class Draft(Problem):
    """A version 0 of a policy of which nothing was accepted."""

    policy: str
    version: str


class VersionOfOld(Problem):
    """A version that was released before the `last` one."""

    version: str
    last: str


class BadVersion(Problem):
    """A version that cannot be part of an address."""

    version: str


# What an owner answered when she was asked what became of an anchor.


class NoSuccessor(Published):
    """A withdrawn anchor said to live on in `successor`, which stands nowhere."""

    successor: str
    near: str | None


class StillThere(Published):
    """An anchor said to be withdrawn that the policy still has."""


class NeverPublished(Problem):
    """An answer about an anchor that was never published."""

    anchor: str
    near: str | None


# The lock itself, and the copies of released versions.


class LockLineUnreadable(Problem):
    """A line of the lock that cannot be read: a merge left half done, or a hand that slipped."""


class AcceptedTwice(Problem):
    """Two acceptances of the same version, which a merge brought together."""

    policy: str
    version: str


class OutOfTurn(Problem):
    """A line that adds an anchor again, or touches one that is not there."""

    policy: str
    anchor: str


class CopyChanged(Problem):
    """A file of a released version that is gone, or is not what was released."""

    policy: str
    version: str
    name: str


class LockDisagrees(Problem):
    """A released version whose copy holds other anchors or other words than the lock says."""

    policy: str
    version: str
    anchor: str


# All of them, by what their messages have in common.

PublishedLinkProblem = (
    AnchorMissing | WordsElsewhere | WordsReplaced | AnchorReused | PageMoved | PolicyMissing | NumberOfAnother
)
"""What would break a published link, or change what it means."""

VersionProblem = (
    ChangedInVersion
    | RenumberedInVersion
    | AddedInVersion
    | OrderInVersion
    | NotAccepted
    | Draft
    | VersionOfOld
    | BadVersion
)
"""What needs a new version."""

AnswerProblem = NoSuccessor | StillThere | NeverPublished
"""What is wrong with an answer."""

LockProblem = LockLineUnreadable | AcceptedTwice | OutOfTurn | CopyChanged | LockDisagrees
"""What is wrong with the lock, or with the copies of released versions."""

HistoryProblem = PublishedLinkProblem | VersionProblem | AnswerProblem | LockProblem
"""Everything that can be wrong with published clauses: a closed union."""
