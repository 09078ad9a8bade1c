"""What keeps a policy from being printed, found before anything is recorded."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import unquote

from clausetree.history.policies import Policies
from clausetree.policy.document import holders, own_words, unit_of
from clausetree.policy.plain_words import text_of
from clausetree.policy.policy import Policy
from clausetree.policy.problems.problem import PolicyProblem
from clausetree.policy.problems.signs import SignNotPrinted, UnknownPage, Unprintable
from clausetree.policy.wording import to_diagnostic
from clausetree.publish.printing.documents import RefusedDocumentError, edition_of
from clausetree.publish.printing.signs import missing_signs, sign_name
from clausetree.publish.sources.pictures import IN_ITSELF, read_pictures
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source
from clausetree.report.span import Span

_OF_A_PROGRAM = "Co"
"""Signs that each program has for itself. The reader of the text has told them already."""


def check_print(policy: Policy, policies: Policies, docs: Path, told: Collection[str] = ()) -> list[Diagnostic]:
    """Return the signs that no font has, and the pictures that are not there, but for those that were `told`.

    This takes a millisecond.
    """
    source = policies.sources[policy.id]
    problems = [*_signs(policy, source), *_pictures(policy, source, docs, told)]
    return [to_diagnostic(problem, source) for problem in problems]


def try_print(policy: Policy, policies: Policies, docs: Path) -> list[Diagnostic]:
    """Make the document, and return what is in the way of that, `check_print` included."""
    found = check_print(policy, policies, docs)
    if found:
        return found
    source = policies.sources[policy.id]
    try:
        edition_of(policy, policies, "", docs).to_pdf()
    except RefusedDocumentError as error:
        return [to_diagnostic(Unprintable(_first_line(source), str(error)), source)]
    return []


def _signs(policy: Policy, source: Source) -> Iterator[PolicyProblem]:
    seen: set[str] = set()
    named = (policy.title, policy.version, policy.owner)
    pieces = [(text, _first_line(source)) for text in named]
    for holder in holders(policy.document.blocks):
        pieces += [(text_of(words), unit_of(holder).span) for words in own_words(holder)]
    for text, span in pieces:
        for sign in missing_signs(text):
            if sign not in seen and unicodedata.category(sign) != _OF_A_PROGRAM:
                yield SignNotPrinted(_span_of(source, sign, span), sign, sign_name(sign))
            seen.add(sign)


def _pictures(policy: Policy, source: Source, docs: Path, told: Collection[str]) -> Iterator[PolicyProblem]:
    pictures = read_pictures(policy.document, docs.parent / source.name, docs)
    for missing in pictures.missing:
        if missing in told:
            continue
        written = "data:image/" if missing.startswith(IN_ITSELF) else missing
        yield UnknownPage(_span_of(source, written, _first_line(source)), unquote(written), None)


def _span_of(source: Source, written: str, around: Span) -> Span:
    """Return where something stands, or else, where it is written in another way, what it stands in."""
    start = source.text.find(written, around.start if len(written) == 1 else 0)
    return Span(start, start + len(written)) if start >= 0 else around


def _first_line(source: Source) -> Span:
    return Span(0, len(source.line(1)))
