"""Make the immutable copy of a version, and enter it in the lock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import markdown
import yaml

from clausetree.policy.head import read_head
from clausetree.policy.history.event import Release
from clausetree.policy.history.lock import Lock
from clausetree.policy.history.lock_file import write_lock
from clausetree.policy.history.record import to_record
from clausetree.policy.policy import Policy
from clausetree.render.attestation import STATEMENT, Attestation
from clausetree.render.frozen import to_frozen
from clausetree.render.registry import policy_json
from publish.archive import ATTESTED, MARKDOWN, PAGE, RECORD, folder_of
from publish.by_content import file_digest
from publish.policies import Policies


@dataclass(frozen=True, slots=True)
class Press:
    """How the site turns Markdown into HTML: the extensions, and what each is told.

    `attestation` has the sentence that people confirm.
    """

    extensions: tuple[str, ...]
    options: Mapping[str, Mapping[str, Any]]
    attestation: Attestation

    def html(self, text: str) -> str:
        """Return the HTML of a page's Markdown, its head left out."""
        body = text[len(read_head(text).text) :]
        options = {name: dict(values) for name, values in self.options.items()}
        return markdown.markdown(body, extensions=list(self.extensions), extension_configs=options)


class _Settings(yaml.SafeLoader):
    """Reads settings that may hold tags of the site generator's own, such as `!ENV`."""


_Settings.add_multi_constructor("", lambda *_: None)


def load_press(settings: Path) -> Press:
    """Read the extensions that the site's settings name, and the sentence that they have people confirm."""
    found = yaml.load(settings.read_text(encoding="utf-8"), _Settings)
    entries = found.get("markdown_extensions") or []
    pairs = [next(iter(e.items())) if isinstance(e, dict) else (e, {}) for e in entries]
    # MkDocs always has these; the order does not matter to the words.
    names = dict.fromkeys([*(name for name, _ in pairs), "toc", "tables", "fenced_code"])
    options = {name: values or {} for name, values in pairs}
    return Press(tuple(names), options, Attestation(_statement(found.get("plugins") or [])))


def _statement(plugins: list[Any]) -> str:
    ours: dict[str, Any] | None = next(
        (entry["clausetree"] for entry in plugins if isinstance(entry, dict) and "clausetree" in entry), {}
    )
    told = ((ours or {}).get("attestation") or {}).get("statement")
    return str(told or STATEMENT)


def publish_release(
    lock: Lock, release: Release, policy: Policy, policies: Policies, press: Press, released: Path
) -> Lock:
    """Write the copy of `release` into the folder `released`, and return the lock that knows of it."""
    folder = folder_of(released, policy.id, release.version)
    folder.mkdir(parents=True, exist_ok=True)
    text = policies.sources[policy.id].text
    files = {
        MARKDOWN: text,
        RECORD: to_record(policy, release.withdrawn),
        PAGE: to_frozen(press.html(policies.with_links(text))),
        # Its addresses begin at the site's root: what was released must not depend on where the site is now.
        ATTESTED: policy_json(policy, "", press.attestation.said_of(policy)),
    }
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8", newline="")
    copies = {name: file_digest(folder / name) for name in files}
    return lock.with_release(policy.id, replace(release, copies=copies))


def save_lock(lock: Lock, lock_file: Path) -> None:
    """Write the lock."""
    lock_file.write_text(write_lock(lock), encoding="utf-8", newline="")
