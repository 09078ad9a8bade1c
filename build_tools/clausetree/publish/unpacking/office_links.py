"""The links of Word and Excel, which keep an address in one file and the anchor behind it in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from clausetree.publish.unpacking.part import TextPart

_TARGETS = re.compile(r"(?P<folder>.*/|)_rels/(?P<file>[^/]+)\.rels$")
_TAG = re.compile(r"<(?:\w+:)?(?:Relationship|hyperlink)\b[^<>]*>")
_VALUE = re.compile(r"""(?<![\w:])([\w:]++)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(slots=True)
class OfficeLinks:
    """Takes the files of one archive, and then puts addresses and anchors together."""

    targets: dict[str, dict[str, str]] = field(default_factory=dict)
    anchors: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def take(self, name: str, content: bytes) -> None:
        """Take the next file of the archive."""
        of = _TARGETS.match(name)
        if of:
            tags = map(_values, _TAG.findall(content.decode("utf-8", "replace")))
            self.targets[of["folder"] + of["file"]] = {tag.get("Id", ""): tag.get("Target", "") for tag in tags}
        elif name.endswith(".xml") and b"hyperlink" in content:
            tags = map(_values, _TAG.findall(content.decode("utf-8", "replace")))
            # Word says `w:anchor`, Excel `location`.
            found = [(tag.get("id", ""), tag.get("anchor") or tag.get("location", "")) for tag in tags]
            self.anchors[name] = [(id_, anchor) for id_, anchor in found if id_ and anchor]

    def found(self) -> Iterator[TextPart]:
        """Yield the addresses with their anchors, written as Word writes a field."""
        for name, links in self.anchors.items():
            targets = self.targets.get(name, {})
            lines = [f'HYPERLINK "{targets[id_]}" \\l "{anchor}"' for id_, anchor in links if id_ in targets]
            if lines:
                yield TextPart(name, "\n".join(lines))


def _values(tag: str) -> dict[str, str]:
    return {name.rpartition(":")[2]: unescape(one or other) for name, one, other in _VALUE.findall(tag)}
