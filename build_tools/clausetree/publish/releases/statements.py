"""The sentence that people confirm of each policy: the one that its version was released with, or today's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from clausetree.policy.policy import Policy
from clausetree.publish.releases.archive import ReleasedFiles
from clausetree.render.versions.attestation import Attestation, to_html


@dataclass(frozen=True, slots=True)
class Statements:
    """`chosen` is what the settings say now; `released` knows what each version was released with."""

    chosen: Attestation
    released: ReleasedFiles

    def statement_for(self, policy: Policy) -> str:
        """Return the sentence. A released version keeps its own, whatever the settings say by now."""
        own = self.released.statement(policy.id, policy.version)
        return own or self.chosen.statement_for(policy)

    def kept(self, policies: Iterable[Policy]) -> Iterator[str]:
        """Yield a line for each policy whose sentence is not the one that the settings have."""
        for policy in policies:
            if self.statement_for(policy) != self.chosen.statement_for(policy):
                yield (
                    f"Version {policy.version} of {policy.id} keeps the statement that it was released with. "
                    "The one in mkdocs.yml will be that of its next version."
                )

    def html(self, policy: Policy, root: str) -> str:
        """Return what a page says of attesting to `policy`; `root` leads from it to the site's own."""
        released = self.released.archive.lock.history(policy.id).release(policy.version) is not None
        chosen = replace(self.chosen, statement=self.statement_for(policy))
        return to_html(policy, chosen, root, released=released)
