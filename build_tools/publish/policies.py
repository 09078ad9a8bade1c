"""Read the policies and the registry of links from a folder of Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from clausetree.policy.head import Head, read_head
from clausetree.policy.history.lock import NOTHING_PUBLISHED, Lock
from clausetree.policy.links import Link, addresses, apply_links, parse_links, unfilled, unused
from clausetree.policy.policy import Policy
from clausetree.policy.problems import DuplicatePolicy, LinksUnreadable, MetadataUnreadable, NotUtf8
from clausetree.policy.registry import Registry
from clausetree.policy.wording import to_diagnostic
from clausetree.report.diagnostic import Diagnostic, in_reading_order
from clausetree.report.source import Source
from clausetree.report.span import Span
from publish.by_content import by_path

_YAML = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Ten times quicker where it was built in, and what MkDocs reads the same heads with."""
_POLICY = re.compile(r"""^policy[ \t]*:[ \t]*["']?([^\s"'#]+)""", re.MULTILINE)

type Parse = Callable[
    [Source, Mapping[str, object], Mapping[str, str], Mapping[str, str]], tuple[Policy | None, list[Diagnostic]]
]
"""What `parse_policy` does."""


def parse_anew(
    source: Source, meta: Mapping[str, object], references: Mapping[str, str], published: Mapping[str, str]
) -> tuple[Policy | None, list[Diagnostic]]:
    """Do what `parse_policy` does."""
    # A build that finds every policy parsed has no use for their parser.
    from clausetree.policy.parser import parse_policy  # noqa: PLC0415

    return parse_policy(source, meta, references, published)


@dataclass(frozen=True, slots=True)
class Policies:
    """What a folder of Markdown holds.

    `pages` maps the path of a policy's file, relative to the folder and with forward slashes, to
    the policy, and `sources` the id of a policy to what its author wrote. `unread` are the ids in heads
    that cannot be read. `diagnostics` are in reading order and name files by their path from `folder`'s
    parent, as in "docs/policy/social-media.md".
    """

    registry: Registry
    pages: Mapping[str, Policy]
    sources: Mapping[str, Source]
    links: Mapping[str, Link]
    unread: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]

    def with_links(self, markdown: str) -> str:
        """Give the links in a page's Markdown their addresses."""
        return apply_links(markdown, self.links)

    def unfilled_line(self) -> str:
        """Name the links that the organisation has still to fill in, in one line, or nothing."""
        missing = [f"{link.label} ({link.what})" for link in unfilled(self.links)]
        if not missing:
            return ""
        return f"Shown as text until links.yml has their address: {'; '.join(missing)}."


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
    published = lock.published()
    texts = {page: _source(folder, page) for page in by_path(sorted(folder.rglob("*.md")), folder)}
    links, diagnostics = _read_links(folder, links_file, texts.values())
    pages: dict[str, Policy] = {}
    sources: dict[str, Source] = {}
    unread: set[str] = set()
    for page, source in texts.items():
        head = read_head(source.text)
        meta, faults = _read_meta(head, source)
        known_as = lock.at(str(meta.get("page") or _address(page)))
        if not (faults or known_as or "policy" in meta or head.lost):
            continue
        said = {"page": _address(page), **meta}
        if known_as and lock.history(str(meta.get("policy"))).last is None:
            said["known_as"] = known_as
        known = published.get(known_as or str(meta.get("policy")), {})
        policy, wrong = parse(source, said, addresses(links), known)
        diagnostics += [*_check_bytes(source), *(faults or wrong)]
        if policy is None:
            unread |= set(_POLICY.findall(head.text))
        else:
            diagnostics += _check_id(policy, pages, source)
            pages[page] = policy
            sources.setdefault(policy.id, source)
    registry = Registry(pages.values(), addresses(links), lock)
    told = tuple(in_reading_order(diagnostics))
    return Policies(registry, pages, sources, links, frozenset(unread), told)


def read_policy(text: str, name: str, labels: Mapping[str, str], published: Mapping[str, str]) -> Policy | None:
    """Read one policy that stands by itself; None if it is none.

    `labels` have the addresses of its links, and `published` the digests of its published words.
    """
    source = Source(name, text)
    meta, _ = _read_meta(read_head(text), source)
    return parse_anew(source, meta, labels, published)[0] if "policy" in meta else None


def _source(folder: Path, page: str) -> Source:
    # Not read_text: it would turn every line ending into a line feed and move every place.
    text = (folder / page).read_bytes().decode("utf-8-sig", errors="replace")
    return Source(Path(folder.name, page).as_posix(), text)


def _address(page: str) -> str:
    """The address that a page gets: policy/social-media.md is policy/social-media/."""
    stem = page.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{stem}/" if stem else ""


def _read_meta(head: Head, source: Source) -> tuple[dict[str, object], list[Diagnostic]]:
    inside = source.text[head.inside.start : head.inside.end]
    try:
        meta = yaml.load(inside, _YAML)
    except yaml.YAMLError as error:
        # A page that is no policy is not ours to judge.
        if not _POLICY.search(inside):
            return {}, []
        # The fence above the head is a line that the YAML reader has not seen.
        above = source.text.count("\n", 0, head.inside.start)
        return {}, [to_diagnostic(MetadataUnreadable(_failed_at(error, source, above)), source)]
    return ({str(key): value for key, value in meta.items()}, []) if isinstance(meta, dict) else ({}, [])


def _read_links(folder: Path, file: str, pages: Iterable[Source]) -> tuple[dict[str, Link], list[Diagnostic]]:
    if not (folder / file).exists():
        return {}, []
    source = _source(folder, file)
    try:
        links, problems = parse_links(source, yaml.load(source.text, _YAML) or {})
    except yaml.YAMLError as error:
        return {}, [to_diagnostic(LinksUnreadable(_failed_at(error, source, 0)), source)]
    problems += unused(links, [page.text for page in pages], source)
    return links, [to_diagnostic(problem, source) for problem in problems]


def _check_bytes(source: Source) -> Iterator[Diagnostic]:
    start = source.text.find("\ufffd")
    if start >= 0:
        yield to_diagnostic(NotUtf8(Span(start, start + 1)), source)


def _check_id(policy: Policy, pages: Mapping[str, Policy], source: Source) -> Iterator[Diagnostic]:
    first = next((page for page, other in pages.items() if other.id == policy.id), None)
    if first is not None:
        start = source.text.find("policy:")
        span = Span(start, start + len("policy:"))
        yield to_diagnostic(DuplicatePolicy(span, policy.id, first), source)


def _failed_at(error: yaml.YAMLError, source: Source, lines_above: int) -> Span:
    """The line where the YAML reader gave up, or the last one before the text ends."""
    mark = getattr(error, "problem_mark", None)
    lines = source.text.splitlines(keepends=True)
    row = min((mark.line if mark is not None else 0) + lines_above, len(lines) - 1)
    start = sum(map(len, lines[:row]))
    return Span(start, start + len(lines[row].rstrip()))
