"""What is so of every merge, whatever two people did to a text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.editing.merging.conflict import Choice
from clausetree.editing.merging.files import Content, Merged, merge
from clausetree.editing.merging.partings import POLICY, TREE, YAML
from clausetree.editing.merging.pieces import NO_LINE_FEED, Parted, Parting
from clausetree.report.source import Source
from clausetree.tree.parsing.parser import parse_tree

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "cases" / "valid"
TREES = [
    path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    for path in (*sorted((ROOT / "trees").glob("*.tree")), *sorted(CASES.glob("*.tree")))
]
SMALL = [text for text in TREES if len(text) < 1_500]
POLICIES = [(ROOT / "docs" / "policy" / "social-media.md").read_text("utf-8")]
LINKS = [(ROOT / "docs" / "links.yml").read_text("utf-8")]
FILES = {"a.tree": SMALL, "policy/a.md": POLICIES, "links.yml": LINKS, "a.txt": LINKS}

WORDS = re.compile(r"\w+")


@st.composite
def changed(draw: st.DrawFn, text: str, mark: str) -> str:
    """A text after some changes: lines are removed, moved and written twice, words are put in."""
    rows = text.splitlines(keepends=True)
    for n in range(draw(st.integers(1, 3))):
        if not rows:
            break
        at = draw(st.integers(0, len(rows) - 1))
        match draw(st.sampled_from(["remove", "move", "add", "word", "blank"])):
            case "remove":
                del rows[at : at + draw(st.integers(1, 4))]
            case "move":
                row = rows.pop(at)
                rows.insert(draw(st.integers(0, len(rows))), row)
            case "add":
                rows.insert(at, f"{mark}added{n} x\n")
            case "word":
                places = [match.end() for match in WORDS.finditer(rows[at])] or [0]
                end = draw(st.sampled_from(places))
                rows[at] = f"{rows[at][:end]} {mark}word{n}{rows[at][end:]}"
            case _:
                rows.insert(at, "\n")
    return "".join(rows)


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """A path, a text, and what two people made of it."""
    path = draw(st.sampled_from(sorted(FILES)))
    base = draw(st.sampled_from(FILES[path]))
    return path, base, draw(changed(base, "mine")), draw(changed(base, "theirs"))


def _files(path: str, text: str) -> dict[str, Content]:
    return {path: text}


def _merged(path: str, base: str, mine: str, theirs: str) -> Merged:
    return merge(_files(path, base), _files(path, mine), _files(path, theirs))


@given(changes())
def test_what_only_one_changed_is_theirs(four: tuple[str, str, str, str]) -> None:
    path, base, mine, _ = four
    b, m = _files(path, base), _files(path, mine)
    for done in (merge(b, m, b), merge(b, b, m), merge(b, m, m)):
        assert (done.files, done.conflicts) == (m, ())


@given(changes())
def test_who_is_who_makes_no_difference(four: tuple[str, str, str, str]) -> None:
    path, base, mine, theirs = four
    b, m, t = (_files(path, text) for text in (base, mine, theirs))
    one, other = merge(b, m, t), merge(b, t, m)
    assert [(c.id, c.base, c.mine, c.published) for c in one.conflicts] == [
        (c.id, c.base, c.published, c.mine) for c in other.conflicts
    ]
    assert one.files == merge(b, t, m, {c.id: Choice.PUBLISHED for c in other.conflicts}).files


@given(changes())
def test_no_word_of_either_is_lost(four: tuple[str, str, str, str]) -> None:
    path, base, mine, theirs = four
    done = _merged(path, base, mine, theirs)
    asked = [text or "" for c in done.conflicts for text in (c.mine, c.published)]
    found = set(WORDS.findall("\n".join([str(done.files.get(path, "")), *asked])))
    assert (set(WORDS.findall(mine + theirs)) - set(WORDS.findall(base))) <= found


@given(changes())
def test_a_word_that_both_took_away_stays_away_and_one_that_both_kept_stays(
    four: tuple[str, str, str, str],
) -> None:
    path, base, mine, theirs = four
    done = _merged(path, base, mine, theirs)
    text = str(done.files[path])
    was, ours, others = (set(WORDS.findall(one)) for one in (base, mine, theirs))
    assert not (was - ours - others) & set(WORDS.findall(text))


def _sound(text: str) -> bool:
    tree, problems = parse_tree(Source("a.tree", text))
    return tree is not None and not problems


@st.composite
def edited(draw: st.DrawFn, text: str, mark: str) -> str:
    """A sound tree after changes that leave it sound: words in quotes, and blocks added, removed or moved."""
    blocks = text.split("\n\n")
    for n in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(blocks) - 1))
        match draw(st.sampled_from(["word", "add", "move", "remove", "option"])):
            case "word":
                blocks[at] = re.sub(r'"(\w+)', rf'"\1 {mark}{n}', blocks[at], count=1)
            case "add":
                blocks.insert(at + 1, f'outcome {mark}{n} "Added"')
            case "move":
                block = blocks.pop(at).rstrip("\n")
                blocks.insert(draw(st.integers(1, max(1, len(blocks)))), block)
            case "remove" if at:
                del blocks[at]
            case _:
                blocks[at] = re.sub(
                    r"(\n    option )", rf'\n    option {mark}{n} "A" -> a\1', blocks[at], count=1
                )
    return "\n\n".join(block.rstrip("\n") for block in blocks) + "\n"


@given(st.data())
def test_two_sound_trees_make_a_sound_tree(data: st.DataObject) -> None:
    base = data.draw(st.sampled_from([text for text in SMALL if _sound(text)]))
    mine, theirs = data.draw(edited(base, "mine")), data.draw(edited(base, "theirs"))
    if not (_sound(mine) and _sound(theirs)):
        return
    done = _merged("a.tree", base, mine, theirs)
    assert done.conflicts or _sound(str(done.files["a.tree"]))


def _joined(parted: Parted) -> str:
    text = "".join(piece.above + piece.text for piece in parted.pieces)
    return text.removesuffix("\n") if parted.tail == NO_LINE_FEED else text + parted.tail


def _assert_whole(text: str, parting: Parting) -> None:
    parted = parting.part(text)
    assert _joined(parted) == text
    for piece in parted.pieces:
        if piece.inside:
            _assert_whole(piece.text, piece.inside)


@pytest.mark.parametrize("parting", [TREE, POLICY, YAML], ids=["tree", "policy", "yaml"])
@given(four=changes(), odd=st.text(alphabet='ab#- :{}\n\t"|>`1.', max_size=60))
def test_no_letter_falls_between_two_pieces(
    parting: Parting, four: tuple[str, str, str, str], odd: str
) -> None:
    for text in (four[2], odd, f"---\npolicy: a\n---\n{odd}"):
        _assert_whole(text, parting)
