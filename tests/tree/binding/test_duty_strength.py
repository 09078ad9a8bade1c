"""Whether the duties of a tree say what their clauses say."""

from __future__ import annotations

from clausetree.history.registry import Registry
from clausetree.policy.parser import parse_policy
from clausetree.report.source import Source
from clausetree.tree.checking.checks import read_trees

POLICY = """\
# Pool {: #pool }

1.1 Swimmers shall shower first.
{: #c1-1 }

1.2 Nobody may dive at the shallow end.
{: #c1-2 }

1.3 A child may swim alone only with a badge.
{: #c1-3 }

1.4 The pool is 25 metres long.
{: #c1-4 }

1.5 Lifeguards are required:
{: #c1-5 }

- to count the swimmers.
  {: #c1-5-a }
"""
META = {"policy": "pool", "title": "Pool", "version": "1", "owner": "O", "approved": "A"}


def told(*duties: str, text: str = POLICY, head: dict[str, object] | None = None) -> list[str]:
    """Return what is warned of in a tree that has these duties, and nothing else that could be wrong."""
    policy, faults = parse_policy(Source("pool.md", text), META | (head or {}), {})
    assert policy is not None
    assert faults == []
    lines = "".join(f"    {duty}\n" for duty in duties)
    tree = f"""\
tree swim "Swim"
    policy pool
    basis clauses
    start age

question age "How old are you?"
    cites 1.1
    option child "A child" -> in
    option teen "A teenager" -> in
    option grown "Grown up" -> alone

outcome in "In you go"
    cites 1.1
{lines}
outcome alone "Off you go"
    cites 1.1

scenario "A child"
    age is child
    ends in

scenario "A teenager"
    age is teen
    ends in

scenario "A grown-up"
    age is grown
    ends alone
"""
    _, diagnostics = read_trees([Source("trees/swim.tree", tree)], Registry([policy], {}))
    assert {diagnostic.code for diagnostic in diagnostics} <= {"T503", "T506", "T611", "T612"}
    return [diagnostic.message for diagnostic in diagnostics if diagnostic.code in ("T503", "T506")]


def test_duties_that_say_what_their_clauses_say_are_not_warned_of() -> None:
    assert (
        told(
            'must you "Shower" (1.1)',
            'must not you "Dive" (1.2)',
            'must not you "Swim alone" (1.3)',
            'must you "Count the swimmers" (1.5(a))',
        )
        == []
    )


def test_duties_that_say_the_opposite_are_warned_of() -> None:
    assert told('must not you "Shower" (1.1)', 'may you "Dive" (1.2)', 'may you "Swim alone" (1.3)') == [
        "This says `must not`; clause 1.1 means `must`.",
        "This says `may`; clause 1.2 means `must not`.",
        "This says `may`; clause 1.3 means `must not`.",
    ]


def test_may_only_lets_a_duty_be_done_under_its_condition() -> None:
    assert told('may you "Swim alone with a badge" (1.3)', 'may you "Swim" (1.3) when age is child') == []
    assert len(told('may you "Swim alone" (1.3)', 'may you "Swim unless it rains" (1.3)')) == 2


def test_a_clause_that_binds_in_no_known_way_is_told_once_in_a_tree() -> None:
    assert told('must you "Look at the date" (1.4)', 'should you "Look twice" (1.4)') == [
        "Clause 1.4 binds in no known way, so `must` is not checked."
    ]


OWN = """\
# Pool {: #pool }

1.1 Swimmers are looked to for a shower before they go in.
{: #c1-1 }

1.2 Diving at the shallow end is not our way.
{: #c1-2 }

1.3 Bathers are expected to greet the warden.
{: #c1-3 }
"""


def test_a_policy_can_say_what_its_own_words_mean() -> None:
    head: dict[str, object] = {
        "binds": {"looked to for": "must", "is not our way": "should not", "Are  expected": "must"}
    }
    duties = 'must you "Shower" (1.1)', 'should not you "Dive" (1.2)', 'must you "Greet the warden" (1.3)'
    assert told(*duties, text=OWN, head=head) == []
    assert told('should you "Greet the warden" (1.3)', text=OWN, head=head) == [
        "This says `should`; clause 1.3 means `must`."
    ]
    assert told('must you "Greet the warden" (1.3)', text=OWN) == [
        "This says `must`; clause 1.3 means `should`."
    ]


