"""What each form of a policy looks like on its page and in the copy of a version."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from clausetree.policy.document import Document, List
from clausetree.policy.parser import parse_policy
from clausetree.policy.policy import Policy
from clausetree.publish.sources.policies import load_policies
from clausetree.render.policy.clause_tools import Use, notes_of_use
from clausetree.render.policy.page import to_frozen, to_page, to_plain, to_toc
from clausetree.report.source import Source

ROOT = Path(__file__).resolve().parents[3]
META = {"policy": "p", "title": "Keys & locks", "version": "1", "owner": "O", "approved": "A"}
_TOOLS = re.compile(r'<span class="clause-tools"[^>]*><button [^>]*data-anchor="([^"]*)".*?</button></span>')


def parsed(text: str) -> Policy:
    policy, _ = parse_policy(Source("p.md", text), META, {"shop": "https://shop.example/?a&b", "none": ""})
    assert policy is not None
    return policy


def page(text: str, language: str = "en") -> str:
    """The page of a policy with a title, which is left out; {x} stands for the button of the clause x."""
    policy = replace(parsed(f"# Keys & locks\n\n{text}"), language=language)
    html = to_page(policy, {}, lambda href: href.replace(".md", "/"))
    return _TOOLS.sub(r"{\1}", html).removeprefix('<h1 id="keys-locks">Keys &amp; locks</h1>\n')


def test_our_own_policy_is_kept_byte_for_byte_as_it_was_released() -> None:
    policy = load_policies(ROOT / "docs").pages["policy/social-media.md"]
    released = ROOT / "released" / "social-media" / "2.2" / "page.html"
    assert to_frozen(policy) == released.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1.1 Turn *it* & \\<stop>.\n{: #c1-1 }",
            '<p class="clause" id="c1-1"><a class="clause-number" href="#c1-1">1.1</a> '
            "Turn <em>it</em> &amp; &lt;stop&gt;. {c1-1}</p>",
        ),
        (
            "**1.1 Turning.** More.\n{: #c1-1 }",
            '<p class="clause" id="c1-1"><strong><a class="clause-number" href="#c1-1">1.1</a> '
            "Turning.</strong> More. {c1-1}</p>",
        ),
        (
            "[1.1 Turning](#x)\n{: #c1-1 }",
            '<p class="clause" id="c1-1"><a href="#x">1.1 Turning</a> {c1-1}</p>',
        ),
        (
            "2) two\n   {: #two }\n3) three\n   {: #three }",
            '<ol class="closed" start="2">\n<li class="clause-item" id="two">two {two}</li>\n'
            '<li class="clause-item" id="three">three {three}</li>\n</ol>',
        ),
        (
            "- one\n  {: #one }\n\n    more\n\n- two\n  {: #two }\n    1. in it\n       {: #in-it }",
            '<ul>\n<li class="clause-item" id="one">\n<p>one {one}</p>\n<p>more</p>\n</li>\n'
            '<li class="clause-item" id="two">\n<p>two {two}</p>\n'
            '<ol>\n<li class="clause-item" id="in-it">in it {in-it}</li>\n</ol>\n</li>\n</ul>',
        ),
        (
            "| A | B |\n| --- | ---: |\n| a {: #a } | b |",
            '<table>\n<thead>\n<tr>\n<th>A</th>\n<th align="right">B</th>\n</tr>\n</thead>\n<tbody>\n'
            '<tr id="a">\n<th scope="row">a</th>\n<td align="right">b {a}</td>\n</tr>\n</tbody>\n</table>',
        ),
        (
            "> Quoted.\n> {: #quoted }",
            '<blockquote>\n<p class="clause clause-part" id="quoted">Quoted. {quoted}</p>\n</blockquote>',
        ),
        (
            "Key\n:   What opens.\n    {: #key }",
            '<dl>\n<div class="clause clause-part" id="key">\n<dt>Key {key}</dt>\n'
            "<dd>What opens.</dd>\n</div>\n</dl>",
        ),
        (
            "See [the shop][shop], [nobody][none], [the tree](../trees/x.md#a) and ![A map](map.png).  \nEnd",
            '<p>See <a href="https://shop.example/?a&amp;b">the shop</a>, nobody, '
            '<a href="../trees/x/#a">the tree</a> and <img alt="A map" src="map.png" />.<br />\nEnd</p>',
        ),
        ("[x](javascript:alert(1)) `a<b` H<sub>2</sub>O", "<p>x <code>a&lt;b</code> H<sub>2</sub>O</p>"),
        (
            "<span lang=\"cy\">Rhaid *ffonio*</span> <SPAN lang='pt-BR'>e sair</SPAN>.",
            '<p><span lang="cy">Rhaid <em>ffonio</em></span> <span lang="pt-BR">e sair</span>.</p>',
        ),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr />\n<p>b</p>"),
    ],
)
def test_its_page_is_exactly_this(text: str, expected: str) -> None:
    assert page(text) == expected


def test_a_note_leads_back_to_each_of_its_marks() -> None:
    text = "1.1 One[^a] two[^a]\n{: #c1-1 }\n\n1.2 Three[^a]\n{: #c1-2 }\n\n[^a]: Said.\n    {: #said }\n"
    mark = '<a aria-label="Note 1" class="note-mark" href="#said" id="said--mark-%s">¹</a>'
    clauses, _, notes = page(text).partition("\n<section")
    assert clauses == (
        f'<p class="clause" id="c1-1"><a class="clause-number" href="#c1-1">1.1</a> '
        f"One{mark % 1} two{mark % 2} {{c1-1}}</p>\n"
        f'<p class="clause" id="c1-2"><a class="clause-number" href="#c1-2">1.2</a> '
        f"Three{mark % 3} {{c1-2}}</p>"
    )
    assert notes == (
        ' class="notes" aria-label="Notes">\n<div class="clause clause-part" id="said">\n'
        '<p><a aria-label="Back to clause 1.1" class="note-mark" href="#said--mark-1">¹</a> Said. '
        '<span class="note-ways">Also at <a href="#said--mark-2">clause 1.1 (2)</a>, '
        '<a href="#said--mark-3">clause 1.2</a></span> {said}</p>\n</div>\n</section>'
    )


def test_a_wide_table_scrolls_in_a_frame_that_the_keyboard_reaches() -> None:
    html = page("## Fees {: #fees }\n\n| A | B | C | D |\n| - | - | - | - |\n| a | b | c | d |")
    assert '<div class="table-scroll" role="group" tabindex="0" aria-labelledby="fees">\n<table>' in html


def test_headings_follow_each_other_without_a_gap_and_the_list_names_two_levels() -> None:
    policy = parsed('## A: long {: #a data-toc-label="A" }\n\n#### B & b {: #b }\n\n##### C {: #c }\n\n## D\n')
    plain = to_plain(policy, str)
    assert plain == ('<h2 id="a">A: long</h2>\n<h3 id="b">B &amp; b</h3>\n<h4 id="c">C</h4>\n<h2 id="d">D</h2>')
    found = [(e.level, e.id, e.title, [(c.level, c.id, c.title) for c in e.children]) for e in to_toc(policy)]
    assert found == [(2, "a", "A", [(3, "b", "B &amp; b")]), (2, "d", "D", [])]


def test_a_page_without_a_title_gets_the_name_of_the_policy() -> None:
    html = to_page(parsed("### Aim {: #aim }"), {}, str)
    assert html.startswith('<h1>Keys &amp; locks</h1>\n<div class="clause-heading"><h2 id="aim">Aim</h2>')


def test_words_in_another_language_are_marked_and_those_of_the_site_among_them_too() -> None:
    html = page("كلمة\n{: #word }", language="ar")
    assert html.startswith('<div lang="ar" dir="rtl">\n<h1 id="keys-locks">')
    assert html.endswith('<p class="clause clause-part" id="word">كلمة {word}</p>\n</div>')
    policy = replace(parsed("Gair\n{: #word }"), language="cy")
    noted = to_page(policy, notes_of_use({"word": [Use("A tree", "../x/")]}), str)
    assert '<span class="clause-tools" lang="en" dir="ltr">' in noted
    assert (
        '<div lang="en" dir="ltr"><p class="clause-uses">Used in: <a href="../x/">A tree</a></p></div>' in noted
    )


def test_a_released_copy_keeps_only_links_that_last() -> None:
    text = "See [the tree](../trees/x.md), [here](#c1) and [there](https://a.example/).\n{: #c1 }"
    assert to_frozen(parsed(text)) == (
        '<p id="c1">See the tree, <a href="#c1">here</a> and <a href="https://a.example/">there</a>.</p>\n'
    )


def test_an_item_has_the_number_that_its_list_says_where_counting_on_gives_another() -> None:
    policy = parsed("3) three\n4) four\n5) five")
    (written,) = policy.document.blocks
    assert isinstance(written, List)
    three, four, five = written.items
    skipped = replace(four, unit=replace(four.unit, listed="7)"))
    following = replace(five, unit=replace(five.unit, listed="8)"))
    document = Document((replace(written, items=(three, skipped, following)),))
    assert to_plain(replace(policy, document=document), str) == (
        '<ol class="closed" start="3">\n<li>three</li>\n<li value="7">four</li>\n<li>five</li>\n</ol>'
    )


def test_an_anchor_that_is_given_twice_stands_once() -> None:
    html = to_plain(parsed("One\n{: #same .editorial }\n\nTwo\n{: #same .editorial }"), str)
    assert html == '<p class="editorial" id="same">One</p>\n<p class="editorial">Two</p>'


def test_the_box_of_a_task_stands_in_place_of_a_bullet() -> None:
    html = to_plain(parsed("- [ ] Lock up\n- Go home"), str)
    assert html == '<ul>\n<li class="task">☐ Lock up</li>\n<li>Go home</li>\n</ul>'
