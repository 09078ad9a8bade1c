"""What the linked sections and the widget both show of a node: help, duties, clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from types import MappingProxyType

from clausetree.render.html.markup import Html, element, joined, joint_of, parted
from clausetree.render.tree.deadlines import deadline_words
from clausetree.render.tree.phrasing import condition_phrase, duty_key, grouped, is_to_tick
from clausetree.render.tree.terms import explained
from clausetree.tree.answers import Answers
from clausetree.tree.condition import names_in
from clausetree.tree.model import (
    Aside,
    Basis,
    Citation,
    Contact,
    Duty,
    Link,
    Node,
    Note,
    Outcome,
    Prose,
    Step,
    Tree,
)
from clausetree.tree.walk import applies, conditions
from clausetree.tree.wire import Procedure


def prose_box(procedure: Procedure, prose: Prose | None, name: str, root: str) -> Html | None:
    """Return an author's paragraphs in a box of class `name`."""
    return element("div", explained(procedure, prose, root), class_=name) if prose else None


def note_boxes(
    procedure: Procedure, notes: Iterable[Note], root: str, answers: Answers | None, *, name: str = "ct-note"
) -> list[Html]:
    """Return the notes in boxes of class `name`: those that hold for a reader with these answers.

    Without answers it is all of them, and each says when it holds.
    """
    return [
        element(
            "div",
            _only_if(procedure.tree, note, answers, "p"),
            explained(procedure, note.words, root),
            class_=name,
        )
        for note in _to_tell(notes, answers)
    ]


def _to_tell[One: (Note, Contact, Link)](told: Iterable[One], answers: Answers | None) -> list[One]:
    return [one for one in told if answers is None or applies(one, answers)]


def _only_if(tree: Tree, aside: Aside, answers: Answers | None, tag: str = "span") -> Html | None:
    if aside.when is None or answers is not None:
        return None
    return element(tag, f"Only if {condition_phrase(tree, aside.when)}:", class_="ct-if")


def clause_links(procedure: Procedure, cites: Iterable[Citation], root: str) -> Html | None:
    """Return links to the clauses, with the policy's words for each ("clause 2.4")."""
    quotes = [procedure.quote(cite) for cite in dict.fromkeys(cites)]
    links = [element("a", quote.label, href=root + quote.href) for quote in quotes]
    joint = joint_of(quote.label for quote in quotes)
    return element("span", *parted(links, joint), class_="ct-cites") if links else None


type DeadlineShown = Callable[[Procedure, Duty, Answers], Html | None]
"""How the deadline of a duty is shown to a reader with these answers."""


def shown_deadline(procedure: Procedure, duty: Duty, answers: Answers) -> Html | None:
    """Return how long there is and, where the answers say when it began, by when; None without a deadline."""
    words = deadline_words(procedure, duty, answers)
    if words is None:
        return None
    end = joined(": ", element("strong", words.end, class_="ct-due")) if words.end else None
    return element("span", f", {words.within}", end, words.more, class_="ct-within")


def duty_groups(
    procedure: Procedure,
    duties: Sequence[Duty],
    root: str,
    level: int,
    *,
    done: frozenset[str] | None = None,
    answers: Answers = MappingProxyType({}),
    deadline: DeadlineShown = shown_deadline,
) -> list[Html]:
    """Return the duties, gathered by who does them and how strongly, each with its clauses.

    `level` is that of the groups' headings. `done` are the keys of the duties that the reader ticked
    off: what she has to do herself has a box to tick. Without it the answers are not known, so there is no box,
    and a duty that depends on answers says so. Of deadlines that `answers` begin, the end is told, as
    `deadline` shows it.
    """
    return [
        element(
            "div",
            element(f"h{level}", who, class_="ct-who"),
            element(
                "ul",
                *(_duty(procedure, duty, root, done, deadline(procedure, duty, answers)) for duty in group),
            ),
            class_="ct-duty-group",
        )
        for who, group in grouped(procedure.tree, duties).items()
    ]


def _duty(
    procedure: Procedure, duty: Duty, root: str, done: frozenset[str] | None, within: Html | None
) -> Html:
    what = element("span", Html(duty.what.html), within, class_="ct-what")
    return element(
        "li",
        _condition(procedure.tree, duty, what) if done is None else _box(procedure.tree, duty, what, done),
        " ",
        clause_links(procedure, duty.cites, root),
        class_=f"ct-duty ct-duty--{duty.strength.slug}",
    )


