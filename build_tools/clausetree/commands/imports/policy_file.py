"""The file of an imported policy, and what is written beside it."""

from __future__ import annotations

import re
from pathlib import Path

from clausetree.importing.imported import Imported
from clausetree.policy.front_matter.fences import read_front_matter
from clausetree.publish.files.whole_file import write_whole
from clausetree.publish.loading.workplace import Workplace

_TAKEN = ("yes", "no", "true", "false", "null", "on", "off")
"""What YAML reads as something else than words."""


def with_head(path: Path, policy: str, made: Imported) -> str:
    """The head of a policy that is there stays. A new one has what the document says for certain."""
    if path.is_file():
        return f"{read_front_matter(path.read_text(encoding='utf-8-sig')).text.rstrip()}\n\n{made.body}"
    lines = [f"policy: {policy}", *(f"{key}: {_quoted(value)}" for key, value in made.head.items())]
    return "\n".join(["---", *lines, "---", "", made.body])


def _quoted(value: str) -> str:
    plain = re.fullmatch(r"[^\W\d_][\w ().,&’/-]*", value) and value.lower() not in _TAKEN
    return value if plain else '"{}"'.format(value.replace("\\", "\\\\").replace('"', '\\"'))


def write_policy(path: Path, policy: str, made: Imported, text: str, place: Workplace) -> None:
    """Write a policy, its pictures beside it, and what its labels lead to. Raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for name, data in made.pictures.items():
        text = text.replace(f"]({name})", f"]({policy}-{name})")
        put(path.parent / f"{policy}-{name}", data)
    if made.links:
        registry = place.folders.docs / "links.yml"
        before = registry.read_text(encoding="utf-8") if registry.is_file() else ""
        entries = "".join(
            f"{label}:\n  url: {_quoted(address)}\n  what: {_quoted(address)}\n"
            for label, address in made.links.items()
        )
        put(registry, (f"{before.rstrip()}\n{entries}" if before.strip() else entries).encode())
    put(path, text.encode())


def put(path: Path, content: bytes) -> None:
    """Write a file, in place of one that may be there. Raises `OSError`."""
    if path.exists():
        write_whole(path, content)
    else:
        path.write_bytes(content)
