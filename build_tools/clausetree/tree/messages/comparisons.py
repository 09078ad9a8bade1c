"""Two answers that cannot be compared with each other."""

from __future__ import annotations

from clausetree.report.wording import Wording
from clausetree.tree.problems.comparisons import NotComparable, NotComparableWhy


def of_comparisons(problem: NotComparable) -> Wording:
    """Return the words of a problem of this kind."""
    message, hint = _WORDS[problem.why]
    names = {"one": problem.question, "other": problem.other}
    return "T226", message.format(**names), hint.format(**names)


_WORDS = {
    NotComparableWhy.ITSELF: (
        "`{one}` is compared with itself.",
        "Name the question with whose answer it is to be compared.",
    ),
    NotComparableWhy.TOTAL: (
        "`{one}` and `{other}` cannot be compared: a condition holds a total to a number alone.",
        "Write a number, such as 12. Two answers can be compared, but not what they add up to.",
    ),
    NotComparableWhy.NO_AMOUNT: (
        "`{other}` asks for no number and no date, so `{one}` cannot be compared with it.",
        "Name a question with `number`, `money` or `date`.",
    ),
    NotComparableWhy.OTHER_KIND: (
        "`{one}` and `{other}` ask for different things, and cannot be compared.",
        "A number is compared with a number, money with money, a date with a date.",
    ),
    NotComparableWhy.OTHER_CURRENCY: (
        "`{one}` and `{other}` ask for amounts in different currencies, and cannot be compared.",
        "Let both ask for amounts in the same currency.",
    ),
    NotComparableWhy.IN_A_CELL: (
        "`{other}` is a question, and a cell says something of its own column alone.",
        'Say it at the top, and give it a column of its own: fact too-much "It is too much" when '
        "{one} > {other}",
    ),
    NotComparableWhy.BEFORE_AND_AFTER_TODAY: (
        "`{one}` and `{other}` cannot be compared: of the dates that are compared here, some are up to today "
        "and some from today on.",
        "Let all of them be up to today, or all from today on, or write days in place of `today`.",
    ),
    NotComparableWhy.DAYS_AND_DATES: (
        "`{one}` and `{other}` cannot be compared: some of what is compared here goes by today, and some by "
        "the calendar.",
        "Let all of these dates go up to `today`, and no condition hold them to a day of the calendar. Or say "
        "nothing of days since, and let not to know count as a day.",
    ),
}
