"""What authors write as other languages have it, and what to write instead."""

from __future__ import annotations

from typing import assert_never

from clausetree.report.wording import Wording
from clausetree.tree.messages.phrasing import any_of, quoted
from clausetree.tree.messages.scalars import ASK_FOR_IT
from clausetree.tree.problems import recovery as p
from clausetree.tree.problems.recovery import Construct

_ASTRAY = {
    "option": "An answer is always offered",
    "help": "Help is always shown",
    "about": "These words are always shown",
    "then": "`then` always leads on",
    "cites": "A node always cites its clauses",
    "number": "The bounds are always the same",
    "ends": "A scenario gives its answers, and ends in one place",
    "expects": "A scenario gives its answers, and has one way",
    "otherwise": "`otherwise` is open when no other line is",
    "start": "A tree begins in one place",
}
_ALIKE = {"many": "option", "none": "option", "date": "number", "money": "number"}


def of_recovery(problem: p.RecoveryProblem) -> Wording:
    """Return the words of a problem of this kind."""
    match problem:
        case p.Reworded(_, found, instead):
            return "T119", f"{quoted(found)} is not how this is written.", f"Write: {', or: '.join(instead)}"
        case p.ConditionAstray(_, keyword, found):
            facts = _ASTRAY.get(_ALIKE.get(keyword, keyword), "This always holds")
            return "T120", f"{facts}: it takes no condition.", _without(keyword, found)
        case p.NothingWorkedOut(_, found):
            return "T121", f"A tree works nothing out, such as {quoted(found)}.", ASK_FOR_IT
        case p.ForeignMarkdown(_, found, construct):
            what, hint = _FOREIGN[construct]
            return "T122", f"{what} cannot stand among these words: {quoted(_short(found))}.", hint
        case p.NotCounted(_, question, verb, facts, visit):
            has, named = ("is a visit", "outcomes") if visit else ("has named answers", "answers")
            message = f"`{verb}` does not fit: `{question}` {has}, and no number."
            return "T209", message, f"Name its {named}: {any_of(facts)}."
        case p.OneAnswer(_, question, only):
            return "T307", f"Only one answer can be given to `{question}`.", _OTHER_ANSWER[only]
        case _:
            assert_never(problem)


_STEP = "Or make it a step, if there is something to do."
_OTHER_ANSWER = {
    p.OnlyAnswer.OPTION: f'Add the other answer: option no "No" -> NODE. {_STEP}',
    p.OnlyAnswer.CHOICE: (
        f'Add other answers, or what is picked if this is not so: none neither "None of these". {_STEP}'
    ),
    p.OnlyAnswer.SCALAR: f"Let the bounds differ. {_STEP}",
}


def _without(keyword: str, condition: str) -> str:
    """Return what to do in place of a condition behind a line that takes none."""
    route = f"when {condition} -> NAME"
    match _ALIKE.get(keyword, keyword):
        case "option" | "number":
            return (
                "Put a `route` before the question, which leads to it or to another question, with other "
                f"answers: {route}"
            )
        case "help" | "about":
            return (
                f"A note takes a condition: note when {condition}. Or put the words into a block of their own, "
                f"which a `route` leads to: {route}"
            )
        case "then":
            return f"Let it lead to a `route`, which has this line: {route}"
        case "cites":
            return f'A duty cites its own clauses, and takes a condition: must you "…" (2.4) when {condition}'
        case "ends" | "expects":
            return "Write a scenario for each case, with other answers."
        case "otherwise":
            return f"Write this line in its place: {route}"
        case "start":
            return f"Begin with a question. A `route` behind it decides: {route}"
        case _:
            return f"The lines that lead here decide. Let them lead to a `route` first: {route}"


_LINK = "Put it into a page, and link to that: [the form](https://…)"
_FOREIGN = {
    Construct.IMAGE: (
        "A picture",
        f"Nobody who listens has it, and it gets lost where the procedure is carried elsewhere. {_LINK}",
    ),
    Construct.TABLE: (
        "A table",
        "Write a list, an item for each row. Or put it into a page: [the table](https://…)",
    ),
    Construct.FENCE: ("A block of code", "Take these signs out, and write a list or a paragraph."),
    Construct.HEADING: (
        "A heading",
        "Set the words off in a paragraph of their own, **like this**, or make a step of them.",
    ),
    Construct.RULE: ("A line across the page", "Take it out. A blank line parts paragraphs."),
    Construct.HTML: (
        "HTML",
        "Take it out. *Words* and **words** set words off, and a blank line begins a paragraph. If you mean "
        "the sign `<`, put a backslash before it.",
    ),
    Construct.LABEL: (
        "A link by its label",
        "Write the whole address: [words](https://…). A label stands in a line `link`.",
    ),
    Construct.BARE_ADDRESS: (
        "An address in pointed brackets",
        "Write words, and the address behind them: [words](https://…)",
    ),
    Construct.FOOTNOTE: ("A footnote", "Say it where it belongs, in brackets or in a sentence of its own."),
    Construct.STRUCK: ("Words struck through", "Take them out."),
    Construct.BOX: ("A box to tick", "Ask a question with `many`, or write a list without the box."),
}
"""What each kind is called, and what to write instead."""


def _short(found: str) -> str:
    return found if len(found) <= 60 else f"{found[:59]}…"
