"""A policy flattened from the library's tokens: a second way beside its HTML, to prove the first by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from .html_pieces import pieces_of_html
from .oracle import gathered, tokens_of, with_anchor
from .piece import ANOTHER_CELL, PARTED, Piece, collapsed, raised


def pieces_of_tokens(text: str, references: Mapping[str, str]) -> list[Piece]:
    """Return what a policy's file says. The number of an item has the sign behind it ("3.", "3)")."""
    tokens, lists = tokens_of(text, references)
    found = _side_by_side(SyntaxTreeNode(tokens).children, "")
    return gathered(with_anchor(piece, lists) for piece in found)


def _side_by_side(nodes: Sequence[SyntaxTreeNode], path: str) -> Iterator[Piece]:
    for node in nodes:
        yield from _piece(node, path)


def _piece(node: SyntaxTreeNode, path: str) -> Iterator[Piece]:
    match node.type:
        case "heading" | "paragraph" | "dt":
            yield Piece(path + node.tag, _words(node))
        case "fence" | "code_block":
            yield Piece(f"{path}code", collapsed(node.content))
        case "bullet_list" | "ordered_list":
            start = int(node.attrs.get("start", 1))
            for number, item in enumerate(node.children, start):
                printed = "•" if node.type == "bullet_list" else f"{number}{node.markup}"
                yield from _held(item, f"{path}{node.tag}/li", printed)
        case "footnote":
            yield from _held(node, f"{path}note", raised(str(node.meta["id"] + 1)))
        case "dd":
            yield from _held(node, f"{path}dd", "")
        case "tr":
            cells = [_words(cell) for cell in node.children]
            yield from [Piece(f"{path}tr", collapsed(ANOTHER_CELL.join(cells)))] if any(cells) else []
        case "blockquote":
            yield from _side_by_side(node.children, f"{path}quote/")
        case "html_block":
            yield from pieces_of_html(node.content)
        case "hr" | "footnote_anchor":
            pass
        case _:
            yield from _side_by_side(node.children, path)


def _held(node: SyntaxTreeNode, kind: str, number: str) -> Iterator[Piece]:
    """Yield what stands in an item: neighbouring paragraphs of its own as one piece."""
    own: list[str] = []
    first = True
    for child in node.children:
        if child.type == "paragraph":
            own += [_words(child)]
            continue
        if child.type == "footnote_anchor":
            continue
        if own or first:
            yield Piece(kind, PARTED.join(filter(None, own)), number if first else "")
        own, first = [], False
        yield from _piece(child, f"{kind}/")
    if own or first:
        yield Piece(kind, PARTED.join(filter(None, own)), number if first else "")


def _words(node: SyntaxTreeNode) -> str:
    inline = [child for child in node.children if child.type == "inline"]
    return collapsed("".join(_text(token) for child in inline for token in _children(child)))


def _children(node: SyntaxTreeNode) -> list[Token]:
    assert node.token is not None
    return node.token.children or []


def _text(token: Token) -> str:
    match token.type:
        case "text" | "code_inline" | "text_special":
            return token.content
        case "image":
            return collapsed("".join(_text(child) for child in token.children or []))
        case "softbreak" | "hardbreak":
            return " "
        case "footnote_ref":
            return raised(str(token.meta["id"] + 1))
        case _:
            return ""
