"""Policies, procedures and the calendar as they were read before."""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from importlib.metadata import version

from clausetree.history.policies import Policies
from clausetree.policy.clause import Published
from clausetree.policy.front_matter.positions import KeyPositions
from clausetree.policy.policy import Policy
from clausetree.publish.calendars.reading import CalendarRead, read_calendar
from clausetree.publish.files.cache import Cache, program
from clausetree.publish.sources.policies import Parse, parse_anew
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.procedures import Procedures, procedures_of

type Parsed = tuple[Policy | None, list[Diagnostic]]


def parse_once(cache: Cache) -> Parse:
    """Return what says the same as `parse_policy`, and parses only what `cache` does not hold."""

    def parse(
        source: Source,
        meta: Mapping[str, object],
        references: Mapping[str, str],
        published: Published,
        places: KeyPositions | None,
    ) -> Parsed:
        known = repr((source.name, sorted(meta.items()), sorted(references.items()), sorted(published.items())))
        made: list[Parsed] = []

        def make() -> bytes:
            made.append(parse_anew(source, meta, references, published, places))
            return pickle.dumps(made[0])

        file = cache.file("policies", program(), known, source.text, make=make)
        parsed: Parsed = made[0] if made else pickle.loads(file.read_bytes())
        return parsed

    return parse


def read_once(
    sources: Sequence[Source], policies: Policies, calendar: Calendar | None, published: str, cache: Cache
) -> Procedures:
    """Return what `procedures_of` says of these, which is kept in `cache`. `published` is the text of the lock.

    Trees lead to one another: where one has changed, or a policy has, all of them are read again.
    """
    known = [text for id_, source in policies.sources.items() for text in (id_, source.name, source.text)]
    written = [text for source in sources for text in (source.name, source.text)]
    file = cache.file(
        "procedures",
        program(),
        published,
        repr(sorted(policies.registry.links.items())),
        repr(calendar),
        *known,
        *written,
        make=lambda: pickle.dumps(procedures_of(sources, policies.registry, calendar)),
    )
    procedures: Procedures = pickle.loads(file.read_bytes())
    return procedures


def calendar_once(source: Source, cache: Cache) -> CalendarRead:
    """Return what `read_calendar` says of a file, which is kept in `cache`: to ask what it asks takes long."""
    if not source.text.strip():
        return CalendarRead()
    known = " ".join(version(name) for name in ("holidays", "tzdata"))
    file = cache.file(
        "calendars",
        program(),
        known,
        source.name,
        source.text,
        make=lambda: pickle.dumps(read_calendar(source)),
    )
    read: CalendarRead = pickle.loads(file.read_bytes())
    return read
