"""Names that are nearly those of something that there is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausetree.editing.assist.fix import Fix, only_near, writing
from clausetree.editing.assist.known import Known
from clausetree.editing.assist.names import NameKind, Names, names_in
from clausetree.editing.replacement import Replacement
from clausetree.report.problem import Problem
from clausetree.report.span import Span
from clausetree.tree.problems import names as p
from clausetree.tree.problems.deadlines import NoSuchEvent
from clausetree.tree.problems.lines import BadName, OtherTreeExpected, UnknownKeyword
from clausetree.tree.problems.totals import UnknownTotal
from clausetree.tree.syntax import Verb

_SAID = re.compile(r"[\w-]+\s+(?P<verb>is\s+not|is|includes)\b(?P<rest>[^\r\n]*)")
_SO = re.compile(r"(?P<name>[\w-]+) is (?P<said>true|yes|so|false|no)")


def fix_of_names(problem: Problem, text: str, known: Known) -> Fix | None:
    """Return the mend of a name that is certain, or None."""
    match problem:
        case UnknownKeyword(span, found, _, allowed, near):
            return writing(span, near) if near and only_near(found.lower(), near, allowed) else None
        case BadName(span, _, suggestion):
            return writing(span, suggestion) if suggestion else None
        case OtherTreeExpected(span, found) if known.tree(found):
            return Fix(f"Write `tree {found}`", (Replacement(Span(span.start, span.start), "tree "),))
        case p.WrongVerb(span, _, used, right):
            return _other_verb(text, span, used, right)
        case p.FactNotAlone(span, name):
            said = _SO.fullmatch(text[span.start : span.end])
            denied = said is not None and said["said"] in ("false", "no")
            return writing(span, f"not {name}" if denied else name) if said else None
        case _:
            return _near(problem, text, known)


def _near(problem: Problem, text: str, known: Known) -> Fix | None:
    name, near = getattr(problem, "name", None), getattr(problem, "near", None)
    if not isinstance(name, str) or not isinstance(near, str):
        return None
    candidates = _candidates(problem, names_in(text), known)
    return writing(problem.span, near) if candidates and only_near(name, near, candidates) else None


def _candidates(problem: Problem, names: Names, known: Known) -> Iterable[str]:
    """Return what such a name may be; nothing for a problem of another kind."""
    spoken_of = (NameKind.NODE, NameKind.FACT, NameKind.TOTAL)
    match problem:
        case p.UnknownTarget():
            return _called(names, NameKind.NODE)
        case p.UnknownQuestion() | p.UnknownFact() | NoSuchEvent():
            return _called(names, *spoken_of)
        case p.UnknownOption(_, _, _, offered):
            return offered
        case p.UnknownRole():
            return _called(names, NameKind.ROLE)
        case p.UnknownShared():
            return _called(names, NameKind.SHARED)
        case UnknownTotal():
            return _called(names, NameKind.TOTAL)
        case p.UnknownLink():
            return known.registry.links
        case p.UnknownPolicy(_, _, policies):
            return policies
        case p.UnknownTree():
            return [other.tree for _, other in known.others()]
        case _:
            return ()


def _called(names: Names, *kinds: NameKind) -> list[str]:
    return [use.text for kind in kinds for use in names.all(kind)]


def _other_verb(text: str, span: Span, used: object, right: Verb) -> Fix | None:
    said = _SAID.match(text, span.start)
    if said is None or not isinstance(used, Verb):
        return None
    verb = Span(*said.span("verb"))
    if right is Verb.INCLUDES and said["verb"] != "is":
        denial = Replacement(Span(span.start, span.start), "not ")
        return Fix("Write `not … includes`", (denial, Replacement(verb, right.value)))
    several = right is Verb.IS and "," in said["rest"]
    return None if several else writing(verb, right.value)
