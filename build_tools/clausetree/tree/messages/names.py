"""Names that lead nowhere."""

from __future__ import annotations

from typing import assert_never

from clausetree.report.closest import did_you_mean
from clausetree.report.wording import Wording
from clausetree.tree.messages.phrasing import any_of, listed
from clausetree.tree.problems import names as p
from clausetree.tree.syntax import Verb


def of_names(problem: p.NameProblem) -> Wording:
    """Return the words of a problem of this kind."""
    match problem:
        case p.DuplicateName(_, name, what):
            hint = "Give one of them another name, and change the lines that lead to it."
            return "T201", f"There is another {what} called `{name}`.", hint
        case p.UnknownTarget(_, name, near):
            hint = did_you_mean(near) or "Add a node of that name, or lead to one that exists."
            return "T202", f"This leads to `{name}`, and no node is called that.", hint
        case p.UnknownQuestion(_, name, near):
            hint = did_you_mean(near) or "Add a question of that name, or speak of one that exists."
            return "T203", f"No question is called `{name}`.", hint
        case p.UnknownOption(_, name, tree, outcomes, near, True):
            hint = did_you_mean(near) or f"It ends with {any_of(outcomes)}."
            return "T204", f"The tree `{tree}`, which is visited, has no outcome `{name}`.", hint
        case p.UnknownOption(_, name, question, offered, near):
            hint = did_you_mean(near) or f"It offers {any_of(offered)}."
            return "T204", f"Question `{question}` offers no option `{name}`.", hint
        case p.UnknownFact(_, name, near):
            hint = (
                did_you_mean(near) or f'Add a line beneath the first of the file: fact {name} "It is so" when …'
            )
            return "T217", f"No fact is called `{name}`.", hint
        case p.FactNotAlone(_, name):
            hint = f"Write `{name}` alone, or `not {name}`."
            return "T224", f"`{name}` is a fact, which is so or is not: nothing else can be said of it.", hint
        case p.FactOfItself(_, name):
            return (
                "T218",
                f"What `{name}` stands for speaks of `{name}` itself.",
                "Say it by answers to questions.",
            )
        case p.FactTooLong(_, name):
            hint = "Say it by fewer answers, or by a question of its own."
            return (
                "T219",
                f"`{name}` stands for too much: over a thousand answers, or facts too deep in facts.",
                hint,
            )
        case p.UnusedFact(_, name):
            hint = f"Write `{name}` in a condition, behind `when`, or take the line out."
            return "T220", f"No condition speaks of the fact `{name}`.", hint
        case p.UnknownShared(_, name, near):
            hint = did_you_mean(near) or f"Add a block `shared {name}`, with the lines beneath it."
            return "T222", f"No shared block is called `{name}`.", hint
        case p.UnusedShared(_, name):
            hint = f"Write `uses {name}` in a step, a wait or an outcome, or take the block out."
            return "T223", f"Nothing uses the shared block `{name}`.", hint
        case p.StepIsDone(_, step):
            hint = f"Write `{step} is done`, or `{step} is not done`."
            return "T221", f"A condition can say of `{step}` that it is done, and nothing else.", hint
        case p.UnknownRole(_, name, near):
            hint = did_you_mean(near) or f'Introduce them under `tree`: role {name} "Their name"'
            return "T205", f"Nobody is called `{name}` in this tree.", hint
        case p.UnknownPolicy(_, name, known, near, clause):
            held = listed([f"`{policy}`" for policy in known], "and") or "none that can be read"
            hint = f"{did_you_mean(near)} This site holds {held}.".strip()
            if clause and not near:
                link = f'link "{name}, clause {clause}" "https://…"'
                where = "put a link into a step, a wait or an outcome"
                hint += f" To name a document that is elsewhere, {where}: {link}"
            return "T206", f"There is no policy `{name}`.", hint
        case p.LostPolicy(_, name):
            hint = "The tree may be right. Mend the head of the policy's file, or put the file back."
            return "T215", f"The policy `{name}` was published, and is lost.", hint
        case p.UnknownTree(_, name, near):
            hint = did_you_mean(near) or f"Lead to a tree that exists, or write `{name}.tree`."
            return "T207", f"There is no tree `{name}`.", hint
        case p.UnknownBasis(_, name, known):
            return "T208", f"A tree cannot be based on `{name}`.", f"Write {any_of(known)}."
        case p.UnknownLink(_, name, near):
            hint = did_you_mean(near) or f"Add `{name}` to links.yml, or write the address in quotation marks."
            return "T211", f"There is no link `{name}` in links.yml.", hint
        case p.VisitLeadsOn(_, tree, outcome):
            hint = f"Lead on to `{tree}` from an outcome instead: then -> tree {tree}"
            message = f"`{outcome}` of `{tree}` leads on to a third tree, so a visit could not come back."
            return "T212", message, hint
        case p.UnsoundTree(_, tree):
            return "T214", f"`{tree}` has errors of its own.", f"Mend `{tree}.tree` first."
        case p.EndNotAsked(_, visit):
            message = f"`{visit}` is a visit, and no condition of this tree asks where it ended."
            hint = "Take the line out: a scenario goes through such a visit without a word."
            return "T225", message, hint
        case p.WrongVerb(_, question, used, right, visit):
            kind = "takes several answers" if right is Verb.INCLUDES else "has one answer"
            kind = "is a visit, and ends with one outcome" if visit else kind
            hint = f"Write `{right}` in place of `{used}`."
            hint += f" To deny it: not {question} includes …" if right is Verb.INCLUDES else ""
            return "T209", f"`{used}` does not fit: here `{question}` {kind}.", hint
        case p.TreeNamedElse(_, name, file):
            hint = f"Call the tree `{file}`, or the file `{name}.tree`."
            if " " in file:
                hint = f"Call the file `{name}.tree`. If it is a copy, take it out of this folder."
            return "T210", f"The tree is called `{name}` and its file `{file}.tree`.", hint
        case _:
            assert_never(problem)
