"""A flowchart: boxes with words, and arrows between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Form(Enum):
    """What the form of a box says that it is."""

    QUESTION = "question"
    STEP = "step"
    BEGIN_OR_END = "begin or end"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Box:
    """A box by its key in the drawing, and its words."""

    key: str
    words: str
    form: Form = Form.ANY


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow between two boxes, by their keys, and its words."""

    source: str
    target: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Boxes and arrows in the order of the drawing. `loose` are the words of arrows that hang on nothing."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    title: str = ""
    loose: tuple[str, ...] = ()


def tidied(words: str) -> str:
    """Return the words of a box on one line."""
    return " ".join(words.replace("\u00ad", "").split())


def with_known_ends(boxes: tuple[Box, ...], arrows: tuple[Arrow, ...], title: str = "") -> Chart:
    """Return a chart whose arrows lead from a box to a box; of the others, only the words are kept."""
    known = {box.key for box in boxes}
    kept = tuple(arrow for arrow in arrows if arrow.source in known and arrow.target in known)
    loose = tuple(arrow.words or "…" for arrow in arrows if arrow not in kept)
    return Chart(boxes, kept, title, loose)
