"""Drawings as SVG: one that can do more than be looked at is no picture."""

from __future__ import annotations

from clausetree.importing.package import NotReadError, read_xml

_RUN = frozenset(
    {"script", "handler", "listener", "foreignobject", "iframe", "embed", "object", "set", "animate"}
)
"""What runs, brings in other pages, or changes where a link leads."""
_SCHEMES = ("javascript:", "vbscript:", "data:")
_PICTURE = "data:image/"


def is_active(content: bytes) -> bool:
    """Return whether a drawing could run something where it is opened, or cannot be read."""
    try:
        root = read_xml(content, "")
    except NotReadError:
        return True
    for element in root.iter():
        if not isinstance(element.tag, str):
            return True  # an instruction, which may name a style sheet that runs
        if _name(element.tag) in _RUN:
            return True
        for name, value in element.attrib.items():
            address = "".join(value.split()).lower()
            leads = address.startswith(_SCHEMES) and not address.startswith(_PICTURE)
            if _name(name).startswith("on") or (_name(name) in ("href", "src") and leads):
                return True
    return False


def _name(name: str) -> str:
    return name.rpartition("}")[2].lower()
