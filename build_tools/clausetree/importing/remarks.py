"""What the author is told of an imported document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a remark is about."""

    HEAD = "taken for the head of the policy"
    NOT_SAID = "not said in the document"
    CONTENTS = "the list of contents"
    AGAIN = "the title, said again"
    RUNNING = "what stands at the head or the foot of every page"
    COMMENT = "a comment"
    HIDDEN = "hidden text"
    CHANGE = "a tracked change"
    BOX = "a text box"
    STALE = "a cross-reference that leads elsewhere"
    LOST = "a link whose target is not there"
    FORM = "a kind of number that is not known"
    LANGUAGE = "the language of the document"
    PASSAGE = "a passage in another language"
    LOOKS = "a line that looks like a heading"
    HEADS = "the first row of a table, taken for its head"
    MERGED = "cells that are joined"
    NO_WORDS = "a picture without words"
    NOT_SHOWN = "a picture that browsers do not show"
    ELSEWHERE = "a picture on another site"
    NOT_THERE = "a picture whose file is not there"
    DRAWING = "a drawing"
    UNREAD = "something that could not be read"
    MISSING = "words that could not be found again"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something of a document: its `words`, the words that stand `near` it, and what else is to be known."""

    kind: Kind
    words: str
    near: str = ""
    more: str = ""
