"""Two changes of one folder: what arrives by itself, and what is asked."""

from __future__ import annotations

import pytest

from clausetree.editing.merging.conflict import Choice, Clash
from clausetree.editing.merging.files import Content, Merged, merge

TREE = """\
# Why this tree is here.

tree dogs "Dogs"
    policy dogs
    start known

# Asked first.
question known "Do you know the dog?"
    cites 1.1
    option yes "Yes, I do" -> stroke
    option no "No, I do not" -> leave

outcome stroke "Stroke it"
    may you "Stroke the dog once" (1.1)

outcome leave "Leave it alone"
    must you "Leave the dog alone" (1.2)
    must you "Tell its owner about it" (1.3)
"""

POLICY = """\
---
policy: dogs
title: Dogs
version: "1.0"
---

# Dogs {: #dogs }

1.1 You may stroke a dog that you have known for a long time.
{: #c1-1 }

1.2 You must leave other dogs alone.
{: #c1-2 }

1.3 You should tell:
{: #c1-3 }

- its owner
  {: #c1-3-a }
- the warden
  {: #c1-3-b }
"""

LINKS = """\
# Where links lead.
owner:
  url: https://owner.example/
  what: The owner
warden:
  url: ""
  what: The warden
"""


def merged(path: str, base: Content, mine: Content, published: Content) -> Merged:
    return merge({path: base}, {path: mine}, {path: published})


def together(path: str, base: str, mine: tuple[str, str], published: tuple[str, str]) -> Content:
    """Return what becomes of `base` when each replaces one thing; nothing may be asked."""
    done = merged(path, base, base.replace(*mine), base.replace(*published))
    assert done.conflicts == ()
    assert base.replace(*mine) != base != base.replace(*published)
    return done.files[path]


def asked(path: str, base: str, mine: tuple[str, str], published: tuple[str, str]) -> tuple[str, ...]:
    """Return where something is asked, and why, when each replaces one thing."""
    (conflict,) = merged(path, base, base.replace(*mine), base.replace(*published)).conflicts
    return (*conflict.where, conflict.what.name)


@pytest.mark.parametrize(
    ("path", "base", "mine", "published"),
    [
        # Two nodes.
        ("a.tree", TREE, ("Stroke it", "Stroke it now"), ("Leave it alone", "Leave it there")),
        # Two lines of one node.
        ("a.tree", TREE, ("cites 1.1", "cites 1.1, 1.2"), ("No, I do not", "No, never")),
        # Two options of one question.
        ("a.tree", TREE, ("Yes, I do", "Yes"), ("No, I do not", "No")),
        # Two places of one line.
        ("a.tree", TREE, ("must you", "should you"), ("(1.2)", "(1.2, 1.3)")),
        # A comment, and the block that it stands above.
        (
            "a.tree",
            TREE,
            ("# Asked first.", "# Asked first of all."),
            ("Do you know the dog?", "Do you know it?"),
        ),
        ("a.md", POLICY, ("You may stroke", "You can stroke"), ("other dogs", "all other dogs")),
        ("a.md", POLICY, ("You may stroke", "You can stroke"), ("long time", "short time")),
        ("a.md", POLICY, ("its owner", "her owner"), ("the warden", "the dog warden")),
        ("a.md", POLICY, ('"1.0"', '"1.1"'), ("title: Dogs", "title: All dogs")),
        ("links.yml", LINKS, ("owner.example", "owners.example"), ('url: ""', "url: https://w.example/")),
        ("links.yml", LINKS, ("owner.example", "owners.example"), ("what: The owner", "what: Who owns it")),
        ("a.txt", "a\nb\nc\n", ("a", "A"), ("c", "C")),
    ],
)
def test_changes_of_different_things_both_arrive(
    path: str, base: str, mine: tuple[str, str], published: tuple[str, str]
) -> None:
    expected = base.replace(*mine).replace(*published)
    assert together(path, base, mine, published) == expected
    assert together(path, base, published, mine) == expected


def test_what_each_added_and_took_away_arrives() -> None:
    mine = TREE.replace('    must you "Tell its owner about it" (1.3)\n', "")
    theirs = TREE + '\noutcome call "Call the warden"\n    must you "Call" (1.3)\n'
    done = merged("a.tree", TREE, mine, theirs)
    assert done.conflicts == ()
    assert done.files["a.tree"] == mine + '\noutcome call "Call the warden"\n    must you "Call" (1.3)\n'


def test_each_adds_a_node_at_the_end_and_an_option_to_one_question() -> None:
    option = '    option no "No, I do not" -> leave\n'
    mine = TREE.replace(option, option + '    option b "B" -> b\n') + '\noutcome b "B"\n'
    theirs = TREE.replace(option, option + '    option a "A" -> a\n') + '\noutcome a "A"\n'
    wanted = TREE.replace(option, option + '    option a "A" -> a\n    option b "B" -> b\n')
    wanted += '\noutcome a "A"\n\noutcome b "B"\n'
    done = merged("a.tree", TREE, mine, theirs)
    assert (done.files["a.tree"], done.conflicts) == (wanted, ())


def test_a_node_that_one_moved_is_changed_where_it_went() -> None:
    head, known, stroke, leave = TREE.split("\n\n", 1)[1].split("\n\n")
    start = TREE.split("\n\n")[0]
    moved = "\n\n".join([start, head, known, leave.rstrip("\n"), stroke]) + "\n"
    done = merged("a.tree", TREE, moved, TREE.replace("Stroke it", "Stroke it now"))
    assert (done.files["a.tree"], done.conflicts) == (moved.replace("Stroke it", "Stroke it now"), ())


