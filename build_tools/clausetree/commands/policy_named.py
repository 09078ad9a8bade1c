"""Which policy a new procedure is drawn from."""

from __future__ import annotations

from clausetree.commands.refused import RefusedError, given_or_asked
from clausetree.history.registry import Registry
from clausetree.report.closest import closest, with_suggestion


def policy_named(given: str | None, registry: Registry) -> str:
    """Return the id of a policy that is there: the one given, the only one, or the one that is asked for.

    Raises RefusedError, and EOFError when there is nobody to ask.
    """
    known = [policy.id for policy in registry]
    if not known:
        raise RefusedError("there is no policy that it could be drawn from.")

    def known_policy(said: str) -> str:
        policy = said.strip()
        if policy not in known:
            near = closest(policy, known)
            raise RefusedError(with_suggestion(f"there is no policy {policy}.", near))
        return policy

    only = known[0] if len(known) == 1 else None
    return given_or_asked(f"Which policy is it drawn from? {', '.join(known)}: ", given or only, known_policy)
