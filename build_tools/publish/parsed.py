"""Policies as they were parsed before."""

from __future__ import annotations

import pickle
from collections.abc import Mapping

from clausetree.policy.parser import parse_policy
from clausetree.policy.policy import Policy
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source
from publish.cache import Cache, program
from publish.policies import Parse

type Parsed = tuple[Policy | None, list[Diagnostic]]


def parse_once(cache: Cache) -> Parse:
    """Return what says the same as `parse_policy`, and parses only what `cache` does not hold."""

    def parse(
        source: Source, meta: Mapping[str, object], references: Mapping[str, str], published: frozenset[str]
    ) -> Parsed:
        known = repr((source.name, sorted(meta.items()), sorted(references.items()), sorted(published)))
        file = cache.file(
            "policies",
            program(),
            known,
            source.text,
            make=lambda: pickle.dumps(parse_policy(source, meta, references, published)),
        )
        parsed: Parsed = pickle.loads(file.read_bytes())
        return parsed

    return parse
