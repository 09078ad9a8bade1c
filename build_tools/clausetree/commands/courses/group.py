"""`clausetree courses …`: eLearning that links to the policy, and procedures as courses."""

from __future__ import annotations

from clausetree.commands.courses import check, package

NAME = "courses"
HELP = "check the links of a course, and make courses of the procedures"

COMMANDS = (check, package)
