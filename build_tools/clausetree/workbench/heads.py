"""The head of a policy as the page for authors shows it. Places are units of a browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from clausetree.editing.head.head import fill_in_head, head_of
from clausetree.workbench.offsets import units_of


def head_data(text: str) -> list[dict[str, Any]]:
    """Return each line that can be filled in: `key`, `label`, `hint`, `value`, and whether it is `required`."""
    return [asdict(field) for field in head_of(text)]


def head_filled(text: str, values: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the changes that make the head say these values."""
    units = units_of(text)
    return [
        {"from": units.of(one.span.start), "to": units.of(one.span.end), "insert": one.text}
        for one in fill_in_head(text, values)
    ]
