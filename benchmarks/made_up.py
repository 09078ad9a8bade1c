"""Make up a large organisation: policies, and the procedures drawn from them. The same each time."""

from __future__ import annotations

from pathlib import Path

CLAUSES, SECTIONS, QUESTIONS = 50, 5, 5
_SENTENCE = (
    "colleagues must keep a note of every visit and of anything that worried them and tell their manager "
    "before the end of the day so that nobody is left alone with a risk that others know of and could share"
)

_HEAD = """\
---
policy: p{number}
title: Policy {number}
version: "1.0"
owner: Somebody
approved_by: Somebody else
approved: 1 January 2026
first_implemented: January 2026
reviewed: January 2026
next_review: January 2029
---
"""


def write_policies(folder: Path, policies: int) -> None:
    """Write `policies` policies of 50 clauses into `folder`."""
    folder.mkdir(parents=True)
    for number in range(policies):
        (folder / f"p{number}.md").write_text(_policy(number), encoding="utf-8")


def write_trees(folder: Path, trees: int, policies: int, salt: str) -> None:
    """Write `trees` trees of eleven nodes. `salt` gets into their words, so that no drawing was made before."""
    folder.mkdir(parents=True)
    for number in range(trees):
        (folder / f"t{number}.tree").write_text(_tree(number, number % policies, salt), encoding="utf-8")


def _policy(number: int) -> str:
    parts = [
        _HEAD.format(number=number),
        f"# Policy {number} {{: #policy-{number} }}\n",
    ]
    for section in range(1, SECTIONS + 1):
        parts.append(f"## {section}.0 Part {section} {{: #c{section}-0 }}\n")
        parts += [_clause(number, section, clause) for clause in range(1, CLAUSES // SECTIONS + 1)]
    return "\n".join(parts)


def _clause(policy: int, section: int, clause: int) -> str:
    words = _sentence(policy + section * clause)
    return f"{section}.{clause} {words}\n{{: #c{section}-{clause} }}\n"


def _sentence(seed: int) -> str:
    words = _SENTENCE.split()
    start = seed % len(words)
    return " ".join(words[start:] + words[:start]).capitalize() + f" (case {seed})."


def _tree(number: int, policy: int, salt: str) -> str:
    lines = [
        f'tree t{number} "Procedure {number} {salt}"',
        f"    policy p{policy}",
        "    basis clauses",
        "    start q1",
        "",
    ]
    for question in range(1, QUESTIONS + 1):
        onward = f"q{question + 1}" if question < QUESTIONS else "end"
        lines += _question(question, onward)
    lines += ['outcome end "Nothing more is asked of you"', '    must you "Keep your note" (5.1)', ""]
    lines += _scenario("Nothing happened", "no") + _scenario("Everything happened", "yes")
    return "\n".join(lines) + "\n"


def _question(number: int, onward: str) -> list[str]:
    return [
        f'question q{number} "Did anything happen that part {number} of the policy speaks of?"',
        f"    cites {number}.1",
        "    help",
        f"        {_sentence(number)}",
        f'    option yes "Yes, or I am not sure" -> s{number}',
        f'    option no "No, nothing of the kind" -> {onward}',
        "",
        f'step s{number} "Tell those who can help"',
        f'    must you "Tell your manager about {number}" ({number}.2)',
        f'    must you "Write down what happened" ({number}.3)',
        f"    then -> {onward}",
        "",
    ]


def _scenario(name: str, answer: str) -> list[str]:
    given = [f"    q{question} is {answer}" for question in range(1, QUESTIONS + 1)]
    return [f'scenario "{name}"', *given, "    ends end", ""]
