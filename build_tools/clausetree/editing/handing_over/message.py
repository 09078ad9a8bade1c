"""The message under which changes are committed."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from clausetree.editing.handing_over.manifest import Manifest

_WIDTH = 72
_MOST = 40
"""Lines that are said of one thing: whoever wants more of it looks at the change itself."""


def commit_message(titles: Sequence[str], said: Manifest, parts: Iterable[str]) -> str:
    """Return the message: which policies and procedures changed, why, and in sentences what.

    `titles` are theirs, and `parts` are texts whose lines stay as they are where they are short enough.
    """
    body = [f"{said.why}" if said.why else "", *map(_shortened, parts), _made(said)]
    paragraphs = ["\n".join(map(_wrapped, part.splitlines())) for part in body if part]
    return "\n\n".join([_subject(titles), *paragraphs]) + "\n"


def _subject(titles: Sequence[str]) -> str:
    first, *others = titles or ["the site"]
    more = f" and {len(others)} more" if others else ""
    line = f"Change {first}{more}"
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1].rstrip()}…"


def _made(said: Manifest) -> str:
    by = f" by {said.name}" if said.name else ""
    of = f" from release {said.release}" if said.release else ""
    return f"Made in the workbench{by}{of}."


def _shortened(part: str) -> str:
    lines = part.strip().splitlines()
    left = len(lines) - _MOST
    return "\n".join([*lines[:_MOST], f"And {left} lines more."] if left > 1 else lines)


def _wrapped(line: str) -> str:
    indent = "  " if line.startswith("- ") else ""
    # A line that begins with # is a remark to git.
    safe = f" {line}" if line.startswith("#") else line
    return textwrap.fill(safe, _WIDTH, subsequent_indent=indent, break_long_words=False) or line
