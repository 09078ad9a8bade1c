"""What comes out of a file that was opened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Reason(Enum):
    """Why something was not read. The value is what to say of it, up to the full stop."""

    LOCKED = "it is locked with a password"
    DAMAGED = "it is damaged"
    NO_ACCESS = "this computer does not let it be read"
    LINKED = "it is a link to another folder; name that folder instead, or put a copy in its place"
    NO_WORDS = "it holds pictures of words and no words"
    OTHER_PROGRAM = "it is of a kind that is not read here"
    OLD_OFFICE = "it is of Word, PowerPoint or Excel before 2007; save it as .docx, .pptx or .xlsx"
    OTHER_ARCHIVE = "it is an archive of a kind that is not opened here; pack it as a .zip"
    CODED = "it holds coded data that is not understood here"
    LETTERS = "some of its letters are in an encoding that is not known"
    TOO_LARGE = "it is larger than is read of one file"
    TOO_DEEP = "it lies in more archives within archives than are opened"
    TOO_MUCH = "more than that is not read of one course"


@dataclass(frozen=True, slots=True)
class TextPart:
    """A text, and the file that it stands in, with the archives around it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class UnreadPart:
    """Something that was not read, or not wholly."""

    name: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class MediaPart:
    """A picture, a sound, a film or a font: nobody can follow a link in it."""

    name: str


type Part = TextPart | UnreadPart | MediaPart
