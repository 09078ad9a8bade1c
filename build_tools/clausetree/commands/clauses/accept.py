"""`clausetree clauses accept`: make the version in each policy's head part of what was published."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from clausetree.commands.clauses.answers import OwnerAnswers, add_answers, given_on_command_line
from clausetree.commands.clauses.asking import ask, ask_about
from clausetree.commands.places import add_folder, folders_of
from clausetree.commands.progress import Progress
from clausetree.commands.terminal import show, unknown
from clausetree.history.anchoring.put_back import anchors_to_put_back, with_anchors
from clausetree.history.checking.accept import Answers, release_of
from clausetree.history.checking.named_before import numbers_of_others
from clausetree.history.checking.rehearsal import rehearse
from clausetree.history.event import ChangeKind, Release
from clausetree.history.messages import to_diagnostic
from clausetree.history.problems import HistoryProblem
from clausetree.policy.policy import Policy
from clausetree.publish.files.whole_file import write_whole
from clausetree.publish.loading.workplace import Workplace, open_workplace
from clausetree.publish.releases.publishable import refused, refused_with
from clausetree.publish.releases.release import publish_release, save_lock
from clausetree.publish.sources.policies import read_again
from clausetree.publish.sources.reviews import record_reviews
from clausetree.render.versions.attestation import Attestation, fault_in_statement
from clausetree.report.closest import closest, with_suggestion
from clausetree.report.diagnostic import Diagnostic

_NOT_READ_BACK = """\
Nothing was accepted, because this version would not be read again as it was recorded. That is a fault of
clausetree, and not yours. Please send these messages to whoever looks after the program, with the file of
the policy."""

NAME = "accept"
HELP = "publish the version that a policy's head names, and record its clauses for good"
_COMPARING = "Comparing with what was published"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take where to work, and the answers that the command would otherwise ask for."""
    add_folder(parser)
    parser.add_argument("--policy", help="the policy, where several have a new version")
    add_answers(parser)


def run(arguments: argparse.Namespace) -> int:
    """Accept each new version, or say what must be answered first."""
    place = open_workplace(folders_of(arguments))
    if not place.policies.diagnostics and not list(place.policies.registry):
        print(f"There is no policy in {place.folders.docs}. With --folder you say where the site is.")
        return 2
    if _stopped([*_refused(place), *place.archive.diagnostics]):
        return 1
    waiting = [p for p in place.policies.registry if _is_new(p, place)]
    if arguments.policy:
        known = [policy.id for policy in place.policies.registry]
        if arguments.policy not in known:
            print(unknown("policy", arguments.policy, known))
            return 2
        waiting = [policy for policy in waiting if policy.id == arguments.policy]
    if not waiting:
        return _nothing_new(place)
    given = given_on_command_line(arguments)
    if len(waiting) > 1 and (given.withdrawn or given.same or given.anchors):
        print(f"Several policies have a new version. Say which is meant, as in --policy {waiting[0].id}.")
        return 2
    return _accept_all([policy.id for policy in waiting], place, arguments, given)


def _accept_all(
    waiting: list[str], place: Workplace, arguments: argparse.Namespace, given: OwnerAnswers
) -> int:
    """Accept one after the other. What was accepted is recorded even when somebody breaks off."""
    folders = place.folders
    if not folders.settings.is_file():
        print(f"There is no {folders.settings}. With --folder you say where the site is.")
        return 1
    lock, done = place.archive.lock, list[str]()
    if fault := fault_in_statement(folders.statement):
        print(f"The statement under `attestation` in {folders.settings.name} cannot be used. {fault}")
        return 1
    attestation = Attestation(folders.statement)
    try:
        for policy_id in waiting:
            name = place.policies.sources[policy_id].name
            page = folders.folder / name
            before = page.read_bytes()
            ready = _ready(policy_id, place, arguments, given)
            if ready is None:
                _put_back(page, before, name)
            else:
                place, policy, release = ready
                lock = publish_release(
                    lock, release, policy, place.policies, attestation, folders.released, folders.docs
                )
                done.append(_accepted_line(policy, release))
    finally:
        if done:
            save_lock(lock, place.folders.lock)
            print("\n".join(done))
            _record_new_trees(place)
    return 0 if len(done) == len(waiting) else 1


def _ready(
    policy_id: str, place: Workplace, arguments: argparse.Namespace, given: OwnerAnswers
) -> tuple[Workplace, Policy, Release] | None:
    """Return the version with nothing left to answer, and the place as it is by then; None if that fails."""
    if _cannot_be_written(given, place, policy_id):
        return None
    past = place.archive.past(policy_id)
    if arguments.put_back:
        progress = Progress(_COMPARING)
        lost = anchors_to_put_back(_policy(place, policy_id), past, progress)
        progress.end()
        given = replace(given, anchors={**given.anchors, **lost})
    found = _with_answers(place, policy_id, given)
    if found and found.problems and sys.stdin.isatty():
        given = OwnerAnswers(dict(given.withdrawn), set(given.same))
        policy = _policy(found.place, policy_id)
        ask_about(found.problems, past, policy, given, ask, _abroad(policy_id, found.place))
        found = _with_answers(found.place, policy_id, given)
    if found is None:
        return None
    if show(to_diagnostic(problem, found.place.policies.sources[policy_id]) for problem in found.problems):
        return None
    now = found.place
    policy, source = _policy(now, policy_id), now.policies.sources[policy_id]
    show(to_diagnostic(seen, source) for seen in numbers_of_others(policy, source, past))
    calendar = now.calendar.calendar
    if _stopped(refused_with(policy_id, now.policies, now.folders.docs, now.folders.trees, calendar)):
        return None
    again = partial(read_again, policy_id, now.policies)
    if show(rehearse(found.release, policy, source, now.archive, again)):
        print(_NOT_READ_BACK)
        return None
    return now, policy, found.release


