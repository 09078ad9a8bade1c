"""Read the policies and the registry of links from a folder of Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from clausetree.history.lock import NOTHING_PUBLISHED, Lock
from clausetree.history.policies import Policies
from clausetree.history.registry import Registry
from clausetree.history.strangers import policy_folders, strangers
from clausetree.policy.clause import Published
from clausetree.policy.file_text import FileText, file_text
from clausetree.policy.front_matter.fences import read_front_matter
from clausetree.policy.front_matter.positions import KeyPositions
from clausetree.policy.links import RegisteredLink, addresses, labels_in, parse_links, unused
from clausetree.policy.policy import Policy
from clausetree.policy.problems.front_matter import DuplicatePolicy, MetadataUnreadable, NotAPolicy, NotUtf8
from clausetree.policy.problems.links import LinksUnreadable
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.policy.wording import to_diagnostic
from clausetree.publish.files.by_content import by_path
from clausetree.publish.files.yaml_text import read_yaml
from clausetree.render.html.addresses import page_address, target_of
from clausetree.report.diagnostic import Diagnostic, in_reading_order
from clausetree.report.source import Source
from clausetree.report.span import Span

_POLICY = re.compile(r"""^["']?policy["']?[ \t]*:[ \t]*["']?([^\s"'#]+)""", re.MULTILINE)

type Parse = Callable[
    [Source, Mapping[str, object], Mapping[str, str], Published, KeyPositions | None],
    tuple[Policy | None, list[Diagnostic]],
]
"""What `parse_policy` does."""


def parse_anew(
    source: Source,
    meta: Mapping[str, object],
    references: Mapping[str, str],
    published: Published,
    places: KeyPositions | None,
) -> tuple[Policy | None, list[Diagnostic]]:
    """Do what `parse_policy` does."""
    # A build that finds every policy parsed has no use for their parser.
    from clausetree.policy.parser import parse_policy  # noqa: PLC0415

    return parse_policy(source, meta, references, published, places)


def load_policies(
    folder: Path,
    links_file: str = "links.yml",
    lock: Lock = NOTHING_PUBLISHED,
    parse: Parse = parse_anew,
) -> Policies:
    """Read every Markdown file in `folder` whose head names a `policy`, or where one was published.

    `links_file` is the registry of links, by its path within `folder`; without one there are none.
    `lock` says what each policy has published: the numbers of those anchors may have changed. `parse` may
    remember what `parse_policy` said before.
    """
    files = by_path(sorted(filter(Path.is_file, folder.rglob("*.md"))), folder)
    texts = {page: file_text(path.read_bytes()) for page, path in files.items()}
    links, diagnostics, registered = _read_links(folder, links_file)
    found = _Found(lock, addresses(links), parse)
    for page, text in texts.items():
        found.read(page, text, Source(f"{folder.name}/{page}", text.text))
    strange = found.unreadable | dict(_strangers(folder, found))
    used = {lead.label for policy in found.pages.values() for lead in policy.document.leads}
    used |= {label for page, text in texts.items() if page not in found.pages for label in labels_in(text.text)}
    diagnostics += [to_diagnostic(problem, registered) for problem in unused(links, used, registered)]
    return Policies(
        registry=Registry(found.pages.values(), addresses(links), lock),
        pages=found.pages,
        sources=found.sources,
        links=links,
        unread=frozenset(found.unread),
        strangers=tuple(strange),
        diagnostics=tuple(in_reading_order([*diagnostics, *found.diagnostics, *strange.values()])),
    )


def _strangers(folder: Path, found: _Found) -> Iterator[tuple[str, Diagnostic]]:
    held = policy_folders(found.pages, found.lock)
    within = {file for each in held for file in (folder / each).rglob("*") if file.is_file()}
    files = [file.relative_to(folder).as_posix() for file in sorted(within)]
    pages = found.pages.items()
    led_to = {target_of(lead.address, page) for page, policy in pages for lead in policy.document.leads}
    return strangers(folder.name, files, found.others, held, led_to)


@dataclass(slots=True)
class _Found:
    """What is found while the pages of a folder are read: policies, other pages, and files that are neither."""

    lock: Lock
    addresses: Mapping[str, str]
    parse: Parse
    pages: dict[str, Policy] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    others: dict[str, Source] = field(default_factory=dict)
    unreadable: dict[str, Diagnostic] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    published: Mapping[str, Published] = field(init=False)

    def __post_init__(self) -> None:
        self.published = self.lock.published()

    def read(self, page: str, text: FileText, source: Source) -> None:
        """Read one page."""
        if text.kind or text.encoding:
            known_as = self.lock.at(_address(page))
            self.unread |= {*_POLICY.findall(read_front_matter(text.text).text), *filter(None, [known_as])}
            self.unreadable[page] = to_diagnostic(_not_read(text, source), source)
            return
        head = read_front_matter(source.text)
        read = read_yaml(source, head.inside)
        meta = {str(key): value for key, value in read.value.items()} if isinstance(read.value, dict) else {}
        # Of a page that is no policy, the head is not ours to judge.
        spoilt = read.failed if _POLICY.search(source.text, head.inside.start, head.inside.end) else None
        known_as = self.lock.at(str(meta.get("page") or _address(page)))
        if not (spoilt or known_as or "policy" in meta or head.lost):
            self.others[page] = source
            self.diagnostics += [] if text.whole else _check_bytes(source)
            return
        with_page = {"page": _address(page), **meta}
        if known_as and self.lock.history(str(meta.get("policy"))).last is None:
            with_page["known_as"] = known_as
        published = self.published.get(known_as or str(meta.get("policy")), {})
        policy, wrong = self.parse(source, with_page, self.addresses, published, read.places if meta else None)
        self.diagnostics += _check_bytes(source)
        self.diagnostics += [to_diagnostic(MetadataUnreadable(spoilt), source)] if spoilt else wrong
        if policy is None:
            self.unread |= set(_POLICY.findall(head.text))
            return
        self.diagnostics += _check_id(policy, self.pages, source, read.places)
        self.pages[page] = policy
        self.sources.setdefault(policy.id, source)


def read_policy(text: str, name: str, labels: Mapping[str, str], published: Published) -> Policy | None:
    """Read one policy that stands by itself; None if it is none.

    `labels` have the addresses of its links, and `published` the last words of its anchors.
    """
    return read_alone(text, name, labels, published)[0]


def read_alone(
    text: str, name: str, labels: Mapping[str, str], published: Published
) -> tuple[Policy | None, list[Diagnostic]]:
    """Do the same, and return what is said of it, too."""
    source = Source(name, text)
    read = read_yaml(source, read_front_matter(text).inside)
    if not isinstance(read.value, dict) or "policy" not in read.value:
        return None, []
    return parse_anew(source, read.value, labels, published, read.places)


def read_again(policy: str, policies: Policies, lock: Lock) -> tuple[Policy | None, list[Diagnostic]]:
    """Return one of `policies` as it is read when `lock` says what was published, and what is said of it."""
    page = next(page for page, found in policies.pages.items() if found.id == policy)
    source = policies.sources[policy]
    found = _Found(lock, policies.registry.links, parse_anew)
    found.read(page, FileText(source.text), source)
    return found.pages.get(page), in_reading_order(found.diagnostics)


def _address(page: str) -> str:
    """Return the address of a page from the site's root: that of the home page is ""."""
    return page_address(page).removeprefix("./")


def _read_links(folder: Path, file: str) -> tuple[dict[str, RegisteredLink], list[Diagnostic], Source]:
    path = folder / file
    source = Source(f"{folder.name}/{file}", file_text(path.read_bytes()).text if path.is_file() else "")
    if not path.is_file():
        return {}, [], source
    read = read_yaml(source, Span(0, len(source.text)))
    if read.failed:
        return {}, [to_diagnostic(LinksUnreadable(read.failed), source)], source
    links, problems = parse_links(source, read.value or {})
    return links, [to_diagnostic(problem, source) for problem in problems], source


def _not_read(text: FileText, source: Source) -> PolicyProblem:
    start = Span(0, len(source.line(1).rstrip()))
    return NotAPolicy(start, text.kind) if text.kind else NotUtf8(start, text.encoding)


def _check_bytes(source: Source) -> Iterator[Diagnostic]:
    start = source.text.find("\ufffd")
    if start >= 0:
        yield to_diagnostic(NotUtf8(Span(start, start + 1)), source)


def _check_id(
    policy: Policy, pages: Mapping[str, Policy], source: Source, places: KeyPositions
) -> Iterator[Diagnostic]:
    first = next((page for page, other in pages.items() if other.id == policy.id), None)
    if first is not None:
        start = (places.of("policy") or Span(0, 0)).start
        yield to_diagnostic(DuplicatePolicy(Span(start, start + len("policy:")), policy.id, first), source)
