"""`clausetree new`: ask four questions, and write a tree to go on from."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path

from clausetree.commands.places import add_places, folders_of, from_here
from clausetree.policy.registry import Registry
from clausetree.publish.procedures import tree_source
from clausetree.publish.reading import read_site
from clausetree.publish.settings_file import Folders
from clausetree.render.new_tree import NewTree, name_from, new_tree
from clausetree.report.closest import closest
from clausetree.report.text import to_text
from clausetree.tree.phrases import RESERVED

NAME = "new"
HELP = "write a new tree, after four questions"
ABOUT = """\
Ask what the procedure is about, which policy it is drawn from, what a reader is asked first, and which
answers she can give. Then write a tree that has no fault, for you to go on from. What you say on the
command line is not asked. A file that is there already is never written over."""
EXAMPLES = """\
examples:
  clausetree new
  clausetree new lost-phone --title "A lost phone" --policy social-media \\
      --question "Was it locked?" --answer Yes --answer No

It ends with 0 when the tree is written, and with 2 when it is not, because an answer is missing or the
file is there already."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

type Ask = Callable[[str], str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take answers that need not be asked for."""
    parser.add_argument(
        "name", nargs="?", metavar="NAME", help="the tree's name, as in its file (from its title)"
    )
    parser.add_argument("--title", help="what the procedure is about, as readers see it")
    parser.add_argument("--policy", help="the policy it is drawn from, by its id")
    parser.add_argument("--question", help="what a reader is asked first")
    parser.add_argument("--answer", action="append", metavar="WORDS", help="an answer to it; give two or more")
    add_places(parser)


class _RefusedError(Exception):
    """Nothing is written. Its text says why."""


def run(arguments: argparse.Namespace) -> int:
    """Ask, and write the tree."""
    try:
        path = _written(arguments, input)
    except EOFError:
        print("\nNothing was written: say the rest on the command line (--help).", file=sys.stderr)
        return 2
    except _RefusedError as refused:
        print(f"Nothing was written: {refused}", file=sys.stderr)
        return 2
    print(f"Wrote {path.as_posix()}. Open it, and say what is to be done at each outcome.")
    return 0


def _written(arguments: argparse.Namespace, ask: Ask) -> Path:
    folders = folders_of(arguments)
    registry = read_site(folders, {}).policies.registry
    # A tree that would be refused is refused before anything is asked.
    path = _path(arguments.name, folders) if arguments.name else None
    title = _words(
        arguments.title or ask("What is the procedure about? A few words, as readers will see them: ")
    )
    path = path or _path(name_from(title), folders)
    policy = _policy(arguments.policy, registry, ask)
    question = _words(arguments.question or ask("What do you ask the reader first? "))
    answers = arguments.answer or ask("Which answers can she give? With a semicolon between: ").split(";")
    said = tuple(answer.strip() for answer in answers if answer.strip())
    if len(said) < 2:
        raise _RefusedError("a question needs two answers at least.")
    text = new_tree(NewTree(path.stem, title, policy, question, said))
    _check(path, text, folders)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def _path(name: str, folders: Folders) -> Path:
    if not _NAME.fullmatch(name) or name in RESERVED:
        raise _RefusedError(
            f"`{name}` cannot be a name. Write small letters and digits, with hyphens between words."
        )
    path = from_here(folders.trees) / f"{name}.tree"
    if path.exists():
        raise _RefusedError(f"{path.as_posix()} is there already.")
    return path


def _policy(given: str | None, registry: Registry, ask: Ask) -> str:
    known = [policy.id for policy in registry]
    if not known:
        raise _RefusedError("there is no policy that it could be drawn from.")
    if given is None and len(known) > 1:
        given = ask(f"Which policy is it drawn from? {', '.join(known)}: ").strip()
    policy = given or known[0]
    if policy not in known:
        near = closest(policy, known)
        raise _RefusedError(f"there is no policy {policy}." + (f" Did you mean {near}?" if near else ""))
    return policy


def _words(said: str) -> str:
    if not said.strip():
        raise _RefusedError("these words cannot be empty.")
    return " ".join(said.split())


def _check(path: Path, text: str, folders: Folders) -> None:
    """Make sure that the tree has no fault, whatever characters were in the answers."""
    source = tree_source(path.as_posix(), text.encode())
    faults = read_site(folders, {path: source}).within([path])
    if faults:
        raise _RefusedError("\n" + "\n".join(map(to_text, faults)))
