"""The words for everything that can be wrong with a policy."""

from __future__ import annotations

from clausetree.policy.head import Fence
from clausetree.policy.problems import (
    AnchorKeptForNumbers,
    AnchorNotOfNumber,
    AnchorNotOfParent,
    AnchorOfAnotherNumber,
    BadAnchor,
    BadLink,
    BadNumber,
    BadPolicyId,
    BadTerm,
    DuplicateAnchor,
    DuplicateNumber,
    DuplicatePolicy,
    DuplicateTerm,
    FenceLost,
    IndentedWords,
    LinksUnreadable,
    MeaningInHeading,
    MeaningNotOfPolicy,
    MetadataNotText,
    MetadataUnreadable,
    MisshapenAnchor,
    MissingAnchor,
    MissingMetadata,
    NotUtf8,
    Problem,
    RawHtml,
    StrayAnchor,
    TermsUnreadable,
    UnknownKey,
    UnknownLink,
    UnknownMeaning,
    UnreadableBlock,
    UnsafeLink,
    UnusedLink,
)
from clausetree.policy.slip import Slip
from clausetree.policy.slips import find_slip
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source

CODES: dict[type[Problem], str] = {
    MissingAnchor: "P101",
    StrayAnchor: "P102",
    BadAnchor: "P103",
    DuplicateAnchor: "P104",
    AnchorNotOfNumber: "P105",
    AnchorOfAnotherNumber: "P106",
    AnchorNotOfParent: "P107",
    AnchorKeptForNumbers: "P108",
    MisshapenAnchor: "P109",
    DuplicateNumber: "P111",
    UnreadableBlock: "P112",
    RawHtml: "P113",
    UnknownLink: "P114",
    IndentedWords: "P115",
    BadNumber: "P116",
    MissingMetadata: "P121",
    MetadataNotText: "P122",
    MetadataUnreadable: "P123",
    DuplicatePolicy: "P124",
    NotUtf8: "P125",
    FenceLost: "P126",
    BadPolicyId: "P127",
    UnknownKey: "P128",
    LinksUnreadable: "P131",
    BadLink: "P132",
    UnsafeLink: "P133",
    UnusedLink: "P134",
    TermsUnreadable: "P141",
    BadTerm: "P142",
    UnknownMeaning: "P143",
    MeaningInHeading: "P144",
    MeaningNotOfPolicy: "P145",
    DuplicateTerm: "P146",
}
"""Codes are permanent: people search for them. A gap in the numbers separates the groups."""

_UNREADABLE: dict[Slip | None, str] = {
    Slip.TAB: "This line of the head begins with a tab.",
    Slip.NO_COLON: "This line of the head has no colon.",
    Slip.NO_SPACE: "This line of the head has no space behind its colon.",
    Slip.OPEN_QUOTE: "This value opens with a quotation mark that is never closed.",
    Slip.WORDS_BEHIND_QUOTE: "Something stands behind the quotation mark that closes this value.",
    Slip.COLON_INSIDE: "This value has a colon of its own.",
    Slip.STRANGE_BEGINNING: "This value begins with a sign that means something else here.",
}
_READABLE: dict[Slip | None, str] = {
    Slip.TAB: "Put spaces in place of the tab: two before a term, none before anything else.",
    Slip.NO_COLON: "Write a word, a colon, a space and a value, as in `title: Lone working policy`.",
    Slip.NO_SPACE: "Write a space between the colon and the value, as in `title: Lone working policy`.",
    Slip.OPEN_QUOTE: "Close it with the same quotation mark, at the end of the line.",
    Slip.WORDS_BEHIND_QUOTE: "Take the quotation marks out, or put single ones around the whole value.",
    Slip.COLON_INSIDE: 'Put the whole value in quotation marks, as in `title: "Lone working: what to do"`.',
    Slip.STRANGE_BEGINNING: "Put the whole value in quotation marks.",
}

_UNDER = "on a line of its own directly under the words"
_PLACES = {"heading": "at its end", "row": "at the end of its first cell"}
_WARNINGS = (AnchorOfAnotherNumber, UnusedLink)


