"""What Markdown has a sign for, and a policy has no use for, or not like that."""

from __future__ import annotations

from clausetree.policy.problems import (
    CellsLost,
    EmptyHeading,
    MarkWithoutNote,
    NoteWithoutMark,
    PictureWithoutWords,
    Problem,
    SignNotPrinted,
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


def of_signs(problem: Problem) -> tuple[str, str] | None:
    """Return the words of a problem of this kind, or None."""
    match problem:
        case UnknownAttributes(found=found):
            return (
                f"Nothing here reads `{found}`.",
                "Braces behind words hold one anchor, as in `{: #c1-1 }`, and perhaps `.informative` or "
                "`.editorial`. Take the rest out.",
            )
        case StruckWords(found=found):
            return (
                f"“{found}” is struck through, so nobody can tell whether it counts.",
                "Take the words out if they no longer count. If they do, take out the `~~` around them.",
            )
        case StrangeSign(name=name):
            return (
                f"Here stands a sign that not every reader sees: {name}.",
                "Take it out, or type what you mean in its place: a hyphen for a bullet, a space for a gap.",
            )
        case EmptyHeading():
            return (
                "This heading has no words.",
                "Write its words on the same line, behind the `#` signs and a space, or take the signs out.",
            )
        case UnreadLink(found=found):
            return (
                f"`{found}` is not read as an address, so no link leads there.",
                "Write `[words](address)` with no space between. In the address, write `%20` for a space.",
            )
        case UnreadMark(found=found):
            return (
                f"These `{found}` signs set nothing apart: the page would show the signs themselves.",
                f"Put the space outside of them, as in `{found}Note:{found} words`, or take them out. "
                "With a backslash before it, a sign is shown.",
            )
        case CellsLost(cells=cells, columns=columns):
            return (
                f"This row has {cells} cells and its table {columns} columns, so the last words would be lost.",
                "Give every row as many cells as the first. A bar that is one of the words is written `\\|`.",
            )
        case UnknownPage(found=found, near=near):
            return (
                f"There is no file `{found}` to lead to.",
                f"Did you mean `{near}`?"
                if near
                else "Write the way to it from this file: `map.png` if it lies beside, `../map.png` if one "
                "folder up.",
            )
        case SignNotPrinted(sign=sign, name=name):
            return (
                f"The PDF cannot show “{sign}” ({name}): none of its fonts has this sign.",
                "Write what it means in words, or use another sign.",
            )
        case Unprintable(reason=reason):
            return (
                f"No PDF can be made of this policy. The program that makes it says: {reason}",
                "Look at the tables, pictures and headings that are new: take them out one by one to find "
                "which it is.",
            )
        case UnknownPlace(anchor=anchor, near=near):
            return (
                f"This link leads to `#{anchor}`, and no clause of this policy has that anchor.",
                f"Did you mean `#{near}`?"
                if near
                else "Look up the anchor of the clause that you mean. If it is `{: #c1-1 }`, write `#c1-1`.",
            )
        case PictureWithoutWords():
            return (
                "This picture says nothing to people who cannot see it.",
                "Say what it shows between the square brackets: `![A map of the way to the gate](map.png)`.",
            )
        case NoteWithoutMark(label=label, first_line=0):
            return (
                f"No words lead to the note `[^{label}]`, so nobody would see it.",
                f"Write `[^{label}]` behind the words that it belongs to, or take the note out.",
            )
        case NoteWithoutMark(label=label, first_line=line):
            return (
                f"Line {line} has a note `[^{label}]` too, and only one of the two would be shown.",
                "Give this one a label of its own, and write that behind the words that it belongs to.",
            )
        case MarkWithoutNote(found=found):
            return (
                f"There is no note for `{found}`.",
                f"Write it on a line of its own below the words: `{found}: What the note says.`",
            )
        case UnusedDefinition(label=label, already=True):
            return (
                f"`{label}` has an address already, so no link leads to this one.",
                "Take this line out, or give its address another label.",
            )
        case UnusedDefinition(label=label):
            return (
                f"No link uses the address that this line gives to `{label}`, and nobody would see the line.",
                f"Write `[words][{label}]` where the link is to be, or take the line out. If these are words, "
                "put a backslash before the bracket.",
            )
        case _:
            return None
