"""For the owner of the policy: which procedures to look at again, and what their authors say of warnings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from clausetree.render.html.markup import Html, element, in_a_list, joined, with_code
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.tree.model import Tree
from clausetree.tree.review.review import Review


def to_reviews(
    trees: Iterable[Tree], reviews: Mapping[str, Review], diagnostics: Sequence[Diagnostic], root: str
) -> Html:
    """Return a list of the procedures; `diagnostics` is everything that was said of their files.

    `root` leads from the page to the site's own and ends in a slash, or is empty.
    """
    return element(
        "ul", *(_tree(tree, reviews.get(tree.id), diagnostics, root) for tree in trees), class_="reviews"
    )


def _tree(tree: Tree, review: Review | None, diagnostics: Sequence[Diagnostic], root: str) -> Html:
    ours = [each for each in diagnostics if each.source.name.rpartition("/")[2] == f"{tree.id}.tree"]
    known = [each for each in ours if each.severity is Severity.ACKNOWLEDGED]
    open_ = sum(each.severity is Severity.WARNING for each in ours)
    return element(
        "li",
        element("a", tree.title.text, href=f"{root}trees/{tree.id}/"),
        element("p", _state(review)),
        element("p", with_code(_warnings(open_, tree))) if open_ else None,
        joined(element("p", _known(len(known))), element("ul", *map(_warning, known))) if known else None,
    )


def _state(review: Review | None) -> str:
    changed = in_a_list(relied.label for relied in review.changed) if review else ""
    unrecorded = in_a_list(relied.label for relied in review.unrecorded) if review else ""
    words = f"To be reviewed: there are new words in {changed}. " if changed else ""
    if unrecorded:
        words += f"Nobody has recorded yet that it was checked against {unrecorded}."
    return words.strip() or "Its clauses have the words that it was last checked against."


def _warnings(number: int, tree: Tree) -> str:
    words = "1 warning has" if number == 1 else f"{number} warnings have"
    return f"{words} no reason yet: `clausetree check trees/{tree.id}.tree` says which."


def _known(number: int) -> str:
    return (
        "One warning stays, with a reason:" if number == 1 else f"{number} warnings stay, each with a reason:"
    )


def _warning(warning: Diagnostic) -> Html:
    line, _ = warning.source.place(warning.span.start)
    written = warning.source.line(line).strip()
    words = f"Line {line}, {warning.code}: {warning.message} {warning.hint}"
    return element("li", element("code", written), element("p", with_code(words)))
