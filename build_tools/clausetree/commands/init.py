"""`clausetree init`: ask a few questions, and write a folder that builds a site."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from shlex import quote

from clausetree import __version__
from clausetree.commands.generated import SAMPLE, marked
from clausetree.render.new_tree import name_from
from clausetree.render.written import plain

NAME = "init"
HELP = "write a new folder with a sample policy, a sample procedure, and settings"
ABOUT = """\
Write a folder that builds a site: a short sample policy and one sample procedure to write over, settings
with notes, and what GitHub and GitLab need to build the site at every change. What you say on the command
line is not asked. A folder that has anything in it is left as it is."""
EXAMPLES = """\
examples:
  clausetree init my-policy
  clausetree init my-policy --organisation "Larkfield Befrienders" --policy "Lone working policy" --site-url ""

Then: cd my-policy, and clausetree serve.

It ends with 0 when the folder is written, and with 2 when it is not, because an answer is missing or
something is there already."""

_TREE = "visitor"
_NAMES = {
    "gitignore": ".gitignore",
    "docs/policy/policy.md": "docs/policy/{policy}.md",
    "trees/tree.tree": f"trees/{_TREE}.tree",
}
"""What is called otherwise in the folder than in the sample."""

type Ask = Callable[[str], str]


class _RefusedError(Exception):
    """Nothing is written. Its text says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folder, and answers that need not be asked for."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder to write")
    parser.add_argument("--organisation", metavar="WORDS", help="what your organisation is called")
    parser.add_argument("--policy", metavar="WORDS", help="what your first policy is called")
    parser.add_argument("--site-url", metavar="URL", help="where the site will be published; it may be empty")


def run(arguments: argparse.Namespace) -> int:
    """Ask, and write the folder."""
    folder: Path = arguments.folder
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise _RefusedError(f"{folder} is there already, and has something in it.")
        files = dict(_files(_answers(arguments, input)))
    except EOFError:
        print("\nNothing was written: say the rest on the command line (--help).", file=sys.stderr)
        return 2
    except _RefusedError as refused:
        print(f"Nothing was written: {refused}", file=sys.stderr)
        return 2
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    print(f"Wrote {len(files)} files into {folder}. Look at the site:\n")
    print(f"    cd {quote(str(folder))}\n    clausetree serve")
    return 0


def _answers(arguments: argparse.Namespace, ask: Ask) -> Mapping[str, str]:
    """Return what stands in the place of each mark in the sample."""
    organisation = _words(arguments.organisation, "What is your organisation called? ", ask)
    title = _words(arguments.policy, "What is your first policy called? ", ask)
    asked = "Where will the site be published? An address that begins with https://, or nothing: "
    address = (arguments.site_url if arguments.site_url is not None else ask(asked)).strip()
    if address and not re.match(r"https?://[^\s/]", address):
        raise _RefusedError(f"{address} is not a whole address, as https://policies.example.org/ is.")
    policy = name_from(title)
    if not policy:
        raise _RefusedError(f"no short name can be made of “{title}”. Give it a few letters from a to z.")
    described = f"{title} of {organisation}, and what to do."
    in_settings = {
        "site_name": title,
        "organisation": organisation,
        "title": title,
        "site_description": described,
    }
    return {
        **{name: json.dumps(words, ensure_ascii=False) for name, words in in_settings.items()},
        "site_url": json.dumps(f"{address.rstrip('/')}/" if address else ""),
        "title_words": plain(title),
        "policy": policy,
        "tree": _TREE,
        "version": __version__,
    }


def _words(given: str | None, question: str, ask: Ask) -> str:
    said = " ".join((given if given is not None else ask(question)).split())
    if not said:
        raise _RefusedError("these words cannot be empty.")
    return said


def _files(answers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file."""
    for file in sorted(path for path in SAMPLE.rglob("*") if path.is_file()):
        name = file.relative_to(SAMPLE).as_posix()
        text = re.sub(r"\{\{(\w+)\}\}", lambda match: answers[match[1]], file.read_text(encoding="utf-8"))
        name = _NAMES.get(name, name).replace("{policy}", answers["policy"])
        yield name, marked(name, text)
