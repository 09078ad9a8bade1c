"""The links of a course found in its texts, and each held against what is known of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from clausetree.history.courses.addresses import addresses_in, endings_in
from clausetree.history.courses.bases import joined_links, parted_at_base
from clausetree.history.courses.checker import LinkFinding, LinkState
from clausetree.history.courses.parted import parted_in
from clausetree.history.courses.site_links import SiteLinks
from clausetree.history.courses.spelling import spelled_out
from clausetree.history.courses.values import Ending
from clausetree.history.courses.wrappers import Hidden, unwrapped

_GOES_ON = "a script may put more behind it; where that leads is not known."
_OF_A_LINK = "/%\\&"
"""No address is written without one of these."""


@dataclass(frozen=True, slots=True)
class CourseText:
    """A text of a course, and the name of the file that it stands in."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class CourseLink:
    """A link as it is `written` in a file, and where it leads. `first` is the first part of one in parts."""

    name: str
    written: str
    leads_to: str | Hidden
    first: str | None = None
    ending: Ending = Ending.WHOLE


@dataclass(frozen=True, slots=True)
class CourseFinding:
    """What to say of a link, and the first file that it stands in."""

    link: CourseLink
    finding: LinkFinding


def links_of(text: CourseText) -> Iterator[CourseLink]:
    """Yield each address in a text once; of one that stands in parts, `first` is the part that stands first."""
    if not any(sign in text.text for sign in _OF_A_LINK):
        return
    base, spelled = parted_at_base(spelled_out(text.text))
    direct, endings = dict.fromkeys(addresses_in(spelled)), endings_in(spelled)
    joined = joined_links(spelled, base)
    for written in direct:
        if written not in joined:
            ending = endings.get(written, Ending.WHOLE)
            yield CourseLink(text.name, written, unwrapped(written), ending=ending)
    for written, address in joined.items():
        yield CourseLink(text.name, written, unwrapped(address))
    for parted in parted_in(spelled):
        if parted.address not in direct and "#" not in parted.first:
            direct[parted.address] = None
            yield CourseLink(text.name, parted.address, unwrapped(parted.address), parted.first)


def findings_in(texts: Iterable[CourseText], site: SiteLinks) -> list[CourseFinding]:
    """Return what to say of every link to the site, each once, in the order of the texts.

    Links to clauses tell where the site is published, too.
    """
    links: dict[tuple[str | Hidden, bool, Ending], CourseLink] = {}
    for text in texts:
        for link in links_of(text):
            if _may_be_ours(link, site):
                links.setdefault((link.leads_to, link.first is None, link.ending), link)
    bases = {site.base_of(link.leads_to) for link in links.values() if isinstance(link.leads_to, str)}
    known = replace(site, addresses=site.addresses | (bases - {""}))
    judged = [(link, finding) for link in links.values() if (finding := _judge(link, known))]
    parted = [link for link, _ in judged if link.first is not None]
    found: dict[str, CourseFinding] = {}
    for link, finding in judged:
        if not any(_is_part_of(link, whole) for whole in parted):
            said = CourseFinding(link, finding)
            if found.setdefault(finding.url, said).link.ending is not Ending.WHOLE:
                # What is a beginning in one place may be a link in another.
                found[finding.url] = said
    return list(found.values())


def _is_part_of(link: CourseLink, whole: CourseLink) -> bool:
    if link.name != whole.name or link is whole or whole.first is None:
        return False
    return whole.first.endswith(link.written) or (
        "//" not in link.written and whole.written.endswith(link.written)
    )


def _may_be_ours(link: CourseLink, site: SiteLinks) -> bool:
    """Much in a script reads as a path: it is kept only where it leads somewhere."""
    return isinstance(link.leads_to, Hidden) or "//" in link.leads_to or site.judge(link.leads_to) is not None


def _judge(link: CourseLink, site: SiteLinks) -> LinkFinding | None:
    if isinstance(link.leads_to, Hidden):
        return site.judge_hidden(link.written, link.leads_to)
    finding = site.judge(link.leads_to)
    if finding and finding.state in (LinkState.NOWHERE, LinkState.DEAD) and _goes_on(link, site):
        return replace(finding, state=LinkState.UNKNOWN, message=_GOES_ON)
    if link.first is None or finding is None:
        return finding
    # What was put together may be no address: it counts where it leads to something that is named.
    if finding.state in (LinkState.NOWHERE, LinkState.UNKNOWN) or _was_whole(link, site):
        return None
    return finding


def _goes_on(link: CourseLink, site: SiteLinks) -> bool:
    """Whether nobody follows a link as it is written. A folder of pages alone may be such a beginning."""
    if link.ending is Ending.MAY_GO_ON:
        return isinstance(link.leads_to, str) and site.has_pages_below(link.leads_to)
    return link.ending is Ending.GOES_ON


def _was_whole(link: CourseLink, site: SiteLinks) -> bool:
    """Whether the first part leads somewhere by itself, and a word behind it is no part of it."""
    first = link.first or ""
    if link.written.removeprefix(first).lstrip("/").startswith("#"):
        return False
    alone = site.judge(first)
    return alone is not None and alone.state is LinkState.GOOD
