"""What Markdown has a sign for, and a policy has no use for, or not like that."""

from __future__ import annotations

from typing import assert_never

from clausetree.policy.problems.signs import (
    CellsLost,
    EmptyHeading,
    MarkWithoutNote,
    NoteWithoutMark,
    NumberedTerm,
    NumberNotPrinted,
    PictureWithoutWords,
    SignNotPrinted,
    SignProblem,
    StrangeSign,
    StruckWords,
    UnknownAttributes,
    UnknownPage,
    UnknownPlace,
    Unprintable,
    UnreadLink,
    UnreadMark,
    UnusedDefinition,
)
from clausetree.report.closest import did_you_mean
from clausetree.report.wording import Wording


def of_signs(problem: SignProblem) -> Wording:
    """Return the words of such a problem."""
    match problem:
        case UnknownAttributes(found=found):
            return (
                "P110",
                f"Nothing here reads `{found}`.",
                "Braces behind words hold one anchor, as in `{: #c1-1 }`, and perhaps `.informative` or "
                "`.editorial`. Take the rest out.",
            )
        case StruckWords(found=found):
            return (
                "P151",
                f"“{found}” is struck through, so nobody can tell whether it counts.",
                "Take the words out if they no longer count. If they do, take out the `~~` around them.",
            )
        case StrangeSign(name=name):
            return (
                "P152",
                f"Here stands a sign that not every reader sees: {name}.",
                "Take it out, or type what you mean in its place: a hyphen for a bullet, a space for a gap.",
            )
        case EmptyHeading():
            return (
                "P153",
                "This heading has no words.",
                "Write its words on the same line, behind the `#` signs and a space, or take the signs out.",
            )
        case UnreadLink(found=found):
            return (
                "P154",
                f"`{found}` is not read as an address, so no link leads there.",
                "Write `[words](address)` with no space between. In the address, write `%20` for a space.",
            )
        case UnreadMark(found=found, lost=True):
            return (
                "P161",
                f"`{found}` is read as signs that set words apart, so the page would not show them.",
                "If they are blanks to write on, put a backslash before each, or type dots.",
            )
        case UnreadMark(found=found):
            return (
                "P161",
                f"These `{found}` signs set nothing apart: the page would show the signs themselves.",
                f"Put the space outside of them, as in `{found}Note:{found} words`, or take them out. "
                "With a backslash before it, a sign is shown.",
            )
        case NumberedTerm(number=number):
            return (
                "P166",
                f"This line begins with a colon, so {number} is read as a term, and this as what it means.",
                "Take the colon out. If it is a term, write it without a number.",
            )
        case CellsLost(cells=cells, columns=columns):
            return (
                "P162",
                f"This row has {cells} cells and its table {columns} columns, so the last words would be lost.",
                "Give every row as many cells as the first. A bar that is one of the words is written `\\|`.",
            )
        case NumberNotPrinted(found=found, printed=printed):
            return (
                "P167",
                f"A list counts on by itself: `{found}` is printed as `{printed}`.",
                f"Write `{printed}` if that is meant. For another number, end the list with words at the "
                "margin, and begin the next with it.",
            )
        case UnknownPage(found=found) if "//" in found:
            return (
                "P163",
                f"The picture `{found}` stands on another site, which may change it or take it away.",
                "Put its file beside this one, and write the name of the file.",
            )
        case UnknownPage(found=found, near=near):
            return (
                "P163",
                f"There is no file `{found}` to lead to.",
                did_you_mean(near)
                or "Write the way to it from this file: `map.pdf` if it lies beside, `../map.pdf` if one "
                "folder up.",
            )
        case SignNotPrinted(sign=sign, name=name):
            return (
                "P164",
                f"The PDF cannot show “{sign}” ({name}): none of its fonts has this sign.",
                "Write what it means in words, or use another sign.",
            )
        case Unprintable(reason=reason):
            return (
                "P165",
                f"No PDF can be made of this policy. The program that makes it says: {reason}",
                "Most often the file of a picture is damaged. Take out what is new, piece by piece, to find "
                "what it is.",
            )
        case UnknownPlace(anchor=anchor, near=near, page=page) if page:
            return (
                "P155",
                f"This link leads to `#{anchor}` in `{page}`, and no clause there has that anchor.",
                did_you_mean(near and f"{page}#{near}") or f"Use an anchor that stands in `{page}`.",
            )
        case UnknownPlace(anchor=anchor, near=near):
            return (
                "P155",
                f"This link leads to `#{anchor}`, and no clause of this policy has that anchor.",
                did_you_mean(near and f"#{near}")
                or "Look up the anchor of the clause that you mean. If it is `{: #c1-1 }`, write `#c1-1`.",
            )
        case PictureWithoutWords():
            return (
                "P156",
                "This picture says nothing to people who cannot see it.",
                "Say what it shows between the square brackets: `![A map of the way to the gate](map.png)`.",
            )
        case NoteWithoutMark(label=label, first_line=0):
            return (
                "P157",
                f"No words lead to the note `[^{label}]`, so nobody would see it.",
                f"Write `[^{label}]` behind the words that it belongs to, or take the note out.",
            )
        case NoteWithoutMark(label=label, first_line=line):
            return (
                "P157",
                f"Line {line} has a note `[^{label}]` too, and only one of the two would be shown.",
                "Give this one a label of its own, and write that behind the words that it belongs to.",
            )
        case MarkWithoutNote(found=found):
            return (
                "P158",
                f"There is no note for `{found}`.",
                f"Write it on a line of its own below the words: `{found}: What the note says.`",
            )
        case UnusedDefinition(label=label, already=True):
            return (
                "P159",
                f"`{label}` has an address already, so no link leads to this one.",
                "Take this line out, or give its address another label.",
            )
        case UnusedDefinition(label=label):
            return (
                "P159",
                f"No link uses the address that this line gives to `{label}`, and nobody would see the line.",
                f"Write `[words][{label}]` where the link is to be, or take the line out. If these are words, "
                "put a backslash before the bracket.",
            )
        case _:
            assert_never(problem)
