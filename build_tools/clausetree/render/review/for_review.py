"""One page that holds everything for whoever decides about changes. It needs no network and no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clausetree.render.html.away import NOWHERE, leading_away
from clausetree.render.html.markup import Html, element, in_a_list, joined, with_code
from clausetree.render.review.review_style import policy_for, style_for
from clausetree.render.review.reviewed_policy import PolicyToReview, side_by_side
from clausetree.render.review.reviewed_tree import TreeToReview, begin, scenarios, sentences, to_walk
from clausetree.render.review.signing import signing
from clausetree.tree.wire import Procedure


@dataclass(frozen=True, slots=True)
class FaultLeft:
    """Something that is still wrong: where, what, and what to do."""

    where: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class FileSigned:
    """A file that changed: what became of it, and the SHA-256 of what it says, by which it is known again."""

    path: str
    became: str
    digest: str


@dataclass(frozen=True, slots=True)
class Review:
    """What is to be decided about, as of a `day`; who made it and why, if she said so.

    What is `left` is no fault of hers: it is settled by whoever publishes.
    """

    day: str
    name: str
    why: str
    policies: Sequence[PolicyToReview]
    trees: Sequence[TreeToReview]
    faults: Sequence[FaultLeft]
    left: Sequence[FaultLeft]
    files: Sequence[FileSigned]


def to_review(review: Review, address: str) -> str:
    """Return the page. Links to the site lead to its `address`; without one they are words."""
    of_policies, of_trees = (one.title for one in review.policies), (one.title for one in review.trees)
    titles = [*of_policies, *of_trees] or [one.path for one in review.files]
    procedures = [one.procedure for one in review.trees if one.procedure]
    style = style_for(map(begin, procedures))
    words = f"For review: {in_a_list(titles)}"
    head = joined(
        Html('<meta charset="utf-8">\n'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy_for(style)}">\n'),
        Html('<meta name="viewport" content="width=device-width,initial-scale=1">\n'),
        Html('<meta name="color-scheme" content="light dark">\n'),
        element("title", words),
        Html(f"<style>{style}</style>\n"),
    )
    main = element("main", *_parts(review, words))
    page = element(
        "html", element("head", head), element("body", Html(_linked(main, procedures, address))), lang="en"
    )
    return f"<!doctype html>\n{page}"


def _parts(review: Review, words: str) -> Iterator[Html]:
    yield element("h1", words)
    by = f"Prepared by {review.name} on {review.day}." if review.name else f"Prepared on {review.day}."
    yield element("p", by)
    if review.why:
        yield element("p", review.why)
    for policy in review.policies:
        yield element("h2", policy.title)
        yield element("p", policy.said)
        yield from (side_by_side(change, policy.before) for change in policy.changes)
    for tree in review.trees:
        yield element("h2", tree.title)
        yield from sentences(tree)
        yield from to_walk(tree)
        yield from scenarios(tree)
    yield element("h2", "What is still wrong")
    yield _faults(review.faults) if review.faults else element("p", "Nothing.")
    if review.left:
        yield element("h2", "What whoever publishes settles")
        yield _faults(review.left)
    yield element("h2", "What you decide about")
    yield _files(review.files)
    yield element("h2", "Decision", id="decision")
    yield signing()


def _faults(faults: Sequence[FaultLeft]) -> Html:
    items = (
        element("li", element("strong", f"{one.where}: "), with_code(f"{one.message} {one.hint}"))
        for one in faults
    )
    return element("ul", *items)


def _files(files: Sequence[FileSigned]) -> Html:
    """The digests are those of changes.json: what was signed can be told from anything else."""
    items = [
        element(
            "li",
            f"{one.path}: {one.became}. ",
            joined("SHA-256: ", element("code", one.digest)) if one.digest else None,
        )
        for one in files
    ]
    return element("ul", *items)


def _linked(html: str, procedures: Iterable[Procedure], address: str) -> str:
    """A procedure that leads on to another that is on this page leads to that one here."""
    for procedure in procedures:
        html = html.replace(f'"{NOWHERE}trees/{procedure.tree.id}/"', f'"#{begin(procedure)}"')
    return leading_away(html, address)
