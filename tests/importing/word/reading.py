"""A document as it is read, for tests to look at; and pieces of such documents."""

from __future__ import annotations

from clausetree.importing.blocks import Block, spoken
from clausetree.importing.changes import Settle
from clausetree.importing.html.nodes import Element, Node
from clausetree.importing.html.read import read_page
from clausetree.importing.remarks import Remark
from clausetree.importing.word.read import read_word


def read(data: bytes, how: Settle | None = None) -> tuple[list[Block], list[tuple[str, str, str]]]:
    """The blocks of a document, and what is told of it: kind, words, more."""
    found = read_word(data, how)
    return list(read_page(found.page)), [_told(remark) for remark in found.remarks]


def _told(remark: Remark) -> tuple[str, str, str]:
    return remark.kind.name, remark.words, remark.more


def html(page: Element) -> str:
    """What stands in an element, as HTML that a person can read."""

    def written(node: Node) -> str:
        if isinstance(node, str):
            return node
        said = "".join(f' {name}="{value}"' for name, value in node.attributes.items())
        return f"<{node.name}{said}>{html(node)}</{node.name}>"

    return "".join(map(written, page.children))


def words(blocks: list[Block]) -> list[str]:
    """The words of each block."""
    return [spoken(block) for block in blocks]


def run(text: str, more: str = "") -> str:
    """A run of words."""
    look = f"<w:rPr>{more}</w:rPr>" if more else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


DRAWN = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
