"""What a reader is told of the link by which she came: what became of it, and what to do."""

from __future__ import annotations

import pytest

from clausetree.render.widget.conversation import begin_from_link
from clausetree.render.widget.link import from_fragment
from clausetree.render.widget.notice import notice

from .test_conversation_by_hand import GARDEN

WHOLE = "These answers came with the link. Change any that is not yours."
WHY = "It may have been cut short or changed on its way, or made before this procedure changed."


def told_of(fragment: str) -> list[str]:
    """Return the paragraphs of the notice."""
    html = str(notice(GARDEN, begin_from_link(GARDEN, from_fragment(fragment))) or "")
    return [words.partition("</p>")[0] for words in html.split("<p>")[1:]]


@pytest.mark.parametrize("fragment", ["garden?what=hedge&height=20", "garden?what=hedge&amp;height=20."])
def test_of_a_link_that_is_whole_it_is_said_whose_answers_these_are(fragment: str) -> None:
    assert told_of(fragment) == [WHOLE]


@pytest.mark.parametrize(
    "cut", ["garden?what=hedge&hei", "garden?what=hedge&height=", "garden?what=hedge&height=2x"]
)
def test_of_a_link_that_was_cut_short_the_rest_is_taken_and_it_is_said_what_to_do(cut: str) -> None:
    first, then, *_ = told_of(cut)
    assert first == WHOLE
    assert then == (
        f"Some of the link could not be used. {WHY} Go on here, or ask whoever sent it to copy it again."
    )


@pytest.mark.parametrize(
    "mangled", ["garden?", "garden?wha", "garden?what", "garden?what=hed", "garden?=&=,&&"]
)
def test_of_a_link_that_brings_nothing_it_is_said_what_to_do(mangled: str) -> None:
    first, *_ = told_of(mangled)
    assert first == f"The link brought no answers. {WHY} Begin here, or ask whoever sent it to copy it again."