GERMAN = """\
# Bad {: #pool }

1.1 Wer ins Wasser geht, muss vorher duschen.
{: #c1-1 }

1.2 Wer will, darf im Becken nicht springen und muss nicht schwimmen.
{: #c1-2 }

1.3 Das Bad ist von 1931.
{: #c1-3 }
"""


def test_of_another_language_only_the_words_are_known_that_the_policy_explains() -> None:
    duty = 'must you "Duschen" (1.1)'
    assert told(duty, 'may you "Duschen" (1.2)', text=GERMAN, head={"language": "de"}) == [
        "The policy is in another language (`de`), so no strength of a duty is checked."
    ]
    binds = {"muss": "must", "darf": "may", "muss nicht": "may"}
    head: dict[str, object] = {"language": "de-AT", "binds": binds}
    assert told(duty, 'may you "Schwimmen" (1.2)', text=GERMAN, head=head) == []
    assert told('may you "Duschen" (1.1)', 'must you "Baden" (1.3)', text=GERMAN, head=head) == [
        "This says `may`; clause 1.1 means `must`.",
        "Clause 1.3 binds in no known way, so `must` is not checked.",
    ]


def test_a_duty_is_held_against_the_words_that_it_is_drawn_from() -> None:
    text = (
        POLICY
        + """
1.6 Towels must be washed every day. Staff must not lend towels to anybody, and they may sell old ones.
{: #c1-6 }
"""
    )
    sound = 'must you "Wash the towels every day" (1.6)', 'may you "Sell old towels" (1.6)'
    assert told(*sound, 'must not you "Lend towels to anybody" (1.6)', text=text) == []
    assert told(
        'must you "Lend towels to anybody" (1.6)', 'must not you "Wash the towels" (1.6)', text=text
    ) == [
        "This says `must`; clause 1.6 means `must not`.",
        "This says `must not`; clause 1.6 means `must`.",
    ]


def test_what_must_be_avoided_or_may_not_be_refused_is_turned_round() -> None:
    text = (
        POLICY
        + """
1.6 Avoid glass near the water.
{: #c1-6 }

1.7 Nobody can be refused a towel.
{: #c1-7 }
"""
    )
    sound = 'must you "Avoid glass" (1.6)', 'must not you "Bring glass" (1.6)', 'may you "Have a towel" (1.7)'
    assert told(*sound, 'must not you "Refuse a towel" (1.7)', text=text) == []
    assert len(told('must you "Bring glass" (1.6)', 'must not you "Avoid glass" (1.6)', text=text)) == 2


LISTS = """\
# Pool {: #pool }

1.1 Visitors must not:
{: #c1-1 }

- feed the swans, which may bite;
  {: #c1-1-a }
- enter the reeds.
  {: #c1-1-b }

1.2 The keyholder should:
{: #c1-2 }

- open the hall;
  {: #c1-2-a }
- not lend the key.
  {: #c1-2-b }

1.3 Anyone found smoking will be asked to leave. You do not need a permit for a small boat.
{: #c1-3 }

1.4 Tell nobody the code. Keep off the ice.
{: #c1-4 }
"""


def test_an_item_is_read_with_the_words_that_lead_in_to_it() -> None:
    sound = (
        'must not you "Feed the swans" (1.1(a))',
        'must not you "Enter the reeds" (1.1)',
        'should you "Open the hall" (1.2(a))',
        'should not you "Lend the key" (1.2)',
    )
    assert told(*sound, text=LISTS) == []
    turned = (
        'must you "Feed the swans" (1.1(a))',
        'may you "Enter the reeds" (1.1)',
        'should you "Lend the key" (1.2(b))',
    )
    assert len(told(*turned, text=LISTS)) == 3


