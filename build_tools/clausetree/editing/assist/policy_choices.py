"""What can stand at a place in the Markdown of a policy."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from clausetree.editing.assist.choices import Choice, Completions, about_clause, fitting
from clausetree.editing.assist.known import Known
from clausetree.editing.assist.term_choices import terms
from clausetree.policy.clause import Standing
from clausetree.policy.front_matter.metadata import OPTIONAL, REQUIRED
from clausetree.report.span import Span

_TARGET = re.compile(r"\]\((?P<page>[^()#\s]*)#?(?P<typed>[\w-]*)\Z")
_LABEL = re.compile(r"\]\[(?P<typed>[^\[\]\n]*)\Z")
_LIST = re.compile(r"\{:[ ]*(?:[^{}\n]*[ ])?(?P<typed>[#.]?[\w-]*)\Z")
_NUMBER = re.compile(r"(?P<number>\d+(?:\.\d+)+[A-Za-z]?)\.?(?=\s)")
_OWN_ANCHOR = re.compile(r"\{:[^{}\n]*#(?P<anchor>[\w-]+)[^{}\n]*\}")
_AHEAD = re.compile(r"[\w-]*")


def complete_policy(text: str, offset: int, known: Known) -> Completions:
    """Return what can stand at an offset of a policy's Markdown, in place of what is being written there."""
    start = text.rfind("\n", 0, offset) + 1
    written = text[start:offset]
    for pattern, offered in ((_TARGET, _places), (_LABEL, _labels), (_LIST, _attributes)):
        match = pattern.search(written)
        if match:
            whole = match.start("page") if pattern is _TARGET else match.start("typed")
            ahead = _AHEAD.match(text, offset)
            end = ahead.end() if ahead and match["typed"] else offset
            return fitting(Span(start + whole, end), match["typed"], offered(text, start, match, known))
    if _in_front_matter(text, offset):
        if re.fullmatch(r"[\w-]*", written):
            return fitting(Span(start, offset), written, _keys(text))
        return Completions(Span(offset, offset), ())
    return terms(text, offset, known.registry, known.policy)


def _places(text: str, _start: int, match: re.Match[str], known: Known) -> Iterator[Choice]:
    """Yield the clauses of this policy, and of the others by their files."""
    page = match["page"]
    folder = posixpath.dirname(known.name)
    for name, policy in sorted(known.pages.items(), key=lambda pair: pair[0] != known.name):
        own = name == known.name
        path = "" if own else posixpath.relpath(name, folder or ".")
        found = known.registry.policy(policy)
        if found is None or (page and page != path):
            continue
        for clause in found.clauses:
            label = f"#{clause.anchor}" if own else f"{path}#{clause.anchor}"
            number = f"{clause.label}: " if clause.number else ""
            title = "" if own else f"{found.title}, "
            yield Choice(label, label, f"{title}{number}{about_clause(clause)}")
    if not page:
        for own_anchor in _OWN_ANCHOR.finditer(text):
            anchor = f"#{own_anchor['anchor']}"
            policy_now = known.registry.policy(known.policy)
            if policy_now is None or all(clause.anchor != anchor[1:] for clause in policy_now.clauses):
                yield Choice(anchor, anchor, "Words of this policy.")


def _labels(_text: str, _start: int, _match: re.Match[str], known: Known) -> Iterator[Choice]:
    for label, link in known.links.items():
        yield Choice(label, label, f"{link.what}{'' if link.url else ' (no address yet)'}")


def _attributes(text: str, start: int, _match: re.Match[str], _known: Known) -> Iterator[Choice]:
    """Yield what an attribute list may hold: first the anchor of the number that stands before it."""
    above = text[:start].rstrip().rsplit("\n", 1)[-1] + "\n" + text[start:].split("\n", 1)[0]
    number = _NUMBER.search(above)
    taken = {own["anchor"] for own in _OWN_ANCHOR.finditer(text)}
    if number and (anchor := f"c{number['number'].replace('.', '-').lower()}") not in taken:
        yield Choice(f"#{anchor}", f"#{anchor}", f"The anchor of clause {number['number']}: its name for ever.")
    yield Choice(f".{Standing.INFORMATIVE.value}", f".{Standing.INFORMATIVE.value}", _INFORMATIVE)
    yield Choice(f".{Standing.EDITORIAL.value}", f".{Standing.EDITORIAL.value}", _EDITORIAL)
    yield Choice('data-toc-label=""', 'data-toc-label=""', "What the list of contents calls a long heading.")


_INFORMATIVE = "The organisation's words about the policy, which nobody confirms."
_EDITORIAL = "The publisher's words, which are not the organisation's."
_MEANINGS = {
    "policy": "The id of the policy: its name for ever.",
    "title": "What the policy is called.",
    "version": 'The version, in quotation marks: "1.0".',
    "owner": "Who is responsible for it.",
    "approved": "The day on which it was approved.",
    "approved_by": "Who approved it.",
    "first_implemented": "The day on which it first came into force.",
    "reviewed": "The day on which it was last reviewed.",
    "next_review": "The day by which it is to be reviewed.",
    "language": "The language that it is written in, as in `cy`, where that is not English.",
    "numbers": "Examples of its numbers, where they are of an unusual form.",
    "terms": "Words that it gives a meaning, each with the anchor of the clause that says so.",
    "binds": "Words of its own that oblige people, each with the strength that it has.",
}


def _keys(text: str) -> Iterator[Choice]:
    written = set(re.findall(r"^([\w-]+):", text, re.MULTILINE))
    for key in (*REQUIRED, *OPTIONAL, "numbers", "terms", "binds"):
        if key not in written:
            yield Choice(key, f"{key}: ", _MEANINGS.get(key, ""))


def _in_front_matter(text: str, offset: int) -> bool:
    fence = re.match(r"---[ \t]*\r?\n", text)
    closed = re.search(r"^---[ \t]*$", text[fence.end() :], re.MULTILINE) if fence else None
    return (
        fence is not None
        and offset >= fence.end()
        and (closed is None or offset <= fence.end() + closed.start())
    )
