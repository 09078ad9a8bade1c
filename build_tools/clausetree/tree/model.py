"""A tree that has been checked: every name in it is known to exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import assert_never

from clausetree.tree.condition import Condition
from clausetree.tree.deadlines.period import Period
from clausetree.tree.scalar import Sign
from clausetree.tree.scale import NumberScale, Scale
from clausetree.tree.strength import Strength

YOU = "you"
"""The role of the reader, which every tree has."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Words to read: as plain `text`, and as `html` that is safe to put into a page."""

    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A clause that exists: its `policy`, its permanent `anchor`, and a `label` such as "clause 2.4".

    Of a clause of another policy than the tree's own, the label begins with that policy's title.
    """

    policy: str
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Picked:
    """The fact that the reader picked `option` at `question`, or has done that step."""

    question: str
    option: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The fact that the reader's number or date at `question` stands so to `amount`, the limit.

    Of a date and a time the day is compared: the scale is that of dates. `question` may be a total as well:
    what it has come to is known as an answer is.
    """

    question: str
    sign: Sign
    scale: Scale
    amount: int
    days: int | None = None
    """How many days before today the limit is, where it goes by those."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """The fact that the reader's answer at `question` stands so to the one that she gave at `other`.

    Both are numbers, amounts or dates; `scale` is one on which both can be counted. Of a date and a time the
    day is compared.
    """

    question: str
    sign: Sign
    scale: Scale
    other: str


type Fact = Picked | Compared | Ordered


def asked_by(fact: Fact) -> tuple[str, ...]:
    """Return what a fact is about: a question, a step or a total, or the two questions that it compares."""
    return (fact.question, fact.other) if isinstance(fact, Ordered) else (fact.question,)


@dataclass(frozen=True, slots=True)
class Deadline:
    """How long there is from an event: what readers are told of it, and the question that asks when it was.

    Where no question asks that, there are `words` alone; where there are none, those of the question.
    """

    period: Period
    question: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Duty:
    """Who must, should or may do what, by when, and the clauses that say so."""

    strength: Strength
    who: str
    what: Prose
    cites: tuple[Citation, ...]
    when: Condition[Fact] | None = None
    within: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of points that answers add to. It begins at nothing."""

    id: str
    words: Prose
    scale: NumberScale


