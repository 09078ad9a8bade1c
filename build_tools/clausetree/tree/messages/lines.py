"""Lines that cannot be read."""

from __future__ import annotations

from typing import assert_never

from clausetree.report.closest import did_you_mean
from clausetree.report.wording import Wording
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.messages.addresses import of_address
from clausetree.tree.messages.examples import EXAMPLES
from clausetree.tree.messages.phrasing import block_phrase, listed, quoted
from clausetree.tree.messages.places import where_it_belongs
from clausetree.tree.messages.scalars import of_scalars
from clausetree.tree.problems import lines as p

_WORDS = {
    "=": "`is`, or `includes` where several answers can be picked",
    "≠": "`is not`",
    "≤": "`<=`",
    "≥": "`>=`",
    "&": "`and`",
    "|": "`or`",
    "!": "`not`",
}
"""What stands in conditions for the signs of other languages."""


def of_lines(problem: p.LineProblem) -> Wording:
    """Return the words of a problem of this kind."""
    match problem:
        case p.UnknownKeyword(_, found, inside, allowed, near):
            message = f"{quoted(found)} is not something that {block_phrase(inside)} can hold."
            return "T101", message, did_you_mean(near) or where_it_belongs(found, inside, allowed)
        case p.Expected(_, found, wanted, keyword):
            seen = f"Here stands {quoted(found)}" if found else "The line ends here"
            hint = f"For example: {EXAMPLES[keyword]}" if keyword in EXAMPLES else ""
            return "T102", f"{seen}, and {listed(wanted, 'or')} was expected.", hint
        case p.OtherTreeExpected(_, found):
            seen = f"Here stands {quoted(found)}" if found else "The line ends here"
            hint = "An outcome ends the path. It can lead on to another tree: then -> tree NAME"
            return "T102", f"{seen}, and `tree` was expected.", hint
        case p.LeadsOnFromWithin(_, tree):
            visit = f"write `-> {tree}` here, and at the margin: visit {tree} then -> NODE"
            return (
                "T308",
                f"Steps and outcomes alone lead on to other trees, as to `{tree}`: this stays within its own.",
                f"To go through it and come back, {visit}. To end here, lead to a step or an outcome with the "
                f"line: then -> tree {tree}",
            )
        case p.BadIndent(_, wanted):
            hint = f"Put {wanted} spaces before it." if wanted else "Put no spaces before it."
            return "T103", "This line is not indented like the lines it belongs with.", hint
        case p.UnclosedText():
            hint = 'Write a `"` where the words end, on the same line.'
            return "T104", "These words open with a quotation mark that is never closed.", hint
        case p.BadName(_, found, suggestion):
            rule = "A name is made of the letters a to z and digits, in words joined by hyphens."
            hint = f"Write `{suggestion}`." if suggestion else "Choose another name."
            return "T105", f"{quoted(found)} cannot be a name. {rule}", hint
        case p.ReservedName(_, found):
            message = f"{quoted(found)} is a word of the language, so it cannot be a name."
            return "T111", message, "Choose another name."
        case p.StrangeCharacter(_, found):
            return "T106", f"{quoted(found)} is not used in the tree language.", _instead_of_sign(found)
        case p.Missing(_, keyword, inside, name):
            message = f"{_owner(inside, name)} needs a line that begins with `{keyword}`."
            return "T107", message, f"For example: {EXAMPLES[keyword]}"
        case p.Repeated(_, "note", inside):
            message = (
                f"There is a second `note` here, and {block_phrase(inside)} takes one without a condition."
            )
            return "T108", message, "Join them, or say when this one holds: note when …"
        case p.Repeated(_, keyword, inside):
            message = f"There is a second `{keyword}` here, and {block_phrase(inside)} takes one."
            return "T108", message, "Keep one of them, or join them."
        case p.SecondTree():
            hint = "If it is another tree, put it into a file of its own. If it is a copy, take it out."
            return "T108", "There is a second `tree` here, and the file takes one.", hint
        case p.RepeatedAnswer(_, question):
            message = f"There is a second answer to `{question}` here, and a scenario takes one."
            return "T108", message, "Keep one of them, or join them."
        case p.EmptyText(_, what):
            return "T109", f"There are no words here for {what}.", "Write them, or take the line out."
        case p.WordsBeside(_, keyword):
            hint = "Write the words beneath it, with 4 more spaces before each line, and no quotation marks."
            return "T112", f"`{keyword}` stands alone on its line.", hint
        case p.HiddenCharacter(_, found, more):
            message = f"A character that cannot be seen stands here (U+{ord(found):04X})."
            others = f" There {'is' if more == 1 else 'are'} {more} more in this file." if more else ""
            return "T113", message, f"Delete it: it often comes with words copied from elsewhere.{others}"
        case p.NotUtf8():
            hint = "Save the file as UTF-8 in your editor, and look whether every character is as it was."
            return "T114", "This character cannot be read.", hint
        case p.TooDeep():
            message = "Too many `not` and brackets stand inside each other here."
            return "T115", message, "Say it with fewer of them, or in several routes, one after another."
        case p.MixedQuestion(_, question):
            message = f"Question `{question}` mixes two kinds of answer."
            hint = (
                "Use `option` where one answer is picked; `many`, and `none`, where several are; "
                "`number` or `date` where one is typed."
            )
            return "T110", message, hint
        case p.NotAScalar():
            return of_scalars(problem)
        case p.OutOfBounds(_, found, least, most):
            if found == most:
                hint = "Write the lower bound first."
                return "T117", f"The bounds stand the wrong way round: {least} to {most}.", hint
            hint = "Mend it, or the bounds of the question."
            return "T117", f"The question takes {least} to {most}, and never {found}.", hint
        case p.BadAddress(_, found):
            return of_address(found)
        case p.SignNotPrinted(_, sign, name):
            message = f"The PDF cannot show “{sign}” ({name}): none of its fonts has this sign."
            return "T123", message, "Write what it means in words, or use another sign."
        case _:
            assert_never(problem)


def _owner(kind: BlockKind | None, name: str) -> str:
    match kind:
        case None:
            return "The file"
        case BlockKind.TREE:
            return f"Tree `{name}`"
        case _:
            return f"This {kind}"


def _instead_of_sign(found: str) -> str:
    if found in "“”„«»'‘’":
        return 'Write a straight double quotation mark: "'
    if found[-1] in "→⇒➔➜⟶–—>-":
        return "Write an arrow as a hyphen and a greater-than sign: ->"
    if found in _WORDS:
        return f"Write {_WORDS[found]}."
    return "Take it out, or put the words it belongs to in quotation marks."
