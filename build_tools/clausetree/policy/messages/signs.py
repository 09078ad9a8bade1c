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
                "Behind words, braces hold an anchor, and `.editorial` or `.informative`: `{: #c1-1 }`. "
                "Take the rest out.",
            )
        case StruckWords(found=found):
            return (
                f"“{found}” is struck through, so nobody can tell whether it counts.",
                "Take the words out, or take out the `~~` around them.",
            )
        case StrangeSign(name=name):
            return (
                f"Here stands a sign that not every reader sees: {name}.",
                "Take it out, or type the sign that you mean.",
            )
        case EmptyHeading():
            return ("This heading has no words.", "Give it words, or take its `#` signs out.")
        case UnreadLink(found=found):
            return (
                f"`{found}` is not read as an address, so no link leads there.",
                "Write the words in square brackets and the address in round ones, with nothing between them. "
                "In an address, `%20` stands for a space.",
            )
        case UnreadMark(found=found):
            return (
                f"The page would show these `{found}` signs: nothing is set apart by them.",
                "Put a space behind the last of them, or take them out. Behind a backslash, one is shown.",
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
                else "Write the way from this file, as in `../trees/name.md`.",
            )
        case SignNotPrinted(sign=sign, name=name):
            return (
                f"The printed policy cannot show “{sign}” ({name}): none of its fonts has it.",
                "Write what it means in words, or use another sign.",
            )
        case Unprintable(reason=reason):
            return (
                f"This policy cannot be made into a PDF. What makes it says: {reason}",
                "Look at the headings, tables and pictures that are new, and take them out one by one.",
            )
        case UnknownPlace(anchor=anchor, near=near):
            return (
                f"This link leads to `#{anchor}`, and no clause of this policy has that anchor.",
                f"Did you mean `#{near}`?" if near else "Use the anchor that stands behind the clause's words.",
            )
        case PictureWithoutWords():
            return (
                "This picture says nothing to people who cannot see it.",
                "Say what it shows between the square brackets: `![A map of the way to the gate](map.png)`.",
            )
        case NoteWithoutMark(label=label):
            return (
                f"No words lead to the note `[^{label}]`, so nobody would find it.",
                f"Write `[^{label}]` behind the words that it belongs to, or take the note out.",
            )
        case MarkWithoutNote(found=found):
            return (
                f"There is no note for `{found}`.",
                f"Write the note on a line of its own, as in `{found}: What the note says.`",
            )
        case UnusedDefinition(label=label):
            return (
                f"No link uses the address that is given to `{label}`, so nobody would see this line.",
                f"Write `[words][{label}]` where the link is to be, or take the line out. If it is no address, "
                "put a backslash before its first bracket.",
            )
        case _:
            return None
