"""What each change in a form makes of the text: written by hand."""

from __future__ import annotations

import pytest

from clausetree.editing.form.change import (
    AddCard,
    AddItem,
    Change,
    Done,
    MoveBefore,
    MoveDown,
    MoveUp,
    Refused,
    Remove,
    SetValue,
    Told,
)
from clausetree.editing.form.changing import change
from clausetree.editing.replacement import replaced
from clausetree.report.source import Source

HEAD = """\
# The file's own comment.

tree t "T"
    policy p
    basis clauses
    start q
"""
QUESTION = """\
# It was asked for.
question q "Ready?"
    cites 2.4  # and perhaps 2.5
    # What she said.
    option yes "Yes" -> s
    option no "No" adds 1 to sum -> e
"""
STEP = """\
step s "Do it"
    note
        First words.
        # To myself.
        Other words.
    must you "Go" (2.4) when q is yes
    acknowledge T503 "So be it"
    should you "Come" (2.5)
    then -> e
"""
END = """\
outcome e "End"

scenario "Yes"
    q is yes
    ends e
"""
TREE = "\n".join([HEAD, QUESTION, STEP, END])


def done(text: str, wanted: Change) -> tuple[str, Done]:
    outcome = change(Source("some.tree", text), wanted)
    assert isinstance(outcome, Done), outcome
    return replaced(text, outcome.replacements), outcome


def refused(text: str, wanted: Change) -> Refused:
    outcome = change(Source("some.tree", text), wanted)
    assert isinstance(outcome, Refused), outcome
    return outcome


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("tree t/title", 'A "T"', 'tree t "T"', 'tree t "A \\"T\\""'),
        ("tree t/start", "s", "start q", "start s"),
        (
            "tree t/about",
            "When so.\n\nOr so.",
            "start q\n",
            "start q\n    about\n        When so.\n\n        Or so.\n",
        ),
        ("question q/title", "Are\nyou?", '"Ready?"', '"Are you?"'),
        ("question q/cites", "2.4, purpose", "cites 2.4  #", "cites 2.4, purpose  #"),
        ("question q/cites", "", "    cites 2.4  # and perhaps 2.5\n", ""),
        (
            "question q/help",
            "Think.",
            "2.5\n",
            "2.5\n    help\n        Think.\n",
        ),
        ("question q/then", "e", "sum -> e\n", "sum -> e\n    then -> e\n"),
        ("question q/option yes/words", "Yes, \\ I am\\", '"Yes" ->', '"Yes, \\ I am\\\\" ->'),
        ("question q/option yes/target", "", '"Yes" -> s', '"Yes"'),
        ("question q/option yes/adds", "2 to sum", '"Yes" -> s', '"Yes" adds 2 to sum -> s'),
        ("question q/option no/adds", "", '"No" adds 1 to sum -> e', '"No" -> e'),
        ("step s/note 1/when", "q is yes", "    note\n", "    note when q is yes\n"),
        ("step s/note 1/words", "First words.\n# To myself.\nLast words.", "Other words", "Last words"),
        (
            "step s/note 1/words",
            "Words.\n",
            "First words.\n        # To myself.\n        Other words.",
            "Words.",
        ),
        ("step s/duty 1/strength", "must not", 'must you "Go"', 'must not you "Go"'),
        ("step s/duty 1/within", "2 days of q", '"Go" (2.4)', '"Go" within 2 days of q (2.4)'),
        ("step s/duty 1/cites", "", '"Go" (2.4) when', '"Go" when'),
        ("step s/duty 2/when", "q is no", "(2.5)\n", "(2.5) when q is no\n"),
        ("step s/then", "q up to 3 times, then -> e", "then -> e\n", "then -> q up to 3 times, then -> e\n"),
        ("scenario 1/answer 1/answers", "no", "q is yes\n    ends", "q is no\n    ends"),
        ("scenario 1/ends", "s", "ends e", "ends s"),
    ],
)
def test_a_field_is_filled_in(path: str, value: str, old: str, new: str) -> None:
    assert TREE.count(old) == 1
    text, outcome = done(TREE, SetValue(path, value))
    assert text == TREE.replace(old, new)
    assert outcome.selected == path


def test_an_address_in_its_own_form() -> None:
    text = 'step s "S"\n    link "L" label\n'
    path = "step s/link 1/address"
    assert done(text, SetValue(path, "https://example.org"))[0] == text.replace(
        "label", '"https://example.org"'
    )
    assert done(text, SetValue(path, "other-label"))[0] == text.replace("label", "other-label")


