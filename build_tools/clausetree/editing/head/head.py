"""The lines at the head of a policy as fields to fill in, and what filling them in changes in its text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausetree.editing.replacement import Replacement
from clausetree.policy.front_matter.fences import FrontMatter, read_front_matter, unquoted
from clausetree.policy.front_matter.metadata import REQUIRED
from clausetree.report.span import Span

_FIELDS = {
    "title": ("Title", "What the policy is called"),
    "version": ("Version", "Such as 1.0. One that begins with 0, such as 0.1, is a draft"),
    "owner": ("Owner", "Who is responsible for it: a role, or a team"),
    "approved": ("Approved", "The day, such as 3 March 2031. Until there is one: not yet"),
    "approved_by": ("Approved by", "Who approved it"),
    "first_implemented": ("In force since", "The day on which it first came into force"),
    "reviewed": ("Reviewed", "The day on which it was last reviewed"),
    "next_review": ("Next review", "The day, or the month, by which it is to be reviewed"),
}
_ORDER = ("policy", *_FIELDS)

_LINE = re.compile(
    r"^(?P<key>[a-z_]+)[ \t]*:[ \t]*(?P<value>[^\r\n]*?)[ \t]*(?P<end>\r\n|\r|\n|\Z)", re.MULTILINE
)
_NOTE = re.compile(r"""(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|.*?)(?P<note>[ \t]+#.*)?""")
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<words>[^\r\n{]+)", re.MULTILINE)
_PLAIN = re.compile(r"[^\W\d_](?:[^:#\r\n]|:(?=\S)|#(?<=\S#))*|\d{1,2} [^\W\d_]+ \d{4}")
"""What YAML reads as words without quotation marks around them."""
_NO_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}


@dataclass(frozen=True, slots=True)
class HeadField:
    """A line of the head. Where it is not there yet, `value` may be what the text suggests."""

    key: str
    label: str
    hint: str
    value: str
    required: bool


def head_of(text: str) -> list[HeadField]:
    """Return what can be filled in at the head of a text; nothing where it is no policy."""
    front_matter = read_front_matter(text)
    written = {match["key"]: match for match in _lines(text, front_matter)}
    if "policy" not in written:
        return []
    heading = _HEADING.search(text, len(front_matter.text))
    suggested = {"title": heading["words"].strip() if heading else ""}
    return [
        HeadField(key, label, hint, _said(written.get(key)) or suggested.get(key, ""), key in REQUIRED)
        for key, (label, hint) in _FIELDS.items()
        if key not in written or not _goes_on(text, written[key])
    ]


def fill_in_head(text: str, values: Mapping[str, str]) -> list[Replacement]:
    """Return what makes the head of a text say these values; an empty one takes its line out."""
    front_matter = read_front_matter(text)
    written = {match["key"]: match for match in _lines(text, front_matter)}
    made: list[Replacement] = []
    for key in _FIELDS:
        value = " ".join(values.get(key, "").split())
        match = written.get(key)
        if key not in values or value == _said(match):
            continue
        if match is None:
            made.append(_added(text, front_matter, written, key, value))
        elif value:
            made.append(_reworded(match, value))
        else:
            made.append(Replacement(Span(*match.span()), ""))
    return made


def _lines(text: str, front_matter: FrontMatter) -> Iterator[re.Match[str]]:
    return _LINE.finditer(text, front_matter.inside.start, front_matter.inside.end)


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Return whether a value is none that stands on its line."""
    return match["value"][:1] in {"|", ">", "[", "{", "&", "*", "!"} or text[match.end() :][:1] in {" ", "\t"}


def _said(match: re.Match[str] | None) -> str:
    return unquoted(match["value"]) if match else ""


def _reworded(match: re.Match[str], value: str) -> Replacement:
    before = _NOTE.fullmatch(match["value"])
    old = before["value"] if before else match["value"]
    start = match.start("value")
    new = _quoted(value) if old[:1] == '"' else _written(value)
    # Behind the colon of an empty line stands no space.
    space = "" if match.string[start - 1] in {" ", "\t"} else " "
    return Replacement(Span(start, start + len(old)), f"{space}{new}")


def _added(
    text: str, front_matter: FrontMatter, written: Mapping[str, re.Match[str]], key: str, value: str
) -> Replacement:
    above = [written[each] for each in _ORDER[: _ORDER.index(key)] if each in written]
    last = max(above, key=lambda match: match.end())
    at = last.end()
    while text[at : at + 1] in {" ", "\t"}:
        end = text.find("\n", at)
        at = end + 1 if end >= 0 else front_matter.inside.end
    new_line = "\r\n" if "\r\n" in front_matter.text else "\n"
    lead = "" if last["end"] else new_line
    shown = _quoted(value) if key == "version" else _written(value)
    return Replacement(Span(at, at), f"{lead}{key}: {shown}{new_line}")


def _written(value: str) -> str:
    return value if _PLAIN.fullmatch(value) and value.lower() not in _NO_WORDS else _quoted(value)


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
