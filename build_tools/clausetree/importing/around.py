"""What stands around a paragraph, told by the name of its style, and paragraphs put together by it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from clausetree.importing.blocks import Block, Definitions, Entry, Note, Paragraph, Quotation
from clausetree.render.word.around import EDITORIAL, MEANING, MEANING_GOES_ON, NOTE, NOTE_GOES_ON, QUOTE, WITHIN


class Container(Enum):
    """Something that holds paragraphs; the value is its sign in the name of a class."""

    QUOTATION = "q"
    TERM = "t"
    MEANING = "d"
    MEANING_GOES_ON = "c"
    NOTE = "n"
    NOTE_GOES_ON = "o"


_DEFINED = (Container.TERM, Container.MEANING, Container.MEANING_GOES_ON)
_NOTED = (Container.NOTE, Container.NOTE_GOES_ON)
_NAMES: Mapping[str, Container] = {
    **dict.fromkeys((QUOTE.lower(), "intense quote", "block text", "quotations"), Container.QUOTATION),
    **dict.fromkeys(("definition term", "list heading"), Container.TERM),
    **dict.fromkeys((MEANING.lower(), "list contents"), Container.MEANING),
    MEANING_GOES_ON.lower(): Container.MEANING_GOES_ON,
    NOTE.lower(): Container.NOTE,
    NOTE_GOES_ON.lower(): Container.NOTE_GOES_ON,
}
"""Names of styles in small letters, of Word, LibreOffice (“Quotations”, “List Heading”) and pandoc."""
_CONTINUED = re.compile(r"list continue(?: (\d+))?")
_ITEM = re.compile(r"list item(?: (\d+))?")
_SIGN = re.compile(r"([qtdcno])(\d+)")


@dataclass(frozen=True, slots=True)
class Around:
    """Containers, the outermost first, each with the items of lists around it, and those around the words.

    `items` is None where nothing tells. An `item` is one by its style; the words of others stand within one.
    `editorial` words are those of whoever publishes the policy.
    """

    inside: tuple[tuple[Container, int], ...] = ()
    items: int | None = None
    item: bool = False
    editorial: bool = False

    @property
    def code(self) -> str:
        """All of it as the name of a class; "" where there is nothing."""
        signs = "".join(f"{container.value}{items}" for container, items in self.inside)
        last = "" if self.items is None else f"{'i' if self.item else 'w'}{self.items}"
        all_of_it = f"{signs}{last}{'e' if self.editorial else ''}"
        return f"in-{all_of_it}" if all_of_it else ""


def around_of_class(code: str) -> Around:
    """Return what the name of a class tells."""
    inside = tuple((Container(sign), int(items)) for sign, items in _SIGN.findall(code.removeprefix("in-")))
    last = re.search(r"([iw])(\d+)e?\Z", code)
    items, item = (int(last[2]), last[1] == "i") if last else (None, False)
    return Around(inside, items, item, code.endswith("e"))


def around_of_style(name: str) -> tuple[str, Around]:
    """Return the kind of a paragraph, "" for words, and what stands around, by its style in small letters."""
    *parts, outermost = name.split(WITHIN)
    inside: list[tuple[Container, int]] = []
    items: int | None = None
    editorial = False
    for part in (outermost, *reversed(parts)):
        container, continued, item = _NAMES.get(part), _CONTINUED.fullmatch(part), _ITEM.fullmatch(part)
        if container:
            inside.append((container, items or 0))
            items = None
        elif continued:
            items = int(continued[1] or 1)
        elif item:
            return "", Around(tuple(inside), int(item[1] or 1) - 1, item=True, editorial=editorial)
        elif part == EDITORIAL.lower():
            editorial = True
        else:
            return part, Around(tuple(inside), items, editorial=editorial)
    return "", Around(tuple(inside), items, editorial=editorial)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block, and what stands around it."""

    block: Block
    inside: tuple[tuple[Container, int], ...]


def grouped(blocks: Iterable[Block | Placed]) -> tuple[Block, ...]:
    """Return blocks in what they stand in."""
    return tuple(_grouped([one if isinstance(one, Placed) else Placed(one, ()) for one in blocks]))


def _grouped(placed: Sequence[Placed]) -> Iterator[Block]:
    at = 0
    while at < len(placed):
        if not placed[at].inside:
            yield placed[at].block
            at += 1
            continue
        container, items = placed[at].inside[0]
        family = next((one for one in (_DEFINED, _NOTED) if container in one), (container,))
        end = at + 1
        while end < len(placed) and placed[end].inside and _is_of(placed[end].inside[0], family, items):
            end += 1
        together, at = placed[at:end], end
        if family is _DEFINED:
            yield from _defined(together, items)
        elif family is _NOTED:
            yield from (Note("", grouped(part)) for part in _parts(together, Container.NOTE))
        else:
            yield Quotation(grouped([_out(one) for one in together]), items)


def _is_of(inside: tuple[Container, int], family: Sequence[Container], items: int) -> bool:
    return inside[0] in family and inside[1] == items


def _out(one: Placed) -> Placed:
    return replace(one, inside=one.inside[1:])


def _parts(placed: Sequence[Placed], begins: Container) -> Iterator[list[Placed]]:
    """Yield what stands in each container of a row, taken out of it."""
    part: list[Placed] = []
    for one in placed:
        if part and one.inside[0][0] is begins:
            yield part
            part = []
        part.append(_out(one))
    if part:
        yield part


def _defined(placed: Sequence[Placed], items: int) -> Iterator[Block]:
    """Yield the words that are defined with what they mean. A meaning without a word is but a paragraph."""
    entries: list[Entry] = []
    rest = list(placed)
    while rest:
        term = rest.pop(0)
        behind = next((at for at, one in enumerate(rest) if one.inside[0][0] is Container.TERM), len(rest))
        meanings, rest = rest[:behind], rest[behind:]
        if term.inside[0][0] is Container.TERM and meanings and isinstance(term.block, Paragraph):
            parts = tuple(grouped(part) for part in _parts(meanings, Container.MEANING))
            entries.append(Entry(term.block.words, parts, term.block.key))
            continue
        yield from [Definitions(tuple(entries), items)] if entries else []
        entries = []
        yield from grouped([_out(one) for one in (term, *meanings)])
    yield from [Definitions(tuple(entries), items)] if entries else []