def test_flags_and_bounds() -> None:
    text = 'question q "Q"\n    date 2026-01-01 to 2026-12-31\n\nscenario "S"\n    expects must "Do"\n'
    assert "date and time 2026-01-01 to" in done(text, SetValue("question q/date 1/time", "yes"))[0]
    assert "to today\n" in done(text, SetValue("question q/date 1/most", "today"))[0]
    denied, _ = done(text, SetValue("scenario 1/expects 1/not", "yes"))
    assert 'expects not must "Do"' in denied
    assert done(denied, SetValue("scenario 1/expects 1/not", ""))[0] == text


def test_lines_of_the_language_keep_their_margin() -> None:
    text = "table k\n    columns  q\n    row      a  -> s\n"
    value = "columns  q  r\nrow      a  b  -> s\n# the rest\notherwise -> e"
    expected = "table k\n    columns  q  r\n    row      a  b  -> s\n    # the rest\n    otherwise -> e\n"
    assert done(text, SetValue("table k/lines", value))[0] == expected


def test_replacements_are_as_small_as_they_can_be() -> None:
    _, outcome = done(TREE, SetValue("question q/title", "Readier?"))
    (made,) = outcome.replacements
    assert (TREE[made.span.start : made.span.end], made.text) == ("y", "ier")


@pytest.mark.parametrize(
    ("wanted", "what"),
    [
        (SetValue("question q/title", " "), "“Question” cannot be left out."),
        (SetValue("tree t/policy", ""), "“Policy” cannot be left out."),
        (SetValue("step s/note 1/words", ""), "“Words” cannot be left out."),
        (SetValue("question q/help", "# To myself"), "“Help” has no words for readers."),
        (SetValue("question q/title", "A\u200bB"), "A character that cannot be seen stands here"),
        (SetValue("step s/duty 1/when", "q is"), "The line ends here"),
        (
            SetValue("step s/duty 1/when", "q is yes # so"),
            "“q is yes # so” would be read as something else here.",
        ),
        (SetValue("step s/duty 1/within", "2 days of q (2.5)"), ""),
        (SetValue("question q/option yes/target", 's" adds'), ""),
        (SetValue("tree t/start", "Big Name"), ""),
        (SetValue("step s/then", "tree t up"), ""),
        (SetValue("question gone/title", "A"), "This is not in the text any more."),
        (SetValue("question q/gone", "A"), "There is no such field any more."),
        (Remove("tree t"), "A procedure cannot be without its head."),
        (Remove("tree t/policy"), "“Policy” cannot be left out."),
        (Remove("step s/duty 9"), "This is not in the text any more."),
        (AddItem("question q", "option"), "“Answer” is still empty."),
        (AddItem("step s", "option", {"words": "A"}), "Nothing called “option” can be added here."),
        (
            AddItem("step s", "link", {"words": "A", "address": "b"}, "step s/gone"),
            "What it was to stand behind",
        ),
        (AddCard("outcome", ""), "“Title” is still empty."),
        (AddCard("tree", "New"), "Such a card cannot be added here."),
        (AddCard("step", "New", "step gone"), "What it was to stand behind is not there any more."),
        (MoveUp("tree t"), "There is no other place in that direction."),
        (MoveDown("tree t"), "The head of a procedure stays above all else."),
        (MoveUp("question q"), "The head of a procedure stays above all else."),
        (MoveUp("question q/option yes"), "There is no other place in that direction."),
        (MoveBefore("question q/option yes", "step s/duty 1"), "There is no other place in that direction."),
    ],
)
def test_what_cannot_be_done_is_said(wanted: Change, what: str) -> None:
    outcome = refused(TREE, wanted)
    assert outcome.what.startswith(what)
    assert outcome.what.endswith(".")


