"""The pictures of a page: those in it and beside it are taken, and no other place is asked for one."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, unquote_to_bytes

from clausetree.importing.blocks import Block, Paragraph, Words, reworded
from clausetree.importing.pictures import kind_of
from clausetree.importing.remarks import Kind, Remark
from clausetree.importing.words import joined
from clausetree.policy.document import Foreign, Inline, Link, Marked, Picture, Text

type Beside = Callable[[str], bytes | None]
"""From the path of a file, as a page has it, to what is in it; None where none is there."""

_WITHIN = re.compile(r"data:image/[^,]*?(?P<packed>;base64)?,(?P<data>.*)", re.IGNORECASE | re.DOTALL)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.IGNORECASE)
_LONGEST = 100


@dataclass(slots=True)
class Pictures:
    """Takes pictures. `taken` are those so far, by the names that they get."""

    beside: Beside
    taken: dict[str, bytes] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)

    def taken_from(self, blocks: Sequence[Block]) -> list[Block]:
        """Return blocks whose pictures have these names. Where one is not there, the words for it are."""
        found = [reworded(block, self._words) for block in blocks]
        return [block for block in found if not isinstance(block, Paragraph) or block.words or block.label]

    def _words(self, words: Words) -> Words:
        return tuple(joined(inline for one in words for inline in self._inline(one)))

    def _inline(self, inline: Inline) -> Iterator[Inline]:
        match inline:
            case Picture():
                yield from self._picture(inline)
            case Marked(content=content) | Foreign(content=content) | Link(content=content):
                kept = self._words(content)
                yield from [replace(inline, content=kept)] if kept else []
            case _:
                yield inline

    def _picture(self, picture: Picture) -> Iterator[Inline]:
        source, words = picture.source.strip(), picture.alternative
        if source not in self._names:
            self._names[source] = self._named(source, words)
        name = self._names[source]
        if name:
            yield Picture(name, words)
        elif words:
            yield Text(words)

    def _named(self, source: str, words: str) -> str:
        """Return the name that a picture gets; "" where it is not taken, and tell why."""
        if not source:
            return ""
        within = _WITHIN.fullmatch(source)
        if within is None and _ELSEWHERE.match(source):
            self.remarks.append(Remark(Kind.ELSEWHERE, words, more=source[:_LONGEST]))
            return ""
        data = _unpacked(within) if within else self.beside(unquote(re.split("[?#]", source)[0]))
        shown = source[:_LONGEST] if within is None else "within the page"
        if data is None:
            self.remarks.append(Remark(Kind.NOT_THERE, words, more=shown))
            return ""
        kind = kind_of(data)
        if not kind:
            self.remarks.append(Remark(Kind.NOT_SHOWN, words, more=shown))
            return ""
        name = f"picture-{len(self.taken) + 1}.{kind}"
        self.taken[name] = data
        self.remarks += [] if words else [Remark(Kind.NO_WORDS, name)]
        return name


def _unpacked(within: re.Match[str]) -> bytes | None:
    if not within["packed"]:
        return unquote_to_bytes(within["data"])
    try:
        return base64.b64decode(unquote(within["data"]))
    except (binascii.Error, ValueError):
        return None
