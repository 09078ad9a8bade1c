"""The words of every problem: its code, what is wrong, and what to do. Nowhere else are they said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source
from clausetree.tree import problems as p
from clausetree.tree.amount import meant_date

type Words = tuple[str, str, str]
"""Code, what is wrong, what to do."""

_WARNINGS = p.AlwaysTrue | p.OtherwiseUnused | p.SameWay | p.StrengthDiffers | p.NoScenario | p.NotVisited

_FOLLOWING = p.LostPolicy | p.LostClause
"""What is said of the policy itself as well."""


_EXAMPLES = {
    "tree": 'tree employee-comments "Comments about a colleague"',
    "policy": "policy social-media",
    "basis": "basis clauses",
    "start": "start first-question",
    "role": 'role manager "Your line manager"',
    "question": 'question nature "What does the post do?"',
    "step": 'step tell "Tell the people who can help"',
    "route": "route sort-harms",
    "outcome": 'outcome reported "Reported, and support is in place"',
    "scenario": 'scenario "A parent threatens a practitioner"',
    "cites": "cites 2.4, 2.5",
    "clauses": "(2.4, 2.5)",
    "option": 'option threat "It makes a threat" -> tell',
    "many": 'many child "It could identify a child"',
    "none": 'none neither "None of these"',
    "number": 'number 0 to 17 "years"',
    "date": "date 2020-01-01 to 2030-12-31",
    "visit": "visit evidence then -> report",
    "contact": 'contact "Your local HR business partner" "Ask your line manager who it is"',
    "link": 'link "The guidance" "https://www.example.org/guidance"',
    "then": "then -> report",
    "when": "when nature is threat -> tell",
    "otherwise": "otherwise -> report",
    "ends": "ends reported",
    "expects": 'expects must "Inform your line manager"',
    **{
        verb: f'{verb} you "Inform your line manager" (2.4)'
        for verb in ("must", "will", "should", "encouraged", "may")
    },
}
"""A line of each keyword, as it should look."""


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

_MEND = "Mend the tree, or this line."

_DEAD_ENDS = {
    "Option": "Say where it goes, at the end of its line: -> NAME",
    "Route": "Add a line to it: when QUESTION is OPTION -> NAME",
}


def describe(problem: p.Problem, source: Source) -> Diagnostic:
    """Return the diagnostic that tells the author of `problem` about it."""
    code, message, hint = _words(problem)
    severity = Severity.WARNING if isinstance(problem, _WARNINGS) else Severity.ERROR
    follows = isinstance(problem, _FOLLOWING)
    return Diagnostic(code, severity, source, problem.span, message, hint, follows)


def _words(problem: p.Problem) -> Words:
    for section in (_text, _names, _shape, _clauses, _scenarios):
        words = section(problem)
        if words:
            return words
    raise AssertionError(f"{type(problem).__name__} has no words")


def _text(problem: p.Problem) -> Words | None:
    match problem:
        case p.UnknownKeyword(_, found, inside, allowed, near):
            message = f"{_quoted(found)} is not something that {inside} can hold."
            return "T101", message, _meant(near) or f"Begin the line with {_any_of(allowed)}."
        case p.Expected(_, found, wanted, keyword):
            seen = f"Here stands {_quoted(found)}" if found else "The line ends here"
            hint = f"For example: {_EXAMPLES[keyword]}" if keyword in _EXAMPLES else ""
            if wanted == ("`tree`",):
                hint = "An outcome ends the path. It can lead on to another tree: then -> tree NAME"
            return "T102", f"{seen}, and {_list(wanted, 'or')} was expected.", hint
        case p.BadIndent(_, wanted):
            hint = f"Put {wanted} spaces before it." if wanted else "Put no spaces before it."
            return "T103", "This line is not indented like the lines it belongs with.", hint
        case p.UnclosedText():
            hint = 'Write a `"` where the words end, on the same line.'
            return "T104", "These words open with a quotation mark that is never closed.", hint
        case p.BadName(_, found, suggestion):
            rule = "A name is made of the letters a to z and digits, in words joined by hyphens."
            hint = f"Write `{suggestion}`." if suggestion else "Choose another name."
            return "T105", f"{_quoted(found)} cannot be a name. {rule}", hint
        case p.ReservedName(_, found):
            message = f"{_quoted(found)} is a word of the language, so it cannot be a name."
            return "T111", message, "Choose another name."
        case p.StrangeCharacter(_, found):
            return "T106", f"{_quoted(found)} is not used in the tree language.", _instead(found)
        case p.Missing(_, what, owner, example):
            return "T107", f"{owner} needs a line that begins with {what}.", f"For example: {example}"
        case p.Repeated(_, what, owner):
            hint = "Keep one of them, or join them."
            if what == "`tree`":
                hint = "If it is another tree, put it into a file of its own. If it is a copy, take it out."
            return "T108", f"There is a second {what} here, and {owner} takes one.", hint
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
        case p.NotAnAmount(_, found, scale):
            kind = "a whole number, such as 13" if scale == "number" else "a date, such as 2024-03-27"
            return "T116", f"{_quoted(found)} is not {kind}.", _in_figures(found, scale)
        case p.OutOfBounds(_, found, least, most):
            if found == most:
                hint = "Write the lower bound first."
                return "T117", f"The bounds stand the wrong way round: {least} to {most}.", hint
            hint = "Mend the number, or the bounds of the question."
            return "T117", f"The question takes {least} to {most}, and never {found}.", hint
        case p.BadAddress(_, found):
            hint = "Begin it with https:// or, for an e-mail address, with mailto:"
            return "T118", f"{_quoted(found)} is not an address that a reader can be sent to.", hint
        case _:
            return None


def _names(problem: p.Problem) -> Words | None:
    match problem:
        case p.DuplicateName(_, name, what):
            hint = "Give one of them another name, and change the lines that lead to it."
            return "T201", f"There is another {what} called `{name}`.", hint
        case p.UnknownTarget(_, name, near):
            hint = _meant(near) or "Add a node of that name, or lead to one that exists."
            return "T202", f"This leads to `{name}`, and no node is called that.", hint
        case p.UnknownQuestion(_, name, near):
            hint = _meant(near) or "Add a question of that name, or speak of one that exists."
            return "T203", f"No question is called `{name}`.", hint
        case p.UnknownOption(_, name, question, offered, near):
            hint = _meant(near) or f"It offers {_any_of(offered)}."
            return "T204", f"Question `{question}` offers no option `{name}`.", hint
        case p.UnknownRole(_, name, near):
            hint = _meant(near) or f'Introduce them under `tree`: role {name} "Their name"'
            return "T205", f"Nobody is called `{name}` in this tree.", hint
        case p.UnknownPolicy(_, name, known):
            held = _list([f"`{policy}`" for policy in known], "and") or "none that can be read"
            return "T206", f"There is no policy `{name}`.", f"This site holds {held}."
        case p.LostPolicy(_, name):
            hint = "The tree may be right. Mend the head of the policy's file, or put the file back."
            return "T215", f"The policy `{name}` was published, and is lost.", hint
        case p.UnknownTree(_, name, near):
            hint = _meant(near) or f"Lead to a tree that exists, or write `{name}.tree`."
            return "T207", f"There is no tree `{name}`.", hint
        case p.UnknownBasis(_, name, known):
            return "T208", f"A tree cannot be based on `{name}`.", f"Write {_any_of(known)}."
        case p.UnknownLink(_, name, near):
            hint = _meant(near) or f"Add `{name}` to links.yml, or write the address in quotation marks."
            return "T211", f"There is no link `{name}` in links.yml.", hint
        case p.VisitLeadsOn(_, tree, outcome):
            hint = f"Lead on to `{tree}` from an outcome instead: then -> tree {tree}"
            message = f"`{outcome}` of `{tree}` leads on to a third tree, so a visit could not come back."
            return "T212", message, hint
        case p.VisitsElsewhere(_, tree, policy):
            hint = f"Lead on to it from an outcome instead: then -> tree {tree}"
            return "T213", f"`{tree}` is drawn from another policy, `{policy}`.", hint
        case p.UnsoundTree(_, tree):
            return "T214", f"`{tree}` has errors of its own.", f"Mend `{tree}.tree` first."
        case p.WrongVerb(_, question, used, right):
            kind = "takes several answers" if right == "includes" else "has one answer"
            hint = f"Write `{right}` in place of `{used}`."
            return "T209", f"`{used}` does not fit: here `{question}` {kind}.", hint
        case p.TreeNamedElse(_, name, file):
            hint = f"Call the tree `{file}`, or the file `{name}.tree`."
            if " " in file:
                hint = f"Call the file `{name}.tree`. If it is a copy, take it out of this folder."
            return "T210", f"The tree is called `{name}` and its file `{file}.tree`.", hint
        case _:
            return None


def _shape(problem: p.Problem) -> Words | None:
    match problem:
        case p.Unreachable(_, node):
            hint = "Lead an option, a `then`, a branch or an `otherwise` to it, or take it out."
            return "T301", f"No answers ever lead to `{node}`.", hint
        case p.DeadEnd(_, kind, name):
            hint = f"{_DEAD_ENDS.get(kind, 'Add a line to it: then -> NAME')}. Only an outcome ends a path."
            return "T302", f"{kind} `{name}` leads nowhere.", hint
        case p.NothingOffered(_, question):
            hint = f"Add answers to it. For example: {_EXAMPLES['option']}"
            return "T305", f"Question `{question}` offers no answer.", hint
        case p.Loop(_, nodes):
            way = " -> ".join((*nodes, nodes[0]))
            hint = "Lead one of these to another node: a reader must always come to an end."
            return "T303", f"These lead round in a circle: {way}.", hint
        case p.TreesInCircle(_, trees):
            way = " -> ".join((*trees, trees[0]))
            hint = "Let one of them not lead to the next: a reader must always come to an end."
            return "T306", f"These trees lead round in a circle: {way}.", hint
        case p.SameWay(_, question):
            hint = "Take the question out, or let an answer lead elsewhere."
            return "T406", f"Every answer to `{question}` leads the same way, and nothing asks for it.", hint
        case p.AskedLater(_, question, node):
            hint = "Ask it earlier, or speak of a question that was asked."
            return "T304", f"No path asks `{question}` before it comes to `{node}`.", hint
        case p.Uncovered(_, route, example):
            hint = "Add a branch for it, or an `otherwise`."
            return "T401", f"Route `{route}` has no way on for {_case(example)}.", hint
        case p.Overlap(_, route, example):
            message = f"Route `{route}` has two ways on for {_case(example)}."
            hint = "Make the conditions exclude each other: the order of the lines decides nothing."
            return "T402", message, hint
        case p.NeverTrue():
            hint = "Take it out, or mend the condition."
            return "T403", "No answers that lead here make this true.", hint
        case p.AlwaysTrue():
            hint = "Take the `when` out: the duty always applies here."
            return "T404", "All answers that lead here make this true.", hint
        case p.OtherwiseUnused(_, route):
            message = f"The branches of `{route}` cover every case; nothing comes to `otherwise`."
            return "T405", message, "Take the line out."
        case _:
            return None


def _clauses(problem: p.Problem) -> Words | None:
    match problem:
        case p.UnknownClause(_, reference, policy, near):
            hint = _meant(near) or "Look up the number in the policy."
            return "T501", f"The policy `{policy}` has no clause {reference}.", hint
        case p.LostClause(_, reference, policy):
            hint = "The tree may be right. Mend the policy: what is said of it says how."
            return "T505", f"The policy `{policy}` has lost clause {reference}, which was published.", hint
        case p.WithdrawnClause(_, reference, policy, version, now):
            message = f"Clause {reference} of the policy `{policy}` was withdrawn in version {version}."
            place = f"Did you mean {_any_of(now)}, which took its place?" if now else "Nothing took its place."
            return "T504", message, f"{place} See whether this part of the procedure still holds."
        case p.DutyWithoutClause():
            hint = "Put the clause's number in brackets behind the words: (2.4)"
            return "T502", "This duty cites no clause.", hint
        case p.StrengthDiffers(_, strength, clauses, words):
            said = f"says {_any_of(words)}" if words else "uses none of the words that bind"
            message = f"This says `{strength.value}`; {_list(clauses, 'and')} {said}."
            return "T503", message, "Use the clause's own word, or cite the clause that says it."
        case _:
            return None


def _scenarios(problem: p.Problem) -> Words | None:
    match problem:
        case p.EndsElsewhere(_, expected, actual, way):
            message = f"This scenario should end at `{expected}`, and ends at `{actual}`."
            return "T601", message, f"{_MEND} {_way(way)}"
        case p.StopsShort(_, question, way):
            hint = f"Add a line that answers it. {_way(way)}"
            return "T602", f"This scenario does not answer `{question}`.", hint
        case p.AnswerUnused(_, question, way):
            hint = f"Take the line out, or mend the answers before it. {_way(way)}"
            return "T603", f"This scenario never comes to `{question}`.", hint
        case p.ExclusiveNone(_, question, none):
            hint = f"`{none}` is picked alone: {question} is {none}"
            return "T604", f"These answers cannot be given together to `{question}`.", hint
        case p.DutyMissing(_, wanted, found):
            said = f"The duties on its way: {'; '.join(found)}." if found else "No duty is on its way."
            return "T605", f"No duty on the way of this scenario is: {wanted}.", f"{_MEND} {said}"
        case p.DutyUnwanted(_, unwanted):
            return "T606", f"A duty on the way of this scenario is: {unwanted}.", _MEND
        case p.NoSuchDuty(_, unwanted, near):
            message = f"No node lays down this duty, so the line can never fail: {unwanted}."
            return "T607", message, f"Did you mean: {near}?" if near else "Take the line out."
        case p.NoScenario():
            hint = 'Write some at the end of the file. Each begins like this: scenario "What happens"'
            return "T609", "This tree has no scenario, so nothing shows that it does what you mean.", hint
        case p.NotVisited(_, node):
            hint = "Write a scenario that comes this way."
            return "T608", f"No scenario visits `{node}`.", hint
        case _:
            return None


def _quoted(found: str) -> str:
    return f"`{found}`" if found else "Nothing"


def _list(items: Sequence[str], joint: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def _any_of(names: Sequence[str]) -> str:
    return _list([f"`{name}`" for name in names], "or") or "nothing"


def _meant(near: str | None) -> str:
    return f"Did you mean `{near}`?" if near else ""


def _case(example: Sequence[str]) -> str:
    return "these answers: " + "; ".join(example) if example else "any answers"


def _way(way: Sequence[str]) -> str:
    return f"The way it takes: {' -> '.join(way)}"


def _in_figures(found: str, scale: str) -> str:
    if scale == "number":
        return "Write it in figures, as in the example."
    meant = meant_date(found)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", found):
        return "There is no such day."
    if meant is None:
        return "Write the year, the month and the day in figures, as in the example."
    return f"If you mean {meant[1]}, write {meant[0]}."


def _instead(found: str) -> str:
    if found in "“”„«»'‘’":
        return 'Write a straight double quotation mark: "'
    if found[-1] in "→⇒➔➜⟶–—>-":
        return "Write an arrow as a hyphen and a greater-than sign: ->"
    if found in _WORDS:
        return f"Write {_WORDS[found]}."
    return "Take it out, or put the words it belongs to in quotation marks."