@pytest.mark.parametrize(
    ("wanted", "behind", "added", "selected"),
    [
        (
            AddItem("question q", "option", {"words": "Not yet"}),
            "sum -> e\n",
            '    option not-yet "Not yet"\n',
            "option not-yet",
        ),
        (
            AddItem("question q", "option", {"words": "Yes!", "target": "e"}, "question q/option yes"),
            '"Yes" -> s\n',
            '    option yes-2 "Yes!" -> e\n',
            "option yes-2",
        ),
        (
            AddItem("question q", "unsure", {"words": "I don't know"}),
            "sum -> e\n",
            '    unsure i-dont-know "I don\'t know" counts as yes\n',
            "unsure i-dont-know",
        ),
        (
            AddItem("question q", "number", {"unit": "days"}),
            "sum -> e\n",
            '    number 0 to 100 "days"\n',
            "number 1",
        ),
        (
            AddItem(
                "step s",
                "duty",
                {"strength": "must", "who": "you", "what": "Ask", "cites": "2.6"},
                "step s/duty 1",
            ),
            '"So be it"\n',
            '    must you "Ask" (2.6)\n',
            "duty 2",
        ),
        (
            AddItem("step s", "note", {"words": "More.", "when": "q is no"}),
            "Other words.\n",
            "    note when q is no\n        More.\n",
            "note 2",
        ),
        (
            AddItem("step s", "contact", {"who": "Us", "how": "By post"}),
            '"Come" (2.5)\n',
            '    contact "Us" "By post"\n',
            "contact 1",
        ),
        (
            AddItem("tree t", "role", {"name": "Étienne 你好"}),
            "start q\n",
            '    role etienne "Étienne 你好"\n',
            "role etienne",
        ),
        (AddItem("tree t", "role", {"name": "你好"}), "start q\n", '    role role "你好"\n', "role role"),
        (AddItem("tree t", "total", {"words": "s"}), "start q\n", '    total s-2 "s"\n', "total s-2"),
        (
            AddItem("scenario 1", "answer", {"question": "q"}),
            "q is yes\n",
            "    q is yes\n",
            "answer 2",
        ),
        (
            AddItem("scenario 1", "expects", {"strength": "must", "what": "Go", "not": "yes"}),
            "ends e\n",
            '    expects not must "Go"\n',
            "expects 1",
        ),
    ],
)
def test_a_line_is_added(wanted: AddItem, behind: str, added: str, selected: str) -> None:
    # "q is yes" also stands in a duty, without a line's end behind it.
    place = TREE.rindex(behind) + len(behind)
    text, outcome = done(TREE, wanted)
    assert text == TREE[:place] + added + TREE[place:]
    assert outcome.selected == f"{wanted.card}/{selected}"


def test_nobody_supposes_how_strongly_a_duty_binds_and_whom() -> None:
    ask = {"what": "Ask", "cites": "2.6"}
    assert refused(TREE, AddItem("step s", "duty", ask)).what == "“How strongly” is still empty."
    ask |= {"strength": "should"}
    assert refused(TREE, AddItem("step s", "duty", ask)).what == "“Who” is still empty."


@pytest.mark.parametrize(
    ("wanted", "behind", "added", "selected"),
    [
        (
            AddCard("question", "Where?"),
            STEP,
            'question where "Where?"\n    option yes "Yes"\n    option no "No"\n    then -> e\n',
            "question where",
        ),
        (
            AddCard("question", "Which?", "question q", "several", ("Red", "Red!")),
            QUESTION,
            'question which "Which?"\n    many red "Red"\n    many red-2 "Red!"\n'
            '    none neither "None of these"\n    then -> s\n',
            "question which",
        ),
        (
            AddCard("question", "When?", "tree t", "date and time"),
            HEAD,
            'question when-2 "When?"\n    date and time 2020-01-01 to 2030-12-31\n    then -> q\n',
            "question when-2",
        ),
        (AddCard("step", 'Say "so"'), STEP, 'step say-so "Say \\"so\\""\n    then -> e\n', "step say-so"),
        (AddCard("wait", "Q"), STEP, 'wait q-2 "Q"\n    then -> e\n', "wait q-2"),
        (AddCard("route", "sort", "question q"), QUESTION, "route sort\n    otherwise -> s\n", "route sort"),
        (
            AddCard("table", "cases", "question q"),
            QUESTION,
            "table cases\n    columns  q\n    otherwise -> s\n",
            "table cases",
        ),
        (AddCard("visit", "other", "question q"), QUESTION, "visit other then -> s\n", "visit other"),
        (AddCard("outcome", "Stop"), 'outcome e "End"\n', 'outcome stop "Stop"\n', "outcome stop"),
        (AddCard("shared", "always"), 'outcome e "End"\n', "shared always\n", "shared always"),
        (AddCard("scenario", "No"), END, 'scenario "No"\n    ends e\n', "scenario 2"),
    ],
)
def test_a_card_is_added(wanted: AddCard, behind: str, added: str, selected: str) -> None:
    place = TREE.index(behind) + len(behind)
    text, outcome = done(TREE, wanted)
    assert text == f"{TREE[:place]}\n{added}{TREE[place:]}"
    assert outcome.selected == selected
    assert done(text, Remove(selected))[0] == TREE


