"""Faults of a policy's words and of its head of which it is plain what was meant."""

from __future__ import annotations

import re

from clausetree.editing.assist.fix import Fix, line_span, of_text, only_near, without_line, writing
from clausetree.editing.assist.fixes_of_anchors import fix_of_anchors
from clausetree.editing.assist.known import Known
from clausetree.editing.replacement import Replacement
from clausetree.policy.problems import front_matter as head
from clausetree.policy.problems.signs import StrangeSign, UnreadLink
from clausetree.policy.problems.terms import BadTerm, UnknownMeaning, UnknownStrength
from clausetree.policy.problems.words import BadNumber, RunTogether, UnknownLink
from clausetree.policy.problems.yaml_fault import YamlFault
from clausetree.report.problem import Problem
from clausetree.report.span import Span

_KEY = re.compile(r"[\"']?(?P<key>[^\"':]+)[\"']?(?=[ \t]*:)")
_DASH = re.compile(r"[-–—]+")
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]+")
_HASHED = re.compile(r"(?P<before>.*:[ \t]*)#(?P<anchor>[a-z0-9-]+)")


def fix_of_policy(problem: Problem, text: str, known: Known) -> Fix | None:
    """Return the mend of a fault in a policy that is certain, or None."""
    return _of_head(problem, text) or _of_words(problem, text, known) or fix_of_anchors(problem, text, known)


def _of_head(problem: Problem, text: str) -> Fix | None:
    match problem:
        case head.UnknownKey(span, found, str(near)):
            key = _KEY.match(text, span.start, span.end)
            meant = key is not None and only_near(found.lower(), near, [near])
            return writing(Span(*key.span()), near) if key and meant else None
        case head.DuplicateKey(span, _, first_line):
            lines = text.splitlines()
            same = lines[first_line - 1].strip() == of_text(text, line_span(text, span.start)).strip()
            return without_line(text, span.start) if same else None
        case head.MetadataNotText(span, key, written) if written and key != "numbers":
            at = text.rfind(written, span.start, span.end)
            return writing(Span(at, at + len(written)), f'"{written}"') if at >= 0 else None
        case head.MetadataUnreadable(span, YamlFault.OPEN_QUOTE):
            mark = next((sign for sign in of_text(text, span) if sign in "\"'"), "")
            return Fix("Close the quotation mark", (Replacement(Span(span.end, span.end), mark),))
        case head.FenceLost(span) if _DASH.fullmatch(of_text(text, span)) and of_text(text, span) != "---":
            return writing(span, "---")
        case head.BadPolicyId(span, found, suggestion) if suggestion:
            at = text.find(found, span.start, span.end)
            return writing(Span(at, at + len(found)), suggestion) if at >= 0 else None
        case head.BadLanguage(span, found) if re.fullmatch(r"[a-z]{2,3}_[A-Z]{2}", found):
            at = text.find(found, span.start, span.end)
            return writing(Span(at, at + len(found)), found.replace("_", "-")) if at >= 0 else None
        case _:
            return None


def _of_words(problem: Problem, text: str, known: Known) -> Fix | None:
    match problem:
        case UnknownLink(span, label, near) if only_near(label, near, known.links):
            at = text.find(label, span.start, span.end)
            return writing(Span(at, at + len(label)), near or "") if at >= 0 else None
        case BadNumber(span, _, number):
            return writing(span, f"{number} " if text[span.end : span.end + 1].strip() else number)
        case RunTogether(span):
            start = line_span(text, span.start).start
            end = "\r\n" if "\r\n" in text else "\n"
            return Fix("Put a blank line between", (Replacement(Span(start, start), end),))
        case StrangeSign(span) if _UNSEEN.fullmatch(of_text(text, span)):
            return Fix("Take it out", (Replacement(span, ""),))
        case UnreadLink(span, found) if re.fullmatch(r"https://[^\s<>()]+(?: [^\s<>()]+)+", found):
            return writing(span, of_text(text, span).replace(" ", "%20"))
        case BadTerm(span):
            hashed = _HASHED.fullmatch(of_text(text, span))
            sign = span.start + hashed.end("before") if hashed else -1
            return Fix("Take the `#` out", (Replacement(Span(sign, sign + 1), ""),)) if hashed else None
        case UnknownMeaning(span, _, anchor, near) if only_near(anchor, near, [near or ""]):
            at = text.rfind(anchor, span.start, span.end)
            return writing(Span(at, at + len(anchor)), near or "") if at >= 0 else None
        case UnknownStrength(span, _, found, near) if only_near(found, near, [near or ""]):
            at = text.rfind(found, span.start, span.end)
            return writing(Span(at, at + len(found)), near or "") if at >= 0 else None
        case _:
            return None
