"""How much two texts have in common."""

from __future__ import annotations

from collections.abc import Sequence

from clausetree.report.lazy import lazy

SAME = 0.5
"""Below this similarity, words may be another clause's, and someone has to say that they are not."""

_WORD = lazy(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+")
"""Where a script puts no spaces between words, each sign counts as one."""


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text.

    Punctuation and capital letters are passed over: "the address;" begins "the address, and …".
    """
    return tuple(_WORD.findall(text.casefold()))


def similarity(before: str, after: str) -> float:
    """Return how much two texts have in common, in order: 1 for the same words, 0 for none."""
    return 1.0 if before == after else Similarity(words_of(before)).to(words_of(after))


class Similarity:
    """What `words` have in common with others, counted for as many as are asked about.

    It is twice the weight of the longest common subsequence over the weight of both. Long words weigh more,
    since they say what a clause is about in most languages: "access to" alone makes no two headings alike. The
    subsequence is found with one addition and one subtraction of whole rows a word (Allison and Dix, "A bit-
    string longest-common-subsequence algorithm", 1986; in this form Hyyrö, 2004).
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._words = tuple(words)
        self._places: dict[str, int] = {}
        self._length = 0
        for word in words:
            weight = _weight(word)
            self._places[word] = self._places.get(word, 0) | ((1 << weight) - 1) << self._length
            self._length += weight

    def to(self, words: Sequence[str]) -> float:
        """Return the similarity of `words`."""
        if self._words == tuple(words):
            return 1.0
        rest = whole = (1 << self._length) - 1
        length = 0
        for word in words:
            weight = _weight(word)
            length += weight
            places = self._places.get(word)
            if places is not None:
                for _ in range(weight):
                    found = rest & places
                    rest = (rest + found | rest - found) & whole
        common = self._length - rest.bit_count()
        return 2 * common / (self._length + length) if common else 0.0


def _weight(word: str) -> int:
    return 1 if len(word) < 4 else 2 if len(word) < 7 else 3
