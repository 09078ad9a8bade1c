"""The number that a clause begins with leads nowhere, and the entries of a table of contents have none."""

from __future__ import annotations

from clausetree.policy.document import Reference
from clausetree.policy.parser import parse_policy, read_outline
from clausetree.policy.policy import Policy
from clausetree.report.source import Source

META = {"policy": "p", "title": "P", "version": "1", "owner": "O", "approved": "A", "language": "fr"}
RULES = """\
Article 4 – On s’inscrit.
{: #article-4 }

Article 4 bis – Voir l’article 4.
{: #article-4-bis }

Article 5 – On paie.
{: #article-5 }
"""
CONTENTS = """\
- [1.0 Water](#c1-0)
- [1.1 of this policy](#c1-1) says more.

## 1.0 Water
"""
VERSIONS = """\
| Version | Date |
| --- | --- |
| 1.1 | May |

1.1 Swim.
"""


def read(text: str) -> Policy:
    policy, faults = parse_policy(Source("p.md", text), META, {})
    assert policy is not None
    assert faults == []
    return policy


def numbers_of(text: str) -> list[str | None]:
    return [lost.clause.number for lost in read_outline(Source("p.md", text), {}).unanchored]


def test_article_4_bis_names_no_article_4() -> None:
    document = read(RULES).document
    assert document is not None
    shown = [getattr(block, "content", ()) for block in document.blocks]
    led = [[inline.text for inline in content if isinstance(inline, Reference)] for content in shown]
    assert led == [[], ["article 4"], []]


def test_the_number_in_a_table_of_contents_is_that_of_the_section() -> None:
    assert numbers_of(CONTENTS) == [None, "1.1", "1.0"]


def test_a_table_of_versions_may_have_a_number_that_a_clause_has() -> None:
    assert numbers_of(VERSIONS) == [None, None, "1.1"]