def to_diagnostic(problem: Problem, source: Source) -> Diagnostic:
    """Turn a fault found in `source` into what its author reads."""
    if isinstance(problem, MetadataUnreadable):
        # A YAML reader often gives up some lines below the one that is spoilt.
        problem = find_slip(source.text) or problem
    severity = Severity.WARNING if isinstance(problem, _WARNINGS) else Severity.ERROR
    message, hint = describe(problem)
    return Diagnostic(CODES[type(problem)], severity, source, problem.span, message, hint)


def describe(problem: Problem) -> tuple[str, str]:
    """Return what is wrong and what to do, each a sentence or two."""
    kinds = (_of_anchor, _of_text, _of_metadata, _of_links, _of_terms)
    words = next(filter(None, (of_kind(problem) for of_kind in kinds)), None)
    if words is None:
        raise AssertionError(f"no words for {type(problem).__name__}")
    return words


def _of_anchor(problem: Problem) -> tuple[str, str] | None:
    match problem:
        case MissingAnchor(number=number, shape=shape, suggestion=suggestion):
            return (
                f"{number or f'This {shape}'} has no anchor, so nobody can link to it.",
                f"Put `{{: #{suggestion} }}` {_PLACES.get(shape, _UNDER)}.",
            )
        case StrayAnchor():
            return (
                "This anchor belongs to no words.",
                "Put it directly under its words, without a blank line between.",
            )
        case MisshapenAnchor(found=found, anchor=anchor, shape=shape):
            return (
                f"`{found}` is not read as an anchor.",
                f"Put `{{: #{anchor} }}` {_PLACES.get(shape, _UNDER)}.",
            )
        case BadAnchor(found=found, suggestion=suggestion):
            return (
                f"`{found}` cannot be an anchor.",
                "An anchor is lower-case letters and digits, in words joined by single hyphens: "
                f"`{suggestion}`.",
            )
        case DuplicateAnchor(anchor=anchor, first_line=line, suggestion=suggestion):
            return (
                f"The anchor `{anchor}` is used twice; line {line} has it already.",
                f"Give this one an anchor of its own{f': `{suggestion}`' if suggestion else ''}.",
            )
        case AnchorNotOfNumber(number=number, anchor=anchor, suggestion=suggestion):
            return (
                f"{number} is numbered, and `{anchor}` is not the anchor of a numbered clause.",
                f"The anchor of a new clause {number} is `{suggestion}`.",
            )
        case AnchorOfAnotherNumber(number=number, anchor=anchor, suggestion=suggestion):
            return (
                f"{number} has the anchor `{anchor}`.",
                "That is right if the clause was renumbered: its anchor stays. "
                f"The anchor of a new clause {number} is `{suggestion}`.",
            )
        case AnchorNotOfParent(anchor=anchor, parent=parent, suggestion=suggestion):
            return (
                f"This item stands under `{parent}`, and its anchor `{anchor}` does not say so.",
                f"Begin it with the anchor of its clause: `{suggestion}`.",
            )
        case AnchorKeptForNumbers(anchor=anchor):
            return (
                f"`{anchor}` is the anchor of a numbered clause, and these words have no number.",
                "Give the words their number, or an anchor that says what they are about.",
            )
        case _:
            return None


def _of_text(problem: Problem) -> tuple[str, str] | None:
    match problem:
        case DuplicateNumber(number=number, first_line=line):
            return (
                f"The number {number} is used twice; line {line} has it already.",
                "A number that two clauses have cannot be cited. Renumber one of them.",
            )
        case UnreadableBlock():
            return (
                "Code or HTML cannot be part of a policy.",
                "Write the words as a paragraph, a list or a table.",
            )
        case IndentedWords():
            return (
                "These words begin with four spaces or more, so they are read as code.",
                "Take the spaces out. Words that go on with an item of a list stand right under its words.",
            )
        case BadNumber(found=found, number=number):
            return (
                f"`{found}` is not read as the number of a clause.",
                f"Write `{number}` and a space, with nothing between.",
            )
        case RawHtml(found=found):
            return (f"`{found}` is HTML.", "Write it as Markdown, or leave it out.")
        case UnknownLink(label=label, near=near):
            return (
                f"No link is called `{label}`.",
                f"Did you mean `{near}`?" if near else f"Add `{label}` to the registry of links.",
            )
        case _:
            return None


