"""A clause is found by every way to write its number, and never another one."""

from __future__ import annotations

import pytest

from clausetree.history.registry import Registry
from clausetree.policy.citing.citations import by_name, names_of, normalised, readings_of
from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.clauses.recovered import misnumbered_clauses
from clausetree.policy.policy import Policy


def clause(number: str, anchor: str, text: str = "Words.") -> Clause:
    kind = ClauseKind.SUB_ITEM if "(" in number else ClauseKind.CLAUSE
    return Clause(anchor, kind, number, "", text, text, None, None)


CLAUSES = (
    clause("2.2", "c2-2"),
    clause("2.2(a)", "c2-2-a"),
    clause("2.2(b)", "c2-2-b"),
    clause("2.2a", "c2-2a"),
    clause("2.2A", "c2-2a-2"),
    clause("2.3(b)(ii)", "c2-3-b-ii"),
    clause("Article 4", "article-4"),
    clause("Article 4(2)", "article-4-2"),
    clause("§ 1", "par-1"),
    clause("§ 1(2)", "par-1-2"),
    clause("A.1", "a-1"),
    clause("POL-1", "pol-1"),
    clause("7", "clause-7"),
    clause("Appendix A, 1.1", "appendix-a-1-1"),
    clause("Section 3.1", "section-3-1"),
    clause("3.1", "c3-1"),
    clause("4.1", "c4-1", "– 4.3 Not used."),
    clause("1.12", "c1-12", "/ 1.13 Five."),
)


def registry() -> Registry:
    policy = Policy("p", "P", "1", "O", "", "A", "", "", "", "policy/p/", CLAUSES)
    return Registry([policy])


@pytest.mark.parametrize(
    ("reference", "anchor"),
    [
        ("2.2", "c2-2"),
        ("2.2(a)", "c2-2-a"),
        ("2.2 (a)", "c2-2-a"),
        ("2.2a", "c2-2a"),
        ("2.2A", "c2-2a-2"),
        ("2.2b", "c2-2-b"),
        ("c2-2-b", "c2-2-b"),
        ("section 2.2", "c2-2"),
        ("clause 2.2(b)", "c2-2-b"),
        ("2.3 (b) (ii)", "c2-3-b-ii"),
        ("Article 4", "article-4"),
        ("article 4 (2)", "article-4-2"),
        ("ARTICLE 4(2)", "article-4-2"),
        ("§1", "par-1"),
        ("§ 1 (2)", "par-1-2"),
        ("§ 1 Abs. 2", "par-1-2"),
        ("A.1", "a-1"),
        ("POL-1", "pol-1"),
        ("rule 7", "clause-7"),
        ("Appendix A, 1.1", "appendix-a-1-1"),
        ("appendix A: 1.1", "appendix-a-1-1"),
        ("Section 3.1", "section-3-1"),
        ("3.1", "c3-1"),
        ("4.2", "c4-1"),
        ("4.3", "c4-1"),
        ("1.13", "c1-12"),
    ],
)
def test_a_clause_is_found_by_what_people_write(reference: str, anchor: str) -> None:
    found = registry().find("p", reference)
    assert found is not None
    assert found.anchor == anchor


@pytest.mark.parametrize(
    "reference", ["2.2c", "2.2B", "5", "Article 5", "Schedule 7", "Appendix B, 1.1", "4.4", ""]
)
def test_no_clause_is_found_by_a_name_that_none_has(reference: str) -> None:
    assert registry().find("p", reference) is None


def test_what_is_near_is_said_as_it_is_printed() -> None:
    assert registry().nearest("p", "Artcle 4") == "Article 4"
    assert registry().nearest("p", "2,2") == "2.2"


@pytest.mark.parametrize("one", CLAUSES, ids=lambda one: one.anchor)
def test_every_name_of_a_clause_leads_to_it_or_to_one_that_is_printed_so(one: Clause) -> None:
    known = by_name(CLAUSES)
    assert known[normalised(one.number or "")] is one
    assert known[one.anchor] is one


def test_the_search_is_told_every_name() -> None:
    assert names_of(clause("2.3(a)", "c2-3-a")) == ["2.3(a)", "2.3a", "2-3-a", "c2-3-a"]
    assert names_of(clause("Article 4", "article-4")) == ["article4", "article-4"]
    assert names_of(clause("4.1", "c4-1", "– 4.3 Not used.")) == ["4.1", "4-1", "c4-1", "4.2", "4.3"]
    assert names_of(Clause("purpose", ClauseKind.UNNUMBERED, None, "", "Words.", "", None, None)) == []


def test_the_likeliest_reading_comes_first() -> None:
    assert list(readings_of("section 2.2a")) == ["section2.2a", "2.2a", "2.2(a)"]
    assert list(readings_of("Section B.2")) == ["sectionB.2", "B.2"]


def test_a_number_that_stands_twice_is_no_slip_of_the_clause_whose_anchor_asks_for_it() -> None:
    twice = [clause("2.2a", "c2-2a"), clause("2.2a", "c2-2a-2")]
    assert list(misnumbered_clauses(twice, {"c2-2a"})) == []
    renumbered = [clause("2.2", "c2-2a"), clause("2.2", "c2-2")]
    assert [own for _, own in misnumbered_clauses(renumbered, {"c2-2a"})] == ["2.2A"]
