"""Whole policies drawn at random, in odd but sound Markdown.

One grammar serves both: `random.Random` with a seed, for many in a row, and what hypothesis hands out in its
place, which it makes smaller.
"""

from __future__ import annotations

from random import Random

from .drawn_blocks import Draft, Lines, definitions, heading, note, paragraph, quotation, table
from .drawn_lists import a_list
from .drawn_words import ODD

_BLOCKS = [paragraph] * 9 + [a_list] * 6 + [heading] * 4 + [table] * 2 + [definitions]


def draw_policy(random: Random) -> str:
    """Return the whole file of a policy."""
    odd = frozenset(kind for kind in ODD if random.random() < 0.04)
    labels = random.sample(["1", "2", "a", "long"], random.choice([0, 0, 0, 1, 2]))
    draft = Draft(random, odd, list(labels), random.choice([0.02, 0.1, 1.0]) if "bare" in odd else 0.0)
    blocks = [["# " + draft.behind(draft.plain(), "title")]] if draft.likely(0.95) else []
    blocks += [_block(draft) for _ in range(random.randint(1, 7))]
    for label in labels:
        blocks.insert(random.randint(1, len(blocks)), note(draft, label))
    if draft.marks:
        blocks.append(draft.below([" ".join(f"so[^{label}]" for label in draft.marks)], draft.fresh()))
    blocks += [["[own]: https://own.example/"]] if "defined" in odd else []
    body = "\n".join(line for block in blocks for line in [*block, *_gap(draft)])
    text = head(draft) + "\n" + (body.replace("\n    ", "\n\t") if draft.likely(0.05) else body)
    return text.replace("\n", "\r\n") if draft.likely(0.1) else text


def head(draft: Draft) -> str:
    """Return the head of the file, in one of the ways that YAML has."""
    quote, title, more = draft.one_of("\"'"), draft.one_of(_TITLES), draft.one_of([""] * 8 + _MORE)
    return (
        f"---\npolicy: lone\ntitle: {title}\nversion: {quote}1.0{quote}\nowner: Director\n"
        f"approved: 1 May 2031\n{more}---\n"
    )


_TITLES = ["Lone working", '"Lone: working"', "'Lone working'", "Lone working  # the title", "Düna & Söhne"]
_MORE = ["reviewed: May 2032\n", "approved_by: >-\n  the\n  board\n", "# a note\n", "\n", "tags: [a]\n"]


def _block(draft: Draft) -> Lines:
    if draft.likely(0.08):
        return quotation(draft, draft.one_of([paragraph, paragraph, a_list, table, heading, _two]))
    if draft.likely(0.02):
        return [draft.one_of(["---", "***", "* * *", "<!-- a remark -->"])]
    if "code" in draft.odd and draft.likely(0.3):
        return [draft.one_of(["```\nquiet\n```", "    quiet", "<div>quiet</div>"])]
    return draft.one_of(_BLOCKS)(draft)


def _two(draft: Draft) -> Lines:
    return [*paragraph(draft), *draft.one_of([[""], [""], []]), *a_list(draft)]


def _gap(draft: Draft) -> Lines:
    return [] if "close" in draft.odd and draft.likely(0.3) else draft.one_of([[""]] * 14 + [["", ""], [" "]])
