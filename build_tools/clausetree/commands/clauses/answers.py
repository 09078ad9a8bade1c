"""What an owner says on the command line about published anchors that are gone, or have new words."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field


@dataclass(slots=True)
class Told:
    """What was said: what goes where, what is the same, and which anchor to write as which."""

    withdrawn: dict[str, tuple[str, ...]] = field(default_factory=dict)
    same: set[str] = field(default_factory=set)
    anchors: dict[str, str] = field(default_factory=dict)


def add_answers(parser: argparse.ArgumentParser) -> None:
    """Take the answers that would otherwise be asked for."""
    told = parser.add_argument_group("what became of clauses that are gone, or have new words")
    told.add_argument(
        "--withdrawn",
        action="append",
        default=[],
        metavar="ANCHOR[=SUCCESSOR,…]",
        help="it is withdrawn, or merged into the anchors named after the equals sign",
    )
    told.add_argument(
        "--renumbered",
        action="append",
        default=[],
        metavar="ANCHOR=WRITTEN",
        help="its words have the anchor WRITTEN by mistake: put ANCHOR back in the file",
    )
    told.add_argument(
        "--same", action="append", default=[], metavar="ANCHOR", help="it is the same clause, reworded"
    )
    told.add_argument("--put-back", action="store_true", help="put back every anchor that its words lost")


def told_by(arguments: argparse.Namespace) -> Told:
    """Return what was said on the command line."""
    told = Told(same=set(arguments.same))
    for answer in arguments.withdrawn:
        anchor, _, successors = answer.partition("=")
        told.withdrawn[anchor] = tuple(filter(None, successors.split(",")))
    for answer in arguments.renumbered:
        anchor, _, written = answer.partition("=")
        told.anchors[written] = anchor
    return told
