"""Everything that can be wrong with a policy, as data. The words for it are in `messages`."""

from __future__ import annotations

from clausetree.policy.front_matter.fences import Fence
from clausetree.policy.front_matter.yaml_fault import YamlFault
from clausetree.report.problem import Problem

# Anchors.


class MissingAnchor(Problem):
    """Words that nobody can link to: a `number`, or else only their `shape` ("heading", "row").

    The `suggestion` is empty where other words have the anchor that these would get. `others` are the lines
    with more of them, where they are so many that they were pasted.
    """

    number: str | None
    shape: str
    suggestion: str
    others: tuple[int, ...] = ()


class StrayAnchor(Problem):
    """An attribute list that stands under a blank line, or `under_heading`, and so belongs to nothing."""

    under_heading: bool = False


class MisshapenAnchor(Problem):
    """Something that looks like an `anchor`, and is not written as one, or not where one stands."""

    found: str
    anchor: str
    shape: str


class BadAnchor(Problem):
    """An anchor with a dot, a capital letter or another character that anchors do not have."""

    found: str
    suggestion: str


class DuplicateAnchor(Problem):
    """An anchor that an earlier line (`first_line`) has already. The `suggestion` is that of the number."""

    anchor: str
    first_line: int
    suggestion: str | None


class AnchorNotOfNumber(Problem):
    """A numbered clause whose anchor does not have the form of a clause's anchor."""

    number: str
    anchor: str
    suggestion: str


class AnchorOfAnotherNumber(Problem):
    """A numbered clause whose anchor speaks of another number."""

    number: str
    anchor: str
    suggestion: str


class AnchorNotOfParent(Problem):
    """A sub-item whose anchor does not begin with that of its clause."""

    anchor: str
    parent: str
    suggestion: str


class UnknownAttributes(Problem):
    """Words of an attribute list, or in braces behind other words, that mean nothing here."""

    found: str


class AnchorKeptForNumbers(Problem):
    """Unnumbered words whose anchor has the form of a numbered clause's."""

    anchor: str


# What stands in the text.


class DuplicateNumber(Problem):
    """A clause number that another line (`first_line`) has. `own` is the one that was published, if known."""

    number: str
    first_line: int
    own: str = ""


class UnreadableBlock(Problem):
    """Code or raw HTML standing as a block of its own."""


class IndentedWords(Problem):
    """Words with so many spaces before them that they are read as code."""


class BadNumber(Problem):
    """A clause number with a sign behind it, which makes it none."""

    found: str
    number: str


class RawHtml(Problem):
    """HTML among the words."""

    found: str


class RefusedAddress(Problem):
    """A link to what no browser follows, or what is a script."""

    found: str


class RunTogether(Problem):
    """Words that the page shows as one with those above, since no blank line stands between."""


class StruckWords(Problem):
    """Words that are struck through, so that nobody can tell whether they count."""

    found: str


class StrangeSign(Problem):
    """A sign that nobody sees, or that only some program's own font can show."""

    name: str


class EmptyHeading(Problem):
    """A heading without words."""


class UnreadLink(Problem):
    """Something that was meant as a link and is not read as one, as an address with a space in it is."""

    found: str


class UnreadMark(Problem):
    """Signs that were meant to set words apart, and that the page would show; or `lost` ones, to be seen."""

    found: str
    lost: bool = False


class NumberedTerm(Problem):
    """A line that begins with a colon below a clause with this number, which is read as a term by it."""

    number: str


class CellsLost(Problem):
    """A row with more cells than its table has columns, so that the last ones would be lost."""

    cells: int
    columns: int


class NumberNotPrinted(Problem):
    """A number of a list that does not come next, so that another one is `printed`."""

    found: str
    printed: str


class UnknownPage(Problem):
    """A link or a picture that leads to a file that is not there."""

    found: str
    near: str | None


class SignNotPrinted(Problem):
    """A sign that none of the fonts has which the printed policy is set in."""

    sign: str
    name: str


class Unprintable(Problem):
    """A policy of which no PDF can be made, and the `reason` that is given."""

    reason: str


class UnknownPlace(Problem):
    """A link to an anchor that the policy does not have. `near` is the one that was most likely meant.

    `page` is the file of the policy that it leads to, where that is another one.
    """

    anchor: str
    near: str | None
    page: str = ""


class PictureWithoutWords(Problem):
    """A picture that says nothing to those who do not see it."""


class NoteWithoutMark(Problem):
    """A footnote to which nothing in the text leads, as an earlier line (`first_line`) may have its label."""

    label: str
    first_line: int = 0


class MarkWithoutNote(Problem):
    """The mark of a footnote that is not there."""

    found: str


class UnusedDefinition(Problem):
    """An address given to a label that no link of the text uses, or that has one `already`."""

    label: str
    already: bool = False


class UnknownLink(Problem):
    """A link whose label is not in the registry of links."""

    label: str
    near: str | None


# The front matter of the file.


class MissingMetadata(Problem):
    """A line that the front matter of the file must have. `known` is its value, where that is known."""

    key: str
    known: str = ""


