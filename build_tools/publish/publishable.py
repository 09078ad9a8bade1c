"""What is wrong with policies beyond their words: that links, pictures and signs of them would be lost."""

from __future__ import annotations

from pathlib import Path

from clausetree.report.diagnostic import Diagnostic, in_reading_order
from publish.leads import check_leads
from publish.policies import Policies
from publish.printing import check_print


def check_publishable(policies: Policies, docs: Path, trees: Path) -> list[Diagnostic]:
    """Return what keeps a page or its document from being published, in reading order and each thing once.

    `docs` and `trees` are the folders of the pages and of the trees.
    """
    found = list(check_leads(policies, docs, trees))
    told = {(fault.source.name, fault.message) for fault in found}
    for policy in policies.registry:
        print_faults = check_print(policy, policies, docs)
        found += [fault for fault in print_faults if (fault.source.name, fault.message) not in told]
    return in_reading_order(found)
