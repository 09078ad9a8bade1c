"""What stands in a page in place of a comment such as `<!-- tree-list: evidence -->`."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import Enum
from typing import assert_never

from clausetree.policy.policy import Policy
from clausetree.publish.pages.loaded_site import LoadedSite
from clausetree.render.courses.downloads import to_downloads
from clausetree.render.html.addresses import addresses_on
from clausetree.render.html.ids import section_id
from clausetree.render.pages import tree_page
from clausetree.render.pages.tree_page import TreePiece
from clausetree.render.policy.page import to_plain
from clausetree.render.review.notice import to_notice
from clausetree.render.review.reviews import to_reviews
from clausetree.render.versions import anchors
from clausetree.render.versions.pages import VersionPiece
from clausetree.tree.model import Tree
from clausetree.tree.wire import Procedure

_COMMENT = re.compile(r"<!--\s*(?P<name>[a-z-]+)(?::\s*(?P<about>[A-Za-z0-9./-]*[A-Za-z0-9]))?\s*-->")


class SitePiece(Enum):
    """A piece that is about a policy, or about all policies or procedures. Its value is the comment's name."""

    POLICY = "policy"
    """All the words of a policy."""
    ANCHORS = "anchors"
    COURSES = "courses"
    REVIEWS = "reviews"
    ATTESTATION = "attestation"


type Piece = SitePiece | VersionPiece | TreePiece

_BY_NAME: Mapping[str, Piece] = {
    piece.value: piece for kind in (SitePiece, VersionPiece, TreePiece) for piece in kind
}


def comment_for(policy: Policy) -> str:
    """Return the comment in whose place the words of a policy are put."""
    return f"<!-- {SitePiece.POLICY.value}: {policy.id} -->"


def with_pieces(site: LoadedSite, html: str, root: str, left_out: Collection[Piece] = ()) -> str:
    """Return HTML with a piece in place of each comment that asks for one that is not `left_out`.

    `root` leads from the page to the site's own and ends in a slash, or is empty.
    """

    def put_in(match: re.Match[str]) -> str:
        piece = _BY_NAME.get(match["name"])
        found = (
            None
            if piece is None or piece in left_out
            else _piece(site, piece, match["about"] or "", html, root)
        )
        return match[0] if found is None else found

    return _COMMENT.sub(put_in, html)


def _piece(site: LoadedSite, piece: Piece, about: str, html: str, root: str) -> str | None:
    """Return a piece for a page of `html`; None if there is nothing that it could be about."""
    match piece:
        case SitePiece():
            return _site_piece(site, piece, about, root)
        case VersionPiece():
            return site.versions.piece(piece, about, root)
        case TreePiece():
            procedure = site.procedures.find(about)
            return _tree_piece(site, piece, procedure, html, root) if procedure else None
        case _:
            assert_never(piece)


def _site_piece(site: LoadedSite, piece: SitePiece, about: str, root: str) -> str | None:
    policies, procedures = list(site.policies.registry), site.procedures
    match piece:
        case SitePiece.POLICY:
            pages = site.policies.pages.items()
            return next((to_plain(p, addresses_on(path)) for path, p in pages if p.id == about), None)
        case SitePiece.ANCHORS:
            return anchors.to_table(policies, root, site.pasts)
        case SitePiece.COURSES:
            return to_downloads(procedures.all, root)
        case SitePiece.REVIEWS:
            trees = [procedure.tree for procedure in procedures.all]
            return to_reviews(trees, site.reviews.of, procedures.diagnostics, root)
        case SitePiece.ATTESTATION:
            return "".join(site.statements.html(policy, root) for policy in policies)
        case _:
            assert_never(piece)


def _tree_piece(site: LoadedSite, piece: TreePiece, procedure: Procedure, page: str, root: str) -> str:
    tree = procedure.tree
    place = tree_page.Place(root, site.settings.runtime, site.settings.entry)
    pictures = site.pictures.get(tree.id)
    sizes = pictures.sizes() if pictures else None
    beside = tree_page.Beside(site.drawings[tree.id], site.wires[tree.id], sizes)
    html = tree_page.to_piece(piece, procedure, beside, place)
    if piece is TreePiece.WIDGET and not _tells(page, tree):
        return html + tree_page.on_paper(tree, place)
    # What the tree was drawn from is followed by whether that still holds.
    return html + review_notice(site, tree, root) if piece is TreePiece.BASIS else html


def _tells(page: str, tree: Tree) -> bool:
    """Return whether a page has what its tree says besides the first question: its sections, or its list."""
    return (
        f'id="{section_id(tree, tree.start)}"' in page or f"<!-- {TreePiece.LIST.value}: {tree.id} -->" in page
    )


def review_notice(site: LoadedSite, tree: Tree, root: str) -> str:
    """Return what readers are told of a tree whose clauses have new words, or ""; `root` is as above."""
    found = site.reviews.of.get(tree.id)
    return (to_notice(found, root) or "") if found else ""
