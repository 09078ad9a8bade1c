"""Word documents written by hand, for constructs that no library writes."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = ("styles", "numbering", "footnotes", "comments", "header1", "footer1")


def docx(body: str, more: Mapping[str, str] | None = None, links: Mapping[str, str] | None = None) -> bytes:
    """Return a document with this body. `more` are the contents of other parts by their names, without root.

    `links` are addresses by the ids that the body names them with.
    """
    parts = {name: text for name, text in (more or {}).items() if name in _PARTS}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{name.rstrip("1")}+xml"/>'
        for name in parts
    )
    relations = "".join(
        f'<Relationship Id="p{at}" Type="{_RELATED}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for at, name in enumerate(parts)
    ) + "".join(
        f'<Relationship Id="{key}" Type="{_RELATED}/hyperlink" Target="{address}" TargetMode="External"/>'
        for key, address in (links or {}).items()
    )
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, text in {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
            f"{overrides}</Types>",
            "_rels/.rels": _relations(
                f'<Relationship Id="r1" Type="{_RELATED}/officeDocument" Target="word/document.xml"/>'
            ),
            "word/_rels/document.xml.rels": _relations(relations),
            "word/document.xml": f"<w:document {_W} {_R} {_MC}><w:body>{body}</w:body></w:document>",
            **{f"word/{name}.xml": _part(name, text) for name, text in parts.items()},
        }.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return made.getvalue()


def _relations(inner: str) -> str:
    root = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{root}">{inner}</Relationships>'


def _part(name: str, text: str) -> str:
    root = {"header1": "hdr", "footer1": "ftr"}.get(name, name)
    return f"<w:{root} {_W} {_R}>{text}</w:{root}>"


def paragraph(words: str, properties: str = "") -> str:
    """A paragraph of plain words."""
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def numbered(words: str, level: int = 0, number: int = 1) -> str:
    """A paragraph in a list."""
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(at: int, text: str, form: str = "decimal", more: str = "", start: int = 1) -> str:
    """One level of a list: %1 in `text` is the count of the first one."""
    begun = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
    return f'<w:lvl w:ilvl="{at}">{begun}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    """A definition with these levels, and the list 1 that is made of it; `more` are other lists."""
    inner = f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}'
    return (
        f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


USUAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
