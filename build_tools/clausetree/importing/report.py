"""What was made of a document, for the person whose document it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clausetree.importing.remarks import Kind, Remark

_LONGEST = 100
_LOOK: Mapping[Kind, str] = {
    Kind.MISSING: "These words of your document could not be found again in the policy. Put them in:",
    Kind.NOT_SAID: "The document does not say these for certain. Write them into the head of the policy:",
    Kind.CHANGE: "Your document had tracked changes. This became of each:",
    Kind.STALE: "These references say another number than their clause has. Word mends them with F9:",
    Kind.LOST: "These links or references led to nothing. Their words stand without a link:",
    Kind.FORM: "These numbers are of a kind that we do not know, and stand in figures:",
    Kind.LANGUAGE: "Most of the document is in this language. If it is, say it in the head of the policy:",
    Kind.PASSAGE: "These passages are in another language, as your document has it, and are marked so, for"
    ' voices that read them aloud. If one is not, take <span lang="…"> and </span> away:',
    Kind.LOOKS: "These lines look like headings, and are not marked so. Put ## before those that are:",
    Kind.HEADS: "These first rows of tables are taken for their heads. If one is not, put an empty row above:",
    Kind.MERGED: "These tables had joined cells. Each cell stands by itself now, so read them once:",
    Kind.BOX: "These words stood in a text box. They stand behind the paragraph that the box hung on:",
    Kind.NO_WORDS: "These pictures have no words for those who cannot see them. Write them into the brackets:",
    Kind.NOT_SHOWN: "These pictures are of a kind that browsers do not show. Save them as PNG or SVG:",
    Kind.ELSEWHERE: "These pictures are on other sites, which were not asked. Save them beside the document:",
    Kind.NOT_THERE: "These pictures are not where the document has them. Put them there, and import it again:",
    Kind.DRAWING: "These words stand in drawings. Make drafts of them: clausetree import … --flowcharts",
    Kind.UNREAD: "These parts of the document could not be read:",
}
_LEFT: Mapping[Kind, str] = {
    Kind.CONTENTS: "The list of contents, which the site makes by itself:",
    Kind.AGAIN: "The title, where the document says it again:",
    Kind.RUNNING: "What stands at the head or the foot of every page:",
    Kind.COMMENT: "Comments:",
    Kind.HIDDEN: "Hidden text, which is not printed:",
}
_KEYS = {
    "title": "title",
    "version": "version",
    "owner": "owner",
    "approved": "approved (the day)",
    "approved_by": "approved by",
    "first_implemented": "first implemented",
    "reviewed": "reviewed",
    "next_review": "next review",
}


def report(name: str, page: str, remarks: Sequence[Remark], words: int, left: int) -> str:
    """Tell what became of the document `name`, which is the policy in `page` now, with so many `words`."""
    return "\n".join(_lines(name, page, remarks, words, left)) + "\n"


def _lines(name: str, page: str, remarks: Sequence[Remark], words: int, left: int) -> Iterator[str]:
    yield f"# {name} as a policy"
    yield ""
    yield f"The policy is in {page}."
    taken = [remark for remark in remarks if remark.kind is Kind.LOOKS and remark.more == "taken"]
    yield from _part("What you have to look at", _LOOK, [remark for remark in remarks if remark not in taken])
    head = [remark for remark in remarks if remark.kind is Kind.HEAD]
    if head or taken:
        yield from ("", "## What was taken as what", "")
        yield from (f"- {_KEYS[remark.more]}: {remark.words}" for remark in head)
        yield from (f"- a heading: {_short(remark.words)}" for remark in taken)
    yield from _part("What was left out", _LEFT, remarks)
    yield from ("", "## Words", "")
    kept = words - left
    yield f"Your document has {words:,} words, its numbers among them. {kept:,} of them are in the policy."
    if left:
        yield f"The other {left:,} are in the lists above."


def _part(title: str, kinds: Mapping[Kind, str], remarks: Sequence[Remark]) -> Iterator[str]:
    """Yield a heading, and below it the remarks of each of these kinds; nothing where there are none."""
    found = {kind: [remark for remark in remarks if remark.kind is kind] for kind in kinds}
    if any(found.values()):
        yield from ("", f"## {title}")
    for kind, told in found.items():
        if told:
            yield from ("", kinds[kind], "", *(f"- {_said(remark)}" for remark in told))


def _said(remark: Remark) -> str:
    words = _short(remark.words) if remark.kind is not Kind.MISSING else remark.words
    near = (
        f" (in “{_short(remark.near)}”)" if remark.near.strip() and remark.near.strip() != remark.words else ""
    )
    match remark.kind:
        case Kind.NOT_SAID:
            return _KEYS[remark.more]
        case Kind.CHANGE:
            return f"“{words}” was {remark.more}{near}"
        case Kind.STALE:
            return f"“{words}”: the clause has the number {remark.more}{near}"
        case Kind.COMMENT if remark.more:
            return f"{remark.more}: {words}"
        case Kind.LANGUAGE:
            return f"language: {remark.more}"
        case Kind.PASSAGE:
            return f"{remark.more}: {words}"
        case Kind.ELSEWHERE | Kind.NOT_THERE if not words:
            return remark.more
        case Kind.ELSEWHERE | Kind.NOT_THERE | Kind.LOST | Kind.FORM | Kind.NOT_SHOWN if remark.more:
            return f"“{words}” ({remark.more}){near}"
        case _:
            return f"{words}{near}"


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rsplit(' ', 1)[0]} …"
