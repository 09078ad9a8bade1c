"""`clausetree clauses compare`: what a version changes, and what each change touches."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from clausetree.commands.places import add_folder, folders_of
from clausetree.history.registry import Registry
from clausetree.policy.policy import Policy
from clausetree.publish.files.cache import cache_of
from clausetree.publish.loading.workplace import Workplace, open_workplace
from clausetree.publish.pages.versions import Versions
from clausetree.publish.sources.courses import read_courses
from clausetree.publish.sources.procedures import load_procedures
from clausetree.render.policy.clause_tools import Use
from clausetree.render.policy.uses import uses_of
from clausetree.render.versions.changes import to_text
from clausetree.report.closest import closest, with_suggestion

NAME = "compare"
HELP = "show, clause by clause, what a version changes and what that touches"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the two versions."""
    add_folder(parser)
    parser.add_argument("--policy", help="the policy, where there are several")
    parser.add_argument("old", nargs="?", help="the version to compare with (the last one released)")
    parser.add_argument("new", nargs="?", help="the version to look at (the policy as it is written now)")


def run(arguments: argparse.Namespace) -> int:
    """Print the comparison."""
    place = open_workplace(folders_of(arguments))
    policies = [p for p in place.policies.registry if arguments.policy in (None, p.id)]
    if len(policies) != 1:
        names = ", ".join(policy.id for policy in place.policies.registry)
        print(f"Say which policy is meant, with --policy. There are: {names}.")
        return 2
    policy = policies[0]
    released = place.archive.lock.history(policy.id).versions
    old = arguments.old or _version_before(policy, released)
    for version in filter(None, (old, arguments.new)):
        if version not in released:
            near = closest(version, released)
            print(with_suggestion(f"Version {version} was never released.", near))
            return 2
    if old is None:
        print(f"No version of {policy.id} has been released, so there is nothing to compare with.")
        return 2
    new = arguments.new or policy.version
    print(f"{policy.title}: what changes from version {old} to {new}\n")
    print(to_text(_compared_versions(place).comparison(policy, old, new, "")), end="")
    return 0


def _version_before(policy: Policy, released: Sequence[str]) -> str | None:
    """The last release; or the one before it, where the policy is that release itself."""
    earlier = [version for version in released if version != policy.version]
    return earlier[-1] if earlier else (released[-1] if released else None)


def _compared_versions(place: Workplace) -> Versions:
    registry = place.policies.registry
    now = place.procedures()
    # A tree that cites a clause which the draft has no more is broken until somebody reviews it.
    before = load_procedures(
        place.folders.trees, Registry([_as_released(p, place) for p in registry], registry.links)
    )

    def uses(policy: Policy, root: str) -> Mapping[str, Sequence[Use]]:
        both = uses_of(_as_released(policy, place), before, root), uses_of(policy, now, root)
        anchors = dict.fromkeys(anchor for uses in both for anchor in uses)
        return {
            anchor: list(dict.fromkeys(use for uses in both for use in uses.get(anchor, ())))
            for anchor in anchors
        }

    courses, cache = read_courses(place.folders.courses), cache_of(place.folders.folder)
    return Versions(registry, place.released, uses, courses, cache)


def _as_released(policy: Policy, place: Workplace) -> Policy:
    return place.archive.past(policy.id).last or policy
