"""The front matter of a policy's file."""

from __future__ import annotations

from typing import assert_never

from clausetree.policy.problems.front_matter import (
    BadLanguage,
    BadPolicyId,
    DuplicateKey,
    DuplicatePolicy,
    Fence,
    FenceLost,
    FrontMatterProblem,
    MetadataNotText,
    MetadataUnreadable,
    MissingMetadata,
    NotAPolicy,
    NotUtf8,
    PolicyRenamed,
    UnknownKey,
)
from clausetree.policy.problems.yaml_fault import YamlFault
from clausetree.report.closest import did_you_mean
from clausetree.report.wording import Wording

NOT_A_POLICY = "P120"
NOT_UTF8 = "P125"
_UNREADABLE: dict[YamlFault | None, str] = {
    YamlFault.TAB: "This line of the head begins with a tab.",
    YamlFault.NO_COLON: "This line of the head has no colon.",
    YamlFault.NO_SPACE: "This line of the head has no space behind its colon.",
    YamlFault.OPEN_QUOTE: "This value opens with a quotation mark that is never closed.",
    YamlFault.WORDS_BEHIND_QUOTE: "Something stands behind the quotation mark that closes this value.",
    YamlFault.COLON_INSIDE: "This value has a colon of its own.",
    YamlFault.STRANGE_BEGINNING: "This value begins with a sign that means something else here.",
}
_READABLE: dict[YamlFault | None, str] = {
    YamlFault.TAB: "Put spaces in place of the tab: two before a term, none before anything else.",
    YamlFault.NO_COLON: "Write a word, a colon, a space and a value, as in `title: Lone working policy`.",
    YamlFault.NO_SPACE: "Write a space between the colon and the value, as in `title: Lone working policy`.",
    YamlFault.OPEN_QUOTE: "Close it with the same quotation mark, at the end of the line.",
    YamlFault.WORDS_BEHIND_QUOTE: "Take the quotation marks out, or put single ones around the whole value.",
    YamlFault.COLON_INSIDE: (
        'Put the whole value in quotation marks, as in `title: "Lone working: what to do"`.'
    ),
    YamlFault.STRANGE_BEGINNING: "Put the whole value in quotation marks.",
}


def of_front_matter(problem: FrontMatterProblem) -> Wording:
    """Return the words of such a problem."""
    match problem:
        case FenceLost(fence=Fence.OPENING):
            return (
                "P126",
                "This file does not begin with a line of three hyphens.",
                "Make the very first line of the file `---`, with nothing above it and nothing else on it.",
            )
        case FenceLost():
            return (
                "P126",
                "The head of this file does not end with a line of three hyphens.",
                "Write `---` on a line of its own under the last line of the head, above the policy's words.",
            )
        case MissingMetadata(key=key, known=known):
            return (
                "P121",
                f"The head of this policy does not say its `{key}`.",
                f"Add a line `{key}: {known or '…'}` between the two lines of `---` at the top of the file.",
            )
        case BadPolicyId(found=found, suggestion=suggestion):
            return (
                "P127",
                f"“{found}” cannot be the id of a policy.",
                "An id is small letters a to z and digits, in words joined by single hyphens: "
                f"`policy: {suggestion or 'social-media'}`. The title may have any letters.",
            )
        case PolicyRenamed(found=found, before=before):
            return (
                "P129",
                f"This page was published as the policy `{before}`, and calls itself `{found}` now.",
                f"The id of a policy never changes, because links and trees use it: write `policy: {before}`. "
                "What people call the policy is its `title`.",
            )
        case NotAPolicy(kind=""):
            return (
                NOT_A_POLICY,
                "This file stands among the policies, and does not say which policy it is.",
                "Begin it with a head, as `clausetree clauses anchor` shows, or put the file elsewhere.",
            )
        case NotAPolicy(kind=kind):
            return (
                NOT_A_POLICY,
                f"A policy cannot be read from a `{kind}` file.",
                "Paste its words into a file that ends in `.md`, and take this one out of the folder.",
            )
        case BadLanguage(found=found):
            return (
                "P130",
                f"“{found}” is not the name of a language that browsers know.",
                "Write its short name, such as `en`, `cy` for Welsh or `de` for German.",
            )
        case UnknownKey(found=found, near=near):
            return (
                "P128",
                f"Nothing reads a line that begins with `{found}:`.",
                did_you_mean(near and f"{near}:")
                or "Take it out. If it is a note to yourself, begin the line with `#` and a space.",
            )
        case DuplicateKey(found=found, first_line=line):
            return (
                "P119",
                f"The head says `{found}` twice; line {line} has it already.",
                "Keep the line that is right, and take the other one out.",
            )
        case MetadataNotText(key="numbers"):
            return (
                "P122",
                "An example of a number is not text.",
                'Put each one in quotation marks: `numbers: ["1.10", "A.1"]`. '
                "Without them 1.10 would be read as 1.1.",
            )
        case MetadataNotText(key=key, written=written):
            otherwise = "2.10 would be read as 2.1" if key == "version" else "it is read as a number or a date"
            return (
                "P122",
                f"The `{key}` is not text.",
                f'Put it in quotation marks: `{key}: "{written or "…"}"`. Without them {otherwise}.',
            )
        case MetadataUnreadable(fault=fault):
            return (
                "P123",
                _UNREADABLE.get(fault, "The head of this file cannot be read from here on."),
                _READABLE.get(
                    fault,
                    "Each line of it is a word, a colon, a space and a value. "
                    "Put a value that has a colon or a quotation mark of its own in single quotes.",
                ),
            )
        case NotUtf8(encoding=encoding) if encoding:
            return (
                NOT_UTF8,
                f"This file is saved as {encoding}, in which no browser would read it rightly.",
                "Save it as UTF-8: your editor asks for the encoding where it asks for the file's name. "
                "What it says has not been looked at yet.",
            )
        case NotUtf8():
            return (
                NOT_UTF8,
                "This character cannot be read.",
                "Save the file as UTF-8 in your editor, and look whether every character is as it was.",
            )
        case DuplicatePolicy(id=id, first=first):
            return (
                "P124",
                f"The policy `{id}` is in `{first}` already.",
                "Give this policy an id of its own.",
            )
        case _:
            assert_never(problem)