def test_what_is_removed_takes_its_comments_with_it() -> None:
    text, outcome = done(TREE, Remove("question q"))
    assert text == "\n".join([HEAD, STEP, END])
    assert outcome.selected == "tree t"
    assert outcome.told == (
        Told("tree t/start", "Procedure “T” still leads to “q”."),
        Told("step s/duty 1/when", "Step “Do it” still speaks of “q”."),
        Told("scenario 1/answer 1/question", "Scenario “Yes” still speaks of “q”."),
    )
    text, outcome = done(TREE, Remove("question q/option yes"))
    assert text == TREE.replace('    # What she said.\n    option yes "Yes" -> s\n', "")
    assert [told.path for told in outcome.told] == ["step s/duty 1/when", "scenario 1/answer 1/answers"]
    text, outcome = done(TREE, Remove("step s/duty 1"))
    assert text == TREE.replace('    must you "Go" (2.4) when q is yes\n    acknowledge T503 "So be it"\n', "")
    assert outcome.told == ()


def test_what_moves_takes_its_comments_with_it() -> None:
    text, outcome = done(TREE, MoveDown("question q"))
    assert text == "\n".join([HEAD, STEP, QUESTION, END])
    assert outcome.selected == "question q"
    assert done(text, MoveUp("question q"))[0] == TREE
    text, outcome = done(TREE, MoveDown("step s/duty 1"))
    first = '    must you "Go" (2.4) when q is yes\n    acknowledge T503 "So be it"\n'
    second = '    should you "Come" (2.5)\n'
    assert text == TREE.replace(first + second, second + first)
    assert outcome.selected == "step s/duty 2"
    text, outcome = done(TREE, MoveBefore("question q/option no", "question q/option yes"))
    yes = '    # What she said.\n    option yes "Yes" -> s\n'
    no = '    option no "No" adds 1 to sum -> e\n'
    assert text == TREE.replace(yes + no, no + yes)
    assert done(TREE, MoveBefore("question q", ""))[0] == "\n".join(
        [HEAD, STEP, 'outcome e "End"\n', 'scenario "Yes"\n    q is yes\n    ends e\n', QUESTION]
    )


def test_what_is_of_another_kind_stays_where_it_is() -> None:
    text = 'scenario "S"\n    a is b\n    ends e\n    c is d\n'
    moved, outcome = done(text, MoveDown("scenario 1/answer 1"))
    assert moved == 'scenario "S"\n    c is d\n    ends e\n    a is b\n'
    assert outcome.selected == "scenario 1/answer 2"
    assert done(moved, MoveUp(outcome.selected))[0] == text


def test_line_ends_tabs_and_a_missing_last_end_stay_as_they_are() -> None:
    text = 'tree t "T"\r\n\tpolicy p\r\n\r\noutcome e "E"\r\n\tnote\r\n\t\tWords.'
    assert done(text, SetValue("outcome e/note 1/words", "A\nB"))[0] == text.replace("Words.", "A\r\n\t\tB")
    assert done(text, SetValue("tree t/about", "A\nB"))[0] == text.replace(
        "policy p\r\n", "policy p\r\n\tabout\r\n\t\tA\r\n\t\tB\r\n"
    )
    added, outcome = done(text, AddCard("outcome", "F"))
    assert added == f'{text}\r\n\r\noutcome f "F"'
    assert done(added, Remove(outcome.selected))[0] == text


def test_cards_whose_lines_stand_among_each_other_are_put_in_order_first() -> None:
    text = 'step s "S"\n    must you "Do"\n    step r "R"\n        then -> e\n    then -> r\n'
    outcome = refused(text, SetValue("step s/title", "T"))
    assert outcome.what == "Lines of two cards stand among each other here."


def test_faults_elsewhere_in_a_card_keep_nobody_from_filling_it_in() -> None:
    text = 'step s "S"\n    must you "Do" when q is\n    hint\n    then e\n'
    assert done(text, SetValue("step s/title", "T"))[0] == text.replace('"S"', '"T"')
    assert done(text, SetValue("step s/duty 1/what", "Go"))[0] == text.replace('"Do"', '"Go"')
    mended, _ = done(text, SetValue("step s/lines 2/lines", "then -> e"))
    assert mended == text.replace("then e", "then -> e")
