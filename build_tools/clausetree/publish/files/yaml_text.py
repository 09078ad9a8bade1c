"""What a text in YAML says, and where: its reader's own marks are kept, and nothing is raised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml.constructor import SafeConstructor
from yaml.reader import Reader

from clausetree.policy.front_matter.positions import Key, KeyPositions
from clausetree.report.source import Source
from clausetree.report.span import Span

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Ten times quicker where it was built in, and what MkDocs reads the same heads with."""
_TEXT = "tag:yaml.org,2002:str"
_NO_VALUE = (ValueError, LookupError, TypeError, AttributeError)
"""What the reader raises for a value that only looks like a date or a number, as 2031-02-30 does."""


@dataclass(frozen=True, slots=True)
class Read:
    """The `value` of a text, which is None where it is not YAML: then its reader `failed` at a line.

    `places` are those of its keys where it is a mapping.
    """

    value: object = None
    places: KeyPositions = field(default=KeyPositions())
    failed: Span | None = None


def read_yaml(source: Source, within: Span) -> Read:
    """Read a stretch of `source`."""
    text = source.text[within.start : within.end]
    try:
        loader = _LOADER(text)
        try:
            node = loader.get_single_node()
            places = _places(node, _Origin(source, within.start))
            return Read(_value(loader, node), places)
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        return Read(failed=_line_at(source, within.start + _failed_at(error, text)))
    except RecursionError:
        return Read(failed=_line_at(source, within.start))


def _value(loader: yaml.SafeLoader, node: yaml.Node | None) -> object:
    if node is None:
        return None
    try:
        return loader.construct_document(node)
    except _NO_VALUE:
        return {_key(key): _or_tuple(value) for key, value in _pairs(node)}


def _or_tuple(node: yaml.Node) -> object:
    """Return a value; one that cannot be is something that is not text."""
    try:
        return SafeConstructor().construct_document(node)
    except _NO_VALUE:
        return (str(node.value),)


def _key(node: yaml.Node) -> str:
    """Return what stands before a colon. Other things than text are called as Python calls them."""
    return str(node.value if node.tag == _TEXT else _or_tuple(node))


def _failed_at(error: yaml.YAMLError, text: str) -> int:
    """Return where the reader gave up, in characters from the start of `text`."""
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        return int(mark.index)
    unseen = Reader.NON_PRINTABLE.search(text)
    return unseen.start() if unseen else 0


def _line_at(source: Source, offset: int) -> Span:
    """Return the line at `offset`, or the last one before the text ends."""
    line, _ = source.place(min(offset, len(source.text)))
    if line > 1 and source.line_starts[line - 1] == len(source.text):
        line -= 1
    start = source.line_starts[line - 1]
    return Span(start, start + len(source.line(line).rstrip()))


@dataclass(frozen=True, slots=True)
class _Origin:
    """What the reader counts characters from."""

    source: Source
    start: int

    def span(self, node: yaml.Node) -> Span:
        """Return where something stands."""
        return Span(self.start + node.start_mark.index, self.start + node.end_mark.index)

    def key(self, key: yaml.Node, value: yaml.Node, *, flow: bool) -> Key:
        """Return a key; in braces it ends with its value, and else with its line."""
        at = self.start + key.start_mark.index
        line, _ = self.source.place(at)
        end = self.source.line_starts[line - 1] + len(self.source.line(line))
        if flow:
            end = min(end, self.start + value.end_mark.index)
        scalar = isinstance(value, yaml.ScalarNode) and "\n" not in value.value
        return Key(_key(key), Span(at, end), str(value.value) if scalar else "")


def _places(node: yaml.Node | None, origin: _Origin) -> KeyPositions:
    keys, numbers = list[Key](), list[Span]()
    lists: dict[str, list[Key]] = {"terms": [], "binds": []}
    for key, value in _pairs(node):
        keys.append(origin.key(key, value, flow=_in_braces(node)))
        if keys[-1].words in lists:
            lists[keys[-1].words] = [origin.key(*pair, flow=_in_braces(value)) for pair in _pairs(value)]
        elif keys[-1].words == "numbers" and isinstance(value, yaml.SequenceNode):
            numbers = [origin.span(item) for item in value.value]
    return KeyPositions(tuple(keys), tuple(lists["terms"]), tuple(numbers), tuple(lists["binds"]))


def _pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    yield from node.value if isinstance(node, yaml.MappingNode) else []


def _in_braces(node: yaml.Node | None) -> bool:
    return isinstance(node, yaml.MappingNode) and bool(node.flow_style)
