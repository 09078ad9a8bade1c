"""What the file of a calendar says, letter by letter, and where: NO is Norway, and 2026-02-30 what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from clausetree.publish.calendars.problems import CalendarUnreadable, NotUtf8
from clausetree.publish.files.yaml_text import read_yaml
from clausetree.report.source import Source
from clausetree.report.span import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A text, and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands before a colon, and the values after it; `listed` where these are a list.

    `strange` is where, among them, something stands that is no value.
    """

    key: Word
    values: tuple[Word, ...] = ()
    listed: bool = False
    strange: Span | None = None

    @property
    def said(self) -> bool:
        """Whether anything stands behind the colon, if only an empty list."""
        return bool(self.values) or self.listed


def read_entries(source: Source) -> tuple[Entry, ...] | CalendarUnreadable | NotUtf8:
    """Return the entries of a file in the order written, or why it cannot be read."""
    whole = Span(0, len(source.text))
    if failed := read_yaml(source, whole).failed:
        return CalendarUnreadable(failed)
    if (lost := source.text.find("\ufffd")) >= 0:
        return NotUtf8(Span(lost, lost + 1))
    node = yaml.compose(source.text, yaml.SafeLoader)
    match node:
        case None:
            return ()
        case yaml.MappingNode():
            return tuple(_entry(key, value) for key, value in node.value)
        case _:
            start = node.start_mark.index
            line, column = source.place(start)
            return CalendarUnreadable(Span(start, start + len(source.line(line)) - column + 1))


def _entry(key: yaml.Node, value: yaml.Node) -> Entry:
    match value:
        case yaml.ScalarNode(value=str(text)):
            return Entry(_word(key), (_word(value),) if text.strip() else ())
        case yaml.SequenceNode(value=items):
            strange = next((_span(item) for item in items if not isinstance(item, yaml.ScalarNode)), None)
            return Entry(_word(key), tuple(_words(items)), True, strange)
        case _:
            return Entry(_word(key), strange=_span(value))


def _words(nodes: list[yaml.Node]) -> Iterator[Word]:
    yield from (_word(node) for node in nodes if isinstance(node, yaml.ScalarNode) and node.value.strip())


def _word(node: yaml.Node) -> Word:
    return Word(str(node.value).strip() if isinstance(node, yaml.ScalarNode) else "", _span(node))


def _span(node: yaml.Node) -> Span:
    return Span(node.start_mark.index, max(node.end_mark.index, node.start_mark.index + 1))
