"""What a policy says according to `markdown-it-py`'s own HTML, read by nothing of ours.

Attribute lists are none of Markdown's. Each is replaced in the source by a sign of private use, which is a word
to Markdown and stands in the HTML where the list stood: so it leads to the element that the list belongs to. A
list behind which other words follow belongs to nothing, and is read as the words that it is written in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from .html_pieces import pieces_of_html
from .piece import ANOTHER_CELL, PARTED, Piece, collapsed, kept

_HEAD = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_LIST = r"\{:(?P<inside>(?:[ ]*[#.][\w-]+)+)[ ]*\}"
_BEGINS = r"(?P<before>^[ \t>]*{})"
_ON_ITS_OWN_LINE = re.compile(
    _BEGINS.format(r"(?:\[\^[^\]\s]+\]:[ \t]*)?") + _LIST + r"(?=[ \t]*$)", re.MULTILINE
)
_ENDS_A_HEADING = re.compile(
    _BEGINS.format(r"(?:[-+*] |\d+[.)] )*[ \t>]*#{1,6}[ \t][^\n]*?(?<=[ \t])") + _LIST + r"(?=[ \t]*#*[ \t]*$)",
    re.MULTILINE,
)
_ENDS_A_LINE_UNDERLINED = re.compile(
    _BEGINS.format(r"[^\n]*?(?<=[ ])") + _LIST + r"(?=[ \t]*\n[ \t>]*(?:=+|-+)[ \t]*$)", re.MULTILINE
)
_ENDS_A_CELL = re.compile(r"(?P<before>(?<=[ \t|]))" + _LIST + r"(?=[ \t]*(?:\||$))", re.MULTILINE)
_PLACES = (_ON_ITS_OWN_LINE, _ENDS_A_HEADING, _ENDS_A_LINE_UNDERLINED, _ENDS_A_CELL)
_SIGN = re.compile(r"\ue0f0(?P<which>\d+)\ue0f1")
_AT_AN_END = re.compile(
    rf"\s*{_SIGN.pattern}\s*(?={re.escape(PARTED.strip())}|{re.escape(ANOTHER_CELL.strip())}|\Z)"
)
_BACKSLASH_ABOVE = re.compile(r"(?<!\\)(?:\\\\)*\\(?=\n[ \t>]*\ue0f0)")

_BOX = re.compile(r"\[(?P<sign>[ xX])\]\s(?!\s*\ue0f0)")


class _Reader(MarkdownIt):
    """Takes every address: which are refused is not for Markdown to say."""

    def validateLink(self, url: str, *_: object) -> bool:  # noqa: N802  the library's name
        return bool(url)


def _draw_boxes(state: StateCore) -> None:
    """Put the sign of a box before each task.

    The library's plug-in leaves the box out where a tab or the end of its line stands behind it.
    """
    for item, begins, inline in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        box = _BOX.match(inline.content) if (item.type, begins.type) == _TASK else None
        first = inline.children[0] if box and inline.children else None
        if box and first and first.type == "text" and first.content.startswith(box[0].strip()):
            first.content = ("☐ " if box["sign"] == " " else "☑ ") + first.content[3:]


_TASK = ("list_item_open", "paragraph_open")


def _reader() -> MarkdownIt:
    markdown = _Reader("commonmark").enable("table")
    markdown.core.ruler.after("inline", "boxes", _draw_boxes)
    return markdown.use(footnote_plugin, inline=False).use(deflist_plugin)


_MARKDOWN = _reader()


def oracle(text: str, references: Mapping[str, str]) -> list[Piece]:
    """Return what a policy's file says. `references` maps the labels of links to addresses."""
    signed, lists = _with_signs(body_of(text))
    found = pieces_of_html(_MARKDOWN.render(signed, environment(references)))
    return gathered(with_anchor(piece, lists) for piece in found)


def tokens_of(text: str, references: Mapping[str, str]) -> tuple[list[Token], list[str]]:
    """Return the library's tokens of a policy's file, and the attribute lists that their signs stand for."""
    signed, lists = _with_signs(body_of(text))
    return _MARKDOWN.parse(signed, environment(references)), lists


def body_of(text: str) -> str:
    """Return a policy's file without its head, each of its lines ended by a line feed."""
    return _HEAD.sub("", text.replace("\r\n", "\n").replace("\r", "\n"), count=1)


def environment(references: Mapping[str, str]) -> dict[str, object]:
    """Return what the library is told of links."""
    known = {normalizeReference(label): {"title": "", "href": url} for label, url in references.items()}
    return {"references": known}


def _with_signs(body: str) -> tuple[str, list[str]]:
    lists: list[str] = []

    def sign(match: re.Match[str]) -> str:
        lists.append(match[0].removeprefix(match["before"]))
        return f"{match['before']}\ue0f0{len(lists) - 1}\ue0f1"

    for place in _PLACES:
        body = place.sub(sign, body)
    # Where the list stood, the words end, and a backslash breaks no line there.
    return _BACKSLASH_ABOVE.sub(r"\g<0>\\", body), lists


def with_anchor(piece: Piece, lists: list[str]) -> Piece:
    """Take the signs out of a piece's words, and give it the anchors of the lists that they stand for."""
    anchors: list[str] = []

    def taken(match: re.Match[str]) -> str:
        anchors.extend(re.findall(r"#([\w-]+)", lists[int(match["which"])]))
        return " "

    words = _SIGN.sub(lambda match: lists[int(match["which"])], _AT_AN_END.sub(taken, piece.words))
    return replace(piece, words=collapsed(words), anchor=" ".join(filter(None, anchors)))


def gathered(pieces: Iterable[Piece]) -> list[Piece]:
    """Give the first piece of an item, an entry or a note the anchors that stand under others of it."""
    found: list[Piece] = []
    for piece in pieces:
        at = _holder(found, piece) if piece.anchor else None
        if at is None:
            found.append(piece)
        else:
            found[at] = replace(found[at], anchor=" ".join(filter(None, (found[at].anchor, piece.anchor))))
            found.append(replace(piece, anchor=""))
    return kept(found)


def _holder(found: list[Piece], piece: Piece) -> int | None:
    """Return where the first piece stands of that which `piece` goes on with."""
    path, _, last = piece.kind.rpartition("/")
    beginning = f"{path}/dt".lstrip("/") if last == "dd" else piece.kind
    if last not in ("li", "note", "dd") or piece.number:
        return None
    rows = (row for row in range(len(found) - 1, -1, -1) if found[row].kind == beginning)
    return next((row for row in rows if last == "dd" or found[row].number), None)
