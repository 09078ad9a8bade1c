"""The language of words, as their runs say it or the styles of these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clausetree.importing.word.names import VAL, child, switched_on, value, w
from clausetree.importing.word.styles import Styles
from clausetree.policy.language import LANGUAGE, primary

STYLE = "ct-language-"
"""What the name of a style begins with that tells the language of a run on."""
_EASTERN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")


def mark_languages(paragraph: Element, styles: Styles) -> Iterator[str]:
    """Give each run in another language than the document's the style that says so; yield these languages."""
    around = next(
        (style.language for style in styles.chain(value(paragraph, "pPr", "pStyle")) if style.language), ""
    )
    for run in paragraph.iter(w("r")):
        language = _said(run, styles) or around
        if not LANGUAGE.fullmatch(language) or primary(language) == primary(styles.language):
            continue
        properties = child(run, "rPr")
        if properties is None:
            properties = Element(w("rPr"))
            run.insert(0, properties)
        properties[:] = [one for one in properties if one.tag != w("rStyle")]
        properties.insert(0, Element(w("rStyle"), {VAL: f"{STYLE}{language}"}))
        yield language


def _said(run: Element, styles: Styles) -> str:
    """A run has up to three languages: that of its letters counts."""
    own = child(run, "rPr", "lang")
    text = "".join(text.text or "" for text in run.iter(w("t")))
    if switched_on(run, "rPr", "rtl"):
        return "" if own is None else own.get(w("bidi")) or ""
    if _EASTERN.search(text):
        return "" if own is None else own.get(w("eastAsia")) or ""
    if own is not None and own.get(VAL):
        return own.get(VAL) or ""
    named = value(run, "rPr", "rStyle")
    return next((style.language for style in styles.chain(named) if style.language), "") if named else ""