@dataclass(frozen=True, slots=True)
class Points:
    """So many steps of a total's scale are added to it, if `when` holds."""

    total: str
    amount: int
    when: Condition[Fact] | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a question offers, the node that it leads to, and the points that it adds."""

    id: str
    wording: Prose
    goes_to: str
    adds: tuple[Points, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers to a question that takes several, and the points that it adds."""

    id: str
    wording: Prose
    adds: tuple[Points, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsure:
    """The answer of a reader who does not know, and the answers that it counts as.

    These are ids of options, or a scalar as it is kept. There is nothing where it counts as the day of whoever
    reads, which is the last that its question takes.
    """

    id: str
    wording: Prose
    counts_as: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneOf:
    """A question that takes exactly one of its options, or `unsure`.

    A visit of whose end the tree speaks is one until it is made: its options are the other tree's outcomes.
    """

    id: str
    title: Prose
    cites: tuple[Citation, ...]
    help: Prose | None
    options: tuple[Option, ...]
    adds: tuple[Points, ...] = ()
    unsure: Unsure | None = None
    visits: OtherTree | None = None
    """The tree that it visits, where it is no question: then it is answered with where the visit ended."""


@dataclass(frozen=True, slots=True)
class ManyOf:
    """A question that takes one or more of its choices, or `none` or `unsure` alone."""

    id: str
    title: Prose
    cites: tuple[Citation, ...]
    help: Prose | None
    choices: tuple[Choice, ...]
    none: Choice | None
    goes_to: str
    adds: tuple[Points, ...] = ()
    unsure: Unsure | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A question that takes a number, a date, or a date and a time, from `least` to `most`.

    Both bounds are included. Of a date and a time both are days: from the first minute of the one to the last
    minute of the other.
    """

    id: str
    title: Prose
    cites: tuple[Citation, ...]
    help: Prose | None
    scale: Scale
    least: int
    most: int
    unit: Prose | None
    goes_to: str
    begins_today: bool = False
    ends_today: bool = False
    unit_of_one: Prose | None = None
    """What stands behind 1, where that is another word than `unit`."""

    word_before: Prose | None = None
    adds: tuple[Points, ...] = ()
    unsure: Unsure | None = None

    @property
    def units(self) -> tuple[str, ...]:
        """What may stand beside a number that answers it."""
        return tuple(unit.text for unit in (self.unit, self.unit_of_one, self.word_before) if unit)

    @property
    def bounds(self) -> range:
        """The numbers or days that it takes."""
        return range(self.least, self.most + 1)


@dataclass(frozen=True, slots=True)
class Note:
    """Words to read at a step or an outcome."""

    words: Prose
    when: Condition[Fact] | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom a reader can turn to, how, and in which `hours`, in words.

    In `how`, telephone numbers and electronic addresses are links.
    """

    who: Prose
    how: Prose
    hours: Prose | None = None
    when: Condition[Fact] | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead elsewhere. `address` is "" where the organisation has not said where yet."""

    words: Prose
    address: str
    when: Condition[Fact] | None = None


type Aside = Note | Contact | Link
"""What a step or an outcome tells beside duties."""

type Told = Duty | Aside
"""What a step or an outcome tells: where it has a condition, only those of whom that holds."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do before going on. If it `waits`, the reader stops here for now, and comes back.

    Where a visit of whose end the tree speaks `ends` here, that is the other tree. Whoever has done it has the
    points that it `adds`.
    """

    id: str
    title: Prose
    cites: tuple[Citation, ...]
    notes: tuple[Note, ...]
    duties: tuple[Duty, ...]
    contacts: tuple[Contact, ...]
    links: tuple[Link, ...]
    goes_to: str
    waits: bool = False
    ends: OtherTree | None = None
    adds: tuple[Points, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """Where a route leads when its condition holds."""

    when: Condition[Fact]
    goes_to: str


@dataclass(frozen=True, slots=True)
class Route:
    """A fork that earlier answers decide: exactly one way is open for every set of answers.

    Where the `first` branch whose condition holds counts, others may hold too. Of one that is written as a
    table, `columns` are what its conditions speak of, each branch of some: questions, steps, facts and totals.
    """

    id: str
    branches: tuple[Branch, ...]
    otherwise: str | None
    first: bool = False
    columns: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class OtherTree:
    """Another tree of the same site: its id and its title."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Visit:
    """The questions of another tree, and where to come back to. Its id is the other tree's.

    Nothing in the tree speaks of where it ends. A tree that is ready to be shown has no visit: `visits.expand`
    puts the other tree's nodes in its place.
    """

    id: str
    title: Prose
    goes_to: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a path ends, and the trees to go on with, if any, one after the other."""

    id: str
    title: Prose
    cites: tuple[Citation, ...]
    notes: tuple[Note, ...]
    duties: tuple[Duty, ...]
    contacts: tuple[Contact, ...]
    links: tuple[Link, ...]
    next_trees: tuple[OtherTree, ...]


type Question = OneOf | ManyOf | Measure
type Node = OneOf | ManyOf | Measure | Step | Route | Visit | Outcome


class Basis(StrEnum):
    """What a tree is drawn from: the policy's clauses, or a flowchart that the policy prints."""

    CLAUSES = "clauses"
    FLOWCHART = "flowchart"


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody who has duties: an id, and the name that readers see."""

    id: str
    name: Prose


@dataclass(frozen=True, slots=True)
class Again:
    """Where `source` leads to `target`, a reader goes back, and through what lies between once more.

    So she does it so many `times` in all, and the next time she goes on to `then`.
    """

    source: str
    target: str
    times: int
    then: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A node that stands in a tree for the so manieth time that readers come to the node that it is like.

    `times` has a number for each passage that it lies in, the outermost first: which time through that it is.
    """

    id: str
    of: str
    times: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Restart:
    """On coming to the node `at` a reader begins anew: under the names `forgets` nothing is known any more."""

    at: str
    forgets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole procedure. Every target in `nodes` is an id in `nodes`; no reader meets one twice.

    What she goes through `again` stands in it once for each time: `again.unrolled` puts it there.
    """

    id: str
    title: Prose
    policy: str
    basis: Basis
    about: Prose | None
    roles: tuple[Role, ...]
    start: str
    nodes: tuple[Node, ...]
    totals: tuple[Total, ...] = ()
    today: int | None = None
    """The day as of which bounds and limits stand; None where they are the same on every day."""
    again: tuple[Again, ...] = ()
    copies: tuple[Copy, ...] = ()
    restarts: tuple[Restart, ...] = ()
    graph: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    """The ids of the nodes that each node leads to."""
    _by_id: dict[str, Node] = field(init=False, repr=False, compare=False)
    _like: dict[str, str] = field(init=False, repr=False, compare=False)
    _forgotten: dict[str, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "graph", {node.id: targets(node) for node in self.nodes})
        object.__setattr__(self, "_by_id", {node.id: node for node in self.nodes})
        object.__setattr__(self, "_like", {copy.id: copy.of for copy in self.copies})
        object.__setattr__(self, "_forgotten", {one.at: frozenset(one.forgets) for one in self.restarts})

    def node(self, node_id: str) -> Node:
        """Return the node with this id. Raises KeyError for an id that is not the tree's."""
        return self._by_id[node_id]

    def has(self, node_id: str) -> bool:
        """Return whether the tree has a node with this id."""
        return node_id in self._by_id

    def original(self, node_id: str) -> str:
        """Return the id by which a node is known, and under which conditions speak of what it is answered."""
        return self._like.get(node_id, node_id)

    def times(self, node_id: str) -> tuple[int, ...]:
        """Return the how manieth time through each passage it is, the outermost first; () the first time."""
        return next((copy.times for copy in self.copies if copy.id == node_id), ())

    def forgotten_at(self, node_id: str) -> frozenset[str]:
        """Return the names under which nothing is known any more of a reader who comes to a node."""
        return self._forgotten.get(node_id, frozenset())

    def total(self, total_id: str) -> Total | None:
        """Return the total with this id; None where a question or nothing is called so."""
        return next((total for total in self.totals if total.id == total_id), None)

    def name_of(self, role: str) -> Prose:
        """Return the name that readers see for a role."""
        return next((r.name for r in self.roles if r.id == role), Prose("You", "You"))


def targets(node: Node) -> tuple[str, ...]:
    """Return the ids of the nodes that `node` leads to, in order, each once."""
    return tuple(dict.fromkeys(targets_by_line(node)))


def targets_by_line(node: Node) -> list[str]:
    """Return the ids of the nodes that the options, the branches or `node` itself lead to, in order."""
    match node:
        case OneOf():
            return [option.goes_to for option in node.options]
        case ManyOf() | Measure() | Step() | Visit():
            return [node.goes_to]
        case Route():
            return [branch.goes_to for branch in node.branches] + ([node.otherwise] if node.otherwise else [])
        case Outcome():
            return []
        case _:
            assert_never(node)


def duties(node: Node) -> tuple[Duty, ...]:
    """Return the duties that `node` lays down."""
    return node.duties if isinstance(node, Step | Outcome) else ()


def asides(node: Node) -> tuple[Aside, ...]:
    """Return what `node` tells beside duties."""
    return (*node.notes, *node.contacts, *node.links) if isinstance(node, Step | Outcome) else ()


def told(node: Node) -> tuple[Told, ...]:
    """Return all that `node` tells, its duties first."""
    return (*node.duties, *asides(node)) if isinstance(node, Step | Outcome) else ()


def citations(tree: Tree) -> Iterator[Citation]:
    """Yield every citation of the tree, in reading order, with repetitions."""
    for node in tree.nodes:
        if not isinstance(node, Route | Visit):
            yield from node.cites
        for duty in duties(node):
            yield from duty.cites
