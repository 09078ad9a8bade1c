"""What stands on each screen of a branching scenario, below its title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from clausetree.render.h5p.wording import in_question, in_text
from clausetree.render.html.markup import Html, element, joined
from clausetree.render.tree.phrasing import STOP_HERE
from clausetree.render.tree.pieces import (
    basis_sentence,
    clause_links,
    duty_groups,
    next_trees,
    note_boxes,
    prose_box,
    turn_to,
)
from clausetree.render.tree.what_to_do import what_to_do
from clausetree.tree.answers import Answers, offered
from clausetree.tree.model import Choice, Citation, ManyOf, Measure, OneOf, Outcome, Step
from clausetree.tree.walk import applies
from clausetree.tree.wire import Procedure

_WHY = "Why this is asked: "
_SAYS = "What the policy says: "
_ONE_OF_THEM = "Choose one. If more than one applies, choose any of them."
_THIS_ONE = "Does this apply? "
_NOTE = "More than one answer can apply. Note those that do:"
_NOTE_IT = "Note it down."
_AGAIN = "You answered “No” to each. At least one has to apply: choose the first that does."


@dataclass(frozen=True, slots=True)
class Bodies:
    """The HTML of the screens of a procedure. Without the `address` of the site, links to it become words."""

    procedure: Procedure
    address: str

    def about(self) -> Html:
        """Return what the tree is about, and from which versions of which policies it was drawn."""
        about = prose_box(self.procedure, self.procedure.tree.about, "", self.address)
        return in_text(joined(about, basis_sentence(self.procedure)))

    def question(self, node: OneOf | ManyOf, asked: str | None = None) -> Html:
        """Return what helps to answer a question, and last what is `asked`, where the title does not say it."""
        help_words = Html(node.help.html) if node.help else None
        last = element("p", asked) if asked else None
        return in_question(joined(help_words, self._cited(_WHY, node.cites), last))

    def any_of(self, node: ManyOf) -> Html:
        """Return what stands by choices, each of which leads the same way."""
        return self.question(node, _ONE_OF_THEM)

    def choice(self, node: ManyOf, choice: Choice) -> Html:
        """Return what stands by one choice of a question, when that choice alone is asked about."""
        return self.question(node, joined(_THIS_ONE, "“", Html(choice.wording.html), "”"))

    def amount(self, node: OneOf) -> Html:
        """Return what is said where a number or a date is asked for on which nothing depends."""
        asked = self.procedure.tree.node(node.id)
        assert isinstance(asked, Measure), "whoever picks has more than one option"
        return self._noted(node, element("p", f"{what_to_do(asked)}. {_NOTE_IT}"))

    def choices(self, node: ManyOf) -> Html:
        """Return the choices of a question whose answer changes nothing."""
        listed = element("ul", *(element("li", Html(one.wording.html)) for one in offered(node)))
        return self._noted(node, joined(element("p", _NOTE), listed))

    def none_picked(self, node: ManyOf) -> Html:
        """Return what is said to whoever answered No to all, where one choice at least has to apply."""
        return self.question(node, _AGAIN)

    def step(self, node: Step, answers: Answers) -> Html:
        """Return what to do at a step, for a reader with these answers."""
        stop = element("p", STOP_HERE) if node.waits else None
        onward = self._turn_to(node, answers), stop
        return in_text(joined(*self._to_do(node, answers), *onward, self._cited(_SAYS, node.cites)))

    def outcome(self, node: Outcome, answers: Answers) -> Html:
        """Return what an outcome says to a reader with these answers."""
        onward = self._turn_to(node, answers), next_trees(node, self.address)
        return in_text(joined(*self._to_do(node, answers), *onward, self._cited(_SAYS, node.cites)))

    def _noted(self, node: OneOf | ManyOf, asked: Html) -> Html:
        help_box = prose_box(self.procedure, node.help, "", self.address)
        return in_text(joined(help_box, asked, self._cited(_WHY, node.cites)))

    def _turn_to(self, node: Step | Outcome, answers: Answers) -> Html | None:
        return turn_to(self.procedure.tree, node, answers)

    def _to_do(self, node: Step | Outcome, answers: Answers) -> list[Html]:
        due = [replace(duty, when=None) for duty in node.duties if applies(duty, answers)]
        return [
            *note_boxes(self.procedure, node.notes, self.address, answers, name=""),
            *duty_groups(self.procedure, due, self.address, 3),
        ]

    def _cited(self, words: str, cites: Iterable[Citation]) -> Html | None:
        links = clause_links(self.procedure, cites, self.address)
        return element("p", words, links) if links else None
