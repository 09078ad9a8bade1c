"""Everything of a site that a link may lead to."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.history.courses.checker import LinkChecker
from clausetree.history.courses.site_links import SiteLinks
from clausetree.publish.loading.workplace import Workplace
from clausetree.publish.sources.settings_file import is_whole, site_address
from clausetree.tree.model import Tree

_SECTIONS = ("picture", "list", "sections")

_FILES = ("clauses.csv", "clauses.json", "policies.json", "sitemap.xml", "sitemap.xml.gz")
_OF_A_POLICY = ("policy.json", "previews.json")


def site_links(place: Workplace, address: str | None, since: str | None, policy: str | None) -> SiteLinks:
    """Return what is known of a site's pages.

    `address` is the site's own, or else what its settings say. `since` is the version of `policy` that a course
    was made for; where `policy` is None, of any.

    Raises `SettingsUnreadableError`.
    """
    known = {place_at.strip("/") for place_at in _pages(place)}
    return SiteLinks(
        tuple(_checkers(place, since, policy)),
        _tree_anchors(place),
        frozenset(known),
        frozenset(f"{one.rstrip('/')}/" for one in [address or site_address(place.folders.settings)] if one),
        frozenset(_files(place)),
    )


def fault_in_site(address: str) -> str:
    """Return what to say of an address of the site that is none, or ""."""
    if not address or is_whole(address):
        return ""
    return f"{address} is not a whole address. Write --site https://{address.lstrip('/')}"


def _checkers(place: Workplace, since: str | None, asked: str | None) -> Iterator[LinkChecker]:
    for policy in place.policies.registry:
        past = place.archive.past(policy.id)
        is_meant = asked in (None, policy.id) and since in past.history.versions
        yield LinkChecker(policy, past, since if is_meant else None)


def _tree_anchors(place: Workplace) -> dict[str, set[str]]:
    return {p.tree.id: {"", *_SECTIONS, *_anchors_of_nodes(p.tree)} for p in place.procedures().all}


def _anchors_of_nodes(tree: Tree) -> Iterator[str]:
    """Yield the anchor of each node, and that of its heading, to which a search leads."""
    for node in tree.nodes:
        yield f"{tree.id}--{node.id}"
        yield f"{tree.id}--{node.id}--title"


def _pages(place: Workplace) -> Iterator[str]:
    """Yield the path of every page that an author wrote, and those that every site has."""
    yield from ("", "404")
    for file in place.folders.docs.rglob("*.md"):
        path = file.relative_to(place.folders.docs).with_suffix("")
        yield path.parent.as_posix().lstrip(".") if path.name in ("index", "README") else path.as_posix()


def _files(place: Workplace) -> Iterator[str]:
    """Yield the path of every file that is no page: an author's, and those that each build writes."""
    yield from _FILES
    for policy in place.policies.registry:
        yield from (f"{policy.page}{name}" for name in (f"{policy.id}.pdf", *_OF_A_POLICY))
    for file in place.folders.docs.rglob("*"):
        if file.is_file() and file.suffix != ".md":
            yield file.relative_to(place.folders.docs).as_posix()
