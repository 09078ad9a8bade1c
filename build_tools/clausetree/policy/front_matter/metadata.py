"""What the head of a policy's file says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausetree.policy.front_matter.fences import Head, read_head
from clausetree.policy.front_matter.positions import Places
from clausetree.policy.numbers.latin import latin
from clausetree.policy.problems import (
    BadLanguage,
    BadPolicyId,
    DuplicateKey,
    FenceLost,
    MetadataNotText,
    MissingMetadata,
    PolicyRenamed,
    Problem,
    UnknownKey,
)
from clausetree.report.closest import closest
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
"""What MkDocs and Material read in the head of any page."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Where:
    """Where each line of a head stands; of a key without one, that is the `first_line` of the file."""

    places: Places
    first_line: Span

    def of(self, key: str) -> Span:
        return self.places.of(key) or self.first_line


def read_metadata(
    source: Source, meta: Mapping[str, object], places: Places
) -> tuple[dict[str, str], list[Problem]]:
    """Return the value of every key in REQUIRED and OPTIONAL (empty when absent), and the faults.

    `meta` is the head of `source` as the YAML reader read it, and `places` where its lines stand. A slip is
    reported, and what was meant is returned where that is plain: so nothing else looks wrong because of it.
    """
    head = read_head(source.text)
    where = _Where(places, Span(0, len(source.line(1))))
    problems: list[Problem] = [FenceLost(head.at, head.lost)] if head.lost else []
    problems += [
        DuplicateKey(again.span, again.words, source.place(key.span.start)[0])
        for again, key in places.repeated()
    ]
    unknown = list(_unknown_keys(meta, where))
    problems += unknown
    meant = {key.near: meta[key.found] for key in unknown if key.near}
    whole = {**_lost_values(head, meta), **meant, **meta}
    values = {key: _text(whole.get(key)) for key in (*REQUIRED, *OPTIONAL)}
    for key, value in values.items():
        if whole.get(key) is not None and not isinstance(whole[key], str):
            written = places.written(key)
            problems.append(MetadataNotText(where.of(key), key, written))
            values[key] = "" if isinstance(whole[key], Mapping | list) else written
        elif key in REQUIRED and not value:
            known = _text(meta.get(KNOWN_AS)) if key == "policy" else ""
            problems.append(MissingMetadata(where.of(key), key, known))
    values["policy"], misnamed = _id(values["policy"], _text(meta.get(KNOWN_AS)), where.of("policy"))
    if values["language"] and not _LANGUAGE.fullmatch(values["language"]):
        problems.append(BadLanguage(where.of("language"), values["language"]))
        values["language"] = ""
    return values, [*problems, *misnamed]


def _lost_values(head: Head, meta: Mapping[str, object]) -> Mapping[str, object]:
    """Return the values as they are written where YAML made nothing of the head, or lost its first line."""
    unread = not meta.keys() - {"page", KNOWN_AS}
    return head.as_written() if unread or head.lost else {}


def _unknown_keys(meta: Mapping[str, object], where: _Where) -> Iterator[UnknownKey]:
    if any(key in meta and not isinstance(meta[key], Mapping) for key in ("terms", "binds")):
        return  # They are of that list, which is not indented.
    missing = [key for key in _OURS if key not in meta]
    for key in meta.keys() - {*_OURS, *_OF_THE_SITE, KNOWN_AS}:
        near = closest(key.lower().replace("-", "_").replace(" ", "_"), missing)
        yield UnknownKey(where.of(key), key, near)


def _id(written: str, known_as: str, span: Span) -> tuple[str, list[Problem]]:
    """Return the id that is meant, and what is wrong with what is written."""
    if known_as and written != known_as:
        return known_as, [PolicyRenamed(span, written, known_as)] if written else []
    if not written or _ID.fullmatch(written):
        return written, []
    meant = "-".join(re.findall(r"[a-z0-9]+", latin(written)))
    return meant, [BadPolicyId(span, written, meant)]


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def read_numbers(meta: Mapping[str, object], places: Places) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the numbers that the head gives as examples, as printed: a list, or a line with commas between."""
    given = meta.get("numbers")
    line = places.of("numbers") or Span(0, 0)
    if isinstance(given, str):
        return tuple(filter(None, map(_text, given.split(",")))), []
    if not isinstance(given, list):
        return (), [] if given is None else [MetadataNotText(line, "numbers", places.written("numbers"))]
    spans = places.numbers if len(places.numbers) == len(given) else [line] * len(given)
    each = list(zip(given, spans, strict=True))
    faults = [MetadataNotText(span, "numbers", "") for one, span in each if not isinstance(one, str)]
    return tuple(filter(None, map(_text, given))), list(faults)
