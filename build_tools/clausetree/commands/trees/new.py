"""`clausetree new`: ask four questions, and write a tree to go on from."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from clausetree.commands.places import add_places, folders_of, from_here
from clausetree.commands.policy_named import policy_named
from clausetree.commands.refused import RefusedError, given_or_asked, tidy_words, written_or_refused
from clausetree.publish.loading.reading import read_site
from clausetree.publish.sources.settings_file import Folders
from clausetree.render.tree.new_tree import NewTree, name_from, new_tree
from clausetree.report.names import is_name
from clausetree.report.text import to_text
from clausetree.tree.language.phrases import RESERVED
from clausetree.tree.procedures import tree_source

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


def run(arguments: argparse.Namespace) -> int:
    """Ask, and write the tree."""
    return written_or_refused(lambda: _write(arguments))


def _write(arguments: argparse.Namespace) -> None:
    folders = folders_of(arguments)
    registry = read_site(folders, {}).policies.registry
    # A tree that would be refused is refused before anything is asked.
    named = _new_path(arguments.name, folders) if arguments.name else None

    def title_and_path(said: str) -> tuple[str, Path]:
        title = tidy_words(said)
        return title, named or _new_path(name_from(title), folders)

    about = "What is the procedure about? A few words, as readers will see them: "
    title, path = given_or_asked(about, arguments.title, title_and_path)
    policy = policy_named(arguments.policy, registry)
    question = given_or_asked("What do you ask the reader first? ", arguments.question, tidy_words)
    which = "Which answers can she give? With a semicolon between: "
    given: list[str] | None = arguments.answer
    said = (
        _two_or_more(given)
        if given
        else given_or_asked(which, None, lambda said: _two_or_more(said.split(";")))
    )
    text = new_tree(NewTree(path.stem, title, policy, question, said))
    _refuse_faults(path, text, folders)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    print(f"Wrote {path.as_posix()}. Open it, and say what is to be done at each outcome.")


def _two_or_more(said: Iterable[str]) -> tuple[str, ...]:
    answers = tuple(answer.strip() for answer in said if answer.strip())
    if len(answers) < 2:
        raise RefusedError("a question needs two answers at least.")
    return answers


def _new_path(name: str, folders: Folders) -> Path:
    if not is_name(name) or name in RESERVED:
        raise RefusedError(
            f"`{name}` cannot be a name. Write small letters and digits, with hyphens between words."
        )
    path = from_here(folders.trees) / f"{name}.tree"
    if path.exists():
        raise RefusedError(f"{path.as_posix()} is there already.")
    return path


def _refuse_faults(path: Path, text: str, folders: Folders) -> None:
    """Make sure that the tree has no fault, whatever characters were in the answers."""
    source = tree_source(path.as_posix(), text.encode())
    faults = read_site(folders, {path: source}).within([path])
    if faults:
        raise RefusedError("\n" + "\n".join(map(to_text, faults)))
