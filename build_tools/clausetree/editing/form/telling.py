"""What a form calls the lines of steps, waits and outcomes, and those of scenarios."""

from __future__ import annotations

from clausetree.editing.form.asking import CITES
from clausetree.editing.form.form import Control
from clausetree.editing.form.shape import Piece, Reads, Shape, condition, target

_SHOWN = condition("Leave it empty to show it to everybody, or say to whom: harm is yes")
_STRENGTH = Piece(
    "strength",
    "How strongly",
    "As the clause says it",
    Reads.STRENGTH,
    Control.CHOICE,
    offers="strengths",
    supposed=False,
)
_WHO = Piece(
    "who",
    "Who",
    "You, or somebody else with duties",
    Reads.NAME,
    Control.CHOICE,
    offers="roles",
    supposed=False,
)
NOTE = Shape(
    "note",
    "Note",
    "note",
    (_SHOWN,),
    passage=Piece("words", "Words", "What readers are told here", control=Control.MARKDOWN),
)
DUTY = Shape(
    "duty",
    "Duty",
    "",
    (
        _STRENGTH,
        _WHO,
        Piece("what", "What is to be done", "As the clause says it: Inform your line manager"),
        Piece(
            "within",
            "By when",
            'How long there is, and from when on: 2 days of seen, or 2 days of "the report"',
            Reads.REST,
            Control.DEADLINE,
            ("within",),
            optional=True,
        ),
        Piece(
            "cites",
            "Clauses",
            "The clauses that say so: 2.4, 2.10",
            Reads.REST,
            Control.CLAUSES,
            ("(",),
            ")",
            optional=True,
        ),
        _SHOWN,
    ),
)
CONTACT = Shape(
    "contact",
    "Contact",
    "contact",
    (
        Piece("who", "Whom to contact", "Such as the legal team"),
        Piece("how", "How", "A telephone number, an address or where to find them"),
        Piece("hours", "Hours", "When they can be reached", lead=("hours",), optional=True),
        _SHOWN,
    ),
)
LINK = Shape(
    "link",
    "Link",
    "link",
    (
        Piece("words", "Words of the link", "What it leads to"),
        Piece(
            "address", "Address", "A whole address, https://…, or a label of the list of links", Reads.ADDRESS
        ),
        _SHOWN,
    ),
)
USES = Shape(
    "uses",
    "Lines that stand in several places",
    "uses",
    (Piece("uses", "Which", "The shared lines to show here", Reads.NAME, Control.CHOICE, offers="shared"),),
)


def _then(hint: str, *, optional: bool) -> Shape:
    return Shape("then", "Leads to", "then", (target("then", "Leads to", hint, optional=optional),), slot=True)


SHARED = (NOTE, DUTY, CONTACT, LINK)
_INSTRUCTION = (CITES, NOTE, DUTY, USES, CONTACT, LINK)
STEP = (*_INSTRUCTION, _then("What comes next", optional=False))
OUTCOME = (
    *_INSTRUCTION,
    _then("Another procedure to go on with, such as tree evidence", optional=True),
)
SCENARIO = (
    Shape(
        "answer",
        "Answer",
        "",
        (
            Piece("question", "Question", "", Reads.NAME, Control.CHOICE, offers="questions"),
            Piece(
                "verb",
                "Answered with",
                "“is” one answer, or “includes” all those that were picked",
                Reads.NAME,
                Control.CHOICE,
                offers="verbs",
                default="is",
            ),
            Piece("answers", "Answer", "With commas between several", Reads.REST, Control.ANSWERS),
        ),
    ),
    Shape(
        "ends",
        "Ends at",
        "ends",
        (Piece("ends", "Ends at", "Where these answers lead", Reads.NAME, Control.CHOICE, offers="ends"),),
        slot=True,
    ),
)
_NOT = Piece("not", "Must not come", "", Reads.NOTHING, Control.FLAG, ("not",), optional=True)
EXPECTS_DUTY = Shape(
    "expects",
    "A duty to expect",
    "expects",
    (
        _NOT,
        _STRENGTH,
        Piece(
            "who",
            "Who",
            "Leave it empty for anybody",
            Reads.NAME,
            Control.CHOICE,
            optional=True,
            offers="roles",
        ),
        Piece("what", "What is to be done", "In the words of the duty"),
        Piece("by", "Due on", "A day such as 2026-03-27", Reads.REST, Control.AMOUNT, ("by",), optional=True),
    ),
)
EXPECTS_SHOWN = Shape(
    "expects",
    "Something to be shown",
    "expects",
    (
        _NOT,
        Piece("kind", "What", "", Reads.NAME, Control.CHOICE, offers="shown", default="contact"),
        Piece("words", "Words", "Whom to contact, the words of the link, or the first words of the note"),
    ),
)
EXPECTS_TOTAL = Shape(
    "expects",
    "Points to expect",
    "expects",
    (
        Piece("total", "Total", "", Reads.NAME, Control.CHOICE, offers="totals"),
        Piece("amount", "Comes to", "", Reads.REST, Control.AMOUNT, ("is",)),
    ),
)
EXPECTS = (EXPECTS_DUTY, EXPECTS_SHOWN, EXPECTS_TOTAL)
ACKNOWLEDGE = Shape(
    "acknowledge",
    "Warning that may stay",
    "acknowledge",
    (
        Piece("code", "Warning", "The code of a warning about the line above", Reads.NAME, Control.NAME),
        Piece("reason", "Why it may stay", "In words that others understand later"),
    ),
)
