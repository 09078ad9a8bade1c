"""Whatever an author writes, reading it raises nothing."""

from __future__ import annotations

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from clausetree.history.registry import Registry
from clausetree.policy.links import RegisteredLink, apply_links, parse_links
from clausetree.policy.parser import parse_policy
from clausetree.render.policy.page import to_frozen, to_page
from clausetree.render.versions.data import clauses_csv, clauses_json, policy_json
from clausetree.report.source import Source
from clausetree.report.text import to_text

META = {"policy": "p", "title": "P", "version": "1", "owner": "O", "approved": "A"}
FRAGMENTS = st.sampled_from(
    [
        "---\n", "# ", "## 1.0 ", "1.1 ", "- ", "    - ", "> ", "| a | b |\n", "| --- | --- |\n", "| | |\n",
        "{: #c1-1 }", "{: #c1-1-a }", "{: .editorial }", "{: #", "{:", "}", "[x][y]", "[x](#c1-1)", "[y]: z\n",
        "[¹](#n)", "<b>", "<!--", "`", "```\n", "**", "\n", "\n\n", "\r\n", "\r", "\t", "w ", "\u2028",
        "\x00", "terms:", "\n  a: b", "---\nterms:\n  a: b\n  A: b\n---\n",
    ]
)  # fmt: skip
MARKDOWN = st.lists(FRAGMENTS | st.text(max_size=5), max_size=30).map("".join)
VALUES = (
    st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.lists(st.text(max_size=3), max_size=2)
)
TERMS = VALUES | st.dictionaries(st.none() | st.booleans() | st.text(max_size=5), VALUES, max_size=3)


@given(
    MARKDOWN, st.dictionaries(st.sampled_from(sorted(META)), VALUES) | st.fixed_dictionaries({"terms": TERMS})
)
def test_any_text_becomes_a_policy_or_messages(text: str, meta: dict[str, object]) -> None:
    policy, diagnostics = parse_policy(Source("p.md", text), META | meta, {"y": "https://y.example/"})
    for diagnostic in diagnostics:
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
        assert to_text(diagnostic)
    if policy is not None:
        anchors = [clause.anchor for clause in policy.clauses]
        assert len(set(anchors)) == len(anchors)
        assert all(Registry([policy]).find(policy.id, a) for a in anchors if a == "".join(a.split()))
        assert all(
            [policy_json(policy, ""), "".join(clauses_json([policy], "")), "".join(clauses_csv([policy], ""))]
        )


@given(MARKDOWN)
def test_no_html_of_the_author_reaches_a_quotation(text: str) -> None:
    policy, _ = parse_policy(Source("p.md", text), META, {"y": "https://y.example/"})
    assert policy is not None
    for clause in policy.clauses:
        assert "<b>" not in clause.html
        assert "<!--" not in clause.html


@given(MARKDOWN)
def test_any_policy_has_a_page_and_a_copy_without_html_of_the_author(text: str) -> None:
    policy, _ = parse_policy(Source("p.md", text), META, {"y": "https://y.example/"})
    assert policy is not None
    for html in (to_page(policy, {}, str), to_frozen(policy)):
        assert "<b>" not in html
        assert "<!--" not in html


@given(st.recursive(VALUES, lambda inner: st.dictionaries(st.text(max_size=4), inner, max_size=3)))
def test_any_registry_of_links_is_read(entries: object) -> None:
    links, _ = parse_links(Source("links.yml", "a:\n"), entries)
    assert all(not link.url or link.url.startswith(("https://", "mailto:")) for link in links.values())


@given(MARKDOWN)
def test_giving_links_their_addresses_changes_no_word_of_a_page_without_links(text: str) -> None:
    plain = unescape(text).replace("[", "(")
    assert apply_links(plain, {"y": RegisteredLink("y", "https://y.example/", "Y")}) == plain
