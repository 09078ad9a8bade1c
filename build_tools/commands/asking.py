"""What an owner says became of published anchors: on the command line, or asked about each at a terminal."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from clausetree.policy.history.past import Past
from clausetree.policy.history.problems import AnchorMissing, WordsElsewhere, WordsReplaced
from clausetree.policy.problems import Problem

type Ask = Callable[[str], str]

_BECAME = (
    "What became of it? r = it was renumbered and has a new anchor by mistake, "
    "m = merged into other clauses, w = withdrawn, Enter = leave it open: "
)


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


def ask(question: str) -> str:
    """Ask at the terminal. Whoever ends the input leaves this and every further question open."""
    try:
        return input(question)
    except EOFError:
        print()
        return ""


def ask_about(problems: Iterable[Problem], past: Past, told: Told, ask: Ask) -> None:
    """Ask about every problem that an answer can settle, and add the answers to `told`."""
    for problem in problems:
        match problem:
            case WordsElsewhere(anchor=anchor, now_under=now, stands=stands, exact=exact):
                words = "words" if exact else "words, or most of them,"
                if _yes(
                    ask,
                    f"\n{_called(anchor, past)}\nIts {words} stand under `{now}` now. Put its own anchor back",
                ):
                    told.anchors[now] = anchor
                elif not stands:
                    _ask_what_became(anchor, past, told, ask)
                elif not exact and _yes(
                    ask, f"Is `{anchor}` the same clause still, with the words that it has now"
                ):
                    told.same.add(anchor)
            case AnchorMissing(anchor=anchor) if not _goes_with_its_clause(anchor, past, told):
                _ask_what_became(anchor, past, told, ask)
            case WordsReplaced(anchor=anchor):
                if _yes(
                    ask,
                    f"\n{_called(anchor, past)}\nIt has new words. Is it the same clause still",
                ):
                    told.same.add(anchor)
            case _:
                pass


def _ask_what_became(anchor: str, past: Past, told: Told, ask: Ask) -> None:
    answer = ask(f"\n{_called(anchor, past)}\n{_BECAME}").strip().lower()[:1]
    if answer == "r":
        told.anchors[ask("Which anchor stands under its words now? ").strip()] = anchor
    elif answer == "m":
        into = ask("Into which anchors, with commas between? ")
        told.withdrawn[anchor] = tuple(word.strip() for word in into.split(",") if word.strip())
    elif answer == "w":
        into = ask("Which clause should its readers be led to? An anchor, or Enter for none: ")
        told.withdrawn[anchor] = (into.strip(),) if into.strip() else ()


def _goes_with_its_clause(anchor: str, past: Past, told: Told) -> bool:
    found = past.last_words(anchor)
    return found is not None and found[1].parent in told.withdrawn


def _called(anchor: str, past: Past) -> str:
    found = past.last_words(anchor)
    words = " ".join(found[1].text.split()[:14]) if found else ""
    return f"`{anchor}`, {past.label(anchor)}: “{words} …”"


def _yes(ask: Ask, question: str) -> bool:
    return ask(f"{question}? y = yes, n = no: ").strip().lower().startswith("y")
