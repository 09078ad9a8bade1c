"""What three released versions of each policy cost a build, beside plain mkdocs-material on the same Markdown.

Run it as `python -m benchmarks.versions`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.building import compare
from clausetree.history.checking.accept import Answers, release_of
from clausetree.publish.releases.archive import load_archive
from clausetree.publish.releases.release import publish_release, save_lock
from clausetree.publish.sources.policies import load_policies
from clausetree.render.versions.attestation import Attestation

POLICIES, CLAUSES = 100, 50
VERSIONS = ("1.0", "1.1", "2.0")
_SENTENCE = (
    "colleagues must keep a note of visit {n} and of anything that worried them and tell their manager "
    "before the end of the day so that nobody is left alone with a risk that others know of{more}"
)
_SETTINGS = """\
site_name: Large
theme: clausetree
plugins: [search, clausetree]
markdown_extensions: [attr_list, tables]
"""
_PLAIN = """\
site_name: Large
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [attr_list, tables]
"""


def main() -> None:
    """Print what both cost. Ours has a page for each comparison as well."""
    with tempfile.TemporaryDirectory() as made:
        ours, beside = Path(made) / "ours", Path(made) / "plain"
        _write_plain(beside)
        _release(ours)
        compare(f"{POLICIES} policies of {CLAUSES} clauses, {len(VERSIONS)} versions each", ours, beside)
        one, other = (len(list((folder / "site").rglob("index.html"))) for folder in (ours, beside))
        print(f"  {one} pages beside {other}")


def _release(folder: Path) -> None:
    """Accept every version of every policy, one version after the other."""
    pages = folder / "docs" / "policy"
    pages.mkdir(parents=True)
    (folder / "trees").mkdir()
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Large\n", encoding="utf-8")
    said = Attestation()
    for version in VERSIONS:
        for number in range(POLICIES):
            (pages / f"p{number}.md").write_text(_policy(number, version), encoding="utf-8")
        archive = load_archive(folder / "clauses.lock", folder / "released")
        policies = load_policies(folder / "docs", lock=archive.lock)
        lock = archive.lock
        for policy in policies.registry:
            source, past = policies.sources[policy.id], archive.past(policy.id)
            release, problems = release_of(policy, source, past, Answers())
            assert problems == []
            lock = publish_release(lock, release, policy, policies, said, folder / "released", folder / "docs")
        save_lock(lock, folder / "clauses.lock")


def _write_plain(folder: Path) -> None:
    for version in VERSIONS:
        pages = folder / "docs" / version
        pages.mkdir(parents=True)
        for number in range(POLICIES):
            (pages / f"p{number}.md").write_text(_policy(number, version), encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Large\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_PLAIN, encoding="utf-8")


def _policy(number: int, version: str) -> str:
    head = (
        f'---\npolicy: p{number}\ntitle: Policy {number}\nversion: "{version}"\nowner: O\napproved: A\n---\n\n'
    )
    parts = [f"# Policy {number} {{: #policy }}\n"]
    for clause in range(1, CLAUSES + 1):
        # Each version rewords every fifth clause.
        more = f" in {version}" if clause % 5 == VERSIONS.index(version) else ""
        words = _SENTENCE.format(n=clause, more=more)
        parts.append(f"1.{clause} In policy {number} {words}.\n{{: #c1-{clause} }}\n")
    return head + "\n".join(parts)


if __name__ == "__main__":
    main()
