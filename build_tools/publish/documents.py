"""A policy as one document to print or to send: a tagged PDF with a bookmark for every clause."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

import typst

from clausetree.policy.policy import Policy
from publish.policies import Policies
from publish.typst_source import to_typst

STANDARD: Final = "ua-1"
"""PDF/UA-1, for readers who use a screen reader. Typst refuses to write what does not conform to it."""


def document_path(policy: Policy) -> str:
    """Return where a policy's document stands in the site."""
    return f"{policy.page}{policy.id}.pdf"


def write_documents(policies: Policies, address: str, site: Path, cache: Path) -> None:
    """Write the document of every policy into `site`.

    The bytes depend on the words alone: the fonts are Typst's own, and no date gets in. What `cache` holds is
    not made again.
    """
    folder = cache / "documents" / version("typst")
    folder.mkdir(parents=True, exist_ok=True)
    for policy in policies.registry:
        markdown = policies.with_links(policies.sources[policy.id].text)
        source = to_typst(policy, markdown, address)
        made = folder / f"{sha256(source.encode()).hexdigest()}.pdf"
        target = site / document_path(policy)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made.read_bytes() if made.exists() else _make(source, made))


def _make(source: str, target: Path) -> bytes:
    document: bytes = typst.compile(source.encode(), ignore_system_fonts=True, pdf_standards=[STANDARD])
    target.write_bytes(document)
    return document
