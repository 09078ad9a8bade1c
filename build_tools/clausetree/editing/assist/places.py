"""Where something is called so, and every place that speaks of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from clausetree.editing.assist.known import Known
from clausetree.editing.assist.names import NameKind, Names, Use, names_in
from clausetree.report.span import Span

_PLACE = re.compile(r"\]\((?P<page>[^()#\s]*)#(?P<anchor>[\w-]+)\)")
_FOR_ALL = (NameKind.CLAUSE, NameKind.POLICY, NameKind.LINK)
"""What is no tree's own to name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A name in a file; it `defines` what it names, or speaks of it."""

    file: str
    span: Span
    defines: bool = False

    def to_json(self) -> dict[str, object]:
        """Return `{"file": "trees/a.tree", "from": 4, "to": 8, "defines": false}`."""
        return {"file": self.file, "from": self.span.start, "to": self.span.end, "defines": self.defines}


def name_at(text: str, offset: int) -> Use | None:
    """Return the name that stands at an offset of a tree, or right before it."""
    return names_in(text).at(offset)


def definition_at(text: str, offset: int, known: Known) -> Place | None:
    """Return where that is written which the name at an offset names: in a tree, or in a policy."""
    if not known.is_tree:
        return _place_of_anchor(text, offset, known)
    names = names_in(text)
    use = names.at(offset)
    if use is None:
        return None
    if use.kind in (NameKind.CLAUSE, NameKind.POLICY):
        return _in_policies(use, names, known)
    return next((place for place in places_of(text, offset, known) if place.defines), None)


def places_of(text: str, offset: int, known: Known) -> tuple[Place, ...]:
    """Return every place that names the same as the name at an offset, in this tree first.

    Other trees speak of a tree by its id, and of an outcome where they ask how a visit ended. In a policy it is
    the clause at the offset, and what trees cite it.
    """
    if not known.is_tree:
        return tuple(_citing(offset, known))
    names = names_in(text)
    use = names.at(offset)
    return tuple(_places(use, names, known)) if use else ()


def _citing(offset: int, known: Known) -> Iterator[Place]:
    """Yield the clause of the policy that is written in which an offset stands, and where trees cite it."""
    policy = known.registry.policy(known.policy)
    around = (
        [clause for clause in policy.clauses if clause.span.start <= offset <= clause.span.end]
        if policy
        else []
    )
    if not around:
        return
    clause = min(around, key=lambda one: one.span.end - one.span.start)
    yield Place(known.name, clause.span, defines=True)
    for file, names in known.others():
        for use in names.uses:
            of = use.of or names.policy
            if (
                use.kind is NameKind.CLAUSE
                and of == known.policy
                and known.registry.find(of, use.text) == clause
            ):
                yield Place(file, use.span)


def _places(use: Use, names: Names, known: Known) -> Iterator[Place]:
    owner, wanted = owner_of(use, names)
    own = names.tree == owner or use.kind in _FOR_ALL
    for file, found in ((known.name, names), *known.others()):
        if use.kind in _FOR_ALL:
            same = [one for one in found.uses if _alike(one, found, use, names)]
        elif (own and file == known.name) or (file != known.name and found.tree == owner):
            same = [one for one in found.uses if _is_own(one, found, wanted)]
        else:
            same = [one for one in found.uses if _is_others(one, found, owner, wanted)]
        yield from (Place(file, one.span, _defines(one)) for one in same)


def owner_of(use: Use, names: Names) -> tuple[str, Use]:
    """Return the id of the tree that a name belongs to, and the name as that tree would write it.

    The name of a visit is the id of another tree, and how it may end are outcomes of that.
    """
    if use.kind is NameKind.NODE and use.text in names.visits:
        return use.text, use._replace(kind=NameKind.TREE)
    if use.kind is NameKind.ANSWER and use.of in names.visits:
        return use.of, use._replace(kind=NameKind.NODE, of="")
    return (use.text if use.kind is NameKind.TREE else names.tree), use


def _is_own(one: Use, names: Names, wanted: Use) -> bool:
    """Return whether a name in the tree that something belongs to is of that."""
    if wanted.kind is NameKind.TREE:
        return one.kind is NameKind.TREE and one.text == wanted.text
    of = wanted.of if wanted.kind is NameKind.ANSWER else ""
    visited = one.kind is NameKind.NODE and one.text in names.visits
    return (one.kind, one.text) == (wanted.kind, wanted.text) and (not of or one.of == of) and not visited


def _is_others(one: Use, names: Names, owner: str, wanted: Use) -> bool:
    """Return whether a name in another tree speaks of what belongs to the tree `owner`."""
    if wanted.kind is NameKind.TREE:
        visited = one.kind is NameKind.NODE and one.text in names.visits
        return (one.kind is NameKind.TREE or visited) and one.text == owner
    ends = wanted.kind is NameKind.NODE and one.kind is NameKind.ANSWER and owner in names.visits
    return ends and one.of == owner and one.text == wanted.text


def _defines(use: Use) -> bool:
    return use.defines and use.keyword != "visit"


def _alike(one: Use, names: Names, use: Use, own: Names) -> bool:
    """Return whether two names name one clause, policy or link, each in its own tree."""
    if one.kind is not use.kind or one.text != use.text:
        return False
    return one.kind is not NameKind.CLAUSE or (one.of or names.policy) == (use.of or own.policy)


def _in_policies(use: Use, names: Names, known: Known) -> Place | None:
    """Return where a clause that a tree cites is written, or the beginning of a policy."""
    policy = use.text if use.kind is NameKind.POLICY else use.of or names.policy
    file = next((name for name, found in known.pages.items() if found == policy), None)
    clause = known.registry.find(policy, use.text) if use.kind is NameKind.CLAUSE else None
    if file is None or (clause is None and use.kind is NameKind.CLAUSE):
        return None
    return Place(file, clause.span if clause else Span(0, 0), defines=True)


def _place_of_anchor(text: str, offset: int, known: Known) -> Place | None:
    """Return where the clause is written to which the link at an offset leads."""
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    for match in _PLACE.finditer(text, start, end if end >= 0 else len(text)):
        if match.start() <= offset <= match.end():
            policy = policy_of_page(known, match["page"])
            clause = known.registry.find(policy, match["anchor"])
            file = next((name for name, found in known.pages.items() if found == policy), None)
            return Place(file, clause.span, defines=True) if clause and file else None
    return None


def policy_of_page(known: Known, page: str) -> str:
    """Return the id of the policy to whose file a link of this one leads: its own for no file."""
    if not page:
        return known.policy
    return known.pages.get(posixpath.normpath(posixpath.join(posixpath.dirname(known.name), page)), "")
