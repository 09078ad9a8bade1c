"""One version of one policy."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from clausetree.policy.clause import Clause, LastWords, Standing
from clausetree.policy.document import Document
from clausetree.policy.term import Term


@dataclass(frozen=True, slots=True)
class Policy:
    """`page` is the policy's address within the site ("policy/social-media/").

    The dates are as printed, for people to read. `clauses` are in reading order; `terms` are words
    that one of them gives a meaning. `document` is what the clauses were read from, and `language` the one
    that it is written in, as in "en" or "cy" (BCP 47). `numbers` are examples of its numbers, as printed, that
    its front matter gives where they are of an unusual form; `binds` are words of the policy and the strength
    ("must") that each has.
    """

    id: str
    title: str
    version: str
    owner: str
    approved_by: str
    approved: str
    first_implemented: str
    reviewed: str
    next_review: str
    page: str
    clauses: tuple[Clause, ...]
    terms: tuple[Term, ...] = ()
    document: Document = field(default=Document(), compare=False)
    language: str = "en"
    numbers: tuple[str, ...] = field(default=(), compare=False)
    binds: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    def last_words(self) -> dict[str, LastWords]:
        """Return what each anchor of a version that was published stood for."""
        return {clause.anchor: LastWords(clause.number, clause.digest) for clause in self.clauses}

    def by_key(self) -> dict[int, Clause]:
        """Return each clause by the key of its unit in the document."""
        return {clause.key: clause for clause in self.clauses}

    @property
    def normative(self) -> tuple[Clause, ...]:
        """The words that a reader attests to, in reading order."""
        return tuple(c for c in self.clauses if c.standing is Standing.NORMATIVE)

    @property
    def digest(self) -> str:
        """SHA-256, in hexadecimal, of the normative texts in order, each ended by a line feed.

        The texts are UTF-8, Unicode NFC, with every run of white space collapsed to one space, so
        that the digest depends on the words alone.
        """
        return sha256("".join(f"{c.text}\n" for c in self.normative).encode()).hexdigest()

    def citation(self, clause: Clause) -> str:
        """Return what to write under a quotation: policy, version and clause."""
        return f"{self.title}, version {self.version}, {clause.label}"

    def called(self, clause: Clause, beside: str) -> str:
        """Return what to call a clause beside those of the policy with the id `beside`, which need no title."""
        return clause.label if self.id == beside else f"{self.title}, {clause.label}"

    def url(self, clause: Clause) -> str:
        """Return the clause's address within the site."""
        return f"{self.page}#{clause.anchor}"
