"""What an author most likely did wrong in front matter that a YAML reader refuses."""

from __future__ import annotations

from enum import Enum


class YamlFault(Enum):
    """A way to spoil a line, and what a line looks like that is spoilt so; the first that fits counts."""

    TAB = r"[ ]*\t.*"
    NO_COLON = r"[^\s:#'\"-][^:]*"
    NO_SPACE = r"[^\s:#'\"][^:\s]*:[^\s:].*"
    OPEN_QUOTE = r"""[^:]+:[ \t]+(?:"(?:[^"\\]|\\.)*|'[^']*)"""
    WORDS_BEHIND_QUOTE = r"""[^:]+:[ \t]+(?:"(?:[^"\\]|\\.)*"|'[^']*')[ \t]*[^\s#].*"""
    COLON_INSIDE = r"""[^:'"]+:[ \t]+[^'"\s].*:(?:[ \t].*)?"""
    STRANGE_BEGINNING = r"[^:]+:[ \t]+[@`%&*!|>\[\]{},?].*"
