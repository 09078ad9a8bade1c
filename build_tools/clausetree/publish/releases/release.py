"""Make the immutable copy of a version, and enter it in the lock."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clausetree.history.event import Release
from clausetree.history.lock import Lock
from clausetree.history.lock_file import write_lock
from clausetree.history.policies import Policies
from clausetree.history.released import to_record
from clausetree.policy.policy import Policy
from clausetree.publish.files.by_content import file_digest
from clausetree.publish.releases.archive import ATTESTED, MARKDOWN, PAGE, RECORD, folder_of
from clausetree.publish.sources.pictures import read_pictures
from clausetree.render.policy.page import to_frozen
from clausetree.render.policy.pictures import kept_pictures
from clausetree.render.versions.attestation import Attestation
from clausetree.render.versions.data import policy_json


def publish_release(
    lock: Lock,
    release: Release,
    policy: Policy,
    policies: Policies,
    attestation: Attestation,
    released: Path,
    docs: Path,
) -> Lock:
    """Write the copy of `release` into the folder `released`, and return the lock that knows of it.

    `attestation` has the sentence that people confirm. The pictures are among the files in the folder `docs`.

    Raises `OSError` for what cannot be written, and `KeyError` for a picture that is not there: `refused` says
    so beforehand.
    """
    folder = folder_of(released, policy.id, release.version)
    folder.mkdir(parents=True, exist_ok=True)
    text = policies.sources[policy.id].text
    files = {
        MARKDOWN: text,
        RECORD: to_record(policy, release.withdrawn),
        PAGE: to_frozen(policy),
        # Its addresses begin at the site's root: what was released must not depend on where the site is now.
        ATTESTED: policy_json(policy, "", attestation.statement_for(policy)),
    }
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8", newline="")
    pictures = read_pictures(policy.document, docs.parent / policies.sources[policy.id].name, docs).found
    kept = kept_pictures(policy.document)
    for source, name in kept.items():
        (folder / name).write_bytes(pictures[source])
    copies = {name: file_digest(folder / name) for name in (*files, *kept.values())}
    return lock.with_release(policy.id, replace(release, copies=copies))


def save_lock(lock: Lock, lock_file: Path) -> None:
    """Write the lock."""
    lock_file.write_text(write_lock(lock), encoding="utf-8", newline="")
