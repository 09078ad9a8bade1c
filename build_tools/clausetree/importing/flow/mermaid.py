"""Flowcharts in Mermaid's language: `A[Words] -->|answer| B{Question}`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from clausetree.importing.flow.chart import Arrow, Box, Chart, Form, tidied, with_known_ends

_HEAD = re.compile(r"(?:flowchart|graph)(?:[ \t]+(?:TB|TD|BT|RL|LR))?[ \t]*;?\Z")
_FORMS = (
    ("([", "])", Form.BEGIN_OR_END),
    ("((", "))", Form.BEGIN_OR_END),
    ("[[", "]]", Form.STEP),
    ("[(", ")]", Form.STEP),
    ("{{", "}}", Form.STEP),
    ("[/", "/]", Form.STEP),
    ("[\\", "\\]", Form.STEP),
    ("[", "]", Form.STEP),
    ("(", ")", Form.STEP),
    ("{", "}", Form.QUESTION),
    (">", "]", Form.STEP),
)
_KEY = re.compile(r"[\w.-]*\w")
_LINE = re.compile(r"[<xo]?(?:-{2,}|={2,}|-\.+-)[>xo]?")
_BEGUN = re.compile(
    r"(?:--|==|-\.)(?![->=.])[ \t]*(?P<words>[^|]*?)[ \t]*(?:-{2,}[>xo]?|={2,}[>xo]?|\.+-[>xo]?)"
)
_LABEL = re.compile(r"\|(?P<words>[^|]*)\|")
_PASSED = re.compile(r"(?:subgraph|end|classDef|class|style|linkStyle|click|direction|accTitle|accDescr)\b")
_TITLE = re.compile(r"^title:[ \t]*(?P<title>.+)$", re.MULTILINE)


class NotMermaidError(ValueError):
    """A text that is no flowchart of Mermaid's; `line` is the one that cannot be read, counted from 1."""

    def __init__(self, line: int, words: str) -> None:
        """Tell which line."""
        super().__init__(f"line {line}: {words}")
        self.line, self.words = line, words


def read_mermaid(text: str) -> Chart:
    """Read a flowchart. Raises NotMermaidError."""
    title, body, first = _parted(text)
    lines = body.splitlines()
    reader = _Reader()
    begun = False
    for at, line in enumerate(lines, first):
        words = line.split("%%")[0].strip()
        if not words:
            continue
        if not begun:
            if not _HEAD.match(words):
                raise NotMermaidError(at, words)
            begun = True
        elif not _PASSED.match(words):
            for statement in filter(None, (part.strip() for part in _statements(words))):
                if not reader.read(statement):
                    raise NotMermaidError(at, words)
    if not begun:
        raise NotMermaidError(1, "")
    return with_known_ends(tuple(reader.boxes.values()), tuple(reader.arrows), title)


def _parted(text: str) -> tuple[str, str, int]:
    """Return the title in the head between lines of ---, what follows, and the number of its first line."""
    text = text.removeprefix("\ufeff")
    match = re.match(r"\s*---[ \t]*\n(?P<head>.*?)\n---[ \t]*\n", text, re.DOTALL)
    if match is None:
        return "", text, 1
    title = _TITLE.search(match["head"])
    return (title["title"].strip() if title else ""), text[match.end() :], match[0].count("\n") + 1


def _statements(line: str) -> Iterator[str]:
    """Yield what stands between semicolons, but not those within words."""
    quoted, begun, deep = False, 0, 0
    for at, sign in enumerate(line):
        if sign in '"|':
            quoted = not quoted
        elif not quoted:
            deep += (sign in "[({") - (sign in "])}")
            if sign == ";" and deep <= 0:
                yield line[begun:at]
                begun = at + 1
    yield line[begun:]


class _Reader:
    def __init__(self) -> None:
        self.boxes: dict[str, Box] = {}
        self.arrows: list[Arrow] = []

    def read(self, statement: str) -> bool:
        """Read boxes with arrows between them; tell whether all of it was understood."""
        rest = statement
        found = self._group(rest)
        if found is None:
            return False
        sources, rest = found
        while rest:
            arrow = _arrow(rest)
            if arrow is None:
                return False
            words, rest = arrow
            found = self._group(rest)
            if found is None:
                return False
            targets, rest = found
            self.arrows += [Arrow(source, target, words) for source in sources for target in targets]
            sources = targets
        return True

    def _group(self, text: str) -> tuple[list[str], str] | None:
        """Read boxes with & between them."""
        keys = []
        while True:
            match = _KEY.match(text)
            if match is None:
                return None
            # A key may hold hyphens, and an arrow may follow it at once.
            key = re.split(r"-{2,}|-\.", match[0])[0]
            text = text[len(key) :]
            words, form, text = _shape(text)
            text = re.sub(r"^:::[\w-]+", "", text).lstrip()
            if form is not None or key not in self.boxes:
                self.boxes[key] = Box(key, _plain(words) if form else key, form or Form.ANY)
            keys.append(key)
            if not text.startswith("&"):
                return keys, text
            text = text[1:].lstrip()


def _shape(text: str) -> tuple[str, Form | None, str]:
    for opening, closing, form in _FORMS:
        if text.startswith(opening):
            inner = text[len(opening) :]
            if inner.startswith('"'):
                end = inner.find(f'"{closing}', 1)
                if end > 0:
                    return inner[1:end], form, inner[end + 1 + len(closing) :]
            end = inner.find(closing)
            if end >= 0:
                return inner[:end], form, inner[end + len(closing) :]
    return "", None, text


def _arrow(text: str) -> tuple[str, str] | None:
    """Return the words of an arrow, and what stands behind it."""
    begun = _BEGUN.match(text)
    if begun:
        return _plain(begun["words"]), text[begun.end() :].lstrip()
    match = _LINE.match(text)
    if match is None:
        return None
    rest = text[match.end() :].lstrip()
    label = _LABEL.match(rest)
    return (_plain(label["words"]), rest[label.end() :].lstrip()) if label else ("", rest)


def _plain(words: str) -> str:
    """Mermaid writes signs as #quot; or &quot;, and line breaks as HTML does."""
    said = re.sub(r"<br\s*/?>|\\n", " ", words.strip().strip('"').strip("`"))
    said = re.sub(
        r"#(\w+);", lambda match: html.unescape(f"&{'#' if match[1].isdecimal() else ''}{match[1]};"), said
    )
    return tidied(html.unescape(re.sub(r"</?[A-Za-z][^>]*>", "", said)))
