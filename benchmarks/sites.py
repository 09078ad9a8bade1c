"""The sites that are built: as they are, and as plain mkdocs-material would have the same pages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import load_procedures
from clausetree.render.tree.outline import to_outline
from clausetree.render.tree.phrasing import title_of
from clausetree.tree.model import ManyOf, Node, OneOf, Route, Step, duties
from clausetree.tree.wire import Procedure

PROJECT = Path(__file__).resolve().parents[1]
_OUR_TEMPLATE = re.compile(r"^template: .*\n", re.MULTILINE)


def our_own(folder: Path) -> Path:
    """Copy what this project's own site is made of."""
    folder.mkdir()
    for name in ("docs", "trees", "released"):
        shutil.copytree(PROJECT / name, folder / name)
    for file in (PROJECT / "mkdocs.yml", *PROJECT.glob("*.lock")):
        shutil.copy(file, folder)
    return folder


def dress(folder: Path) -> None:
    """Give a made-up organisation the two pages that every site has."""
    shutil.copy(PROJECT / "docs" / "search.md", folder / "docs")
    (folder / "docs" / "index.md").write_text(
        "# Our policies\n\nEvery policy and procedure.\n", encoding="utf-8"
    )


def configure(folder: Path, policies: int, trees: int) -> None:
    """Write the settings of a made-up organisation, a section for each policy with its trees."""
    settings = yaml.safe_load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))
    sections = [
        {f"Policy {p}": [f"policy/p{p}.md", *(f"trees/t{t}.md" for t in range(p, trees, policies))]}
        for p in range(policies)
    ]
    settings |= {"nav": ["index.md", {"Policies": sections}], "site_name": "A large organisation"}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")


def plain(folder: Path, ours: Path) -> Path:
    """Make the same pages for plain mkdocs-material, its own templates, and trees as somebody would type."""
    shutil.copytree(ours / "docs", folder / "docs")
    policies = load_policies(ours / "docs")
    (folder / "docs" / "trees").mkdir()
    for procedure in load_procedures(ours / "trees", policies.registry).all:
        page = folder / "docs" / "trees" / f"{procedure.tree.id}.md"
        page.write_text("\n".join(_typed(procedure)), encoding="utf-8")
    for copy in sorted((ours / "released").glob("*/*/policy.md")):
        version = folder / "docs" / "policy" / copy.parts[-3] / "v" / f"{copy.parts[-2]}.md"
        version.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(copy, version)
    for page in folder.glob("docs/**/*.md"):
        markdown = policies.with_links(page.read_text(encoding="utf-8"))
        page.write_text(_OUR_TEMPLATE.sub("", markdown), encoding="utf-8")
    settings = yaml.safe_load((ours / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"plugins": ["search"], "theme": {"name": "material", "font": False}}
    (folder / "docs" / "search.md").unlink()
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
    return folder


def _typed(procedure: Procedure) -> Iterator[str]:
    """A tree as a page of Markdown: every question, step and outcome, linked, and the list of them."""
    tree = procedure.tree
    yield f"# {tree.title.text}\n"
    for node in tree.nodes:
        yield f"## {title_of(node)} {{: #{node.id} }}\n"
        for duty in duties(node):
            clauses = ", ".join(f"[{c.label}](../policy/{tree.policy}.md#{c.anchor})" for c in duty.cites)
            yield f"- {duty.what.text} ({clauses})"
        yield from (f"- [{words}](#{target})" for words, target in _links(node))
        yield ""
    yield "## The whole procedure as a list\n"
    yield from (f"    {line}" for line in to_outline(tree).splitlines())


def _links(node: Node) -> Iterator[tuple[str, str]]:
    match node:
        case OneOf():
            yield from ((option.wording.text, option.goes_to) for option in node.options)
        case ManyOf() | Step():
            yield "Go on", node.goes_to
        case Route():
            yield from ((f"If {branch.goes_to}", branch.goes_to) for branch in node.branches)
