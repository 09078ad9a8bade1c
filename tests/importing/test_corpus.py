"""Documents that other programs wrote: their numbers, words and order are those that LibreOffice prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from clausetree.history.anchoring.anchored import anchored
from clausetree.history.lock import History
from clausetree.history.past import Past
from clausetree.importing.blocks import (
    Block,
    Bullet,
    Cell,
    Definitions,
    Heading,
    Note,
    Paragraph,
    Quotation,
    Rule,
    Table,
    Words,
    plain,
)
from clausetree.importing.documents import read_file
from clausetree.importing.imported import imported
from clausetree.importing.places import with_places
from clausetree.importing.remarks import Kind
from clausetree.policy.document import Break, Foreign, Link, Marked, NoteMark
from clausetree.publish.sources.policies import read_policy
from clausetree.report.source import Source

from ..policy.units_read import units_of

FOLDER = Path(__file__).parents[1] / "cases" / "imported"
DOCUMENTS = sorted(FOLDER.glob("*/*.docx"))
HEAD = '---\npolicy: p\ntitle: P\nversion: "1"\nowner: o\napproved: a\n---\n\n'
SIGNS = re.compile(r"\w+|[^\w\s]")
BULLETS = "•◦▪–-|☐"
LEFT_OUT = (Kind.HEAD, Kind.CONTENTS, Kind.AGAIN)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_is_read_is_what_is_printed(path: Path) -> None:
    taken = read_file(path.name, path.read_bytes())
    printed = path.with_suffix(".txt").read_text(encoding="utf-8-sig")
    assert signs("\n".join(lines(taken.blocks))) == signs(printed)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_word_is_in_the_policy_or_in_the_report(path: Path) -> None:
    taken = read_file(path.name, path.read_bytes())
    made = imported(taken.blocks, "p", taken.properties, {}, taken.remarks, printed=taken.printed)
    assert Kind.MISSING not in {remark.kind for remark in made.remarks}
    source = anchored(Source("p.md", HEAD + made.body), made.links, Past(History("p")), "1").source
    policy = read_policy(with_places(source.text), "p.md", dict(made.links), {})
    assert policy is not None
    written = Counter(words(f"{unit.label} {unit.words}" for unit in units_of(policy)))
    told = Counter(words(f"{remark.near} {remark.words}" for remark in made.remarks if remark.kind in LEFT_OUT))
    title = Counter(words([made.head.get("title", "")]))
    # The mark of a note has its figure, and so has the note.
    figures = Counter({str(count): 9 for count in range(1, 30)})
    expected = Counter(words(lines(taken.blocks, notes=True)))
    assert not expected - written - told
    assert not written - expected - title - figures


def lines(blocks: Sequence[Block], notes: bool = False) -> Iterator[str]:
    """The lines of a document: with its `notes`, or with their signs alone, as LibreOffice prints them."""
    for block in blocks:
        match block:
            case Heading(label=label) | Paragraph(label=label):
                yield f"{label} {plain(block.words) if notes else _marked(block.words)}"
            case Bullet():
                yield plain(block.words) if notes else _marked(block.words)
            case Table(rows=rows):
                cells: list[Cell] = [cell for row in rows for cell in row]
                for cell in cells:
                    yield from lines(cell.blocks, notes)
            case Quotation(blocks=inner):
                yield from lines(inner, notes)
            case Definitions(entries=entries):
                for entry in entries:
                    yield plain(entry.words) if notes else _marked(entry.words)
                    yield from (line for meaning in entry.meanings for line in lines(meaning, notes))
            case Rule():
                pass
            case Note(blocks=inner):
                yield from lines(inner, notes) if notes else ()


def _marked(content: Words) -> str:
    text = ""
    for one in content:
        match one:
            case NoteMark(figure=figure):
                text += figure
            case Marked(content=inner) | Foreign(content=inner) | Link(content=inner):
                text += _marked(inner)
            case Break():
                text += "\n"
            case _:
                text += plain((one,))
    return text


def signs(text: str) -> list[str]:
    """The words and signs of a text, without those that stand for a bullet or a box.

    As text, LibreOffice leaves a sign of Wingdings where that font has it.
    """
    seen = text.replace("\u00ad", "").replace("\uf0fc", "✓")
    return [sign for sign in SIGNS.findall(seen) if sign not in BULLETS]


def words(texts: Iterable[str]) -> list[str]:
    """The words of texts."""
    return [word for text in texts for word in re.findall(r"\w+", text.replace("\u00ad", ""))]
