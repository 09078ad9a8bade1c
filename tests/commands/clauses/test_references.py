"""`clausetree clauses references`: which clauses a policy names in its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetree import cli

POLICY = """\
---
policy: bells
title: Bell policy
version: "1.0"
owner: Captain of the tower
approved: 1 May 2031
---

# Bell policy {: #bell-policy }

1.1 Ring as section 1.2 says, and not as in section 7 of the Handbook:
{: #c1-1 }

- softly, see paragraph 4.4.
  {: #c1-1-a }

1.2 Ring twice.
{: #c1-2 }
"""


def test_names_that_lead_nowhere_come_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "docs" / "policy" / "bells.md"
    page.parent.mkdir(parents=True)
    page.write_text(POLICY, encoding="utf-8")
    assert cli.main(["clauses", "references", "--folder", str(tmp_path)]) == 0
    assert capsys.readouterr().out == (
        "Bell policy: 1 link, 2 names without.\n"
        "  docs/policy/bells.md:11  “section 7” may mean another document: “of the Handbook”\n"
        "  docs/policy/bells.md:14  “paragraph 4.4” names no clause of this policy\n"
        "  docs/policy/bells.md:11  “section 1.2” leads to clause 1.2 (#c1-2)\n"
    )
