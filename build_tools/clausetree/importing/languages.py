"""Passages in another language than the document's, as the document says it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausetree.importing.blocks import Block, Words, flattened, plain, reworded
from clausetree.importing.remarks import Kind, Remark
from clausetree.importing.words import joined, set_apart
from clausetree.policy.document import Foreign, Inline, Link, Marked
from clausetree.policy.language import LANGUAGE, primary

_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]|(?:(?![\u2e80-\u9fff\uac00-\ud7af])[^\W\d_])+")
"""What the East writes without blanks is counted sign by sign."""
_FEWEST = 3
"""Programs set the language by the keyboard: of one word or two it tells little, and a name has none."""
_SHARE = 3
_NONE = {"zxx", "und", "mul"}
"""What programs write for “no language”, “not known” and “several”."""
_USUAL = "en"
"""What a policy is in that does not say it."""


def with_languages(blocks: Sequence[Block], said: str) -> tuple[list[Block], list[Remark]]:
    """Keep the language of passages in another one than most of the document, and tell which they are.

    `said` is the language of what says none itself. Countries are no difference.
    """
    usual = primary(said) if _is_one(said) else _USUAL
    letters: Counter[str] = Counter()
    for block in flattened(tuple(blocks)):
        for language, text in _texts(getattr(block, "words", ()), usual):
            letters[language] += len(text)
    most = letters.most_common(1)[0][0] if letters else usual
    # A document in two languages is in the one that it says; what nobody ever set says little.
    main = usual if letters[usual] * _SHARE >= letters.total() else most
    told = [Remark(Kind.LANGUAGE, "", more=main)] if main != _USUAL else []
    if not any(map(_has_foreign, flattened(tuple(blocks)))):
        return list(blocks), told
    kept = [reworded(block, lambda words: _words(words, main)) for block in blocks]
    told += [
        Remark(Kind.PASSAGE, plain(one.content), more=one.language)
        for block in flattened(tuple(kept))
        for one in _foreign(getattr(block, "words", ()))
    ]
    return kept, told


def _is_one(language: str) -> bool:
    return LANGUAGE.fullmatch(language) is not None and primary(language) not in _NONE


def _has_foreign(block: Block) -> bool:
    return next(_foreign(getattr(block, "words", ())), None) is not None


def _foreign(words: Words) -> Iterator[Foreign]:
    for one in words:
        if isinstance(one, Foreign):
            yield one
        if isinstance(one, Foreign | Marked | Link):
            yield from _foreign(one.content)


def _texts(words: Words, around: str) -> Iterator[tuple[str, str]]:
    for one in words:
        match one:
            case Foreign(language=language, content=content):
                yield from _texts(content, primary(language) if _is_one(language) else around)
            case Marked(content=content) | Link(content=content):
                yield from _texts(content, around)
            case _:
                yield around, plain((one,))


def _words(words: Words, main: str) -> Words:
    return tuple(joined(one for inline in joined(_flat(words)) for one in _passage(inline, main)))


def _flat(words: Words) -> Iterator[Inline]:
    """Take a language out of another one."""
    for one in words:
        if not isinstance(one, Foreign):
            yield one
            continue
        own: list[Inline] = []
        for inner in _flat(one.content):
            if isinstance(inner, Foreign):
                yield from [Foreign(one.language, tuple(own))] if own else []
                yield inner
                own = []
            else:
                own.append(inner)
        yield from [Foreign(one.language, tuple(own))] if own else []


def _passage(inline: Inline, main: str) -> Iterator[Inline]:
    match inline:
        case Foreign(language=language, content=content):
            inner = _unsaid(content)
            if primary(language) == main or not _is_one(language):
                yield from _words(content, main)
            elif len(_WORD.findall(plain(inner))) < _FEWEST:
                yield from inner
            elif len(inner) == 1 and isinstance(one := inner[0], Marked):
                # What is bold as a whole is to be seen as such.
                yield replace(one, content=(Foreign(language, one.content),))
            else:
                yield from set_apart(inner, lambda passage: Foreign(language, passage))
        case Marked(content=content) | Link(content=content):
            yield replace(inline, content=_words(content, main))
        case _:
            yield inline


def _unsaid(words: Words) -> Words:
    """Return words without the languages that are said within."""
    made: list[Inline] = []
    for one in words:
        match one:
            case Foreign(content=content):
                made += _unsaid(content)
            case Marked(content=content) | Link(content=content):
                made.append(replace(one, content=_unsaid(content)))
            case _:
                made.append(one)
    return tuple(joined(made))