def _condition(tree: Tree, duty: Duty, what: Html) -> Html:
    if duty.when is None:
        return what
    return joined(element("span", f"If {condition_phrase(tree, duty.when)}: ", class_="ct-if"), what)


def _box(tree: Tree, duty: Duty, what: Html, done: frozenset[str]) -> Html:
    if not is_to_tick(duty):
        return what
    key = duty_key(tree, duty)
    box = element("input", type="checkbox", checked=key in done, data_duty=key)
    return element("label", box, what, class_="ct-tick")


def meanings(tree: Tree, node: Node) -> Html | None:
    """Return what the named facts stand for that conditions at `node` speak of."""
    named = dict.fromkeys(fact for condition in conditions(node) for fact in names_in(condition))
    lines = [element("li", f"“{fact.words}” applies if {condition_phrase(tree, fact.part)}.") for fact in named]
    return element("ul", *lines, class_="ct-meanings") if lines else None


def why(procedure: Procedure, cites: Iterable[Citation], root: str, summary: str) -> Html | None:
    """Return the clauses that a node rests on, quoted whole, behind a line that opens them."""
    quotes = [_quotation(procedure, cite, root) for cite in dict.fromkeys(cites)]
    if not quotes:
        return None
    return element("details", element("summary", summary), *quotes, class_="ct-why")


def _quotation(procedure: Procedure, cite: Citation, root: str) -> Html:
    quote = procedure.quote(cite)
    link = element("a", quote.label, href=root + quote.href)
    # The label of a clause of another policy says which.
    begun = "From the policy, " if cite.policy == procedure.tree.policy else "From "
    source = element("p", begun, link, class_="ct-source")
    return element("blockquote", Html(quote.html), source, class_="ct-clause")


def turn_to(tree: Tree, node: Step | Outcome, answers: Answers | None) -> Html | None:
    """Return whom a reader with these answers can turn to, and what she can read.

    Without answers it is all of that, and each line says for whom it is.
    """
    contacts = [(one, _contact(one)) for one in _to_tell(node.contacts, answers)]
    links = [(one, _link(one)) for one in _to_tell(node.links, answers)]
    lines: list[tuple[Aside, Html]] = [*contacts, *links]
    if not lines:
        return None
    return element("ul", *(_turn_to(tree, one, words, answers) for one, words in lines), class_="ct-turn-to")


def _turn_to(tree: Tree, one: Aside, words: Html, answers: Answers | None) -> Html:
    condition = _only_if(tree, one, answers)
    return element("li", condition, " " if condition else None, words)


def _contact(contact: Contact) -> Html:
    hours = joined(" (", Html(contact.hours.html), ")") if contact.hours else None
    return joined(Html(contact.who.html), ": ", Html(contact.how.html), hours)


def _link(link: Link) -> Html:
    if not link.address:
        return Html(link.words.html)
    return element("a", Html(link.words.html), href=link.address)


def next_trees(node: Outcome, root: str) -> Html | None:
    """Return the ways on to other trees, where an outcome leads to any."""
    links = [
        element("a", tree.title, href=f"{root}trees/{tree.id}/", data_tree=tree.id) for tree in node.next_trees
    ]
    if len(links) < 2:
        return element("p", "Now go on with: ", *links, class_="ct-next") if links else None
    listed = element("ol", *(element("li", link) for link in links))
    return element("div", element("p", "Now go on with these, one after the other:"), listed, class_="ct-next")


def cited_by(node: Step | Outcome) -> list[Citation]:
    """Return what a node and its duties cite, in order."""
    return [*node.cites, *(cite for duty in node.duties for cite in duty.cites)]


def basis_sentence(procedure: Procedure) -> Html:
    """Return the sentences that tell readers what the tree was drawn from, and on what else it rests."""
    own, *others = (f"the {edition.title}, version {edition.version}" for edition in procedure.editions)
    also = f" It also rests on clauses of {', and of '.join(others)}." if others else ""
    if procedure.tree.basis is Basis.FLOWCHART:
        words = f"This procedure is the flowchart in {own}, set out as questions.{also}"
    else:
        words = (
            f"This procedure is drawn from the clauses of {own}.{also} "
            "It is not a copy of a flowchart. Each part links to the clauses it rests on."
        )
    return element("p", words, class_="ct-basis")