def _cannot_be_written(given: OwnerAnswers, place: Workplace, policy_id: str) -> bool:
    """Say which anchors cannot be put back, and return whether there are any."""
    there = [clause.anchor for clause in _policy(place, policy_id).clauses]
    published = list(place.archive.lock.history(policy_id).records())
    wrong = [(word, there) for word in given.anchors if word not in there]
    wrong += [(word, published) for word in given.anchors.values() if word not in published]
    for word, known in wrong:
        which = "is in the policy now" if known is there else "was ever published"
        near = closest(word, known)
        sentence = f"--renumbered is written ANCHOR=WRITTEN. No anchor `{word}` {which}."
        print(with_suggestion(sentence, near and f"`{near}`"))
    return bool(wrong)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A release after some answers, the place as they left it, and the problems that they leave."""

    place: Workplace
    release: Release
    problems: list[HistoryProblem]


def _with_answers(place: Workplace, policy_id: str, given: OwnerAnswers) -> _Prepared | None:
    """Write the anchors that were told, and make the release; None if the policy cannot be read by then."""
    place = _with_anchors(place, policy_id, given.anchors)
    if _stopped(_refused(place)):
        return None
    return _Prepared(place, *_release(place, policy_id, given))


def _with_anchors(place: Workplace, policy_id: str, anchors: Mapping[str, str]) -> Workplace:
    """Write anchors into a policy's file, and return the place as it is then."""
    if not anchors:
        return place
    name = place.policies.sources[policy_id].name
    path = place.folders.folder / name
    write_whole(path, with_anchors(path.read_bytes().decode("utf-8"), anchors).encode())
    print(
        "".join(f"Wrote `{wanted}` for `{written}` in {name}.\n" for written, wanted in anchors.items()), end=""
    )
    return open_workplace(place.folders)


def _policy(place: Workplace, policy_id: str) -> Policy:
    policy = place.policies.registry.policy(policy_id)
    assert policy is not None, "a policy that waits to be accepted was read"
    return policy


def _put_back(page: Path, before: bytes, name: str) -> None:
    """Let anchors that were written, and led to nothing, have changed nothing.

    At a terminal they stay: what somebody typed there would have to be typed again.
    """
    if page.read_bytes() == before:
        return
    if sys.stdin.isatty():
        print(f"Nothing was accepted yet. The anchors that you gave stay in {name}.")
        return
    write_whole(page, before)
    print(f"Nothing was accepted, so {name} is as it was.")


def _record_new_trees(place: Workplace) -> None:
    """A tree that was never recorded was drawn from the words that stand there now."""
    registry = place.policies.registry
    procedures = place.procedures()
    trees = [procedure.tree.id for procedure in procedures.all]
    record_reviews(place.folders.trees_lock, procedures, registry, trees, only_new=True)


def _release(place: Workplace, policy_id: str, given: OwnerAnswers) -> tuple[Release, list[HistoryProblem]]:
    policy = _policy(place, policy_id)
    answers = Answers(given.withdrawn, frozenset(given.same), _abroad(policy_id, place))
    source = place.policies.sources[policy.id]
    progress = Progress(_COMPARING)
    made = release_of(policy, source, place.archive.past(policy.id), answers, progress)
    progress.end()
    return made


def _abroad(policy_id: str, place: Workplace) -> frozenset[str]:
    """Return the clauses of the other policies, as they are named from this one."""
    others = (policy for policy in place.policies.registry if policy.id != policy_id)
    return frozenset(f"{other.id}#{clause.anchor}" for other in others for clause in other.clauses)


def _is_new(policy: Policy, place: Workplace) -> bool:
    return place.archive.lock.history(policy.id).release(policy.version) is None


def _nothing_new(place: Workplace) -> int:
    if show(place.faults_against_archive()):
        return 1
    print("Every version is accepted already.")
    return 0


def _refused(place: Workplace) -> list[Diagnostic]:
    return refused(place.policies, place.folders.docs, place.folders.trees)


def _stopped(faults: Iterable[Diagnostic]) -> bool:
    """Show why nothing is accepted, and return whether there is a reason."""
    if not show(faults):
        return False
    print("Nothing was accepted, because the site could not be built with this. Mend it, then accept again.")
    return True


def _accepted_line(policy: Policy, release: Release) -> str:
    happened = [event.kind for event in release.events]
    done = ", ".join(f"{happened.count(what)} {what.value}" for what in ChangeKind if what in happened)
    return f"Accepted version {release.version} of {policy.id}: {done or 'no clause changed'}."
