"""A problem becomes what its author reads. The words stand in `messages`, and nowhere else."""

from __future__ import annotations

from clausetree.policy.front_matter.find_yaml_fault import find_yaml_fault
from clausetree.policy.messages.anchors import of_anchors
from clausetree.policy.messages.front_matter import of_front_matter
from clausetree.policy.messages.links import of_links
from clausetree.policy.messages.signs import of_signs
from clausetree.policy.messages.terms import of_terms
from clausetree.policy.messages.words import of_words
from clausetree.policy.problems import (
    AnchorKeptForNumbers,
    AnchorNotOfNumber,
    AnchorNotOfParent,
    AnchorOfAnotherNumber,
    BadAnchor,
    BadLanguage,
    BadLink,
    BadNumber,
    BadPolicyId,
    BadTerm,
    BindsUnreadable,
    CellsLost,
    DuplicateAnchor,
    DuplicateKey,
    DuplicateNumber,
    DuplicatePolicy,
    DuplicateTerm,
    EmptyHeading,
    FenceLost,
    IndentedWords,
    LinksUnreadable,
    MarkWithoutNote,
    MeaningInHeading,
    MeaningNotOfPolicy,
    MetadataNotText,
    MetadataUnreadable,
    MisshapenAnchor,
    MissingAnchor,
    MissingMetadata,
    NotAPolicy,
    NoteWithoutMark,
    NotUtf8,
    NumberedTerm,
    NumberNotPrinted,
    PictureWithoutWords,
    PolicyRenamed,
    Problem,
    RawHtml,
    RefusedAddress,
    RunTogether,
    SignNotPrinted,
    StrangeSign,
    StrayAnchor,
    StruckWords,
    TermsUnreadable,
    UnknownAttributes,
    UnknownKey,
    UnknownLink,
    UnknownMeaning,
    UnknownPage,
    UnknownPlace,
    UnknownStrength,
    Unprintable,
    UnreadableBlock,
    UnreadLink,
    UnreadMark,
    UnsafeLink,
    UnusedDefinition,
    UnusedLink,
)
from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source

CODES: dict[type[Problem], str] = {
    MissingAnchor: "P101",
    StrayAnchor: "P102",
    BadAnchor: "P103",
    DuplicateAnchor: "P104",
    AnchorNotOfNumber: "P105",
    AnchorOfAnotherNumber: "P106",
    AnchorNotOfParent: "P107",
    AnchorKeptForNumbers: "P108",
    MisshapenAnchor: "P109",
    UnknownAttributes: "P110",
    DuplicateNumber: "P111",
    UnreadableBlock: "P112",
    RawHtml: "P113",
    UnknownLink: "P114",
    IndentedWords: "P115",
    BadNumber: "P116",
    RefusedAddress: "P117",
    RunTogether: "P118",
    DuplicateKey: "P119",
    NotAPolicy: "P120",
    MissingMetadata: "P121",
    MetadataNotText: "P122",
    MetadataUnreadable: "P123",
    DuplicatePolicy: "P124",
    NotUtf8: "P125",
    FenceLost: "P126",
    BadPolicyId: "P127",
    UnknownKey: "P128",
    PolicyRenamed: "P129",
    BadLanguage: "P130",
    LinksUnreadable: "P131",
    BadLink: "P132",
    UnsafeLink: "P133",
    UnusedLink: "P134",
    TermsUnreadable: "P141",
    BadTerm: "P142",
    BindsUnreadable: "P147",
    UnknownStrength: "P148",
    UnknownMeaning: "P143",
    MeaningInHeading: "P144",
    MeaningNotOfPolicy: "P145",
    DuplicateTerm: "P146",
    StruckWords: "P151",
    StrangeSign: "P152",
    EmptyHeading: "P153",
    UnreadLink: "P154",
    UnknownPlace: "P155",
    PictureWithoutWords: "P156",
    NoteWithoutMark: "P157",
    MarkWithoutNote: "P158",
    UnusedDefinition: "P159",
    UnreadMark: "P161",
    CellsLost: "P162",
    UnknownPage: "P163",
    SignNotPrinted: "P164",
    Unprintable: "P165",
    NumberedTerm: "P166",
    NumberNotPrinted: "P167",
}
"""Codes are permanent: people search for them. A gap in the numbers separates the groups."""

_WARNINGS = (AnchorOfAnotherNumber, UnusedLink)


def to_diagnostic(problem: Problem, source: Source) -> Diagnostic:
    """Turn a fault found in `source` into what its author reads."""
    if isinstance(problem, MetadataUnreadable):
        # A YAML reader often gives up some lines below the one that is spoilt.
        problem = find_yaml_fault(source.text) or problem
    severity = Severity.WARNING if isinstance(problem, _WARNINGS) else Severity.ERROR
    message, hint = describe(problem)
    return Diagnostic(CODES[type(problem)], severity, source, problem.span, message, hint)


def describe(problem: Problem) -> tuple[str, str]:
    """Return what is wrong and what to do, each a sentence or two."""
    kinds = (of_anchors, of_words, of_front_matter, of_links, of_signs, of_terms)
    words = next(filter(None, (of_kind(problem) for of_kind in kinds)), None)
    if words is None:
        raise AssertionError(f"no words for {type(problem).__name__}")
    return words