def test_clauses_that_get_their_anchors_keep_the_changes_of_others() -> None:
    bare = POLICY.replace("{: #c1-2 }\n", "")
    done = merged("a.md", bare, POLICY, bare.replace("other dogs", "all other dogs"))
    assert (done.files["a.md"], done.conflicts) == (POLICY.replace("other dogs", "all other dogs"), ())


@pytest.mark.parametrize(
    ("path", "base", "mine", "published", "where"),
    [
        (
            *("a.md", POLICY, ("must leave", "may leave"), ("must leave", "should leave")),
            ("“1.2 You must leave other dogs alone.”", "CHANGED"),
        ),
        # Two words side by side are one change: together they say what nobody wrote.
        (
            *("a.md", POLICY, ("must leave other", "must not leave other"), ("leave other", "touch other")),
            ("“1.2 You must leave other dogs alone.”", "CHANGED"),
        ),
        (
            *("a.tree", TREE, ("Yes, I do", "Yes"), ("Yes, I do", "Of course")),
            ("question known", "option yes", "CHANGED"),
        ),
        (
            *("a.tree", TREE, ('    option yes "Yes, I do" -> stroke\n', ""), ("Yes, I do", "Of course")),
            ("question known", "option yes", "GONE_HERE"),
        ),
        (
            *("links.yml", LINKS, ("owner.example", "a.example"), ("owner.example", "b.example")),
            ("owner", "url", "CHANGED"),
        ),
        (
            *(
                "a.md",
                POLICY,
                ("1.3 You", "1.4 New.\n{: #a }\n\n1.3 You"),
                ("1.3 You", "1.4 Old.\n{: #b }\n\n1.3 You"),
            ),
            ("PLACED",),
        ),
    ],
)
def test_what_is_not_certain_is_asked(
    path: str, base: str, mine: tuple[str, str], published: tuple[str, str], where: tuple[str, ...]
) -> None:
    assert asked(path, base, mine, published) == where
    swapped = {"GONE_HERE": "GONE_THERE"}
    assert asked(path, base, published, mine) == (*where[:-1], swapped.get(where[-1], where[-1]))


def test_a_choice_takes_one_side_or_both() -> None:
    base = {"a.md": POLICY}
    mine = {"a.md": POLICY + "\n1.4 Mine.\n{: #c1-4 }\n"}
    theirs = {"a.md": POLICY + "\n1.4 Theirs.\n{: #c1-4-0 }\n"}
    (conflict,) = merge(base, mine, theirs).conflicts
    assert conflict.what is Clash.PLACED
    texts = {choice: merge(base, mine, theirs, {conflict.id: choice}).files["a.md"] for choice in Choice}
    assert texts == {
        Choice.MINE: mine["a.md"],
        Choice.PUBLISHED: theirs["a.md"],
        Choice.BOTH: f"{theirs['a.md']}\n1.4 Mine.\n{{: #c1-4 }}\n",
    }


def test_a_node_that_both_added_in_other_words_is_asked_by_its_name() -> None:
    done = merged("a.tree", TREE, TREE + '\noutcome new "A"\n', TREE + '\noutcome new "B"\n')
    (conflict,) = done.conflicts
    assert (conflict.where, conflict.what) == (("outcome new",), Clash.ADDED)
    assert (conflict.mine, conflict.published) == ('outcome new "A"\n', 'outcome new "B"\n')


def test_files_come_and_go() -> None:
    base: dict[str, Content] = {"a.md": "a\n", "b.md": "b\n", "c.md": "c\n", "d.png": b"1"}
    mine: dict[str, Content] = {"b.md": "B\n", "c.md": "c\n", "d.png": b"2", "new.md": "n\n"}
    theirs: dict[str, Content] = {"a.md": "a\n", "c.md": "C\n", "d.png": b"3", "newer.md": "n\n"}
    done = merge(base, mine, theirs)
    assert done.files == {"b.md": "B\n", "c.md": "C\n", "d.png": b"2", "new.md": "n\n", "newer.md": "n\n"}
    assert [(one.file, one.what) for one in done.conflicts] == [
        ("b.md", Clash.GONE_THERE),
        ("d.png", Clash.CHANGED),
    ]


def test_what_was_recorded_is_what_is_published_and_that_is_said() -> None:
    base: dict[str, Content] = {"clauses.lock": "a\n", "released/x/1.md": "x\n", "trees.lock": "t\n"}
    mine = {**base, "clauses.lock": "mine\n"}
    theirs: dict[str, Content] = {"clauses.lock": "b\n", "released/x/1.md": "x\n", "trees.lock": "u\n"}
    done = merge(base, mine, theirs)
    assert done.files == theirs
    assert done.told == ("What is recorded as published is taken from the published site: clauses.lock.",)


def test_an_anchor_that_stands_twice_is_asked() -> None:
    mine = POLICY.replace("1.1 You", "1.0 Hello.\n{: #new }\n\n1.1 You")
    theirs = POLICY + "\n1.4 Hello there.\n{: #new }\n"
    (conflict,) = merged("a.md", POLICY, mine, theirs).conflicts
    assert conflict.what in (Clash.UNREADABLE, Clash.ADDED)
