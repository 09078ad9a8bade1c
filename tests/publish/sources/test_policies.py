"""Policies as they are read from a folder of pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetree.publish.sources.policies import load_policies

POLICY = """\
---
policy: visits
title: Visits
version: "1.0"
owner: The board
approved: 2 March 2026
---

# Visits {: #visits }

## 1. Before you go {: #s1 }

1.1 Tell your buddy.
{: #c1-1 }
"""


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("visits.md", "visits/"),
        ("rules/index.md", "rules/"),
        ("rules/card-index.md", "rules/card-index/"),
    ],
)
def test_a_policy_stands_at_the_address_of_its_page(file: str, address: str, tmp_path: Path) -> None:
    page = tmp_path / file
    page.parent.mkdir(exist_ok=True)
    page.write_text(POLICY, encoding="utf-8")
    assert [policy.page for policy in load_policies(tmp_path).pages.values()] == [address]
