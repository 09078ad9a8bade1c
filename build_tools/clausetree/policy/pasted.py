"""The layout of a pasted policy: what a word processor marks by signs and new lines, Markdown marks otherwise.

Words that have an anchor were laid out by somebody, and are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from markdown_it.tree import SyntaxTreeNode

from clausetree.policy.attributes import stands_alone
from clausetree.policy.head import read_head
from clausetree.policy.lettered import split_letter
from clausetree.policy.words import environment, parse_blocks

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_TIGHT_HEADING = re.compile(r"(?P<signs>[ ]{0,3}#{1,6})(?=[^#\s])")
_BULLET = re.compile(r"[ \t]*(?P<sign>[•◦‣▪●○■□➢·\uf0a7\uf0b7\uf0d8]|o(?=\t))\s+(?=\S)")
"""What word processors put before items. The last few are signs of their own fonts."""
_BRACKET = re.compile(r"(?P<number>[ \t>]*\d{1,9})\)")
_NUMBER = re.compile(r"\d+(?:\.\d+)+[A-Z]?[.):]?\s+(?P<capital>[\W_]*[A-Z])?")
_ENDED = re.compile(r"(?:[:;,.!?}]|\band|\bor)[\s\"'”’*_)]*\Z")
_ANCHOR = re.compile(r"\{:[^{}\n]*#")
_MARGIN = re.compile(r"[ \t>]*")
_LISTS = ("bullet_list", "ordered_list")


def laid_out(text: str) -> str:
    """Return a policy's Markdown with each clause, item and list where Markdown has it begin.

    What has come to stand apart may have more to part within it.
    """
    made = text
    for step in (_Paste.clauses_within, _Paste.apart):
        made = _with_blank_lines(_with_marks(made), step)
    return made if made == text else laid_out(made)


def _with_marks(text: str) -> str:
    """Put the marks of Markdown where others stand: `# ` for `#`, `- ` for a bullet, `1.` for `1)`."""
    paste = _Paste(text)
    made: list[str] = []
    signs: list[str] = []
    for row, line in enumerate(paste.lines):
        if row in paste.empty:
            continue
        bullet = _BULLET.match(line) if row in paste.free else None
        if bullet:
            signs += [bullet["sign"]] if bullet["sign"] not in signs else []
            line = f"{'    ' * signs.index(bullet['sign'])}- {line[bullet.end() :]}"
        elif line.strip() and not line[0].isspace():
            # An item was pasted as one line: what stands at the margin below it is none of its words.
            made += [_blank_below(made[-1], line)] if signs and made[-1].strip() else []
            signs = []
        if row in paste.free:
            line = _TIGHT_HEADING.sub(r"\g<signs> ", line)
        made.append(_BRACKET.sub(r"\g<number>.", line, count=1) if row in paste.bracketed else line)
    return "".join(made)


def _with_blank_lines(text: str, before: Callable[[_Paste], Iterable[int]]) -> str:
    """Put a blank line before some of the rows."""
    paste = _Paste(text)
    lines = paste.lines
    blank = {row: _blank_below(lines[row - 1], lines[row]) for row in before(paste)}
    return "".join(blank.get(row, "") + line for row, line in enumerate(lines))


class _Paste:
    """A paste by its rows.

    `free` are those of words that have no anchor, `bracketed` those where an item has the number "1)", and
    `empty` those with a bullet and nothing behind it.
    """

    def __init__(self, text: str) -> None:
        head = read_head(text).text
        blank = re.sub(r"[^\r\n]", "", head)
        self._root = SyntaxTreeNode(parse_blocks(blank + text[len(head) :], environment({})))
        nodes = list(self._root.walk(include_self=False))
        self.lines = [line[0] for line in _LINE.finditer(text) if line[0]]
        self.free = {row for node in nodes if _has_no_anchor(node) for row in _rows(node)}
        self.empty = {_rows(node).start for node in nodes if node.type == "list_item" and _is_empty(node)}
        items = (item for node in nodes if node.markup == ")" for item in node.children)
        self.bracketed = {_rows(item).start for item in items}

    def clauses_within(self) -> Iterator[int]:
        """Yield each row that begins a clause, or an item with a letter, in the middle of a paragraph.

        So does each row below an anchor; and of several with a line beneath, the last one is the heading.
        """
        for node in self._root.walk(include_self=False):
            if node.type not in ("paragraph", "heading"):
                continue
            rows = _rows(node)[1:]
            yield from (row for row in rows if self._is_list(row - 1) and not self._is_list(row))
            if not _has_no_anchor(node):
                continue
            if node.type == "heading" and node.markup in ("=", "-"):
                rows = rows[:-1]
                yield from rows[-1:]
            yield from (row for row in rows if self._begins_clause(row))
            if node.parent is not None and node.parent.type != "list_item":
                yield from self._lettered(rows)

    def apart(self) -> Iterator[int]:
        """Yield each row on which a list or the like follows other words directly: some readers miss it."""
        for node in self._root.walk():
            if node.type in ("root", "blockquote"):
                for above, below in pairwise(node.children):
                    row = _rows(below).start
                    one_list = above.type in _LISTS and below.type in _LISTS
                    if above.type not in ("heading", "hr") and not one_list and self._words(row - 1).strip():
                        yield row

    def _is_list(self, row: int) -> bool:
        return stands_alone(self._words(row))

    def _begins_clause(self, row: int) -> bool:
        """A line may also begin with the number of a clause because the one before was full."""
        number = _NUMBER.match(self._words(row))
        return number is not None and (number["capital"] is not None or self._ends(row - 1))

    def _lettered(self, rows: range) -> list[int]:
        """Return the rows that begin with a letter, but not one alone in the middle of a sentence."""
        found = [row for row in rows if split_letter(self._words(row))[0]]
        return found if len(found) > 1 or any(self._ends(row - 1) for row in found) else []

    def _words(self, row: int) -> str:
        return _MARGIN.sub("", self.lines[row], count=1)

    def _ends(self, row: int) -> bool:
        return _ENDED.search(self.lines[row].rstrip()) is not None


def _is_empty(item: SyntaxTreeNode) -> bool:
    """Tell whether nothing stands beside a bullet, though a list may stand below it."""
    first = next(iter(item.children), None)
    return first is None or (first.type in _LISTS and _rows(first).start > _rows(item).start)


def _has_no_anchor(node: SyntaxTreeNode) -> bool:
    match node.type:
        case "paragraph" | "heading":
            return _ANCHOR.search(node.children[0].content) is None
        case "code_block":
            return _ANCHOR.search(node.content) is None
        case _:
            return False


def _rows(node: SyntaxTreeNode) -> range:
    return range(*(node.map or (0, 0)))


def _blank_below(above: str, below: str) -> str:
    """Return a blank line to stand between two lines, within the same quotation."""
    margins = (match[0].rstrip() for line in (above, below) if (match := _MARGIN.match(line)))
    return min(margins, key=lambda margin: margin.count(">")) + above[len(above.rstrip("\r\n")) :]
