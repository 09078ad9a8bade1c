"""What the front matter of a policy's file says about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausetree.policy.front_matter.fences import FrontMatter, read_front_matter
from clausetree.policy.front_matter.positions import KeyPositions
from clausetree.policy.language import LANGUAGE
from clausetree.policy.numbers.latin import latin
from clausetree.policy.problems.front_matter import (
    BadLanguage,
    BadPolicyId,
    DuplicateKey,
    FenceLost,
    MetadataNotText,
    MissingMetadata,
    PolicyRenamed,
    UnknownKey,
)
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.report.closest import closest
from clausetree.report.names import is_name, slug
from clausetree.report.source import Source
from clausetree.report.span import Span

REQUIRED = ("policy", "title", "version", "owner", "approved")
OPTIONAL = ("approved_by", "first_implemented", "reviewed", "next_review", "language", "page")
KNOWN_AS = "known_as"
"""Not written by an author: the id under which the page was published."""
_OURS = (*REQUIRED, *OPTIONAL, "numbers", "terms", "binds")
_OF_THE_SITE = {
    *("authors", "boost", "categories", "comments", "date", "description", "draft"),
    *("hide", "icon", "image", "keywords", "links", "pin", "readtime"),
    *("revision_date", "robots", "search", "slug", "social", "status", "subtitle"),
    *("tags", "template"),
}
"""What MkDocs and Material read in the front matter of any page."""


@dataclass(frozen=True, slots=True)
class _LineSpans:
    """Where each line of front matter stands; of a key without one, that is the `first_line` of the file."""

    positions: KeyPositions
    first_line: Span

    def of(self, key: str) -> Span:
        return self.positions.of(key) or self.first_line


def read_metadata(
    source: Source, meta: Mapping[str, object], positions: KeyPositions
) -> tuple[dict[str, str], list[PolicyProblem]]:
    """Return the value of every key in REQUIRED and OPTIONAL (empty when absent), and the faults.

    `meta` is the front matter of `source` as the YAML reader read it, and `positions` where its lines stand.
    What is wrong is reported, and what was meant is returned where that is plain: so nothing else looks wrong.
    """
    front_matter = read_front_matter(source.text)
    spans = _LineSpans(positions, Span(0, len(source.line(1))))
    known_as = _text_value(meta.get(KNOWN_AS))
    unknown = list(_unknown_keys(meta, spans))
    recovered = {key.near: meta[key.found] for key in unknown if key.near}
    values, unreadable = _values({**_lost_values(front_matter, meta), **recovered, **meta}, known_as, spans)
    values["policy"], misnamed = _recovered_id(values["policy"], known_as, spans.of("policy"))
    values["language"], unnamed = _known_language(values["language"], spans.of("language"))
    lines = [*_faults_of_lines(front_matter, positions, source), *unknown]
    return values, [*lines, *unreadable, *misnamed, *unnamed]


def _faults_of_lines(
    front_matter: FrontMatter, positions: KeyPositions, source: Source
) -> Iterator[FenceLost | DuplicateKey]:
    if front_matter.lost:
        yield FenceLost(front_matter.expected_at, front_matter.lost)
    for again, key in positions.repeated():
        yield DuplicateKey(again.span, again.words, source.place(key.span.start)[0])


def _values(
    given: Mapping[str, object], known_as: str, spans: _LineSpans
) -> tuple[dict[str, str], list[PolicyProblem]]:
    """Return the value of each key as text, and those that are none or are missing."""
    values = {key: _text_value(given.get(key)) for key in (*REQUIRED, *OPTIONAL)}
    problems: list[PolicyProblem] = []
    for key, value in values.items():
        if given.get(key) is not None and not isinstance(given[key], str):
            written = spans.positions.written(key)
            problems.append(MetadataNotText(spans.of(key), key, written))
            values[key] = "" if isinstance(given[key], Mapping | list) else written
        elif key in REQUIRED and not value:
            known = known_as if key == "policy" else ""
            problems.append(MissingMetadata(spans.of(key), key, known))
    return values, problems


def _lost_values(front_matter: FrontMatter, meta: Mapping[str, object]) -> Mapping[str, object]:
    """Return the values as written where YAML made nothing of the front matter, or lost its first line."""
    unread = not meta.keys() - {"page", KNOWN_AS}
    return front_matter.values_as_written() if unread or front_matter.lost else {}


def _unknown_keys(meta: Mapping[str, object], spans: _LineSpans) -> Iterator[UnknownKey]:
    if any(key in meta and not isinstance(meta[key], Mapping) for key in ("terms", "binds")):
        return  # They are of that list, which is not indented.
    missing = [key for key in _OURS if key not in meta]
    for key in meta.keys() - {*_OURS, *_OF_THE_SITE, KNOWN_AS}:
        near = closest(key.lower().replace("-", "_").replace(" ", "_"), missing)
        yield UnknownKey(spans.of(key), key, near)


def _recovered_id(written: str, known_as: str, span: Span) -> tuple[str, list[PolicyProblem]]:
    """Return the id that is meant, and what is wrong with what is written."""
    if known_as and written != known_as:
        return known_as, [PolicyRenamed(span, written, known_as)] if written else []
    if not written or is_name(written):
        return written, []
    recovered = slug(latin(written))
    return recovered, [BadPolicyId(span, written, recovered)]


def _known_language(written: str, span: Span) -> tuple[str, list[BadLanguage]]:
    """Return the language, or "" where what is written names none."""
    if not written or LANGUAGE.fullmatch(written):
        return written, []
    return "", [BadLanguage(span, written)]


def _text_value(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def read_numbers(
    meta: Mapping[str, object], positions: KeyPositions
) -> tuple[tuple[str, ...], list[PolicyProblem]]:
    """Return the examples of numbers in the front matter, as printed: a list, or a line with commas between."""
    given = meta.get("numbers")
    line = positions.of("numbers") or Span(0, 0)
    if isinstance(given, str):
        return tuple(filter(None, map(_text_value, given.split(",")))), []
    if not isinstance(given, list):
        return (), [] if given is None else [MetadataNotText(line, "numbers", positions.written("numbers"))]
    spans = positions.numbers if len(positions.numbers) == len(given) else [line] * len(given)
    each = list(zip(given, spans, strict=True))
    faults = [MetadataNotText(span, "numbers", "") for one, span in each if not isinstance(one, str)]
    return tuple(filter(None, map(_text_value, given))), list(faults)