class MetadataNotText(Problem):
    """A value that YAML reads as something else than text: a version 2.10 becomes 2.1."""

    key: str
    written: str


class MetadataUnreadable(Problem):
    """Front matter that is not YAML: a line with the `fault`, or else where the YAML reader gave up."""

    fault: YamlFault | None = None


class FenceLost(Problem):
    """Front matter that does not begin, or does not end, with a line of three hyphens."""

    fence: Fence


class BadPolicyId(Problem):
    """An id that cannot stand in a tree or an address."""

    found: str
    suggestion: str


class PolicyRenamed(Problem):
    """A page that was published as the policy `before`, and has another id now."""

    found: str
    before: str


class BadLanguage(Problem):
    """A language that is not named as the web names languages."""

    found: str


class UnknownKey(Problem):
    """A line of the front matter that nothing reads."""

    found: str
    near: str | None


class DuplicateKey(Problem):
    """A line of the front matter that says again what an earlier line (`first_line`) says."""

    found: str
    first_line: int


class NotAPolicy(Problem):
    """A file among the policies that is none: no front matter, or no Markdown (`kind` is then its ending)."""

    kind: str


class NotUtf8(Problem):
    """A file with bytes that are not UTF-8, so that some of its characters are unknown.

    `encoding` is that of the whole file, where it is plain; otherwise the span is of the first such character.
    """

    encoding: str = ""


class DuplicatePolicy(Problem):
    """A policy id that another file has already."""

    id: str
    first: str


# The registry of links.


class LinksUnreadable(Problem):
    """A registry of links that is not YAML, or not a mapping."""


class BadLink(Problem):
    """An entry that lacks its `url` or its `what`, or has something else than text there."""

    label: str


class UnsafeLink(Problem):
    """An address that leads to no page, no electronic mail and no telephone."""

    label: str
    url: str


class UnusedLink(Problem):
    """An entry that no policy uses."""

    label: str


# The terms that the front matter of the file lists.


class TermsUnreadable(Problem):
    """A list of terms that is not a line for each term."""


class BadTerm(Problem):
    """A line that lacks its words or its anchor, or has something else than text there."""


class UnknownMeaning(Problem):
    """A term whose anchor the policy does not have."""

    words: str
    anchor: str
    near: str | None


class MeaningInHeading(Problem):
    """A term whose anchor is a heading's, which says what follows and not what a word means."""

    words: str
    anchor: str


class MeaningNotOfPolicy(Problem):
    """A term whose anchor is that of the publisher's own words."""

    words: str
    anchor: str


class DuplicateTerm(Problem):
    """A term that an earlier line (`first_line`) has already."""

    words: str
    first_line: int


class BindsUnreadable(Problem):
    """A list of words that bind which is not a line for each."""


class UnknownStrength(Problem):
    """Words that are said to bind as strongly as something that is no strength."""

    words: str
    found: str
    near: str | None


# All of them, by what their messages have in common.

AnchorProblem = (
    MissingAnchor
    | StrayAnchor
    | MisshapenAnchor
    | BadAnchor
    | DuplicateAnchor
    | AnchorNotOfNumber
    | AnchorOfAnotherNumber
    | AnchorNotOfParent
    | AnchorKeptForNumbers
)
"""Anchors that are missing, misplaced or misnamed."""

WordProblem = (
    DuplicateNumber
    | UnreadableBlock
    | IndentedWords
    | BadNumber
    | RawHtml
    | RefusedAddress
    | RunTogether
    | UnknownLink
)
"""What stands among the words and cannot."""

FrontMatterProblem = (
    MissingMetadata
    | MetadataNotText
    | MetadataUnreadable
    | FenceLost
    | BadPolicyId
    | PolicyRenamed
    | BadLanguage
    | UnknownKey
    | DuplicateKey
    | NotAPolicy
    | NotUtf8
    | DuplicatePolicy
)
"""The top of the file, and the file itself."""

LinkProblem = LinksUnreadable | BadLink | UnsafeLink | UnusedLink
"""The registry of links."""

SignProblem = (
    UnknownAttributes
    | StruckWords
    | StrangeSign
    | EmptyHeading
    | UnreadLink
    | UnreadMark
    | NumberedTerm
    | CellsLost
    | NumberNotPrinted
    | UnknownPage
    | SignNotPrinted
    | Unprintable
    | UnknownPlace
    | PictureWithoutWords
    | NoteWithoutMark
    | MarkWithoutNote
    | UnusedDefinition
)
"""What Markdown has a sign for, and a policy has no use for, or not like that."""

TermProblem = (
    TermsUnreadable
    | BadTerm
    | UnknownMeaning
    | MeaningInHeading
    | MeaningNotOfPolicy
    | DuplicateTerm
    | BindsUnreadable
    | UnknownStrength
)
"""The terms that the front matter lists, and what it says of words that bind."""

PolicyProblem = AnchorProblem | WordProblem | FrontMatterProblem | LinkProblem | SignProblem | TermProblem
"""Everything that can be wrong with a policy: a closed union."""
