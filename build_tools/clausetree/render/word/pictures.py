"""Pictures as Word shows them: it has to be told their kind and their size."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final

from clausetree.render.word.xml import tag

_WIDEST: Final = 5_760_000
"""As wide as the words of a page, in Word's smallest unit."""
_PIXEL: Final = 9525
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: its `content`, the ending of its kind, and its size in pixels; `at` counts from 1."""

    at: int
    content: bytes
    ending: str
    width: int
    height: int

    @property
    def name(self) -> str:
        """The name of its part, from the document's own."""
        return f"media/picture-{self.at}.{self.ending}"


def shown(at: int, content: bytes) -> Shown | None:
    """Return a picture of a kind that every Word shows; None for others."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return Shown(at, content, "png", *struct.unpack(">II", content[16:24]))
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        return Shown(at, content, "gif", *struct.unpack("<HH", content[6:10]))
    size = _size_of_jpeg(content) if content.startswith(b"\xff\xd8") else None
    return Shown(at, content, "jpeg", *size) if size else None


def _size_of_jpeg(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        kind = content[at + 1]
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])
    return None


def drawing(picture: Shown, relation: str, words: str) -> str:
    """Return a picture among words, no wider than the page."""
    width, height = picture.width * _PIXEL or 1, picture.height * _PIXEL or 1
    if width > _WIDEST:
        width, height = _WIDEST, max(1, height * _WIDEST // width)
    size: dict[str, str | int] = {"cx": width, "cy": height}
    name: dict[str, str | int] = {"id": picture.at, "name": f"Picture {picture.at}", "descr": words}
    fill = tag("pic:blipFill", tag("a:blip", r_embed=relation), tag("a:stretch", tag("a:fillRect")))
    frame = tag("a:xfrm", tag("a:off", x=0, y=0), tag("a:ext", **size))
    shape = tag("pic:spPr", frame, tag("a:prstGeom", tag("a:avLst"), prst="rect"))
    unseen = tag("pic:nvPicPr", tag("pic:cNvPr", **name), tag("pic:cNvPicPr"))
    inner = tag("pic:pic", unseen, fill, shape, xmlns_pic=f"{_DRAWING}/picture")
    graphic = tag(
        "a:graphic", tag("a:graphicData", inner, uri=f"{_DRAWING}/picture"), xmlns_a=f"{_DRAWING}/main"
    )
    inline = tag(
        "wp:inline",
        tag("wp:extent", **size),
        tag("wp:docPr", **name),
        graphic,
        xmlns_wp=f"{_DRAWING}/wordprocessingDrawing",
    )
    return tag("w:drawing", inline)
