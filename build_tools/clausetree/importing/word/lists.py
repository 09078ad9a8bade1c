"""Definitions of automatic numbers (ECMA-376 part 1, 17.9): what each level of each list looks like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from clausetree.importing.word.names import child, number, switched_on, value, w
from clausetree.importing.word.styles import Styles

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CONTENT, _CHOICE = f"{_COMPATIBLE}AlternateContent", f"{_COMPATIBLE}Choice"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. In `text`, %1 stands for the count of the first level.

    `restarts` is the level that begins it anew, counted from 1; 0 where none does, None where any above does.
    In a `legal` one, the counts of all levels are figures. `style` is the id of the style that stands for it.
    """

    start: int = 0
    form: str = "decimal"
    pattern: str = ""
    text: str = ""
    restarts: int | None = None
    legal: bool = False
    tail: str = "tab"
    style: str | None = None

    @property
    def is_bullet(self) -> bool:
        """Whether it counts nothing: its text is a sign."""
        return self.form == "bullet"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list that paragraphs name. Lists of the same `family` count on from each other.

    `starts` are the counts at which its levels begin when it is first met.
    """

    family: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)

    def level_of(self, style: str) -> int | None:
        """Return the level that a style stands for."""
        return next((at for at, level in self.levels.items() if level.style == style), None)


def read_lists(root: Element | None, styles: Styles) -> dict[str, Numbered]:
    """Read the part `numbering.xml`: the lists by the ids that paragraphs name them with."""
    if root is None:
        return {}
    abstract = {element.get(w("abstractNumId")): element for element in root.findall(w("abstractNum"))}
    concrete = {element.get(w("numId")) or "": element for element in root.findall(w("num"))}

    def family_of(key: str, met: frozenset[str] = frozenset()) -> str | None:
        """Return the definition that a list is made of; a list style's stands with another list."""
        family = value(concrete.get(key), "abstractNumId")
        linked = value(abstract.get(family), "numStyleLink")
        if linked is None or key in met:
            return family
        lists = (style.list for style in styles.chain(linked) if linked in styles.by_id)
        other = next((name for name in lists if name), None)
        return family_of(other, met | {key}) if other in concrete else family

    def read(key: str, element: Element) -> Iterator[Numbered]:
        family = family_of(key)
        if family is not None and family in abstract:
            yield _numbered(element, family, abstract[family])

    return {key: found for key, element in concrete.items() for found in read(key, element)}


def _numbered(element: Element, family: str, definition: Element) -> Numbered:
    levels = dict(_levels(definition))
    starts: dict[int, int] = {}
    for override in element.findall(w("lvlOverride")):
        at = _at(override)
        levels |= dict(_levels(override))
        start = number(override, "startOverride")
        if start is not None:
            starts[at] = start
    return Numbered(family, levels, starts)


def _at(element: Element) -> int:
    said = element.get(w("ilvl")) or ""
    return int(said) if said.isdecimal() else 0


def _levels(definition: Element) -> Iterator[tuple[int, Level]]:
    for element in definition.findall(w("lvl")):
        form = child(element, "numFmt")
        if form is None:
            form = child(element.find(f"{_CONTENT}/{_CHOICE}"), "numFmt")
        yield (
            _at(element),
            Level(
                start=number(element, "start") or 0,
                form="decimal" if form is None else form.get(w("val")) or "decimal",
                pattern="" if form is None else form.get(w("format")) or "",
                text=value(element, "lvlText") or "",
                restarts=number(element, "lvlRestart"),
                legal=bool(switched_on(element, "isLgl")),
                tail=value(element, "suff") or "tab",
                style=value(element, "pStyle"),
            ),
        )
