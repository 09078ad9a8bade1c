"""Clauses that are named in words are found, and are linked to only where it is certain which they are."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.policy.citing.citations import by_name
from clausetree.policy.citing.mention import Mention
from clausetree.policy.citing.mentions import mentions_in
from clausetree.policy.citing.resolve import resolve
from clausetree.policy.clause import Clause, ClauseKind


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "See section 4.2.", {"section 4.2": "section 4.2"}),
        ("en", "Sections 4.2 and 4.3 hold.", {"Sections 4.2": "section 4.2", "4.3": "section 4.3"}),
        ("en", "as in clause 2.3 (b) (ii), or", {"clause 2.3 (b) (ii)": "clause 2.3 (b) (ii)"}),
        ("en", "paragraph (a) above", {"paragraph (a)": "(a)"}),
        ("en", "paragraphs (a) and (c)", {"paragraphs (a)": "(a)", "(c)": "(c)"}),
        ("en", "Appendix B and rule 7", {"Appendix B": "Appendix B", "rule 7": "rule 7"}),
        ("en", "rules 7.1-7.3", {"rules 7.1": "rule 7.1", "7.3": "rule 7.3"}),
        ("en", "Appendix A, 1.1", {"Appendix A, 1.1": "Appendix A, 1.1"}),
        (
            "en",
            "paragraph 3 of Schedule 2",
            {"paragraph 3": "Schedule 2, paragraph 3", "Schedule 2": "Schedule 2"},
        ),
        ("en", "Later, as in 1.1(a).", {"1.1(a)": "1.1(a)"}),
        ("en", "see POL-3 and A.1", {"POL-3": "POL-3", "A.1": "A.1"}),
        ("en", "It is 4.2 metres, and the part I play.", {}),
        ("en", "In section 47-day periods", {}),
        ("en-GB", "article 4", {"article 4": "article 4"}),
        ("de", "nach § 2 und § 3", {"§ 2": "§ 2", "§ 3": "§ 3"}),
        ("de", "§§ 4 bis 6", {"§§ 4": "§ 4", "6": "§ 6"}),
        ("de", "gemäß § 1 Abs. 2", {"§ 1 Abs. 2": "§ 1 Abs. 2"}),
        ("de", "siehe Abschnitt 3 und Buchstabe a", {"Abschnitt 3": "Abschnitt 3", "Buchstabe a": "(a)"}),
        ("fr", "voir les articles 4 et 5", {"articles 4": "Article 4", "5": "Article 5"}),
        ("fr", "Voir l’article 4.", {"article 4": "article 4"}),
        ("it", "Vedi l'articolo 4.", {"articolo 4": "articolo 4"}),
        ("de", "vgl. Art. 4", {"Art. 4": "Art. 4"}),
        ("cy", "gweler adran 4.2 ac Atodlen 1", {"adran 4.2": "adran 4.2", "Atodlen 1": "Atodlen 1"}),
        ("ar", "انظر المادة ٣ والمادة 4", {"المادة ٣": "المادة 3", "والمادة 4": "المادة 4"}),
    ],
)
def test_what_names_a_clause_is_found(language: str, text: str, wanted: dict[str, str]) -> None:
    found = mentions_in(text, language)
    assert {text[one.start : one.end]: one.number for one in found} == wanted
    assert not any(one.outside for one in found)


@pytest.mark.parametrize("sign", [*"([{<\"'“‘„«/|\\:;,.!?*=+&-–—…~"])
def test_a_clause_is_found_behind_any_sign(sign: str) -> None:
    found = mentions_in(f"so{sign}section 4.2")
    assert [(one.start, one.number) for one in found] == [(3, "section 4.2")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "section 47 of the Children Act 1989"),
        ("en", "sections 17 and 47 of the Children Act 1989"),
        ("en", "the Children Act 1989, section 47"),
        ("en", "Article 8 of the Convention"),
        ("en", "Article 8 ECHR"),
        ("en", "section 4.2 of the Handbook"),
        ("en", "Schedule 1 to the Act"),
        ("en", "rule 7 of its constitution"),
        ("de", "§ 5 BGB"),
        ("de", "§ 3 des Vereinsgesetzes"),
        ("fr", "article 9 du Code civil"),
        ("cy", "adran 3 o'r Ddeddf"),
    ],
)
def test_a_clause_of_another_document_is_known_to_be_one(language: str, text: str) -> None:
    found = mentions_in(text, language)
    assert found
    assert all(one.outside for one in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "section 4.2 of this policy"), ("en", "rule 7 of these rules"), ("de", "§ 3 dieser Satzung")],
)
def test_a_clause_that_is_said_to_be_of_this_document_is_one(language: str, text: str) -> None:
    (found,) = mentions_in(text, language)
    assert not found.outside


@given(st.text(), st.sampled_from(["en", "de", "fr", "cy", "ar", "xx"]))
def test_no_two_references_overlap_in_any_text(text: str, language: str) -> None:
    found = mentions_in(text, language)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def clause(anchor: str, number: str | None, section: str | None = None, parent: str | None = None) -> Clause:
    kind = ClauseKind.SUB_ITEM if parent else ClauseKind.CLAUSE
    return Clause(anchor, kind, number, "", "Words.", "Words.", parent, section)


PART = clause("appendix-a", "Appendix A")
CLAUSES = [
    clause("c1-1", "1.1"),
    clause("c2-3", "2.3"),
    clause("c2-3-a", "2.3(a)", parent="c2-3"),
    clause("c2-3-b", "2.3(b)", parent="c2-3"),
    clause("c2-3-b-i", "2.3(b)(i)", parent="c2-3-b"),
    clause("article-4", "Article 4"),
    clause("article-4-2", "Article 4(2)", parent="article-4"),
    clause("clause-7", "7"),
    PART,
    clause("appendix-a-1-1", "Appendix A, 1.1", section="appendix-a"),
    clause("appendix-a-1", None, section="appendix-a"),
    clause("schedule-2", "Schedule 2"),
    clause("clause-9", "9", section="schedule-2"),
]
KNOWN = by_name(CLAUSES)


@pytest.mark.parametrize(
    ("at", "number", "anchor"),
    [
        ("c1-1", "section 2.3", "c2-3"),
        ("c1-1", "clause 2.3(a)", "c2-3-a"),
        ("c1-1", "rule 7", "clause-7"),
        ("c1-1", "article 4", "article-4"),
        ("c2-3", "(a)", "c2-3-a"),
        ("c2-3-b", "(a)", "c2-3-a"),
        ("c2-3-b-i", "(a)", "c2-3-a"),
        ("c2-3-a", "(b)", "c2-3-b"),
        ("article-4", "paragraph 2", "article-4-2"),
        ("article-4", "Absatz 2", "article-4-2"),
        ("c2-3", "1.1", "c1-1"),
        ("appendix-a", "1.1", "appendix-a-1-1"),
        ("appendix-a-1", "1.1", "appendix-a-1-1"),
        ("c1-1", "Appendix A, 1.1", "appendix-a-1-1"),
        ("c1-1", "Schedule 2, paragraph 9", "clause-9"),
    ],
)
def test_a_reference_is_to_the_clause_that_it_names_from_where_it_stands(
    at: str, number: str, anchor: str
) -> None:
    found = resolve(Mention(0, 1, number), KNOWN[at], KNOWN)
    assert found is not None
    assert found.anchor == anchor


@pytest.mark.parametrize(
    ("at", "number"),
    [
        ("c1-1", "section 9.9"),
        ("c1-1", "(a)"),
        ("c1-1", "1.1"),
        ("appendix-a-1", "(a)"),
        ("c1-1", "Schedule 3, paragraph 9"),
        ("c1-1", "Schedule 2, paragraph 7"),
    ],
)
def test_nothing_is_linked_where_no_clause_is_certain(at: str, number: str) -> None:
    assert resolve(Mention(0, 1, number), KNOWN[at], KNOWN) is None


def test_a_clause_of_another_document_is_not_linked_though_one_here_has_its_number() -> None:
    assert resolve(Mention(0, 1, "section 2.3", "of the Handbook"), KNOWN["c1-1"], KNOWN) is None
