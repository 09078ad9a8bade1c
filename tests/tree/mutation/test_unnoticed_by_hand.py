"""Faults that scenarios leave unnoticed: each one judged by hand, on small trees."""

from __future__ import annotations

from clausetree.tree.mutation.unnoticed import try_mutants
from tests.tree.readers import VERBS, read

HEAD = """\
tree small "Small"
    policy verbs
    basis clauses
    start who

"""


def tried(nodes: str, head: str = HEAD) -> dict[str, list[str]]:
    """Return the faults that are noticed, and those that are not, in the order of the tree."""
    syntax, _ = read(head + nodes)
    found: dict[str, list[str]] = {"noticed": [], "unnoticed": []}
    for each in try_mutants(syntax, VERBS, {}):
        assert each.source.name == "small.tree"
        what = f"{each.mutant.nodes[0]}: {each.mutant.what}"
        found["noticed" if each.noticed else "unnoticed"].append(what)
    return found


LOCKS = """\
question who "Who?"
    cites 1.1
    option a "A" -> gate
    option b "B" -> end
    option c "C" -> shed

step gate "Gate"
    must you "Lock the door" (1.1)
    then -> shed

step shed "Shed"
    may you "Bring a dog" (1.4) when who is a
    then -> fork

route fork
    when who is a -> end
    otherwise -> stop

outcome end "End"
    cites 1.1

outcome stop "Stop"
    cites 1.1

scenario "A"
    who is a
    ends end
    expects must "Lock the door"

scenario "B"
    who is b
    ends end

scenario "C"
    who is c
    ends stop
"""


def test_what_no_scenario_would_see_is_unnoticed() -> None:
    found = tried(LOCKS)
    assert found["unnoticed"] == [
        # C would be told to lock the door, and nobody says that she is not.
        "who: option `c` of `who` led to `gate` and not to `shed`",
        # Nobody says who may bring a dog.
        "shed: this duty were left out",
        "shed: this duty had no condition",
        "shed: this condition were turned round",
        "shed: `who is c` stood in place of `who is a`",
    ]
    assert "gate: this duty were left out" in found["noticed"]
    assert "who: option `b` of `who` led to `gate` and not to `end`" in found["noticed"]
    # B never comes to the shed: a check tells that.
    assert "shed: `who is b` stood in place of `who is a`" in found["noticed"]
    assert "fork: `otherwise` led to `end` and not to `stop`" in found["noticed"]


def test_a_scenario_that_says_more_notices_more() -> None:
    dog = LOCKS.replace(
        "    ends end\n    expects must", '    ends end\n    expects may "Bring a dog"\n    expects must'
    )
    assert tried(dog)["unnoticed"] == [
        "who: option `c` of `who` led to `gate` and not to `shed`",
        "shed: this duty had no condition",
    ]
    none = dog.replace(
        "    who is c\n    ends stop\n", '    who is c\n    ends stop\n    expects not may "Bring a dog"\n'
    )
    assert tried(none)["unnoticed"] == ["who: option `c` of `who` led to `gate` and not to `shed`"]


RING = """\
question who "Who?"
    cites 1.1
    option a "A" -> end
    option b "B" -> end

outcome end "End"
    cites 1.1
    contact "The desk" "Ring them" when who is a
    link "For all" "https://example.org/"
    note when who is b
        Wait.

scenario "A"
    who is a
    ends end
    expects contact "The desk"

scenario "B"
    who is b
    ends end
"""


def test_slips_in_what_some_readers_are_told_are_noticed_by_scenarios_that_say_so() -> None:
    found = tried(RING)
    assert found == {
        "noticed": [
            "end: this contact were left out",
            "end: this condition were turned round",
            "end: `who is b` stood in place of `who is a`",
        ],
        "unnoticed": [
            # Nobody speaks of the note, and nobody says that B is not told whom to ring.
            "end: this note were left out",
            "end: this note had no condition",
            "end: this condition were turned round",
            "end: `who is a` stood in place of `who is b`",
            "end: this contact had no condition",
        ],
    }
    all_said = RING.replace('contact "The desk"\n\n', 'contact "The desk"\n    expects not note "Wait"\n\n')
    all_said += '    expects not contact "The desk"\n    expects note "Wait"\n'
    assert tried(all_said)["unnoticed"] == []


TWICE = """\
question who "Who?"
    cites 1.1
    option a "A" -> end
    option b "B" -> end
    option c "C" -> end
    option d "D" -> end

outcome end "End"
    must you "Lock the door" (1.1) when who is a or who is b
    must you "Lock the door" (1.1) when who is a or who is c

scenario "A"
    who is a
    ends end
"""


def test_a_fault_that_nobody_is_told_otherwise_by_is_none() -> None:
    found = tried(TWICE)
    # A must lock the door by either line.
    assert not any("`who is a` were left out" in fault for fault in (*found["noticed"], *found["unnoticed"]))
    assert found["unnoticed"].count("end: `who is b` were left out of this") == 1
    assert found["unnoticed"].count("end: `who is c` were left out of this") == 1
    # B would have to, and C would not, which is what the other line says of her.
    assert "end: `who is c` stood in place of `who is b`" in found["unnoticed"]
    assert "end: `who is d` stood in place of `who is b`" in found["unnoticed"]


