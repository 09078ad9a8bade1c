"""Names in a tree that lead nowhere, or that fit nothing."""

from __future__ import annotations

from clausetree.report.problem import Problem
from clausetree.tree.model import Basis
from clausetree.tree.scalar import Sign
from clausetree.tree.syntax import Verb


class DuplicateName(Problem):
    """A name that something else of the same kind has already."""

    name: str
    what: str


class UnknownTarget(Problem):
    """A target that no node is called."""

    name: str
    near: str | None


class UnknownQuestion(Problem):
    """A condition or scenario that speaks of a question which does not exist."""

    name: str
    near: str | None


class UnknownOption(Problem):
    """An option that the question does not offer, or an outcome that the tree of a `visit` does not have."""

    name: str
    question: str
    offered: tuple[str, ...]
    near: str | None
    visit: bool = False


class UnknownFact(Problem):
    """A condition that is the name of a fact alone, and no fact is called so."""

    name: str
    near: str | None


class FactNotAlone(Problem):
    """A condition that says something of a fact: it is so, or it is not."""

    name: str


class FactOfItself(Problem):
    """A fact whose condition speaks of itself, directly or by way of others."""

    name: str


class FactTooLong(Problem):
    """A fact that stands for more, or lies deeper, than anybody could have meant."""

    name: str


class UnusedFact(Problem):
    """A fact that no condition speaks of."""

    name: str


class UnknownShared(Problem):
    """Lines that are used, and that no shared block has."""

    name: str
    near: str | None


class UnusedShared(Problem):
    """A shared block that nothing uses."""

    name: str


class StepIsDone(Problem):
    """A condition that says of a step anything but that it is done."""

    step: str


class UnknownLink(Problem):
    """A label that the registry of links does not have."""

    name: str
    near: str | None


class VisitLeadsOn(Problem):
    """A visit to a tree with an outcome that leads on to a third: a reader could not come back."""

    tree: str
    outcome: str


class UnsoundTree(Problem):
    """A visit to a tree that has errors of its own."""

    tree: str


class UnknownRole(Problem):
    """A duty of somebody who has not been introduced."""

    name: str
    near: str | None


class UnknownPolicy(Problem):
    """A policy that the site does not hold: the tree's own, or one of which it cites a `clause`, else ""."""

    name: str
    known: tuple[str, ...]
    near: str | None
    clause: str


class LostPolicy(Problem):
    """A policy that was published, and that the site does not hold or cannot read now."""

    name: str


class UnknownTree(Problem):
    """Another tree that the site does not hold."""

    name: str
    near: str | None


class UnknownBasis(Problem):
    """A basis that is none of the known ones."""

    name: str
    known: tuple[Basis, ...]


class EndNotAsked(Problem):
    """A scenario that says where a visit ended, of which nothing in the tree speaks."""

    visit: str


class WrongVerb(Problem):
    """`includes` said of a question with one answer or of a `visit`, or `is` of a question with many."""

    question: str
    used: Verb | Sign
    right: Verb
    visit: bool = False


class TreeNamedElse(Problem):
    """A tree whose id is not its file's name."""

    name: str
    file: str


NameProblem = (
    DuplicateName
    | UnknownTarget
    | UnknownQuestion
    | UnknownOption
    | UnknownFact
    | FactNotAlone
    | FactOfItself
    | FactTooLong
    | UnusedFact
    | UnknownShared
    | UnusedShared
    | StepIsDone
    | UnknownLink
    | VisitLeadsOn
    | UnsoundTree
    | EndNotAsked
    | UnknownRole
    | UnknownPolicy
    | LostPolicy
    | UnknownTree
    | UnknownBasis
    | WrongVerb
    | TreeNamedElse
)
