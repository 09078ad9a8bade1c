"""Markdown is read here, once, and nowhere else: CommonMark with tables, footnotes and lists of definitions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def

from clausetree.policy.attributes import (
    NONE,
    Attributes,
    of_list_alone,
    split_own_line,
    split_same_line,
    stands_alone,
)
from clausetree.policy.markdown.syntax import Node, tree_of

type _LinkDefinition = dict[str, Any]
"""What the library keeps of an address that a text defines: its `title` and `href`."""
_SAME_LINE = frozenset(("heading_open", "th_open", "td_open", "dt_open"))
_BY_LABEL = "label:"
_IN_NOTE = "in note"
_WITHIN = "notes within notes"
_BEGINS_PLAIN = re.compile(r"(?!\d{1,9}[.)](?:\s|\Z))[^\W_]")
"""Neither a sign that begins a block nor the number of a list."""
_PLAIN = re.compile(r"[^\\`&\n\[\]{}*_<~]+")
"""Words in which there is nothing that Markdown could find, and nothing that it could miss."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What Markdown reads in a text.

    `addresses` has the address of each label that the text itself defines, the label as it is compared;
    `uncited` are the labels of footnotes that no mark leads to. `addressed_again` are the lines, counted from
    0, that give an address to a label which has one, and `noted_again` maps those where a note has the label
    of another one to the line of the first. At the lines `noted_within` a note begins within another.
    """

    root: Node
    addresses: Mapping[str, str]
    uncited: tuple[str, ...]
    addressed_again: tuple[int, ...] = ()
    noted_again: Mapping[int, int] = field(default_factory=dict)
    noted_within: tuple[int, ...] = ()


def read_markdown(text: str, labels: Mapping[str, str]) -> Reading:
    """Read a whole text. `labels` are those of the registry of links; what each leads to is no matter here."""
    known = {compared(label): {"title": "", "href": _BY_LABEL + compared(label)} for label in labels}
    env: dict[str, Any] = {"references": dict(known)}
    root = tree_of(_MARKDOWN.parse(text, env))
    addresses = {name: str(found["href"]) for name, found in env.get("defined", {}).items()}
    notes = env.get("footnotes", {}).get("refs", {})
    uncited = tuple(name[1:] for name, mark in notes.items() if mark < 0)
    again = tuple(found["map"][0] for found in env.get("duplicate_refs", ()))
    within = tuple(sorted(env.get(_WITHIN, ())))
    return Reading(root, addresses, uncited, again, env["noted_again"], within)


def read_layout(text: str) -> Node:
    """Read the blocks of a text, without the words in them: what a paste is laid out by."""
    return tree_of(_BLOCKS.parse(text, {}))


def compared(label: str) -> str:
    """Return a label in the form in which labels are compared: capitals make no difference."""
    return normalizeReference(label)


def label_of(href: str) -> str:
    """Return the label, as it is compared, that a link was written with; "" where that was an address."""
    return href.removeprefix(_BY_LABEL) if href.startswith(_BY_LABEL) else ""


def readable(href: str) -> str:
    """Return an address as its author wrote it."""
    return str(_MARKDOWN.normalizeLinkText(href))


def attributes_of(inline: Node) -> Attributes:
    """Return the attribute list that ended these words."""
    found: Attributes = inline.meta.get("attributes", NONE)
    return found


class _Reader(MarkdownIt):
    """Takes every address, and leaves it to what reads the policy to refuse one."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  the library's name
        return _normalized(url)

    def validateLink(self, url: str, *_: object) -> bool:  # noqa: N802  the library's name
        return bool(url)


@lru_cache(maxsize=1024)
def _normalized(url: str) -> str:
    return normalizeLink(url)


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
            if above is not None and not above.meta["attributes"].is_given:
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
    references: dict[str, _LinkDefinition] = state.env.setdefault("references", {})
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


def _read_note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a footnote, and none within another: the plug-in loses words of both, or cannot tell them apart."""
    if state.env.get(_IN_NOTE):
        if state.sCount[start] < state.blkIndent:  # the next note, right below this one
            return footnote_def(state, start, end, True)
        if footnote_def(state, start, end, True):
            state.env[_WITHIN] = {*state.env.get(_WITHIN, ()), start}
        return False
    state.env[_IN_NOTE] = not silent
    found = footnote_def(state, start, end, silent)
    state.env[_IN_NOTE] = False
    return found


def _read_plain(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Read a paragraph of one line, with or without its attribute list below it, as the library does.

    Most of a policy is that. The library's own rules look at each line for all that it might begin, some twice.
    """
    below = start + 1
    if silent or state.is_code_block(start) or not _BEGINS_PLAIN.match(_line_at_row(state, start)):
        return False
    if below < state.lineMax and _line_at_row(state, below).startswith("{:"):
        below += 1
    after = state.skipEmptyLines(below)
    if after == below < state.lineMax or (after < state.lineMax and _line_at_row(state, after)[0] in ":~"):
        return False
    words = state.getLines(start, below, state.blkIndent, False).strip()
    state.line = below
    state.push("paragraph_open", "p", 1).map = [start, below]
    inline = state.push("inline", "", 0)
    inline.content, inline.map = words, [start, below]
    state.push("paragraph_close", "p", -1)
    return True


def _line_at_row(state: StateBlock, row: int) -> str:
    return state.src[state.bMarks[row] + state.tShift[row] : state.eMarks[row]]


def _blocks() -> MarkdownIt:
    parser = _Reader("commonmark").enable(["table", "strikethrough"])
    parser.block.ruler.before("table", "plain", _read_plain)
    parser.use(footnote_plugin, inline=False).use(deflist_plugin)
    parser.block.ruler.at("footnote_def", _read_note, {"alt": ["paragraph", "reference"]})
    return parser


def _read_words(state: StateCore) -> None:
    """Read the words of each block, as the library does, but for those with no sign that it looks for."""
    for token in state.tokens:
        if token.type == "inline" and not _PLAIN.fullmatch(token.content):
            token.children = token.children or []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _parser() -> MarkdownIt:
    parser = _blocks()
    parser.core.ruler.at("inline", _read_words)
    parser.core.ruler.before("inline", "attributes", _take_attributes)
    parser.core.ruler.before("inline", "labels", _name_labels)
    parser.core.ruler.before("inline", "notes", _find_notes)
    # What stands behind a backslash is told apart: `\\[words][label]` is no link to a label that is not there.
    return parser.disable("text_join")


_MARKDOWN = _parser()
_BLOCKS = _blocks().disable("inline")
