"""What an owner says on the command line about published anchors that are gone, or have new words."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field


@dataclass(slots=True)
class OwnerAnswers:
    """What was said: what goes where, what is the same, and which anchor to write as which."""

    withdrawn: dict[str, tuple[str, ...]] = field(default_factory=dict)
    same: set[str] = field(default_factory=set)
    anchors: dict[str, str] = field(default_factory=dict)


def add_answers(parser: argparse.ArgumentParser) -> None:
    """Take the answers that would otherwise be asked for."""
    given = parser.add_argument_group("what became of clauses that are gone, or have new words")
    given.add_argument(
        "--withdrawn",
        action="append",
        default=[],
        metavar="ANCHOR[=SUCCESSOR,…]",
        help="it is withdrawn, or merged into the anchors named after the equals sign",
    )
    given.add_argument(
        "--renumbered",
        action="append",
        default=[],
        metavar="ANCHOR=WRITTEN",
        help="its words have the anchor WRITTEN by mistake: put ANCHOR back in the file",
    )
    given.add_argument(
        "--same", action="append", default=[], metavar="ANCHOR", help="it is the same clause, reworded"
    )
    given.add_argument("--put-back", action="store_true", help="put back every anchor that its words lost")


def given_on_command_line(arguments: argparse.Namespace) -> OwnerAnswers:
    """Return what was said on the command line."""
    given = OwnerAnswers(same=set(arguments.same))
    for answer in arguments.withdrawn:
        anchor, _, successors = answer.partition("=")
        given.withdrawn[anchor] = tuple(filter(None, successors.split(",")))
    for answer in arguments.renumbered:
        anchor, _, written = answer.partition("=")
        given.anchors[written] = anchor
    return given
