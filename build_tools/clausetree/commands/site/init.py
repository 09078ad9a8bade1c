"""`clausetree init`: ask a few questions, and write a folder that builds a site."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from shlex import quote

from clausetree import __version__
from clausetree.commands.refused import RefusedError, given_or_asked, tidy_words, written_or_refused
from clausetree.commands.site.generated import SAMPLE, marked
from clausetree.render.tree.as_written import plain
from clausetree.render.tree.new_tree import name_from

NAME = "init"
HELP = "write a new folder with a sample policy, a sample procedure, and settings"
ABOUT = """\
Write a folder that builds a site: a short sample policy and one sample procedure to write over, settings
with notes, and what GitHub and GitLab need to build the site at every change. What you say on the command
line is not asked. A folder that has anything in it but .git is left as it is."""
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


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folder, and answers that need not be asked for."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder to write")
    parser.add_argument("--organisation", metavar="WORDS", help="what your organisation is called")
    parser.add_argument("--policy", metavar="WORDS", help="what your first policy is called")
    parser.add_argument("--site-url", metavar="URL", help="where the site will be published; it may be empty")


def run(arguments: argparse.Namespace) -> int:
    """Ask, and write the folder."""
    return written_or_refused(lambda: _write(arguments))


def _write(arguments: argparse.Namespace) -> None:
    folder: Path = arguments.folder
    if folder.exists() and not folder.is_dir():
        raise RefusedError(f"{folder} is there already, and is a file.")
    if folder.exists() and any(path.name != ".git" for path in folder.iterdir()):
        raise RefusedError(f"{folder} is there already, and has something in it.")
    files = dict(_sample_files(_marks_filled(arguments)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(f"{folder} cannot be made: {error.strerror}.") from error
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    print(f"Wrote {len(files)} files into {folder}. Look at the site:\n")
    print(f"    cd {quote(str(folder))}\n    clausetree serve")


def _marks_filled(arguments: argparse.Namespace) -> Mapping[str, str]:
    """Return what stands in the place of each mark in the sample."""
    organisation = given_or_asked("What is your organisation called? ", arguments.organisation, tidy_words)
    title, policy = given_or_asked(
        "What is your first policy called? ", arguments.policy, _title_and_short_name
    )
    where = "Where will the site be published? An address that begins with https://, or nothing: "
    described = f"{title} of {organisation}, and what to do."
    in_settings = {
        "site_name": title,
        "organisation": organisation,
        "title": title,
        "site_description": described,
        "site_url": given_or_asked(where, arguments.site_url, _site_address),
    }
    return {
        **{name: json.dumps(said, ensure_ascii=False) for name, said in in_settings.items()},
        "title_words": plain(title),
        "policy": policy,
        "tree": _TREE,
        "version": __version__,
    }


def _title_and_short_name(said: str) -> tuple[str, str]:
    """Return what a policy is called, and the short name that its address has.

    Raises `RefusedError` where no name can be made.
    """
    title = tidy_words(said)
    short = name_from(title)
    if not short:
        raise RefusedError(f"no short name can be made of “{title}”. Give it a few letters from a to z.")
    return title, short


def _site_address(said: str) -> str:
    address = said.strip()
    if address and not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", address):
        raise RefusedError(f"{address} is not a whole address, as https://policies.example.org/ is.")
    return f"{address.rstrip('/')}/" if address else ""


def _sample_files(answers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file."""
    for file in sorted(path for path in SAMPLE.rglob("*") if path.is_file()):
        name = file.relative_to(SAMPLE).as_posix()
        text = re.sub(r"\{\{(\w+)\}\}", lambda match: answers[match[1]], file.read_text(encoding="utf-8"))
        name = _NAMES.get(name, name).replace("{policy}", answers["policy"])
        yield name, marked(name, text)
