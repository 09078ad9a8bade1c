"""What somebody changed, taken over into a newer release, as the page for authors shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from clausetree.editing.merging.conflict import Choice, Conflict
from clausetree.editing.merging.files import Files, merge


def merged_data(base: Files, mine: Files, published: Files, chosen: Mapping[str, str]) -> dict[str, Any]:
    """Return what becomes of three folders when they are merged.

    `files` are those that are not as they are published then: each has its `path` and its `text`, or is `mine`
    as it is, where it is no text, or is `gone`. `conflicts` are what is asked: each has an `id`, its `file`,
    `where` in it as a list of words from outside in, `what` is asked, the three texts `base`, `mine` and
    `published`, null where there is none, and the `choices` that there are. `told` are sentences on what was
    taken without asking. Of a conflict whose id is not among `chosen`, mine is taken.
    """
    done = merge(base, mine, published, {id_: Choice(choice) for id_, choice in chosen.items()})
    return {
        "files": [*_files(done.files, published)],
        "conflicts": [_conflict(conflict) for conflict in done.conflicts],
        "told": list(done.told),
    }


def _files(merged: Files, published: Files) -> Iterator[dict[str, Any]]:
    for path, content in merged.items():
        if content == published.get(path):
            continue
        yield {"path": path} | ({"text": content} if isinstance(content, str) else {"mine": True})
    yield from ({"path": path, "gone": True} for path in published if path not in merged)


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "id": conflict.id,
        "file": conflict.file,
        "where": list(conflict.where),
        "what": conflict.what.value,
        "base": conflict.base,
        "mine": conflict.mine,
        "published": conflict.published,
        "choices": [choice.value for choice in conflict.choices],
    }
