"""Files of a new folder that are the program's: which version wrote them, and whether they were changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from clausetree import __version__

SAMPLE = Path(__file__).with_name("sample")
"""The files of a new folder, with marks where its author's words go."""

MARKED = (".github/workflows/site.yml", ".gitlab-ci.yml")
"""They may be written anew by a newer version where nobody has changed them."""

_MARK = re.compile(r"# Written by clausetree (?P<version>\S+) \((?P<digest>[0-9a-f]{12})\)\.\n")


@dataclass(frozen=True, slots=True)
class Written:
    """Which version wrote a file, whether the file is as it wrote it, and its words."""

    version: str
    unchanged: bool
    words: str

    @property
    def is_earlier(self) -> bool:
        """Whether the version comes before this one."""
        return _numbers(self.version) < _numbers(__version__)


def marked(name: str, text: str) -> str:
    """Return the text of a file; one that is the program's says so in its first line."""
    return f"# Written by clausetree {__version__} ({_digest(text)}).\n{text}" if name in MARKED else text


def sample(name: str) -> str:
    """Return the words of a file that is the program's."""
    return (SAMPLE / name).read_text(encoding="utf-8")


def fresh(name: str) -> str:
    """Return what this version writes into a file that is the program's."""
    return marked(name, sample(name))


def written(text: str) -> Written | None:
    """Return what wrote the text of a file, or None where it does not say."""
    match = _MARK.match(text)
    if match is None:
        return None
    words = text[match.end() :]
    return Written(match["version"], match["digest"] == _digest(words), words)


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"[0-9]+", version)]


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]
