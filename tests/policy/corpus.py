"""The policies of other bodies in `tests/cases/corpus`, and what must be made of each; see the README there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[1] / "cases" / "corpus"
WITHOUT_WIDTH = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
"""Signs that nobody sees, as a table for `str.translate` that leaves them out."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of `expected.txt`."""

    kind: str
    label: str
    words: str

    @property
    def printed(self) -> str:
        """Label and words as they stand: behind a Chinese bracket there is no space."""
        return f"{self.label}{'' if self.label.endswith('\uff09') else ' '}{self.words}".strip()


@dataclass(frozen=True, slots=True)
class Said:
    """A line of `diagnostic.txt`: the line of the policy, counted from 1, the code, and what must be said."""

    line: int
    code: str
    words: str


@dataclass(frozen=True)
class Document:
    """A policy of the corpus."""

    source: Path

    @property
    def name(self) -> str:
        """What a test calls it: "council-records", "handbook/leave"."""
        path = self.source.relative_to(CORPUS)
        return str(path.parent if path.name == "policy.md" else path.with_suffix(""))

    @property
    def expected(self) -> Path:
        return self._beside("expected.txt")

    @property
    def diagnostic(self) -> Path:
        return self._beside("diagnostic.txt")

    @property
    def links(self) -> Path:
        return self.source.parent / "links.yml"

    @cached_property
    def units(self) -> list[Unit]:
        """What is to be read, in order."""
        return [unit_of(line) for line in lines_of(self.expected)]

    @cached_property
    def messages(self) -> list[Said]:
        """What must be said, in the order of the lines."""
        parts = ([part.strip() for part in line.split("|", 2)] for line in lines_of(self.diagnostic))
        return [Said(int(number), code, words) for number, code, words in parts]

    def _beside(self, what: str) -> Path:
        stem = "" if self.source.name == "policy.md" else f"{self.source.stem}."
        return self.source.with_name(stem + what)


def documents() -> list[Document]:
    """Return every policy of the corpus, by name."""
    found = [Document(path) for path in CORPUS.glob("*/*.md")]
    return sorted(found, key=lambda document: document.name)


def lines_of(path: Path) -> list[str]:
    """Return a file's lines without remarks and without empty ones; none where there is no such file."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [line for line in text.split("\n") if line.strip() and not line.startswith("#")]


def unit_of(line: str) -> Unit:
    """Read one line of `expected.txt`; words may have bars of their own."""
    kind, label, words = (part.strip() for part in line.split("|", 2))
    return Unit(kind, label, words)
