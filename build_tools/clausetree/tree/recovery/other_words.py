"""Words of forms, programs and plain speech that authors begin lines with, by what they are after."""

from __future__ import annotations

from enum import Enum

from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.keywords import KEYWORDS


class Purpose(Enum):
    """What a word that is none of the language's is meant to do. The value lists such words."""

    TIME = ("time", "clock", "hour", "datetime", "timestamp", "times", "date-time", "date-and-time", "moment")
    FREE = (
        *(
            "text",
            "textbox",
            "textarea",
            "free-text",
            "freetext",
            "free",
            "words",
            "comment",
            "comments",
            "string",
        ),
        *("input", "field", "name", "signature", "open"),
    )
    REACH = ("email", "e-mail", "phone", "telephone", "address", "mail", "tel", "ring", "call")
    FILE = ("file", "files", "upload", "attachment", "document", "photo", "image", "picture", "scan")
    MONEY = ("amount", "price", "cost", "currency", "pounds", "euros", "dollars", "sum", "total")
    PART = ("decimal", "float", "fraction", "percent", "percentage", "rate", "ratio", "score")
    WHOLE = (
        "integer",
        "int",
        "numeric",
        "count",
        "age",
        "quantity",
        "range",
        "slider",
        "scale",
        "days",
        "figure",
    )
    DAY = ("day", "calendar", "datum", "deadline", "dob")
    YEAR = ("year", "month", "week", "years", "months", "weeks")
    ONE = (
        *("select", "radio", "dropdown", "drop-down", "choice", "choices", "choose", "one", "single", "answer"),
        *("answers", "pick", "yesno", "yes-no", "yes", "no", "boolean", "bool", "item", "list", "menu", "case"),
    )
    SEVERAL = (
        "checkbox",
        "checkboxes",
        "check",
        "multi",
        "multiple",
        "multiselect",
        "several",
        "tick",
        "all",
        "any",
    )
    IF = ("if", "elif", "elseif", "only")
    UNLESS = ("unless",)
    ELSE = ("else", "default", "other", "fallback")
    MUST = (
        "shall",
        "required",
        "need",
        "needs",
        "has",
        "have",
        "duty",
        "action",
        "do",
        "task",
        "todo",
        "responsible",
    )
    MUST_NOT = ("cannot", "can't", "mustn't", "must-not", "never", "forbidden", "prohibited", "don't")
    MAY = ("can", "might", "could", "optional", "allowed", "permitted")
    SHOULD = ("ought", "recommended", "recommend", "shouldn't")
    GO = ("goto", "go", "next", "leads", "lead", "jump", "continue", "return")
    WORDS = ("description", "hint", "info", "explain", "explanation", "guidance", "text-block", "details")
    TITLE = ("title", "heading", "label", "caption")
    CITES = ("clause", "clauses", "source", "reference", "references", "ref", "see")
    WAIT = ("pause", "await", "hold", "suspend", "waits", "waiting")
    END = ("end", "stop", "finish", "result", "exit")


_PURPOSES = {word: purpose_of for purpose_of in Purpose for word in purpose_of.value}
_OURS = frozenset(word for block, words in KEYWORDS.items() for word in (block, *words))


def purpose_of(word: str) -> Purpose | None:
    """Return what the first word of a line is after, when it is none of the language's."""
    return _PURPOSES.get(word.lower())


def is_keyword(word: str) -> bool:
    """Return whether the language knows the word: it stands in another block then."""
    return word in _OURS


def blocks_with(word: str) -> tuple[BlockKind, ...]:
    """Return the blocks whose lines may begin with the word."""
    return tuple(kind for kind, words in KEYWORDS.items() if word in words)
