"""What is the same in everything that is printed: paper, letters, and how each kind of block is set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from clausetree.policy.policy import Policy
from clausetree.render.html.direction import direction_of
from clausetree.render.typst.foot import page_in, version_in
from clausetree.render.typst.language import language_of
from clausetree.render.typst.strings import string

COLUMN: Final = 2.6
"""How wide numbers beside words are at least, with the space behind them, in ems."""
FIRST_FAMILY: Final = "Libertinus Serif"
"""What Typst brings, and what is printed wherever it has the letters."""
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


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a document says of itself at the foot of its pages, and to programs.

    `edition` stands behind the title: "version 2.0". `owner` is "" where nobody is named.
    """

    title: str
    owner: str
    edition: str
    language: str


def imprint_of(policy: Policy) -> Imprint:
    """Return the imprint of a policy."""
    edition = version_in(policy.language, policy.version)
    return Imprint(policy.title or policy.id, policy.owner, edition, policy.language)


def frame(imprint: Imprint, words: str, column: float = COLUMN) -> str:
    """Return what stands before the words. `column` is the width of the numbers beside them, in ems."""
    tag = imprint.language.lower()
    from_the_right = direction_of(tag) == "rtl"
    leading = _HIGH if from_the_right else _PLAIN
    families = [_OF_BOXES] if any(box in words for box in _BOXES) else []
    head = _HEAD.format(
        title=string(imprint.title),
        owner=string(imprint.owner) if imprint.owner else "()",
        edition=string(imprint.edition),
        foot=page_in(tag),
        language=language_of(tag) + (", dir: rtl" if from_the_right else ""),
        fonts=", ".join([*families, *map(string, fonts(tag))]),
        leading=leading,
        spacing=round(leading + 0.48, 2),
        column=round(column, 2),
        side="right" if from_the_right else "left",
    )
    return head + _BLOCKS


def fonts(tag: str) -> tuple[str, ...]:
    """Return the families that a policy in this language is printed in, the one that is tried first before."""
    eastern = _EASTERN.get(tag) or _EASTERN.get(tag.partition("-")[0], "Noto Sans CJK SC")
    scripts = (f"Noto Sans {script}" for script in _SCRIPTS)
    return (FIRST_FAMILY, "Amiri", *scripts, eastern, "Noto Sans", "Noto Sans Symbols", "Noto Emoji")
