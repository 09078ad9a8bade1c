"""What a form calls the lines of a tree's head, of questions and of what decides."""

from __future__ import annotations

from clausetree.editing.form.form import Control
from clausetree.editing.form.shape import Piece, Reads, Shape, condition, name_piece, points, target

_ANSWERS_SO = "Only for readers who answered so: harm is yes and also includes child"
CITES = Shape(
    "cites",
    "Clauses",
    "cites",
    (
        Piece(
            "cites",
            "Clauses",
            "The clauses of the policy that this rests on, with commas between them: 2.4, 2.10",
            Reads.REST,
            Control.CLAUSES,
            optional=True,
        ),
    ),
    slot=True,
)
ADDS = Shape(
    "adds",
    "Points for every answer",
    "adds",
    (points((), optional=False), condition(_ANSWERS_SO)),
)
TREE = (
    Shape(
        "policy",
        "Policy",
        "policy",
        (
            Piece(
                "policy",
                "Policy",
                "The short name of the policy that the clauses are in",
                Reads.NAME,
                Control.NAME,
            ),
        ),
        slot=True,
    ),
    Shape(
        "basis",
        "Where it comes from",
        "basis",
        (
            Piece(
                "basis",
                "Where it comes from",
                "Whether you drew it from the clauses, or the policy prints it as a flowchart",
                Reads.NAME,
                Control.CHOICE,
                offers="bases",
            ),
        ),
        slot=True,
    ),
    Shape(
        "start",
        "Begins with",
        "start",
        (
            Piece(
                "start",
                "Begins with",
                "What a reader meets first",
                Reads.NAME,
                Control.TARGET,
                offers="nodes",
            ),
        ),
        slot=True,
    ),
    Shape(
        "about",
        "When to use this",
        "about",
        passage=Piece(
            "about",
            "When to use this",
            "A sentence or two that readers see before they begin",
            control=Control.MARKDOWN,
            optional=True,
        ),
        slot=True,
    ),
    Shape(
        "role",
        "Somebody with duties",
        "role",
        (name_piece(), Piece("name", "Who it is", "As readers are told: Your line manager")),
    ),
    Shape(
        "fact",
        "What follows from answers",
        "fact",
        (
            name_piece(),
            Piece("words", "In words", "What is so then: It is serious"),
            condition("The answers that it follows from: harm is yes or also includes child", optional=False),
        ),
    ),
    Shape(
        "total",
        "Sum of points",
        "total",
        (name_piece(), Piece("words", "In words", "What readers are told it is: the score")),
    ),
)
_AS_READERS_SEE = "The answer, in the words that readers pick"
_BOUND = "Readers can answer from this on"
_LAST_BOUND = "Readers can answer up to this"


def _answer(kind: str, title: str, *, leads: bool) -> Shape:
    onward = target("target", "Leads to", "What comes next for who gives this answer", optional=True)
    pieces = (name_piece(), Piece("words", "Answer", _AS_READERS_SEE), points(("adds",), optional=True))
    return Shape(kind, title, kind, (*pieces, onward) if leads else pieces)


def _measure(kind: str, title: str, least: str, most: str, *more: Piece) -> Shape:
    before = [piece for piece in more if piece.key in ("before", "time")]
    behind = [piece for piece in more if piece not in before]
    bounds = (
        Piece("least", "From", _BOUND, Reads.REST, Control.AMOUNT, default=least),
        Piece("most", "To", _LAST_BOUND, Reads.REST, Control.AMOUNT, ("to",), default=most),
    )
    return Shape(kind, title, kind, (*before, *bounds, *behind))


QUESTION = (
    CITES,
    Shape(
        "help",
        "Help",
        "help",
        passage=Piece(
            "help",
            "Help",
            "Words beneath the question that help to answer it",
            control=Control.MARKDOWN,
            optional=True,
        ),
        slot=True,
    ),
    _answer("option", "Answer", leads=True),
    _answer("many", "Answer that can be picked with others", leads=False),
    _answer("none", "Answer that is picked alone", leads=False),
    Shape(
        "unsure",
        "Answer of who does not know",
        "unsure",
        (
            name_piece(),
            Piece("words", "Answer", _AS_READERS_SEE),
            Piece(
                "counts",
                "Counts as",
                "The answer that is supposed then",
                Reads.REST,
                Control.ANSWERS,
                ("counts", "as"),
            ),
        ),
    ),
    _measure(
        "number",
        "Number",
        "0",
        "100",
        Piece("before", "Word before the number", "Such as Grade, for “Grade 7”", optional=True),
        Piece("unit", "What is counted", "Such as days", optional=True),
        Piece("units", "What is counted, of several", "If one is called otherwise: year, years", optional=True),
    ),
    _measure("money", "Amount of money", "£0", "£500"),
    _measure(
        "date",
        "Date",
        "2020-01-01",
        "2030-12-31",
        Piece(
            "time",
            "With the time of day",
            "",
            Reads.NOTHING,
            Control.FLAG,
            ("and", "time"),
            optional=True,
        ),
    ),
    ADDS,
    Shape(
        "then",
        "Leads to",
        "then",
        (target("then", "Leads to", "What comes next, unless an answer says otherwise", optional=True),),
        slot=True,
    ),
)
ROUTE = (
    Shape(
        "when",
        "For some readers",
        "when",
        (
            Piece(
                "when",
                "When",
                "The answers of those who go this way: harm is yes and also includes child",
                Reads.REST,
                Control.CONDITION,
                offers="facts",
            ),
            target("target", "Leads to", "What comes next for them", optional=False),
        ),
    ),
    Shape(
        "otherwise",
        "For everybody else",
        "otherwise",
        (target("otherwise", "For everybody else", "What comes next for all others", optional=True),),
        slot=True,
    ),
)
VISIT = (ADDS,)