ROUND = """\
question who "Who?"
    cites 1.1
    option a "A" -> fork
    option b "B" -> fork
    option c "C" -> fork
    option d "D" -> third
    option e "E" -> third

route fork
    when who is a -> end
    otherwise -> second

route second
    when who is b -> end
    when who is c -> third

route third
    when who is d -> end
    otherwise -> stop

outcome end "End"
    cites 1.1

outcome stop "Stop"
    cites 1.1
"""


def test_a_reader_sees_no_routes_and_so_is_told_the_same_by_another_that_leads_to_the_same() -> None:
    found = tried(ROUND)
    every = [*found["noticed"], *found["unnoticed"]]
    # C, who alone takes that line, ends at `stop` either way.
    assert not any(fault == "second: this line led to `stop` and not to `third`" for fault in every)
    assert "second: this line led to `end` and not to `third`" in every
    assert "fork: this line led to `second` and not to `end`" in every


ASKED = """\
question who "What do you bring?"
    cites 1.1
    many dog "Dog"
    many cat "Cat"
    then -> age

question age "How old?"
    cites 1.1
    number 1 to 99
    then -> fork

route fork
    when age < 18 -> young
    otherwise -> end

outcome young "Young"
    cites 1.1
    must you "Lock the door" (1.1) when who includes dog

outcome end "End"
    cites 1.1

scenario "Young"
    who includes dog
    age is 12
    ends young
    expects must "Lock the door"

scenario "Old"
    who includes cat
    age is 40
    ends end
"""


def test_numbers_and_choices_are_tried_as_well() -> None:
    assert tried(ASKED)["unnoticed"] == [
        # Nobody of seventeen or eighteen is asked.
        "fork: `age < 17` stood in place of `age < 18`",
        "fork: `age < 19` stood in place of `age < 18`",
        # Nobody young is there without a dog.
        "young: this duty had no condition",
    ]


KEPT = """\
question who "Who?"
    cites 1.1
    option a "A" -> end
    option b "B" -> end

outcome end "End"
    must keeper "Lock the door" (1.1)

scenario "A"
    who is a
    ends end
    expects must "Lock the door"

scenario "B"
    who is b
    ends end
"""


def test_a_scenario_that_does_not_say_who_takes_anybody() -> None:
    head = HEAD.replace("    start", '    role keeper "The keeper"\n    start')
    assert tried(KEPT, head)["unnoticed"] == ["end: this were for `you` to do and not for `keeper`"]
    named = KEPT.replace("expects must", "expects must keeper")
    assert tried(named, head)["unnoticed"] == []


def test_where_a_question_leads_past_a_step_its_readers_are_told_otherwise() -> None:
    found = tried("""\
question who "Who?"
    cites 1.1
    option a "A" -> bring
    option b "B" -> sign

question bring "What do you bring?"
    cites 1.1
    many dog "Dog"
    many cat "Cat"
    then -> sign

step sign "Sign"
    cites 1.1
    then -> end

outcome end "End"
    cites 1.1

scenario "A"
    who is a
    bring includes dog
    ends end
""")
    assert "bring: `then` of `bring` led to `end` and not to `sign`" in found["unnoticed"]


def test_amounts_of_money_are_tried_a_penny_beside_the_limit() -> None:
    asked = ASKED.replace("number 1 to 99", "money £0 to £1,000").replace("age < 18", "age < £18")
    assert tried(asked)["unnoticed"][:2] == [
        "fork: `age < 17.99` stood in place of `age < £18`",
        "fork: `age < 18.01` stood in place of `age < £18`",
    ]


def test_numbers_with_decimal_places_are_tried_one_step_beside_the_limit() -> None:
    asked = ASKED.replace("number 1 to 99", "number -99 to 99.0").replace("age < 18", "age < -1")
    asked = asked.replace("age is 12", "age is -12")
    assert tried(asked)["unnoticed"][:2] == [
        "fork: `age < -1.1` stood in place of `age < -1`",
        "fork: `age < -0.9` stood in place of `age < -1`",
    ]


ROWS = """\
question who "Who?"
    cites 1.1
    option a "A" -> age
    option b "B" -> age

question age "How old?"
    cites 1.1
    number 0 to 99
    then -> fork

table fork
    columns who age
    first
    row a > 17 -> end
    row a or b 12 to 20 -> stop
    otherwise -> end

outcome end "End"
    cites 1.1

outcome stop "Stop"
    cites 1.1

scenario "A"
    who is a
    age is 18
    ends end

scenario "B"
    who is b
    age is 12
    ends stop
"""


def test_the_slips_in_a_row_are_those_of_its_cells() -> None:
    found = tried(ROWS)
    both = [
        fault.removeprefix("fork: ") for faults in found.values() for fault in faults if fault[:4] == "fork"
    ]
    # The first cell of row 2 is for everybody as it is.
    assert both.count("`any` stood in this cell") == 3
    assert {one for one in both if " stood in place of " in one or "left out" in one} == {
        *("`11` stood in place of `12`", "`13` stood in place of `12`"),
        *("`16` stood in place of `17`", "`18` stood in place of `17`"),
        *("`19` stood in place of `20`", "`21` stood in place of `20`"),
        *("`a` stood in place of `b`", "`b` stood in place of `a`"),
        *("`a` were left out of this", "`b` were left out of this"),
    }
    assert "fork: this row stood below the next" in found["noticed"]
    assert "this line led to `stop` and not to `end`" in both
