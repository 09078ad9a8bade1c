"""Has Orca write down what it would say, one utterance a line, in the file that ORCA_SAYS names."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from orca import settings, speech  # type: ignore[import-not-found]

settings.sayAllOnLoad = False
_said = Path(os.environ["ORCA_SAYS"])


def _words(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content.strip()
    elif isinstance(content, list | tuple):
        for part in content:
            yield from _words(part)


def _speak(content: object, *_given: object, **_named: object) -> None:
    line = ", ".join(part for part in _words(content) if part).replace("\n", " ")
    with _said.open("a", encoding="utf-8") as said:
        said.write(line + "\n")


def _say_all(utterances: Iterable[Any], _progress: object) -> None:
    for context, _voice in utterances:
        _speak(context.utterance)


speech.speak = _speak
speech.sayAll = _say_all
