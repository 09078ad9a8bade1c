"""What is the same in every printed policy: paper, letters, and how each kind of block is set."""

from __future__ import annotations

import re

from clausetree.policy.policy import Policy
from clausetree.render.html.direction import direction_of
from clausetree.render.typst.strings import string

_FEET = {
    "ar": ("الإصدار {}", "صفحة {page} من {pages}"),
    "cy": ("fersiwn {}", "Tudalen {page} o {pages}"),
    "de": ("Fassung {}", "Seite {page} von {pages}"),
    "el": ("έκδοση {}", "Σελίδα {page} από {pages}"),
    "en": ("version {}", "Page {page} of {pages}"),
    "es": ("versión {}", "Página {page} de {pages}"),
    "fr": ("version {}", "Page {page} sur {pages}"),
    "he": ("גרסה {}", "עמוד {page} מתוך {pages}"),
    "hi": ("संस्करण {}", "पृष्ठ {page} / {pages}"),
    "it": ("versione {}", "Pagina {page} di {pages}"),
    "nl": ("versie {}", "Pagina {page} van {pages}"),
    "pl": ("wersja {}", "Strona {page} z {pages}"),
    "pt": ("versão {}", "Página {page} de {pages}"),
    "uk": ("версія {}", "Сторінка {page} з {pages}"),
    "vi": ("phiên bản {}", "Trang {page} / {pages}"),
    "zh": ("版本 {}", "第 {page} 页 / {pages} 页"),
}
"""What stands at the foot of a page, by language: the version, and which page it is."""
_ANY = "\ue000"
_EASTERN = {
    "zh": "Noto Sans CJK SC",
    "zh-tw": "Noto Sans CJK TC",
    "zh-hant": "Noto Sans CJK TC",
    "zh-hk": "Noto Sans CJK HK",
    "ja": "Noto Sans CJK JP",
    "ko": "Noto Sans CJK KR",
}
"""One sign is drawn in several ways in the East."""
_PLAIN, _HIGH = 0.62, 0.9
"""Between two lines, in ems: Arabic letters reach far below theirs."""
_SCRIPTS = (
    *("Hebrew", "Armenian", "Georgian", "Ethiopic", "Devanagari", "Bengali", "Gurmukhi", "Gujarati"),
    *("Oriya", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Thai", "Lao", "Khmer", "Myanmar"),
)
_BOXES = "☐☑☒"
_OF_BOXES = f'(name: "DejaVu Sans Mono", covers: regex("[{_BOXES}]"))'
"""The boxes of tasks, which are to be of one size, ticked or not. To look for them is a tenth of the work."""
_HEAD = """\
#set document(title: {title}, author: {owner}, date: none)
#set page(paper: "a4", margin: (x: 22mm, top: 20mm, bottom: 22mm), footer: context [
  #set text(size: 8.5pt)
  #{title}, #{edition} #h(1fr) {foot}
])
#set text({language}, font: ({fonts}), size: 11pt)
#set par(leading: {leading}em, spacing: {spacing}em)
#set heading(bookmarked: true)
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 15pt)
#show heading.where(level: 3): set text(size: 12.5pt)
#show link: underline
#set sub(typographic: false)
#set super(typographic: false)
#show raw: set text(font: "DejaVu Sans Mono")
#let column = {column}em
#let aside(amount, body) = pad({side}: amount, body)
"""
_BLOCKS = """\
#let at(name) = {
  show heading: none
  pdf.artifact[#heading(level: 9, outlined: false, bookmarked: false, name)#label(name)]
}
#let called(body, name) = if name == none { body } else [#body#label(name)]
#let short = regex("^[0-9]{1,2}[.][0-9]$|^[0-9][.][0-9]{2}$")
#let clause(number, level, name, words) = block({
  show heading: set text(size: 11pt)
  show heading: set block(above: 0pt, below: 0pt)
  let above = called(heading(level: level, number), name)
  // Most numbers fit their column: to measure each would take more memory than all else on its page.
  if number.match(short) != none {
    place(above)
    aside(column, par(words))
  } else {
    context {
      let wide = measure(strong(number)).width + 0.6em.to-absolute()
      let over = calc.max(0pt, wide - column.to-absolute())
      if wide > 200pt {
        above
        block(above: 0.6em, aside(column, par(words)))
      } else {
        place(above)
        aside(column, par(first-line-indent: (amount: over, all: true), words))
      }
    }
  }
})
#let code(words) = { set text(font: "DejaVu Sans Mono", size: 0.8em); words }
#let picture(path, words) = box(context {
  let drawn(..size) = if words != "" { image(path, alt: words, ..size) } else {
    pdf.artifact(image(path, ..size))
  }
  let (width, height) = measure(drawn())
  if height > 560pt and height > 1.2 * width { drawn(height: 560pt) } else { drawn() }
})
#let note-mark(figure, place, own) = { show underline: it => it.body; called(link(label(place), figure), own) }
#let note(figure, mark, words) = block({
  place(context {
    let marks = query(label(mark))
    show underline: it => it.body
    if marks.len() == 0 { figure } else { link(marks.first().location(), figure) }
  })
  aside(1.4em, words)
})
#let head(..cells) = cells.pos().map(words => text(weight: "bold", words))
#let signs(..all) = (numbering: n => all.pos().at(n - 1), start: 1)
#let rule = line(length: 100%, stroke: 0.5pt + luma(60%))
"""


def frame(policy: Policy, column: float, words: str) -> str:
    """Return what stands before the words. `column` is the width of the numbers beside them, in ems."""
    tag = policy.language.lower()
    language = tag.partition("-")[0]
    version, page = _FEET.get(language, _FEET["en"])
    from_the_right = direction_of(tag) == "rtl"
    leading = _HIGH if from_the_right else _PLAIN
    families = [_OF_BOXES] if any(box in words for box in _BOXES) else []
    head = _HEAD.format(
        title=string(policy.title or policy.id),
        owner=string(policy.owner),
        edition=string(version.format(policy.version)),
        foot=_foot(page),
        language=_language(tag) + (", dir: rtl" if from_the_right else ""),
        fonts=", ".join([*families, *map(string, fonts(tag))]),
        leading=leading,
        spacing=round(leading + 0.48, 2),
        column=round(column, 2),
        side="right" if from_the_right else "left",
    )
    return head + _BLOCKS


def foot_pattern(policy: Policy) -> str:
    """Return a regular expression for what stands at the foot of a page, white space between any two words."""
    return re.escape(policy.title or policy.id).replace(r"\ ", r"\s*") + _foot_of(
        policy.language, policy.version
    )


def any_foot_pattern(language: str) -> str:
    """Return the same for the foot of any version of any policy in a language, but for the title before it."""
    return _foot_of(language, _ANY).replace(_ANY, r"\S{1,40}")


def _foot_of(language: str, of: str) -> str:
    version, page = _FEET.get(language.lower().partition("-")[0], _FEET["en"])
    numbers = (
        re.escape(f", {version.format(of)} {page}").replace(r"\{page\}", r"\d+").replace(r"\{pages\}", r"\d+")
    )
    return numbers.replace(r"\ ", r"\s*")


def fonts(tag: str) -> tuple[str, ...]:
    """Return the families that a policy in this language is printed in, the one that is tried first before."""
    eastern = _EASTERN.get(tag) or _EASTERN.get(tag.partition("-")[0], "Noto Sans CJK SC")
    scripts = (f"Noto Sans {script}" for script in _SCRIPTS)
    return ("Libertinus Serif", "Amiri", *scripts, eastern, "Noto Sans", "Noto Sans Symbols", "Noto Emoji")


def _language(tag: str) -> str:
    language, *rest = re.split("[-_]", tag)
    region = next((part for part in rest if re.fullmatch("[a-z]{2}", part)), "gb" if language == "en" else "")
    if not re.fullmatch("[a-z]{2,3}", language):
        language, region = "en", "gb"
    return f"lang: {string(language)}" + (f", region: {string(region)}" if region else "")


def _foot(page: str) -> str:
    counters = {"{page}": "counter(page).display()", "{pages}": "counter(page).final().first()"}
    parts = re.split(r"(\{pages?\})", page)
    return "".join(f"#{counters.get(part) or string(part)};" for part in parts if part)
