"""Another name for something, written wherever the old one stands."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clausetree.editing.assist.known import Known
from clausetree.editing.assist.names import TODAY, NameKind, Names, Use, names_in
from clausetree.editing.assist.places import owner_of, places_of
from clausetree.editing.replacement import Replacement
from clausetree.report.names import in_plain_letters, is_name, slug
from clausetree.tree.language.phrases import RESERVED
from clausetree.tree.language.table import ANY
from clausetree.tree.model import YOU

_IN_CONDITIONS = (NameKind.NODE, NameKind.FACT, NameKind.TOTAL)
"""What a condition may speak of by its name alone: no two of these are called alike."""
_IN_LINKS = (NameKind.NODE, NameKind.ANSWER, NameKind.TREE)
_ELSEWHERE = {
    NameKind.CLAUSE: "The name of a clause stands in its policy, and never changes once it is published.",
    NameKind.POLICY: "The name of a policy stands in its head, and never changes once it is published.",
    NameKind.LINK: "The label of a link stands in links.yml. Change it there first.",
}


@dataclass(frozen=True, slots=True)
class Renamed:
    """The `changes` of each file, and the `files` that get other names; `warnings` say what it breaks."""

    changes: Mapping[str, tuple[Replacement, ...]]
    files: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Return `{"changes": {FILE: CHANGES}, "files": {OLD: NEW}, "warnings": […]}`.

        The changes are `[{"from": 4, "to": 8, "text": …}, …]`.
        """
        changes = {
            file: [{"from": one.span.start, "to": one.span.end, "text": one.text} for one in every]
            for file, every in self.changes.items()
        }
        return {"changes": changes, "files": dict(self.files), "warnings": list(self.warnings)}


def rename(text: str, offset: int, new: str, known: Known) -> Renamed | str:
    """Return what gives the thing at an offset of a tree the name `new`, or in a sentence why it cannot be."""
    names = names_in(text)
    use = names.at(offset) if known.is_tree else None
    if use is None:
        return "No name stands here that could be changed."
    places = places_of(text, offset, known)
    refused = _refused(use, new) or next(_clashes(use, new, names, known), None)
    if refused:
        return refused
    if not any(place.defines for place in places):
        return f"Nothing is called `{use.text}`: there is nothing to rename."
    changes: defaultdict[str, list[Replacement]] = defaultdict(list)
    for place in places:
        changes[place.file].append(Replacement(place.span, new))
    tree, wanted = owner_of(use, names)
    files = {}
    if wanted.kind is NameKind.TREE:
        file = next(place.file for place in places if place.defines)
        files = {file: posixpath.join(posixpath.dirname(file), f"{new}.tree")}
    every = {file: tuple(found) for file, found in changes.items()}
    return Renamed(every, files, tuple(_warnings(wanted, tree, known)))


def _refused(use: Use, new: str) -> str | None:
    """Return why nothing of its kind can be called so, or why this is not named here."""
    if use.kind in _ELSEWHERE:
        return _ELSEWHERE[use.kind]
    if use.text == YOU and use.kind is NameKind.ROLE:
        return f"`{YOU}` is the reader, in every tree."
    if new == use.text:
        return f"It is called `{new}` already."
    if not is_name(new):
        near = slug(in_plain_letters(new))
        made = "A name is made of the letters a to z and digits, in words joined by hyphens"
        return f"{made}, such as `{near}`." if near else f"{made}."
    if new in RESERVED or (new == YOU and use.kind is NameKind.ROLE):
        return f"`{new}` is a word of the language, so it cannot be a name."
    taken = {NameKind.ANSWER: ANY, NameKind.NODE: TODAY, NameKind.TOTAL: TODAY}.get(use.kind)
    return f"`{new}` has a meaning of its own, so it cannot be the name of this." if new == taken else None


def _clashes(use: Use, new: str, names: Names, known: Known) -> Iterator[str]:
    """Yield in sentences what else is called so, in this tree or in one that would have the name as well."""
    tree, wanted = owner_of(use, names)
    if wanted.kind is NameKind.TREE:
        yield from (f"There is a tree called `{new}`." for _ in filter(None, [known.tree(new)]))
        yield from (f"There is a tree called `{new}`." for _ in [1] if names.tree == new)
        for file, other in ((known.name, names), *known.others()):
            if tree in other.visits and (found := _called(new, other)):
                yield f"{file} visits this tree, and has a {found.kind.value} called `{new}`."
        return
    own = names if names.tree == tree else next((one for _, one in known.others() if one.tree == tree), names)
    if wanted.kind in _IN_CONDITIONS:
        found = _called(new, own)
    else:
        of = wanted.of if wanted.kind is NameKind.ANSWER else ""
        found = own.definition(wanted.kind, new, of)
    if found:
        what = f"question `{wanted.of}` has an answer" if wanted.of else f"there is a {found.kind.value}"
        yield f"{what[0].upper()}{what[1:]} called `{new}`."


def _called(name: str, names: Names) -> Use | None:
    return next(filter(None, (names.definition(kind, name) for kind in _IN_CONDITIONS)), None)


def _warnings(wanted: Use, tree: str, known: Known) -> Iterator[str]:
    if wanted.kind in _IN_LINKS and tree in known.published:
        what = {NameKind.TREE: "this procedure", NameKind.ANSWER: "this answer"}.get(wanted.kind, "this place")
        yield (
            f"Readers have this procedure. Links to their answers, which they kept or sent to others, name "
            f"`{wanted.text}`: they will not lead to {what} any more."
        )
    if wanted.kind is NameKind.TREE:
        old = wanted.text
        yield f"Change `{old}` yourself in mkdocs.yml, in trees.lock, and in pages that show or link to it."
