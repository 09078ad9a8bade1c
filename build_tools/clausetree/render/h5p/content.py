"""The files of an H5P package that holds a procedure and no library: the system that takes it has those."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from clausetree.render.h5p.bodies import Bodies
from clausetree.render.h5p.scenario import to_screens
from clausetree.render.h5p.screens import Asked, Screen
from clausetree.render.html.markup import element, joined
from clausetree.tree.paths.search_states import TooManyStatesError
from clausetree.tree.walk import compares_answers
from clausetree.tree.wire import Procedure

MOST_SCREENS = 300
"""Nobody can look through more of them in H5P's editor."""

OLDEST_SCENARIO: Final = "1.7"
"""The version of Branching Scenario that packages are for: most systems take one for an older version."""

_SCENARIO = "H5P.BranchingScenario"
_QUESTION = "H5P.BranchingQuestion 1.0"
_TEXT = "H5P.AdvancedText 1.1"
_CALLED = {_QUESTION: "Branching Question", _TEXT: "Text"}
_LONGEST_TITLE = 255
_ENDED = "You have come to the end. You can start again with other answers."
_END = -1
"""The number of the screen that every scenario ends with."""
_WORDS = {
    "startScreenButtonText": "Start",
    "endScreenButtonText": "Start again",
    "backButtonText": "Back",
    "disableProceedButtonText": "Go through this first",
    "replayButtonText": "Play again",
    "scoreText": "Your score:",
    "fullscreenAria": "Fill the screen",
}


def fault_in_version(version: str) -> str | None:
    """Return what is wrong with a version of Branching Scenario, in words for whoever wrote it."""
    if re.fullmatch(r"[0-9]{1,5}\.[0-9]{1,5}", version):
        return None
    return "Write the first two numbers of the version that your system has of Branching Scenario, as in 1.8"


def fits(procedure: Procedure) -> bool:
    """Return whether a procedure has few enough ways through it for H5P, and compares no two answers."""
    if compares_answers(procedure.tree):
        return False
    try:
        return len(to_screens(procedure.tree, Bodies(procedure, ""))) <= MOST_SCREENS
    except TooManyStatesError:
        return False


def to_files(procedure: Procedure, address: str, version: str = OLDEST_SCENARIO) -> Mapping[str, str]:
    """Return the files of the package, by path. `procedure` is one that `fits`.

    `address` is that of the site, which links to the policy lead to; without one they are words. `version` is
    that of Branching Scenario, such as "1.7".
    """
    bodies = Bodies(procedure, address)
    content = _content(procedure, bodies, to_screens(procedure.tree, bodies))
    return {"h5p.json": _json(_about(procedure, version)), "content/content.json": _json(content)}


def _about(procedure: Procedure, version: str) -> dict[str, Any]:
    return {
        "title": procedure.tree.title.text[:_LONGEST_TITLE],
        "language": "en",
        "mainLibrary": _SCENARIO,
        "embedTypes": ["iframe"],
        "license": "U",
        "defaultLanguage": "en",
        "preloadedDependencies": [_dependency(library) for library in (f"{_SCENARIO} {version}", *_CALLED)],
    }


def _dependency(library: str) -> dict[str, Any]:
    name, version = library.split()
    major, minor = version.split(".")
    return {"machineName": name, "majorVersion": int(major), "minorVersion": int(minor)}


def _content(procedure: Procedure, bodies: Bodies, screens: list[Screen[int]]) -> dict[str, Any]:
    tree = procedure.tree
    return {
        "branchingScenario": {
            "title": escape(tree.title.text),
            "startScreen": {
                "startScreenTitle": element("p", tree.title.text),
                "startScreenSubtitle": bodies.about(),
            },
            "endScreens": [
                {
                    "endScreenTitle": element("p", tree.title.text),
                    "endScreenSubtitle": element("p", _ENDED),
                    "contentId": _END,
                }
            ],
            "content": [_screen(tree.id, place, screen) for place, screen in enumerate(screens)],
            "scoringOptionGroup": {"scoringOption": "no-score", "includeInteractionsScores": False},
            "behaviour": {
                "enableBackwardsNavigation": True,
                "forceContentFinished": False,
                "randomizeBranchingQuestions": False,
            },
            "l10n": _WORDS,
        }
    }


def _screen(tree: str, place: int, screen: Screen[int]) -> dict[str, Any]:
    shown = joined(element("h2", screen.title), screen.body)
    if isinstance(screen, Asked):
        alternatives = [
            # The player asks for an alternative's feedback, and fails where there is not even an empty one.
            {"text": escape(words), "nextContentId": to, "feedback": {}}
            for words, to in screen.alternatives
        ]
        asked = {"branchingQuestion": {"question": shown, "alternatives": alternatives}}
        return _entry(tree, place, screen, _QUESTION, asked)
    ends = screen.to is None
    onward = {
        "nextContentId": _END if ends else screen.to,
        "proceedButtonText": screen.button,
        "feedback": {"title": element("p", screen.title), "subtitle": element("p", _ENDED)} if ends else {},
    }
    return _entry(tree, place, screen, _TEXT, {"text": shown}) | onward


def _entry(tree: str, place: int, screen: Screen[int], library: str, params: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": {
            "library": library,
            "params": params,
            "subContentId": str(uuid5(NAMESPACE_URL, f"urn:clausetree:{tree}:{place}")),
            "metadata": {
                "contentType": _CALLED[library],
                "license": "U",
                "title": screen.title[:_LONGEST_TITLE],
            },
        },
        "showContentTitle": False,
        "proceedButtonText": "Continue",
        "forceContentFinished": "useBehavioural",
        "contentBehaviour": "useBehavioural",
        "feedback": {},
    }


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
