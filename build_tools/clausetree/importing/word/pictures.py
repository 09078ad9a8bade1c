"""The pictures of a Word document, as mammoth hands them over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mammoth import html
from mammoth.documents import Image
from mammoth.html.nodes import Node

from clausetree.importing.pictures import kind_of
from clausetree.importing.remarks import Kind, Remark

NOT_IN_THE_FILE = "a picture that is not in the file"


@dataclass(slots=True)
class WordPictures:
    """Takes pictures. `taken` are those so far, by the names that they get."""

    taken: dict[str, bytes] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def shown(self, image: Image) -> list[Node]:
        """Take a picture, and return what shows it; where it is not there, the words for it."""
        alternative = image.alt_text or ""
        try:
            with image.open() as opened:
                content = opened.read()
        except KeyError:
            instead = f"{NOT_IN_THE_FILE}; its words stand in its place: “{alternative}”"
            self.remarks.append(Remark(Kind.UNREAD, instead if alternative else NOT_IN_THE_FILE))
            return [html.text(f" {alternative} ")] if alternative else []
        kind = kind_of(content)
        said = image.content_type or ""
        named = re.fullmatch(r"image/(?:x-)?([a-z0-9]{1,8})", said)
        name = f"picture-{len(self.taken) + 1}.{kind or (named[1] if named else 'bin')}"
        if not kind:
            self.remarks.append(Remark(Kind.NOT_SHOWN, alternative or name, more=said))
        elif not alternative.strip():
            self.remarks.append(Remark(Kind.NO_WORDS, name))
        self.taken[name] = content
        return [html.element("img", {"alt": alternative, "src": name})]
