"""All that is known of where a link to the site may lead, and what to say of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace

from clausetree.history.courses.checker import LinkChecker, LinkFinding, LinkState
from clausetree.history.courses.place import Place, place_of
from clausetree.history.courses.wrappers import Hidden
from clausetree.report.closest import closest

_MADE = ("assets", "courses", "search", "javascripts", "stylesheets")
"""Folders of the site that hold what no author wrote."""


@dataclass(frozen=True, slots=True)
class SiteLinks:
    """`trees` has the anchors of each procedure, and `pages` the paths of all other pages that are written.

    `files` are the paths of what is no page: what authors put beside theirs, and what is made for programs.
    `addresses` are those that the site is published at, as far as they are known: whole, with a slash behind.
    """

    checkers: tuple[LinkChecker, ...]
    trees: Mapping[str, Set[str]]
    pages: frozenset[str]
    addresses: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()

    def judge(self, address: str) -> LinkFinding | None:
        """Return what to say of a link; None if it does not lead to this site, as far as can be told."""
        place = place_of(address, self._written())
        if place is None:
            return None
        found = (
            self._on_policy(address, place) or self._on_tree(address, place) or self._on_page(address, place)
        )
        if found and place.fault and found.state in (LinkState.GOOD, LinkState.CHANGED, LinkState.UNKNOWN):
            return replace(found, state=LinkState.BROKEN, message=place.fault)
        return found

    def judge_hidden(self, address: str, hidden: Hidden) -> LinkFinding | None:
        """Return what to say of an address of which only a service knows where it leads."""
        hosts = {base.split("/")[2] for base in self.addresses}
        if hidden.domain and hosts and hidden.domain not in hosts:
            return None
        said = f"only {hidden.service} knows where it leads. Follow it, and put the clause’s own address there."
        return LinkFinding(address, "", "", LinkState.UNKNOWN, said)

    def base_of(self, address: str) -> str:
        """Return the site's address as a link says it that leads to a clause of a policy; "" of any other."""
        place = place_of(address, ())
        if place is None or not place.host or not place.anchor:
            return ""
        found = self._on_policy(address, place)
        if found is None or found.state is LinkState.DEAD:
            return ""
        page = next(c.policy.page for c in self.checkers if c.policy.id == found.policy).strip("/")
        before = f"{place.path}/".rpartition(f"/{page}/")[0]
        return f"{address.partition(':')[0].lower()}://{place.host}{before}/" if "://" in address else ""

    def has_pages_below(self, address: str) -> bool:
        """Whether the addresses of pages that are written begin with this one."""
        place = place_of(address, ())
        path = self._path_on_site(place) if place else None
        known = (page.strip("/") for page in (*self.pages, *self._known()))
        return path is not None and any(page.startswith(f"{path}/") for page in known)

    def _known(self) -> list[str]:
        return [*(checker.policy.page for checker in self.checkers), *(f"trees/{tree}" for tree in self.trees)]

    def _written(self) -> Iterator[str]:
        """Yield the paths of which the capital letters are known, those within others before these."""
        for policy in (checker.policy for checker in self.checkers):
            yield from (f"{policy.page}v/", f"{policy.page}{policy.id}.pdf")
        yield from (f"trees/{tree}/{tree}.pdf" for tree in self.trees)
        yield from self._known()

    def _on_policy(self, address: str, place: Place) -> LinkFinding | None:
        judged = (checker.check(address, place.path, place.anchor) for checker in self.checkers)
        return next((finding for finding in judged if finding is not None), None)

    def _on_tree(self, address: str, place: Place) -> LinkFinding | None:
        """Answers may stand in the part after `#`, which no check can judge."""
        _, _, rest = f"/{place.path.strip('/')}".rpartition("/trees/")
        tree = rest.partition("/")[0]
        if not tree or "." in tree:
            return None
        if tree not in self.trees:
            if place.host and self._path_on_site(place) is None:
                return None
            near = closest(tree, self.trees)
            sentence = f"there is no procedure `{tree}`" + (f"; did you mean `{near}`?" if near else ".")
            return LinkFinding(address, "", "", LinkState.DEAD, sentence)
        if "=" not in place.anchor and place.anchor not in self.trees[tree]:
            sentence = f"the procedure has nothing called `{place.anchor}`."
            return LinkFinding(address, "", "", LinkState.DEAD, sentence)
        return LinkFinding(address, "", "", LinkState.GOOD, "a procedure.")

    def _on_page(self, address: str, place: Place) -> LinkFinding | None:
        path = self._path_on_site(place)
        if path is None or path.partition("/")[0] in _MADE:
            return None
        if "." in path.rpartition("/")[2]:
            return self._on_file(address, path)
        if path not in self.pages:
            near = closest(path, [*self.pages, *(page.strip("/") for page in self._known())])
            said = "no page of this site is written for that address"
            return LinkFinding(
                address, "", "", LinkState.NOWHERE, said + (f"; did you mean `{near}/`?" if near else ".")
            )
        if place.anchor:
            said = f"the page is there; whether it has `{place.anchor}` was not looked at."
            return LinkFinding(address, "", "", LinkState.UNKNOWN, said)
        return LinkFinding(address, "", "", LinkState.GOOD, "a page of the site.")

    def _on_file(self, address: str, path: str) -> LinkFinding:
        if path in self.files:
            return LinkFinding(address, "", "", LinkState.GOOD, "a file of the site.")
        near = closest(path, self.files)
        said = "no file of this site is written for that address"
        sentence = said + (f"; did you mean `{near}`?" if near else ".")
        return LinkFinding(address, "", "", LinkState.NOWHERE, sentence)

    def _path_on_site(self, place: Place) -> str | None:
        for base in self.addresses:
            _, _, host, *before = base.rstrip("/").split("/")
            start = "/".join(["", *before, ""])
            # A tool may keep the scheme apart: then the host is what the path begins with.
            whole = place.host + place.path if place.host else place.path.lstrip("/")
            if f"{whole}/".startswith(host + start):
                return f"{whole}/"[len(host + start) :].strip("/")
        return None
