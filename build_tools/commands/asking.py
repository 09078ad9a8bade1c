"""Asking an owner at a terminal what became of each published anchor that is gone, or has new words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from clausetree.policy.history.past import Past
from clausetree.policy.history.problems import AnchorMissing, WordsElsewhere, WordsReplaced
from clausetree.policy.problems import Problem
from commands.answers import Told

type Ask = Callable[[str], str]

_BECAME = (
    "What became of it? r = it was renumbered and has a new anchor by mistake, "
    "m = merged into other clauses, w = withdrawn, Enter = leave it open: "
)


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
