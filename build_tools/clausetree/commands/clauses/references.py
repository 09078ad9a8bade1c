"""`clausetree clauses references`: which clauses the words of a policy name, and which names lead nowhere."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from clausetree.commands.places import add_folder, folders_of
from clausetree.commands.terminal import count
from clausetree.policy.citing.citations import by_name
from clausetree.policy.citing.cross_references import Named, named_in
from clausetree.policy.clause import ClauseKind
from clausetree.policy.policy import Policy
from clausetree.publish.loading.workplace import open_workplace
from clausetree.report.source import Source

NAME = "references"
HELP = "list the clauses that the words of a policy name, and the names that lead nowhere"
ABOUT = """\
List where a policy names another clause in its words, as in "see section 4.2". On the page, such words are a
link where it is certain what they mean. Those that are not come first, each with its place: no clause of the
policy may have that number, or the words may mean a clause of another document."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folder to look in."""
    add_folder(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the references of each policy."""
    place = open_workplace(folders_of(arguments))
    for policy in place.policies.registry:
        named = list(_references_in(policy))
        source = place.policies.sources[policy.id]
        lost = [one for one in named if one.clause is None]
        print(f"{policy.title}: {count(len(named) - len(lost), 'link')}, {count(len(lost), 'name')} without.")
        for one in (*lost, *(one for one in named if one.clause is not None)):
            print(f"  {_reference_line(one, source)}")
    return 0


def _references_in(policy: Policy) -> Iterator[Named]:
    clauses = by_name(policy.clauses)
    for clause in policy.clauses:
        if clause.kind is ClauseKind.HEADING:
            continue  # "Part 1: conduct" names itself
        yield from named_in(clause.text, clause, clauses, policy.language)


def _reference_line(named: Named, source: Source) -> str:
    line, _ = source.place(named.at.span.start)
    begun = f"{source.name}:{line}  “{named.words}”"
    if named.clause is not None:
        return f"{begun} leads to {named.clause.label} (#{named.clause.anchor})"
    if named.outside:
        return f"{begun} may mean another document: “{named.outside.strip()}”"
    return f"{begun} names no clause of this policy"
