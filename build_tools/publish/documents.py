"""A policy as one document to print or to send: a tagged PDF with a bookmark for every clause."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Final

from clausetree.policy.policy import Policy
from publish.cache import Cache, program
from publish.policies import Policies

STANDARD: Final = "ua-1"
"""PDF/UA-1, for readers who use a screen reader. Typst refuses to write what does not conform to it."""


def document_path(policy: Policy) -> str:
    """Return where a policy's document stands in the site."""
    return f"{policy.page}{policy.id}.pdf"


def write_documents(policies: Policies, address: str, site: Path, cache: Cache) -> None:
    """Write the document of every policy into `site`.

    The bytes depend on the words alone: the fonts are Typst's own, and no date gets in. What `cache` holds is
    not made again.
    """

    maker = version("typst")

    def write(policy: Policy) -> None:
        markdown = policies.with_links(policies.sources[policy.id].text)
        made_from = (program(), maker, markdown, policy.page, address)
        made = cache.file("documents", *made_from, make=lambda: _made(policy, markdown, address))
        target = site / document_path(policy)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made, target)

    with ThreadPoolExecutor(os.cpu_count()) as pool:  # Typst works outside of Python's lock, and takes 20 MB
        list(pool.map(write, policies.registry))


def _made(policy: Policy, markdown: str, address: str) -> bytes:
    # A build that finds every document made has no use for what makes them.
    import typst  # noqa: PLC0415

    from publish.typst_source import to_typst  # noqa: PLC0415

    source = to_typst(policy, markdown, address).encode()
    document: bytes = typst.compile(source, ignore_system_fonts=True, pdf_standards=[STANDARD])
    return document