def _of_metadata(problem: Problem) -> tuple[str, str] | None:
    match problem:
        case FenceLost(fence=Fence.OPENING):
            return (
                "This file does not begin with a line of three hyphens.",
                "Make the very first line of the file `---`, with nothing above it and nothing else on it.",
            )
        case FenceLost():
            return (
                "The head of this file does not end with a line of three hyphens.",
                "Write `---` on a line of its own under the last line of the head, above the policy's words.",
            )
        case MissingMetadata(key=key):
            return (
                f"The head of this policy does not say its `{key}`.",
                f"Add a line `{key}: …` between the two lines of `---` at the top of the file.",
            )
        case BadPolicyId(found=found, suggestion=suggestion):
            return (
                f"“{found}” cannot be the id of a policy.",
                "An id is small letters a to z and digits, in words joined by single hyphens: "
                f"`policy: {suggestion or 'social-media'}`. The title may have any letters.",
            )
        case UnknownKey(found=found, near=near):
            return (
                f"Nothing reads a line that begins with `{found}:`.",
                f"Did you mean `{near}:`?"
                if near
                else "Take it out. If it is a note to yourself, begin the line with `#` and a space.",
            )
        case MetadataNotText(key=key, written=written):
            return (
                f"The `{key}` is not text.",
                f'Put it in quotation marks: `{key}: "{written or "…"}"`. '
                "Without them 2.10 would be read as 2.1.",
            )
        case MetadataUnreadable(slip=slip):
            return (
                _UNREADABLE.get(slip, "The head of this file cannot be read from here on."),
                _READABLE.get(
                    slip,
                    "Each line of it is a word, a colon, a space and a value. "
                    "Put a value that has a colon or a quotation mark of its own in single quotes.",
                ),
            )
        case NotUtf8():
            return (
                "This character cannot be read.",
                "Save the file as UTF-8 in your editor, and look whether every character is as it was.",
            )
        case DuplicatePolicy(id=id, first=first):
            return (
                f"The policy `{id}` is in `{first}` already.",
                "Give this policy an id of its own.",
            )
        case _:
            return None


def _of_links(problem: Problem) -> tuple[str, str] | None:
    match problem:
        case LinksUnreadable():
            return (
                "The registry of links cannot be read from here on.",
                "Each entry is a label with a `url` and a `what` indented under it.",
            )
        case BadLink(label=label):
            return (
                f"The link `{label}` must have a `url` and a `what`.",
                'Until you know where it leads, write `url: ""`, and say in `what` what to look for.',
            )
        case UnsafeLink(label=label, url=url):
            return (
                f"The link `{label}` leads to `{url}`.",
                "Give the whole address, beginning with `https://` or `mailto:`.",
            )
        case UnusedLink(label=label):
            return (f"No policy uses the link `{label}`.", "Take it out, or correct its label.")
        case _:
            return None


def _of_terms(problem: Problem) -> tuple[str, str] | None:
    match problem:
        case TermsUnreadable():
            return (
                "The list of terms cannot be read.",
                "Under `terms:`, write a line for each term, indented by two spaces: "
                "its words, a colon, a space, and the anchor of the part that says what it means. "
                "If there is none, take `terms:` out.",
            )
        case BadTerm():
            return (
                "A term needs its words, and the anchor of the part that says what they mean.",
                "Write the anchor without its `#`. Put a number, or a word such as yes, in quotation marks.",
            )
        case UnknownMeaning(words=words, anchor=anchor, near=near):
            return (
                f"No part of this policy has the anchor `{anchor}`, so nothing says what “{words}” means.",
                f"Did you mean `{near}`?" if near else "Use an anchor that stands in this file.",
            )
        case MeaningInHeading(words=words, anchor=anchor):
            return (
                f"`{anchor}` is a heading, which does not say what “{words}” means.",
                "Use the anchor of the paragraph, item, row or note that says it.",
            )
        case MeaningNotOfPolicy(words=words, anchor=anchor):
            return (
                f"`{anchor}` is a note of the site, and cannot say what “{words}” means.",
                "Only the policy itself says what its words mean. Take the term out, or use another anchor.",
            )
        case DuplicateTerm(words=words, first_line=line):
            return (
                f"The term “{words}” is listed twice; line {line} has it already.",
                "Take one of them out: capital letters make no difference.",
            )
        case _:
            return None
