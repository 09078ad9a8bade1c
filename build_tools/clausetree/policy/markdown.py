"""Markdown is read here, once, and nowhere else: CommonMark with tables, footnotes and lists of definitions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from clausetree.policy.attributes import (
    Attributes,
    of_list_alone,
    split_own_line,
    split_same_line,
    stands_alone,
)

_SAME_LINE = frozenset(("heading_open", "th_open", "td_open", "dt_open"))
_BY_LABEL = "label:"


@dataclass(frozen=True, slots=True)
class Reading:
    """What Markdown reads in a text.

    `addresses` has the address of each label that the text itself defines, the label as it is compared;
    `uncited` are the labels of footnotes that no mark leads to. `addressed_again` are the lines, counted from
    0, that give an address to a label which has one, and `noted_again` maps those where a note has the label
    of another one to the line of the first.
    """

    root: SyntaxTreeNode
    addresses: Mapping[str, str]
    uncited: tuple[str, ...]
    addressed_again: tuple[int, ...] = ()
    noted_again: Mapping[int, int] = field(default_factory=dict)


def read_markdown(text: str, labels: Mapping[str, str]) -> Reading:
    """Read a whole text. `labels` are those of the registry of links; what each leads to is no matter here."""
    known = {compared(label): {"title": "", "href": _BY_LABEL + compared(label)} for label in labels}
    env: dict[str, Any] = {"references": dict(known)}
    root = SyntaxTreeNode(_MARKDOWN.parse(text, env))
    addresses = {name: str(found["href"]) for name, found in env.get("defined", {}).items()}
    notes = env.get("footnotes", {}).get("refs", {})
    uncited = tuple(name[1:] for name, mark in notes.items() if mark < 0)
    again = tuple(found["map"][0] for found in env.get("duplicate_refs", ()))
    return Reading(root, addresses, uncited, again, env["noted_again"])


def read_layout(text: str, env: dict[str, Any] | None = None) -> SyntaxTreeNode:
    """Read the blocks of a text, without the words in them: what a paste is laid out by."""
    return SyntaxTreeNode(_BLOCKS.parse(text, {} if env is None else env))


def compared(label: str) -> str:
    """Return a label in the form in which labels are compared: capitals make no difference."""
    return normalizeReference(label)


def label_of(href: str) -> str:
    """Return the label, as it is compared, that a link was written with; "" where that was an address."""
    return href.removeprefix(_BY_LABEL) if href.startswith(_BY_LABEL) else ""


def readable(href: str) -> str:
    """Return an address as its author wrote it."""
    return str(_MARKDOWN.normalizeLinkText(href))


def attributes_of(inline: SyntaxTreeNode) -> Attributes:
    """Return the attribute list that ended these words."""
    found: Attributes = inline.meta.get("attributes", Attributes())
    return found


class _Reader(MarkdownIt):
    """Takes every address, and leaves it to what reads the policy to refuse one."""

    def validateLink(self, url: str, *_: object) -> bool:  # noqa: N802  the library's name
        return bool(url)


def _take_attributes(state: StateCore) -> None:
    """Take the attribute list that ends the words of a block from them, before they are read.

    A list that stands alone is given to the words above it, which have none: what is wrong is told once.
    """
    above: Token | None = None
    before: Token | None = None
    for token in state.tokens:
        if token.type == "code_block":
            token.content, attributes = split_own_line(token.content.rstrip("\n"))
            token.meta = {"attributes": attributes}
            above = token
        elif token.type == "inline" and stands_alone(token.content):
            token.meta = {"attributes": of_list_alone(token.content), "stray": True}
            token.content = ""
            if above is not None and not above.meta["attributes"].told:
                above.meta["attributes"] = token.meta["attributes"]
                token.meta["given"] = above.type
            above = None
        elif token.type == "inline":
            cell = before is not None and before.type in ("th_open", "td_open")
            split = split_same_line if before is not None and before.type in _SAME_LINE else split_own_line
            token.content, attributes = split(token.content)
            token.meta = {"attributes": attributes}
            above = None if cell else token
        before = token


def _name_labels(state: StateCore) -> None:
    """Have each link by label say its label: where it leads is for the registry of links to say."""
    references: dict[str, dict[str, Any]] = state.env.setdefault("references", {})
    own = {name: found for name, found in references.items() if not label_of(found["href"])}
    state.env["defined"] = own
    references |= {name: {"title": "", "href": _BY_LABEL + name} for name in own}


def _find_notes(state: StateCore) -> None:
    """Find the notes with the label of another one: of these, Markdown keeps one."""
    first: dict[str, int] = {}
    opened = [token for token in state.tokens if token.type == "footnote_reference_open"]
    rows = [
        (token.map[0], first.setdefault(token.meta["label"], token.map[0])) for token in opened if token.map
    ]
    state.env["noted_again"] = {row: before for row, before in rows if row != before}


def _blocks() -> MarkdownIt:
    parser = _Reader("commonmark").enable(["table", "strikethrough"])
    return parser.use(footnote_plugin, inline=False).use(deflist_plugin)


def _parser() -> MarkdownIt:
    parser = _blocks()
    parser.core.ruler.before("inline", "attributes", _take_attributes)
    parser.core.ruler.before("inline", "labels", _name_labels)
    parser.core.ruler.before("inline", "notes", _find_notes)
    # What stands behind a backslash is told apart: `\\[words][label]` is no link to a label that is not there.
    return parser.disable("text_join")


_MARKDOWN = _parser()
_BLOCKS = _blocks().disable("inline")
