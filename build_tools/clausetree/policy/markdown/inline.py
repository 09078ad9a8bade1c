"""The words of one block as Markdown reads them, and what an author may have got wrong in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from clausetree.policy.document import (
    Break,
    Code,
    Content,
    Foreign,
    Inline,
    Lead,
    Link,
    Mark,
    Marked,
    NoteMark,
    Picture,
    Text,
)
from clausetree.policy.language import LANGUAGE
from clausetree.policy.markdown.reader import compared, label_of, readable
from clausetree.policy.markdown.syntax import Node
from clausetree.policy.plain_words import text_of
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.policy.problems.signs import (
    MarkWithoutNote,
    PictureWithoutWords,
    StruckWords,
    UnknownAttributes,
    UnreadLink,
    UnreadMark,
)
from clausetree.policy.problems.words import RawHtml, RefusedAddress, UnknownLink
from clausetree.report.closest import closest
from clausetree.report.span import Span

NOTES: Final = 1_000_000
"""The keys of notes begin here: they stand last, and are named before they are read."""
WITHIN_NOTE: Final = 1_000
"""How many keys there are for one note and what stands in it."""

_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_REFUSED = re.compile(r"(?:javascript|vbscript|data|file|blob):", re.IGNORECASE)
"""Addresses that run a script, or that a browser follows from no page of a site."""
_UNRESOLVED = re.compile(r"\[[^\[\]\x00]+\]\[(?P<label>[^\[\]\x00]+)\]")
_UNREAD = re.compile(
    r"\[[^\[\]]*(?:\]\((?P<address>(?:https?://|mailto:|#|\.{0,2}/)[^()\x00]*"
    r"|[^()\x00]+\.(?:md|pdf|docx?|xlsx?|png|jpe?g|gif|svg|html?))\)"
    r"|\][ \n]\((?P<apart>(?:https?://|mailto:)[^()\s\x00]*)\))",
    re.IGNORECASE,
)
"""What was meant as a link, and has a space in its address or before it."""
_NO_NOTE = re.compile(r"\[\^[^\[\]\s\x00]+\]")
_PASTED = re.compile(r"</?\w+:\w+[^<>]*>")
"""What a word processor leaves behind: `<o:p>` is no HTML, and browsers take it for some."""
_PANDOC = re.compile(r"\]\{[^{}\x00]*(?:[#.][\w-]|=)[^{}\x00]*\}|\{#[^{}\s\x00]+\s[^{}\x00]*\}\Z|\A:::+.*")
"""What pandoc writes behind words in square brackets, and around what it sets apart."""
_BRACES = re.compile(r"\{(?::[^{}]*|[ ]*[#.][^{}]*|[^{}]*=[^{}]*)\}")
_STARS = re.compile(r"(?P<sign>\*{1,3}|__)(?=[^\s*_])[^*_\x00]*?(?:(?<=[^\s*_])|(?=\*\*))(?P=sign)")
"""What looks as if it were to be set apart, and is not: a letter stands behind it, or a space at its end."""
_UNREAD_MARKUP = re.compile(r"[\[{<*_]|:::")
"""One of these stands in each of the patterns above."""
_BLANKS = re.compile(r"_{4,}")
_SOUND = re.compile(r"https?://|mailto:|#|\.{0,2}/", re.IGNORECASE)
_HIDDEN = "\x00"
"""Stands for a sign behind a backslash, which is a sign and nothing else."""
_MARKS = {"strong": Mark.STRONG, "em": Mark.EMPHASIS}
_TAGS = {"<sub>": Mark.SUBSCRIPT, "<sup>": Mark.SUPERSCRIPT}
_FOREIGN = re.compile(rf"""<span\s+lang=(["'])(?P<language>{LANGUAGE.pattern})\1\s*>""", re.IGNORECASE)
_BREAK = re.compile(r"<br[ ]*/?>", re.IGNORECASE)

type Locate = Callable[[str], Span]
"""From words to where they stand in the source."""


class WordReader:
    """Reads the words of blocks. `problems` is what is wrong with them, `leads` are their links and pictures.

    `labels` are those of the registry of links, as they are written there, each with its address; `addresses`
    those that the text itself defines.
    """

    def __init__(self, labels: Mapping[str, str], addresses: Mapping[str, str]) -> None:
        self.problems: list[PolicyProblem] = []
        self.leads: list[Lead] = []
        self._labels = {compared(label): label for label in labels}
        self._addresses = {compared(label): address for label, address in labels.items()} | dict(addresses)

    def read(self, inline: Node, locate: Locate) -> Content:
        """Return the words of a block."""
        if not inline.children:  # as most are
            return (Text(inline.content),) if inline.content else ()
        before = len(self.problems)
        content = self._content(inline.children, locate)
        self._check_unread_markup(inline, content, locate)
        tags = [problem for problem in self.problems[before:] if isinstance(problem, RawHtml)]
        # Where one tag is, another one closes it: what is wrong is told once.
        self.problems[before:] = [p for p in self.problems[before:] if p not in tags[1:]]
        return content

    def _check_unread_markup(self, inline: Node, content: Content, locate: Locate) -> None:
        """Tell what was meant to be more than words."""
        self.problems += [
            UnreadMark(locate(blanks), blanks, lost=True) for blanks in _lost_blanks(inline.content, content)
        ]
        flat = _flat(inline.children)
        if not _UNREAD_MARKUP.search(flat):
            return
        for match in _UNRESOLVED.finditer(flat):
            label = match["label"]
            near = closest(label, self._labels.values())
            self.problems.append(UnknownLink(locate(label), label, near))
        for match in _UNREAD.finditer(flat):
            found = match["address"] or match["apart"]
            self.problems.append(UnreadLink(locate(found), found))
        for match in _PANDOC.finditer(flat):
            found = match[0].removeprefix("]")
            self.problems.append(UnknownAttributes(locate(found), found))
        for match in _NO_NOTE.finditer(flat):
            self.problems.append(MarkWithoutNote(locate(match[0]), match[0]))
        self.problems += [UnreadMark(locate(match[0]), match["sign"]) for match in _STARS.finditer(flat)]
        self.problems += [RawHtml(locate(match[0]), match[0]) for match in _PASTED.finditer(flat)]

    def _content(self, nodes: Sequence[Node], locate: Locate) -> Content:
        match nodes:
            case [Node(type="text", content=words)] if words:  # as most that is set apart has
                return (Text(words),)
        return tuple(_joined(self._inlines(nodes, locate)))

    def _inlines(self, nodes: Sequence[Node], locate: Locate) -> Iterator[Inline]:
        behind = False
        waiting = iter(nodes)
        for node in waiting:
            if node.type == "html_inline":
                yield from self._html(node, waiting, locate)
            else:
                if behind and node.type == "text":
                    self._check_braces(node.content, locate)
                yield from self._inline(node, locate)
            behind = node.type not in ("text", "text_special", "softbreak", "hardbreak")

    def _inline(self, node: Node, locate: Locate) -> Iterator[Inline]:
        match node.type:
            case "text" | "text_special":
                yield Text(node.content)
            case "softbreak" | "hardbreak":
                yield Break(node.type == "hardbreak")
            case "code_inline":
                yield Code(node.content)
            case "strong" | "em":
                # Nothing but a comment may stand between the stars.
                content = self._content(node.children, locate)
                yield from [Marked(_MARKS[node.type], content)] if content else []
            case "link":
                yield self._link(node, locate)
            case "image":
                yield self._picture(node, locate)
            case "footnote_ref":
                number, nth = int(node.meta["id"]), int(node.meta["subId"])
                yield NoteMark(figure(number), NOTES + number * WITHIN_NOTE, nth)
            case "s":
                words = self._content(node.children, locate)
                self.problems.append(StruckWords(locate(f"~~{text_of(words)}~~"), text_of(words)))
                yield from words
            case "footnote_anchor":
                pass
            case _:
                raise AssertionError(f"nothing reads {node.type}")

    def _link(self, node: Node, locate: Locate) -> Link:
        href = str(node.attrs.get("href", ""))
        address, label = self._lead(href, locate, picture=False)
        self._check_address(address, locate)
        return Link(address, self._content(node.children, locate), label)

    def _lead(self, href: str, locate: Locate, *, picture: bool) -> tuple[str, str]:
        """Return the address that is meant, and the label that it was written with."""
        name = label_of(href)
        address = self._addresses.get(name, "") if name else href
        label = self._labels.get(name, name)
        # Looking for it as it is written costs more than all else, and it is nearly always written so.
        span = locate(f"[{label}]" if label else address)
        self.leads.append(Lead(address, label, picture, span))
        return address, label

    def _picture(self, node: Node, locate: Locate) -> Picture:
        source, _ = self._lead(str(node.attrs.get("src", "")), locate, picture=True)
        words = " ".join(text_of(self._content(node.children, locate)).split())
        if not words:
            self.problems.append(PictureWithoutWords(locate(readable(source))))
        if not source.startswith("data:image/"):
            self._check_address(source, locate)
        return Picture(source, words)

    def _check_address(self, address: str, locate: Locate) -> None:
        """A browser leaves out white space and control characters before it looks at the scheme."""
        if _SOUND.match(address):
            return
        written = readable(address)
        if _REFUSED.match(re.sub(r"[\x00-\x20]", "", written)):
            self.problems.append(RefusedAddress(locate(written), written))

    def _check_braces(self, text: str, locate: Locate) -> None:
        match = _BRACES.match(text)
        if match:
            self.problems.append(UnknownAttributes(locate(match[0]), match[0]))

    def _html(self, node: Node, rest: Iterator[Node], locate: Locate) -> Iterator[Inline]:
        """Read the few tags that have a meaning here; what stands between two of them is taken from `rest`."""
        tag = node.content
        if tag.startswith("<!--"):
            return
        if _BREAK.fullmatch(tag):
            yield Break(True)
            return
        mark, foreign = _TAGS.get(tag.lower()), _FOREIGN.fullmatch(tag)
        end = f"</{mark.value}>" if mark else "</span>" if foreign else None
        inner: list[Node] = []
        closed = False
        if end is not None:
            for within in rest:
                closed = within.type == "html_inline" and within.content.lower() == end
                if closed:
                    break
                inner.append(within)
        content = self._content(inner, locate)
        if not closed:
            self.problems.append(RawHtml(locate(tag), tag))
            yield from content
        elif mark:
            yield Marked(mark, content)
        elif foreign and content:
            yield Foreign(foreign["language"], content)


def figure(number: int) -> str:
    """Return the raised figure of a note, of which the first has the number 0."""
    return str(number + 1).translate(_FIGURES)


def _lost_blanks(written: str, content: Content) -> list[str]:
    """Return the blanks of a form that were taken for marks: four underscores or more. They are told once."""
    found = _BLANKS.findall(written)
    return found[:1] if sum(map(len, found)) > text_of(content).count("_") else []


def _joined(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Yield neighbouring pieces of text as one, and none that is empty, as the one before "**a**" is."""
    text = ""
    for inline in inlines:
        if isinstance(inline, Text):
            text += inline.text
            continue
        if text:
            yield Text(text)
            text = ""
        yield inline
    if text:
        yield Text(text)


def _flat(nodes: Sequence[Node]) -> str:
    """Return the words in which somebody may have meant a link that is none."""
    pieces: list[str] = []
    for node in nodes:
        match node.type:
            case "text":
                pieces.append(node.content)
            case "softbreak":
                pieces.append("\n")
            case "strong" | "em" | "s" | "link":
                pieces.append(_flat(node.children))
            case _:
                pieces.append(_HIDDEN)
    return "".join(pieces)
