"""A policy as one document to print or to send: a tagged PDF with a bookmark for every clause."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import typst

from clausetree.policy.policy import Policy
from publish.cache import Cache, program
from publish.policies import Policies
from publish.typst_source import to_typst

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

    maker: str = typst.__version__  # type: ignore[attr-defined]  # its types leave it out

    def write(policy: Policy) -> None:
        markdown = policies.with_links(policies.sources[policy.id].text)
        made_from = (program(), maker, markdown, policy.page, address)
        made = cache.file("documents", *made_from, make=lambda: _make(to_typst(policy, markdown, address)))
        target = site / document_path(policy)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(made, target)

    with ThreadPoolExecutor(os.cpu_count()) as pool:  # Typst works outside of Python's lock, and takes 20 MB
        list(pool.map(write, policies.registry))


def _make(source: str) -> bytes:
    document: bytes = typst.compile(source.encode(), ignore_system_fonts=True, pdf_standards=[STANDARD])
    return document
