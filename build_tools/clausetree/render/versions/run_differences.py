"""Where a page differs from the kept copy of a version: in its words, and in what it shows besides them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from clausetree.policy.policy import Policy
from clausetree.render.versions.page_words import PageWords, TextRun
from clausetree.render.versions.words_in_order import not_in_version


def differences_in_showing(found: PageWords, expected: PageWords, version: Policy) -> Iterator[str]:
    """Yield what a page may show or hide that the kept copy does not, and the other way round."""
    labels = {clause.anchor: clause.label for clause in version.clauses}
    there, kept = Counter(found.otherwise), Counter(expected.otherwise)
    for said, only in (("", there - kept), (", which the kept copy has and the file has not", kept - there)):
        for anchor, shown in only:
            yield f"{labels.get(anchor or '', 'outside its clauses')}: {shown}{said}"


def differences_in_head(found: Policy, expected: Policy) -> Iterator[str]:
    """Yield what the head of a policy's Markdown calls otherwise than the version is called."""
    named = (
        ("policy", found.id, expected.id),
        ("title", found.title, expected.title),
        ("version", found.version, expected.version),
        ("language", found.language, expected.language),
    )
    yield from (
        f"`{name}` in its head is “{there}”, and not “{kept}”" for name, there, kept in named if there != kept
    )


def differences_in_words(expected: Sequence[TextRun], found: Sequence[TextRun], version: Policy) -> list[str]:
    """Return where the words of a page differ from those of the kept copy, clause by clause."""
    labels = {clause.anchor: clause.label for clause in version.clauses}
    before, after = _by_anchor(expected), _by_anchor(found)
    faults = [f"{labels[a]} is missing" for a in before if a not in after]
    faults += [f"{labels[a]} has other words" for a in before if after.get(a, before[a]) != before[a]]
    then, now = _without_anchor(expected), _without_anchor(found)
    faults += [f"words of that version are missing: “{words[:60]}”" for words in then - now]
    faults += [not_in_version(words) for words in now - then]
    if not faults and [run.words for run in expected] != [run.words for run in found]:
        faults.append("the clauses stand in another order")
    return faults


def _by_anchor(runs: Sequence[TextRun]) -> dict[str, list[str]]:
    """Return the words under each anchor: a clause goes on behind the items within it."""
    found: dict[str, list[str]] = {}
    for run in runs:
        if run.anchor:
            found.setdefault(run.anchor, []).append(run.words)
    return found


def _without_anchor(runs: Sequence[TextRun]) -> Counter[str]:
    return Counter(run.words for run in runs if run.anchor is None)
