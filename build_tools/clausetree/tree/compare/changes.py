"""Everything that can differ between two versions of a tree, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from clausetree.tree.answers import Answers
from clausetree.tree.model import (
    Again,
    Aside,
    Branch,
    Choice,
    Citation,
    Contact,
    Duty,
    Link,
    Node,
    Note,
    Option,
    Points,
    Question,
    Role,
    Route,
    Unsure,
)

# Where answers lead.


@dataclass(frozen=True, slots=True)
class LeadsElsewhere:
    """What follows on `node`, or on one of its options (`answer`)."""

    node: Node
    answer: Option | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RouteChanged:
    """A route that decides otherwise."""

    before: Route
    after: Route


@dataclass(frozen=True, slots=True)
class RowsChanged:
    """A table of which some rows are as they were. One that leads elsewhere was `dropped`, and is `added`."""

    before: Route
    after: Route
    dropped: tuple[Branch, ...]
    added: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class StartChanged:
    """The node that a reader meets first."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EndsElsewhere:
    """Readers who came to the outcome `before` and now come to `after`, which may be a new question.

    `answers` are those of one such reader; `paths` is how many ways there were of being one.
    """

    before: str
    after: str
    answers: Answers
    paths: int


@dataclass(frozen=True, slots=True)
class BackChanged:
    """How often readers go back from a node in all, and where they come to then."""

    node: Node
    before: Again
    after: Again


@dataclass(frozen=True, slots=True)
class NextTreeChanged:
    """The trees that an outcome leads on to, by their titles."""

    node: Node
    before: tuple[str, ...]
    after: tuple[str, ...]


# Duties.


@dataclass(frozen=True, slots=True)
class DutyAdded:
    """A duty that was not there."""

    node: str
    duty: Duty


@dataclass(frozen=True, slots=True)
class DutyDropped:
    """A duty that is not there any more."""

    node: str
    duty: Duty


@dataclass(frozen=True, slots=True)
class DutyChanged:
    """A duty whose strength, words, clauses or condition changed, or the node that lays it down."""

    before_node: str
    before: Duty
    after_node: str
    after: Duty


@dataclass(frozen=True, slots=True)
class DutyReaches:
    """A duty that stayed as it is, and that some readers meet no more, or meet now (`now`)."""

    duty: Duty
    now: bool
    answers: Answers
    paths: int


# Questions, answers, steps, outcomes.


@dataclass(frozen=True, slots=True)
class NodeAdded:
    """A node that was not there."""

    node: Node


@dataclass(frozen=True, slots=True)
class NodeRemoved:
    """A node that is not there any more."""

    node: Node


@dataclass(frozen=True, slots=True)
class KindChanged:
    """A node that is of another kind, or a question that is answered in another way."""

    before: Node
    after: Node


@dataclass(frozen=True, slots=True)
class OptionAdded:
    """An answer that was not offered."""

    node: Node
    option: Option | Choice | Unsure


@dataclass(frozen=True, slots=True)
class OptionRemoved:
    """An answer that is not offered any more."""

    node: Node
    option: Option | Choice | Unsure


@dataclass(frozen=True, slots=True)
class PointsChanged:
    """What answers to a question, or one of them (`answer`), add to totals."""

    node: Node
    answer: Option | Choice | None
    before: tuple[Points, ...]
    after: tuple[Points, ...]


@dataclass(frozen=True, slots=True)
class CountsElse:
    """What not to know counts as, at a question in both versions."""

    before: Question
    after: Question


@dataclass(frozen=True, slots=True)
class CitesChanged:
    """The clauses that a node rests on."""

    node: Node
    added: tuple[Citation, ...]
    dropped: tuple[Citation, ...]


# Words.


class Wording(StrEnum):
    """What words are there for. The value is what a sentence calls them."""

    TITLE = "title of the procedure"
    ABOUT = "words on when to use it"
    BASIS = "basis"
    POLICY = "policy"
    ROLE = "name of a role"
    FACT = "words of a fact"
    TOTAL = "words of a total"
    NODE = "wording"
    TEXT = "text"
    ANSWER = "answer"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Reworded:
    """Words that readers see: `what` they are, and of which node, if of one."""

    what: Wording
    node: Node | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RolesChanged:
    """Somebody who was introduced, or is not introduced any more."""

    added: tuple[Role, ...]
    dropped: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class PointersChanged:
    """The contacts and links of a step or an outcome."""

    node: Node
    added: tuple[Contact | Link, ...]
    dropped: tuple[Contact | Link, ...]


@dataclass(frozen=True, slots=True)
class NotesChanged:
    """The notes that a node has for some readers alone."""

    node: Node
    added: tuple[Note, ...]
    dropped: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class AsideReaches:
    """A note, a contact or a link that stayed, and that some readers meet no more, or meet now (`now`)."""

    aside: Aside
    now: bool
    answers: Answers
    paths: int


LeadingChange = (
    LeadsElsewhere | RouteChanged | RowsChanged | StartChanged | EndsElsewhere | BackChanged | NextTreeChanged
)
"""Where answers lead."""

DutyChange = DutyAdded | DutyDropped | DutyChanged | DutyReaches

NodeChange = (
    NodeAdded
    | NodeRemoved
    | KindChanged
    | OptionAdded
    | OptionRemoved
    | PointsChanged
    | CountsElse
    | CitesChanged
    | RolesChanged
    | PointersChanged
    | NotesChanged
    | AsideReaches
)
"""Questions, answers, steps and outcomes, and who has a part in them."""

Change = LeadingChange | DutyChange | NodeChange | Reworded
"""One difference."""
