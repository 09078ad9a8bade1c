"""`clausetree clauses accept`: make the version in each policy's head part of what was published."""

from __future__ import annotations

import argparse
import sys

from clausetree.policy.history.accept import Answers, release_of
from clausetree.policy.history.event import Release, What
from clausetree.policy.history.put_back import anchors_to_put_back, with_anchors
from clausetree.policy.history.wording import to_diagnostic
from clausetree.policy.policy import Policy
from clausetree.policy.problems import Problem
from clausetree.report.diagnostic import Diagnostic, Severity
from commands.asking import Told, ask_about
from commands.workplace import Workplace, add_folder, open_workplace, show
from publish.procedures import load_procedures
from publish.published import check_archive
from publish.release import load_press, publish_release, save_lock
from publish.reviews import record_reviews

NAME = "accept"
HELP = "publish the version that a policy's head names, and record its clauses for good"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the answers that the command would otherwise ask for."""
    add_folder(parser)
    parser.add_argument("--policy", help="the policy, where several have a new version")
    told = parser.add_argument_group("what became of clauses that are gone, or have new words")
    told.add_argument(
        "--withdrawn",
        action="append",
        default=[],
        metavar="ANCHOR[=SUCCESSOR,…]",
        help="it is withdrawn, or merged into the anchors named after the equals sign",
    )
    told.add_argument(
        "--renumbered",
        action="append",
        default=[],
        metavar="ANCHOR=WRITTEN",
        help="its words have the anchor WRITTEN by mistake: put ANCHOR back in the file",
    )
    told.add_argument(
        "--same", action="append", default=[], metavar="ANCHOR", help="it is the same clause, reworded"
    )
    told.add_argument("--put-back", action="store_true", help="put back every anchor that its words lost")


def run(arguments: argparse.Namespace) -> int:
    """Accept each new version, or say what must be answered first."""
    place = open_workplace(arguments.folder)
    if show([*_unreadable(place), *place.archive.diagnostics]):
        return 1
    waiting = [p for p in place.policies.registry if _is_new(p, place)]
    if arguments.policy:
        waiting = [policy for policy in waiting if policy.id == arguments.policy]
    if not waiting:
        return _nothing_new(place)
    told = _told(arguments)
    if len(waiting) > 1 and (told.withdrawn or told.same or told.anchors):
        print(f"Several policies have a new version. Say which is meant, as in --policy {waiting[0].id}.")
        return 2
    return max(_accept(policy.id, arguments, told, first=True) for policy in waiting)


def _accept(policy_id: str, arguments: argparse.Namespace, told: Told, *, first: bool) -> int:
    place = open_workplace(arguments.folder)
    policy = place.policies.registry.policy(policy_id)
    if policy is None or show(_unreadable(place)):
        return 1
    past = place.archive.past(policy.id)
    anchors = dict(told.anchors)
    if first and arguments.put_back:
        anchors |= anchors_to_put_back(policy, past)
    if first and anchors:
        _write_anchors(place, policy, anchors)
        return _accept(policy_id, arguments, told, first=False)
    release, problems = _release(place, policy, told)
    if first and problems and sys.stdin.isatty():
        ask_about(problems, past, told, input)
        if told.anchors:
            _write_anchors(place, policy, told.anchors)
        return _accept(policy_id, arguments, told, first=False)
    if problems:
        show(to_diagnostic(problem, place.policies.sources[policy.id]) for problem in problems)
        return 1
    press = load_press(place.settings)
    lock = publish_release(place.archive.lock, release, policy, place.policies, press, place.released)
    save_lock(lock, place.lock_file)
    print(_summary(policy, release))
    _record_new_trees(place)
    return 0


def _record_new_trees(place: Workplace) -> None:
    """A tree that was never recorded was drawn from the words that stand there now."""
    registry = place.policies.registry
    procedures = load_procedures(place.trees, registry)
    trees = [procedure.tree.id for procedure in procedures.all]
    record_reviews(place.trees_lock, procedures, registry, trees, only_new=True)


def _release(place: Workplace, policy: Policy, told: Told) -> tuple[Release, list[Problem]]:
    others = (p for p in place.policies.registry if p.id != policy.id)
    abroad = frozenset(f"{other.id}#{clause.anchor}" for other in others for clause in other.clauses)
    answers = Answers(told.withdrawn, frozenset(told.same), abroad)
    source = place.policies.sources[policy.id]
    return release_of(policy, source, place.archive.past(policy.id), answers)


def _told(arguments: argparse.Namespace) -> Told:
    told = Told(same=set(arguments.same))
    for answer in arguments.withdrawn:
        anchor, _, successors = answer.partition("=")
        told.withdrawn[anchor] = tuple(filter(None, successors.split(",")))
    for answer in arguments.renumbered:
        anchor, _, written = answer.partition("=")
        told.anchors[written] = anchor
    return told


def _write_anchors(place: Workplace, policy: Policy, anchors: dict[str, str]) -> None:
    path = place.folder / place.policies.sources[policy.id].name
    text = path.read_bytes().decode("utf-8")
    path.write_bytes(with_anchors(text, anchors).encode())
    for written, wanted in anchors.items():
        print(f"Wrote `{wanted}` for `{written}` in {place.policies.sources[policy.id].name}.")


def _is_new(policy: Policy, place: Workplace) -> bool:
    return place.archive.lock.history(policy.id).release(policy.version) is None


def _nothing_new(place: Workplace) -> int:
    if show(check_archive(place.policies, place.archive, place.lock_file.name)):
        return 1
    print("Every version is accepted already.")
    return 0


def _unreadable(place: Workplace) -> list[Diagnostic]:
    return [d for d in place.policies.diagnostics if d.severity is Severity.ERROR]


def _summary(policy: Policy, release: Release) -> str:
    happened = [event.what for event in release.events]
    done = ", ".join(f"{happened.count(what)} {what.value}" for what in What if what in happened)
    return f"Accepted version {release.version} of {policy.id}: {done or 'no clause changed'}."
