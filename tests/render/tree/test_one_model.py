"""One tree, many renderings: what each says, read back from its own text, is what the tree says."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Any

import pytest

from clausetree.render.tree.onward import labelled_edges
from clausetree.render.tree.outline import to_outline, to_outline_html
from clausetree.render.tree.phrasing import heading_of, title_of, unsure_words
from clausetree.render.tree.picture.dot import WHO, to_dot
from clausetree.render.tree.sections import to_html
from clausetree.tree.again import folded
from clausetree.tree.model import ManyOf, Measure, OneOf, Route, Tree, Visit, citations
from clausetree.tree.wire import Procedure, from_wire, to_wire

type Ways = set[tuple[str, str, str]]
"""A node, the words of a way on (without spaces; "" where there are none), and the node it leads to."""

QUOTED = r'"((?:[^"\\]|\\.)*)"'


def test_the_drawing_says_what_the_tree_says(all_procedures: tuple[Procedure, ...]) -> None:
    for tree in _trees(all_procedures):
        dot = to_dot(tree)
        boxes = dict(re.findall(rf'^  {QUOTED} \[.*? label={QUOTED} URL="#{tree.id}--', dot, re.MULTILINE))
        shown = {box: _added(_undotted(words).split(WHO.strip())[0]) for box, words in boxes.items()}
        nodes = {node.id: _tight(heading_of(node)) for node in tree.nodes}
        # What a route depends on is drawn in place of it. Tests of the flowchart follow that.
        asked = [box for box, words in shown.items() if words.startswith("Fromyouranswers:")]
        assert {box: words for box, words in shown.items() if box not in asked} == {
            node.id: nodes[node.id] for node in tree.nodes if not isinstance(node, Route) or node.id in shown
        }
        edges = re.findall(rf"^  {QUOTED} -> {QUOTED}(?: \[label={QUOTED}\])?$", dot, re.MULTILINE)
        assert len({(source, target) for source, target, _ in edges}) == len(edges), (
            "one arrow between two boxes"
        )
        assert {end for source, target, _ in edges for end in (source, target)} | {tree.start} == set(shown)


def test_the_outline_says_what_the_tree_says(all_procedures: tuple[Procedure, ...]) -> None:
    for tree in _trees(all_procedures):
        outline = _Outline(tree)
        outline.feed(to_outline_html(tree))
        assert outline.ways == _ways(tree)
        assert outline.first == tree.start
        plain = [
            line.strip() for line in to_outline(tree).replace("(see above)", "(set out above)").splitlines()
        ]
        assert [_tight(line) for line in plain[2:]] == [_tight(line) for line in outline.lines]


def test_the_linked_sections_say_what_the_tree_says(all_procedures: tuple[Procedure, ...]) -> None:
    for procedure in all_procedures:
        tree = folded(procedure.tree)
        sections = _Sections(tree)
        sections.feed(to_html(procedure, "../../"))
        titles = {node.id: title_of(node) for node in tree.nodes}
        said = {(source, _said_alone(words, titles[target]), target) for source, words, target in sections.ways}
        # A row of a table says where it leads; its cells are the words of the way.
        tabled = {node.id for node in tree.nodes if isinstance(node, Route) and node.columns}
        ways = {
            (node, _tight(titles[to]) if node in tabled else words, to)
            for node, words, to in _ways(_without_points(tree))
        }
        assert {(source, _bare(words), target) for source, words, target in said} == ways
        assert sections.titles == {node: _tight(title) for node, title in titles.items()}
        unsure = {
            (node.id, _tight(unsure_words(node, node.unsure).text))
            for node in tree.nodes
            if isinstance(node, ManyOf | Measure) and node.unsure
        }
        bare_choices = {(node, words) for node, words in sections.choices if (node, words) not in unsure}
        assert {(node, _bare(words)) for node, words in bare_choices} == _choices(tree)
        pages = {(node, procedure.quotes[policy][anchor].href) for node, policy, anchor in _cited(tree)}
        assert sections.cited == {(node, f"../../{href}") for node, href in pages}


def test_the_data_say_what_the_tree_says(all_procedures: tuple[Procedure, ...]) -> None:
    for procedure in all_procedures:
        tree = folded(procedure.tree)
        written = json.loads(to_wire(procedure).text)["procedure"]
        nodes = written["tree"]["nodes"]
        assert [node["id"] for node in nodes] == [node.id for node in tree.nodes]
        said = {(node["id"], words, target) for node in nodes for words, target in _written_ways(node)}
        # Conditions are data here, and have no words.
        assert said == {
            (node, words if node not in _routes(tree) else "", to)
            for node, words, to in _ways(replace(_without_unsure(_without_points(tree)), again=()))
        }
        back = {
            (one["source"], one["target"], one["times"], one["then"])
            for one in written["tree"].get("again", [])
        }
        assert back == {(one.source, one.target, one.times, one.then) for one in tree.again}
        cited = {
            (node["id"], cite["policy"], cite["anchor"])
            for node in nodes
            for holder in (node, *node.get("duties", []))
            for cite in holder.get("cites", [])
        }
        assert cited == _cited(tree)
        quoted = {
            (policy, anchor) for policy, quotes in written["quotes"]["pairs"] for anchor, _ in quotes["pairs"]
        }
        assert quoted == {(cite.policy, cite.anchor) for cite in citations(tree)}


def test_the_data_are_read_back_equal(all_procedures: tuple[Procedure, ...]) -> None:
    for procedure in all_procedures:
        assert from_wire(to_wire(procedure).text) == procedure


OTHER_DATA = [
    *("", "[]", "{}", '{"format": 1}', '{"format": 2}'),
    '{"format": 2, "procedure": {"is": "No"}}',
    '{"format": 2, "procedure": {"is": "Tree"}}',
    '{"format": 2, "procedure": {"is": ["Tree"]}}',
]


@pytest.mark.parametrize("text", OTHER_DATA)
def test_data_of_another_kind_are_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the kind of error is the contract
        from_wire(text)


@dataclass
class _Link:
    target: str
    words: str = ""


class _Sections(HTMLParser):
    """Reads the linked sections: links with the class `ct-go` or `ct-case` lead on, `ct-cites` cite."""

    def __init__(self, tree: Tree) -> None:
        super().__init__()
        self.prefix = f"#{tree.id}--"
        self.node = ""
        self.inside: list[str] = []
        self.link: _Link | None = None
        self.words: list[str] = []
        self.ways: Ways = set()
        self.titles: dict[str, str] = {}
        self.choices: set[tuple[str, str]] = set()
        self.cited: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag not in ("br", "hr", "img", "input"):
            self.inside.append(f"{tag}.{attributes.get('class', '')}")
        if tag == "section":
            self.node = attributes["id"].removeprefix(self.prefix[1:])
        if tag == "a" and attributes.get("class") in ("ct-go", "ct-case"):
            self.link = _Link(attributes["href"].removeprefix(self.prefix))
        if tag == "a" and {"span.ct-cites", "p.ct-source"} & set(self.inside):
            self.cited.add((self.node, attributes["href"]))
        if tag in ("h3", "li"):
            self.words = []

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop().split(".")[0] == tag, "tags lie within each other"
        if tag == "a" and self.link:
            self.ways.add((self.node, _tight(self.link.words), self.link.target))
            self.link = None
        if tag == "h3":
            self.titles[self.node] = _tight("".join(self.words))
        if tag == "li" and "ul.ct-choices" in self.inside:
            self.choices.add((self.node, _tight("".join(self.words))))

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self.link:
            self.link.words += data


class _Outline(HTMLParser):
    """Reads the nested lists: an item leads from the node of the item it stands in."""

    def __init__(self, tree: Tree) -> None:
        super().__init__()
        self.prefix = f"#{tree.id}--"
        self.above: list[str] = []
        self.answer: list[str] | None = None
        self.words = ""
        self.ways: Ways = set()
        self.first = ""
        self.lines: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "li":
            self.words = ""
            self.lines.append("- ")
        if tag == "span" and attributes.get("class") == "ct-outline-answer":
            self.answer = []
        if tag == "a":
            node = (attributes["href"] or "").removeprefix(self.prefix)
            self.first = self.first or node
            if self.above:
                self.ways.add((self.above[-1], _tight(self.words), node))
            self.above.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag == "span" and self.answer is not None:
            self.words = "".join(self.answer)
            self.lines[-1] += ":"
            self.answer = None
        if tag == "li":
            self.above.pop()

    def handle_data(self, data: str) -> None:
        self.lines[-1] += data
        if self.answer is not None:
            self.answer.append(data)


def _ways(tree: Tree) -> Ways:
    return {
        (node.id, _tight(words), target) for node in tree.nodes for target, words in labelled_edges(tree, node)
    }


def _said_alone(words: str, title: str) -> str:
    """Return the words of a way without "Go on" and the title: what is left says which time it is."""
    return re.sub(rf"^Goon((?:\(.*\))?):{re.escape(_tight(title))}$", r"\1", words)


def _without_unsure(tree: Tree) -> Tree:
    """Return the tree without the answers of those who do not know: data say them beside the options."""
    bare = (replace(node, unsure=None) if isinstance(node, OneOf) else node for node in tree.nodes)
    return replace(tree, nodes=tuple(bare))


def _added(words: str) -> str:
    """Return the words of a question without the totals that it adds to."""
    return re.sub(r"\(addsto.*\)$", "", words)


def _bare(words: str) -> str:
    """Return the words of an answer without the points that it adds."""
    return re.sub(r"\(adds.*?\)(?=$|\((?:upto|the))", "", words)


def _without_points(tree: Tree) -> Tree:
    """Return the tree with nothing behind the wording of an answer: links and data have its points apart."""
    bare = (
        replace(node, options=tuple(replace(option, adds=()) for option in node.options))
        if isinstance(node, OneOf)
        else node
        for node in tree.nodes
    )
    return replace(tree, nodes=tuple(bare))


def _written_ways(node: dict[str, Any]) -> list[tuple[str, str]]:
    found = [(_tight(one["wording"]["text"]), one["goes_to"]) for one in node.get("options", [])]
    found += [("", branch["goes_to"]) for branch in node.get("branches", [])]
    return found + [("", node[key]) for key in ("goes_to", "otherwise") if key in node]


def _choices(tree: Tree) -> set[tuple[str, str]]:
    return {
        (node.id, _tight(choice.wording.text))
        for node in tree.nodes
        if isinstance(node, ManyOf)
        for choice in (*node.choices, *([node.none] if node.none else []))
    }


def _cited(tree: Tree) -> set[tuple[str, str, str]]:
    """Each node with the clauses that it and its duties cite, read from the tree itself."""
    found: set[tuple[str, str, str]] = set()
    for node in tree.nodes:
        if not isinstance(node, Route | Visit):
            found |= {(node.id, cite.policy, cite.anchor) for cite in node.cites}
            found |= {(node.id, c.policy, c.anchor) for duty in getattr(node, "duties", ()) for c in duty.cites}
    return found


def _routes(tree: Tree) -> set[str]:
    return {node.id for node in tree.nodes if isinstance(node, Route)}


def _trees(procedures: tuple[Procedure, ...]) -> list[Tree]:
    assert procedures
    return [folded(procedure.tree) for procedure in procedures]


def _undotted(text: str) -> str:
    return _tight(re.sub(r"\\(.)", lambda e: " " if e[1] == "n" else e[1], text).replace("&amp;", "&"))


def _tight(text: str) -> str:
    """Where lines are wrapped differs between renderings; spaces are left out of the comparison."""
    return "".join(text.split())
