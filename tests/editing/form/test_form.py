"""What stands in the form of a text: hand-written for each kind of card, and whole forms as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given

from clausetree.editing.form.form import Card, Field, Form, field_at, fields_of
from clausetree.editing.form.reading import form_of
from clausetree.report.source import Source
from clausetree.tree.procedures import tree_source
from tests.editing.form.trees import CASES, EVERY, ROOT
from tests.tree.parsing.test_any_text import ANY_LINES, ANY_TEXT, damaged

HEAD = 'tree t "T"\n    policy p\n    basis clauses\n    start q\n'
SHOWN = [
    *sorted((ROOT / "trees").glob("*.tree")),
    *(
        CASES / "valid" / f"{name}.tree"
        for name in ("tables", "points", "unsure", "deadlines", "units", "visiting")
    ),
    CASES / "invalid" / "blocks-inside-the-tree.tree",
    CASES / "invalid" / "bad-indent-of-a-line-in-the-middle.tree",
]


def form(text: str) -> Form:
    return form_of(Source("some.tree", text))


def values(text: str) -> dict[str, str]:
    """Return the value of each field that is filled in, without those of the head."""
    fields = (field for card in form(text).cards for field in fields_of(card))
    return {field.path: field.value for field in fields if field.value and not field.path.startswith("tree")}


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.stem)
def test_the_form_of_a_tree_is_as_written(path: Path, is_as_written: Callable[[str, Path], None]) -> None:
    source = tree_source(path.name, path.read_bytes())
    is_as_written("".join(shown(form_of(source))), CASES / "forms" / f"{path.stem}.txt")


def shown(form: Form) -> Iterator[str]:
    for card in form.cards:
        asks = f" ({card.asks})" if card.asks else ""
        yield f"{card.path}{asks}  {card.title}\n"
        yield from _fields(card, card.fields, "    ")
        for item in card.items:
            yield f"    {item.path.removeprefix(card.path)}  {item.title}\n"
            yield from _fields(card, item.fields, "        ")
        yield "\n"


def _fields(card: Card, fields: tuple[Field, ...], margin: str) -> Iterator[str]:
    for field in fields:
        if field.optional and not field.value:
            continue
        value = field.value.replace("\n", f"\n{margin}    ")
        need = "" if field.optional else " *"
        path = field.path.removeprefix(card.path)
        offers = f" of {field.offers}" if field.offers else ""
        yield f"{margin}{field.label}{need} [{field.control}{offers}] {path}\n"
        yield f"{margin}    {value}\n" * bool(value)


def test_a_question_with_one_answer() -> None:
    text = (
        'question q "Is it \\"so\\"?"\n    cites 2.4, "Article 4"\n    help\n        Think.\n\n'
        '        Then answer.\n    option yes "Yes" adds 3 to score -> s\n    option no "No"\n'
        '    unsure what "?" counts as yes\n    then -> e\n'
    )
    assert values(text) == {
        "question q/title": 'Is it "so"?',
        "question q/cites": '2.4, "Article 4"',
        "question q/help": "Think.\n\nThen answer.",
        "question q/then": "e",
        "question q/option yes/words": "Yes",
        "question q/option yes/adds": "3 to score",
        "question q/option yes/target": "s",
        "question q/option no/words": "No",
        "question q/unsure what/words": "?",
        "question q/unsure what/counts": "yes",
    }
    (card,) = form(text).cards
    assert (card.kind, card.asks, card.id, card.title) == ("question", "one", "q", 'Question: Is it "so"?')
    assert [item.title for item in card.items] == [
        "Answer: Yes",
        "Answer: No",
        "Answer of who does not know: ?",
    ]


@pytest.mark.parametrize(
    ("line", "asks", "expected"),
    [
        ('many a "A"', "several", {"many a/words": "A"}),
        ('none n "None" adds 1 to s', "several", {"none n/words": "None", "none n/adds": "1 to s"}),
        ("number 0 to 9", "number", {"number 1/least": "0", "number 1/most": "9"}),
        (
            'number "Grade" -1.5 to 1,000 "year" "years"',
            "number",
            {
                "number 1/before": "Grade",
                "number 1/least": "-1.5",
                "number 1/most": "1,000",
                "number 1/unit": "year",
                "number 1/units": "years",
            },
        ),
        ("money CHF 0 to CHF 500", "money", {"money 1/least": "CHF 0", "money 1/most": "CHF 500"}),
        ("date 2026-01-01 to today", "date", {"date 1/least": "2026-01-01", "date 1/most": "today"}),
        (
            "date and time 2026-01-01 to 2026-01-02",
            "date",
            {"date 1/time": "yes", "date 1/least": "2026-01-01", "date 1/most": "2026-01-02"},
        ),
        ("adds 3 to s and 1 to t when q > 5", "", {"adds 1/adds": "3 to s and 1 to t", "adds 1/when": "q > 5"}),
    ],
)
def test_what_a_question_asks_for(line: str, asks: str, expected: dict[str, str]) -> None:
    text = f'question q "Q"\n    {line}\n'
    assert form(text).cards[0].asks == asks
    assert values(text) == {
        "question q/title": "Q",
        **{f"question q/{key}": said for key, said in expected.items()},
    }


def test_a_step_and_all_that_it_tells() -> None:
    text = (
        'step s "S"\n    cites 1\n    cites 2\n    note\n        To all.\n    note when q is a\n'
        '        To some.\n    must not you "Do it" within 2 days of q "the day" or the next working day '
        "(1, 2.3(a)) when q is a\n"
        '    may chief "Do"\n    contact "A" "B" hours "C" when q is b\n    link "L" label\n'
        '    link "M" "https://example.org" when q is b\n    uses those\n'
        "    then -> s up to 3 times, then -> e\n"
        '    acknowledge T503 "So be it"\n'
    )
    assert values(text) == {
        "step s/title": "S",
        "step s/cites": "1",
        "step s/cites 2/cites": "2",
        "step s/then": "s up to 3 times, then -> e",
        "step s/note 1/words": "To all.",
        "step s/note 2/when": "q is a",
        "step s/note 2/words": "To some.",
        "step s/duty 1/strength": "must not",
        "step s/duty 1/who": "you",
        "step s/duty 1/what": "Do it",
        "step s/duty 1/within": '2 days of q "the day" or the next working day',
        "step s/duty 1/cites": "1, 2.3(a)",
        "step s/duty 1/when": "q is a",
        "step s/duty 2/strength": "may",
        "step s/duty 2/who": "chief",
        "step s/duty 2/what": "Do",
        "step s/contact 1/who": "A",
        "step s/contact 1/how": "B",
        "step s/contact 1/hours": "C",
        "step s/contact 1/when": "q is b",
        "step s/link 1/words": "L",
        "step s/link 1/address": "label",
        "step s/link 2/words": "M",
        "step s/link 2/address": "https://example.org",
        "step s/link 2/when": "q is b",
        "step s/uses 1/uses": "those",
        "step s/acknowledge 1/code": "T503",
        "step s/acknowledge 1/reason": "So be it",
    }


def test_what_decides_and_leads_elsewhere() -> None:
    text = (
        "route r\n    when not (q is a or d < 3) -> s\n    otherwise -> e\n\ntable k\n    columns  q\n"
        "    row      a  -> s  # so\n\nvisit other then -> r\n    adds 1 to s\n\n"
        'outcome e "E"\n    then -> tree other\n    then -> tree third\n\nshared those\n    will you "Do"\n'
    )
    assert values(text) == {
        "route r/when 1/when": "not (q is a or d < 3)",
        "route r/when 1/target": "s",
        "route r/otherwise": "e",
        "table k/lines": "columns  q\nrow      a  -> s  # so",
        "visit other/then": "r",
        "visit other/adds 1/adds": "1 to s",
        "outcome e/title": "E",
        "outcome e/then": "tree other",
        "outcome e/then 2/then": "tree third",
        "shared those/duty 1/strength": "will",
        "shared those/duty 1/who": "you",
        "shared those/duty 1/what": "Do",
    }


def test_a_scenario() -> None:
    text = (
        'scenario "A"\n    today is 2026-05-04\n    q includes a, b, then is c\n    ends e\n'
        '    expects not must chief "Do" \n    expects should "Do it" by 2026-05-05\n    expects s is 5\n'
        '    expects not note "Do not"\n\nscenario "A"\n    ends e\n'
    )
    assert values(text) == {
        "scenario 1/title": "A",
        "scenario 1/ends": "e",
        "scenario 1/answer 1/question": "today",
        "scenario 1/answer 1/verb": "is",
        "scenario 1/answer 1/answers": "2026-05-04",
        "scenario 1/answer 2/question": "q",
        "scenario 1/answer 2/verb": "includes",
        "scenario 1/answer 2/answers": "a, b, then is c",
        "scenario 1/expects 1/not": "yes",
        "scenario 1/expects 1/strength": "must",
        "scenario 1/expects 1/who": "chief",
        "scenario 1/expects 1/what": "Do",
        "scenario 1/expects 2/strength": "should",
        "scenario 1/expects 2/what": "Do it",
        "scenario 1/expects 2/by": "2026-05-05",
        "scenario 1/expects 3/total": "s",
        "scenario 1/expects 3/amount": "5",
        "scenario 1/expects 4/not": "yes",
        "scenario 1/expects 4/kind": "note",
        "scenario 1/expects 4/words": "Do not",
        "scenario 2/title": "A",
        "scenario 2/ends": "e",
    }


def test_the_head_and_what_fields_choose_from() -> None:
    text = (
        HEAD + '    about\n        Use it.\n    role chief "The chief"\n    fact bad "It is bad" when q is a\n'
        '    total s "the score"\n\nquestion q "Q"\n    option a "A"\n    option b "B"\n\noutcome e "E"\n'
    )
    found = form(text)
    assert {field.path: field.value for field in fields_of(found.cards[0])} == {
        "tree t/title": "T",
        "tree t/policy": "p",
        "tree t/basis": "clauses",
        "tree t/start": "q",
        "tree t/about": "Use it.",
        "tree t/role chief/name": "The chief",
        "tree t/fact bad/words": "It is bad",
        "tree t/fact bad/when": "q is a",
        "tree t/total s/words": "the score",
    }
    offered = {
        name: [(each.value, each.label) for each in each_list] for name, each_list in found.lists.items()
    }
    assert offered["nodes"] == [("q", "Q"), ("e", "E")]
    assert offered["ends"] == [("e", "E")]
    assert offered["roles"] == [("you", "You, who read this"), ("chief", "The chief")]
    assert offered["facts"] == [("bad", "It is bad")]
    assert offered["totals"] == [("s", "the score")]
    assert offered["answers q"] == [("a", "A"), ("b", "B")]


def test_what_cannot_be_read_stands_as_it_is_written() -> None:
    text = (
        f'{HEAD}    hint\n        Words.\n\nquestion q "Q\n    option a "A"\n\nstep s "S"\n    must you “Do”\n'
        "    then e\n\nwhatever\n    it says\n"
    )
    assert values(text) == {
        "lines 1/lines": 'question q "Q\n    option a "A"',
        "step s/title": "S",
        "step s/lines 1/lines": "must you “Do”",
        "step s/lines 2/lines": "then e",
        "lines 2/lines": "whatever\n    it says",
    }
    head = {field.path: field.value for field in fields_of(form(text).cards[0])}
    assert head["tree t/lines 1/lines"] == "hint\n    Words."


def shows_everything(text: str) -> None:
    source = Source("some.tree", text)
    cards = form_of(source).cards
    for number in range(1, len(source.line_starts) + 1):
        line, start = source.line(number), source.line_starts[number - 1]
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        begins = start + line.index(words)
        assert any(card.span.start <= begins < card.span.end for card in cards), line
    for card in cards:
        for field in fields_of(card):
            assert 0 <= field.span.start <= field.span.end <= len(text)


@given(ANY_TEXT | ANY_LINES | damaged())
def test_any_text_has_a_form_in_which_no_line_is_hidden(text: str) -> None:
    shows_everything(text)


def test_every_broken_tree_has_a_form_in_which_no_line_is_hidden() -> None:
    for text in EVERY:
        shows_everything(text)


def test_the_field_that_characters_lie_in() -> None:
    text = HEAD + '\nquestion q "Q"\n    option a "A" -> nowhere\n'
    at = text.index("nowhere")
    field = field_at(form(text), at, at + len("nowhere"))
    assert field
    assert field.path == "question q/option a/target"
    at = text.index('"Q"')
    title = field_at(form(text), at, at + 3)
    assert title
    assert title.path == "question q/title"
    assert field_at(form(text), len(text) + 5, len(text) + 9) is None