def test_penalties_orders_to_do_nothing_and_what_is_not_needed() -> None:
    sound = (
        'must not you "Smoke" (1.3)',
        'may you "Sail a small boat without a permit" (1.3)',
        'must not you "Tell anybody the code" (1.4)',
        'must not you "Walk on the ice" (1.4)',
    )
    assert told(*sound, text=LISTS) == []
    turned = 'must you "Tell the code" (1.4)', 'must you "Walk on the ice" (1.4)'
    assert len(told(*turned, text=LISTS)) == 2


def added(text: str, *duties: str) -> list[str]:
    """Return what is warned of in duties that cite one clause more, with these words."""
    cited = (duty if "(" in duty else f"{duty} (1.6)" for duty in duties)
    return told(*cited, text=f"{POLICY}\n1.6 {text}\n{{: #c1-6 }}\n")


def test_a_condition_that_leads_in_to_an_item_stands_apart_from_it() -> None:
    text = f"{POLICY}\n1.6 If you are late:\n{{: #c1-6 }}\n\n- telephone the office.\n  {{: #c1-6-a }}\n"
    assert told('must you "Telephone the office" (1.6(a))', text=text) == []
    assert told('must not you "Telephone the office" (1.6(a))', text=text) == [
        "This says `must not`; clause 1.6(a) means `must`."
    ]


def test_an_item_below_a_whole_sentence_is_bound_by_that() -> None:
    text = f"{POLICY}\n1.6 Swimmers must shower.\n{{: #c1-6 }}\n\n- with soap.\n  {{: #c1-6-a }}\n"
    assert told('must you "Shower with soap" (1.6(a))', text=text) == []
    assert told('may you "Shower with soap" (1.6(a))', text=text) == [
        "This says `may`; clause 1.6(a) means `must`."
    ]


def test_a_policy_in_another_language_is_not_told_of_where_no_duty_cites_it() -> None:
    assert told(text=GERMAN, head={"language": "de"}) == []


def test_only_what_is_to_be_avoided_is_turned_round() -> None:
    glass = "Swimmers must avoid glass, and shower first."
    assert added(glass, 'must not you "Bring glass"', 'must you "Shower first"', 'must you "Avoid glass"') == []
    assert added(glass, 'must not you "Shower first"') == ["This says `must not`; clause 1.6 means `must`."]


def test_words_of_one_stem_are_the_same() -> None:
    # Only the first sentence speaks of explaining.
    written = "Explanations must be given on paper. Papers must not be thrown away."
    assert added(written, 'must you "Explain on paper"') == []
    assert added(written, 'must not you "Explain on paper"') == [
        "This says `must not`; clause 1.6 means `must`."
    ]


def test_words_that_every_text_has_say_nothing_of_what_it_is_about() -> None:
    waiting = "You must wait until they have been there. You must not enter."
    assert added(waiting, 'must you "Enter until they have been there"') == [
        "This says `must`; clause 1.6 means `must not`."
    ]


def test_a_duty_drawn_from_words_that_do_not_bind_may_say_what_others_say() -> None:
    towels = "Towels are blue and large. You must shower."
    assert added(towels, 'must you "Keep towels blue and large"') == []
    assert added(towels, 'must not you "Keep towels blue and large"') == [
        "This says `must not`; clause 1.6 means `must`."
    ]


def test_what_may_not_be_refused_is_forbidden_whatever_else_must_be_done() -> None:
    assert added("Nobody can be refused a towel. You must wash towels.", 'must you "Refuse anybody"') == [
        "This says `must`; clause 1.6 means `must not`, `will not` or `should not`."
    ]


def test_what_somebody_is_said_to_do_makes_no_duty_of_other_words() -> None:
    assert added("You should lock the gate. The clerk keeps a list.", 'must you "Lock the gate"') == [
        "This says `must`; clause 1.6 means `must`, `will` or `should`."
    ]
    assert added("You should lock the gate. The clerk keeps a list.", 'must you "Keep a list"') == []


def test_words_of_which_a_third_is_missing_are_not_those_that_a_duty_is_drawn_from() -> None:
    badges = "Staff must wear yellow badges in the shop. Staff may not paint yellow badges."
    assert added(badges, 'must not you "Wear yellow badges"') == [
        "This says `must not`; clause 1.6 means `must`."
    ]
    assert added(badges, 'must not you "Paint yellow badges"') == []
