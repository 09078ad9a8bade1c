"""A policy's words and anchors as HTML, and nothing that the look of a page asks for."""

from __future__ import annotations

from typing import override

from clausetree.policy.document import Content, Note, Unit
from clausetree.render.policy.blocks import Blocks


class Bare(Blocks):
    """Makes blocks HTML as they are written."""

    @override
    def role(self, unit: Unit) -> str:
        return ""

    @override
    def own(self, unit: Unit, content: Content) -> str:
        return self.words.html(content)

    @override
    def tools(self, unit: Unit) -> str:
        return ""

    @override
    def behind(self, unit: Unit) -> str:
        return ""

    @override
    def other_marks(self, note: Note) -> str:
        return ""
