"""Tracked changes: told, accepted or rejected, wherever they stand."""

from __future__ import annotations

import pytest

from clausetree.importing.changes import ChangedError, Settle

from .documents import docx, level, numbered, numbering, paragraph
from .reading import DRAWN, read, run, words

_END_DELETED = '<w:pPr><w:rPr><w:del w:id="9" w:author="A"/></w:rPr></w:pPr>'
TABLE = f"<w:tbl><w:tr><w:tc>{paragraph('Key')}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Before a table, at the end of the document, and at that of a cell, there is nothing to go on in.
        (f"<w:p>{_END_DELETED}{run('Never alone.')}</w:p>{TABLE}", ["Never alone.", "Key"]),
        (f"{paragraph('First.')}<w:p>{_END_DELETED}{run('Last.')}</w:p>", ["First.", "Last."]),
        (f"<w:tbl><w:tr><w:tc><w:p>{_END_DELETED}{run('Rule')}</w:p></w:tc></w:tr></w:tbl>", ["Rule"]),
        # What Word writes between paragraphs is no end of one.
        (
            f'<w:p>{_END_DELETED}{run("One ")}</w:p><w:bookmarkEnd w:id="0"/>{paragraph("two.")}',
            ["One two."],
        ),
    ],
)
def test_words_stay_where_the_end_of_their_paragraph_is_taken_out(body: str, expected: list[str]) -> None:
    blocks, _ = read(docx(body), Settle.ACCEPT)
    assert words(blocks) == expected


def _tracked(mark: str, where: str) -> str:
    """A table whose second row, or the second cell of that, was put in or taken out."""
    said = f'<w:{mark} w:id="1" w:author="A"/>'
    row = f"<w:trPr>{said}</w:trPr>" if where == "row" else ""
    cell = f"<w:tcPr>{said}</w:tcPr>" if where == "cell" else ""
    first = f"<w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"
    second = f"<w:tr>{row}<w:tc>{paragraph('c')}</w:tc><w:tc>{cell}{paragraph('d')}</w:tc></w:tr>"
    return f"<w:tbl>{first}{second}</w:tbl>"


@pytest.mark.parametrize(
    ("mark", "where", "change", "accepted", "rejected"),
    [
        ("ins", "row", (True, "c d", "c d"), "a b c d", "a b"),
        ("del", "row", (False, "c d", "c d"), "a b", "a b c d"),
        ("cellIns", "cell", (True, "d", "c d"), "a b c d", "a b c"),
        ("cellDel", "cell", (False, "d", "c d"), "a b c", "a b c d"),
    ],
)
def test_tracked_rows_and_cells_are_asked_about(
    mark: str, where: str, change: tuple[bool, str, str], accepted: str, rejected: str
) -> None:
    document = docx(_tracked(mark, where))
    with pytest.raises(ChangedError) as raised:
        read(document)
    assert [(one.added, one.words, one.around) for one in raised.value.found] == [change]
    for how, expected in ((Settle.ACCEPT, accepted), (Settle.REJECT, rejected)):
        blocks, told = read(document, how)
        assert " ".join(words(blocks)).replace("|", " ").split() == expected.split()
        assert [(kind, said) for kind, said, _ in told] == [("CHANGE", change[1])]


def test_another_level_of_a_list_is_asked_about_and_another_look_is_not() -> None:
    lists = {"numbering": numbering(level(0, "%1."), level(1, "%1.%2"))}
    place = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'

    def changed(former: str) -> bytes:
        was = f'<w:pPrChange w:id="1" w:author="A"><w:pPr>{former}</w:pPr></w:pPrChange>'
        return docx(f"{numbered('A')}<w:p><w:pPr>{place.format(1)}{was}</w:pPr>{run('B')}</w:p>", lists)

    document = changed(place.format(0))
    with pytest.raises(ChangedError) as raised:
        read(document)
    assert [(one.words, one.around) for one in raised.value.found] == [("¶ in this list or style", "B")]
    assert words(read(document, Settle.ACCEPT)[0]) == ["1. A", "1.1 B"]
    assert words(read(document, Settle.REJECT)[0]) == ["1. A", "2. B"]
    assert words(read(changed(f'{place.format(1)}<w:jc w:val="center"/>'))[0]) == ["1. A", "1.1 B"]


def test_what_is_no_word_goes_on_with_its_paragraph_and_is_asked_about() -> None:
    formula = "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"
    body = f"<w:p {DRAWN}>{_END_DELETED}{formula}</w:p>{paragraph(' holds.')}"
    assert words(read(docx(body), Settle.ACCEPT)[0]) == ["a=b holds."]
    sign = '<w:del w:id="1" w:author="A"><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:del>'
    with pytest.raises(ChangedError) as raised:
        read(docx(f"<w:p>{run('Yes ')}{sign}</w:p>"))
    assert [(one.added, one.words) for one in raised.value.found] == [(False, "something that is no word")]


def test_rows_in_a_control_are_settled_too_and_told_once() -> None:
    gone = '<w:del w:id="2" w:author="A"><w:r><w:delText>b</w:delText></w:r></w:del>'
    marked = '<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>'
    row = f"<w:tr>{marked}<w:tc><w:p>{_END_DELETED}{gone}</w:p></w:tc></w:tr>"
    control = f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc></w:tr>{control}</w:tbl>"
    document = docx(table)
    for how, expected in ((Settle.ACCEPT, ["a"]), (Settle.REJECT, ["a b"])):
        blocks, told = read(document, how)
        assert [" ".join(said.replace("|", " ").split()) for said in words(blocks)] == expected
        assert [(kind, said) for kind, said, _ in told] == [("CHANGE", "b")]


CHANGED = (
    f'<w:p>{run("You must ")}<w:del w:id="1" w:author="A"><w:r><w:delText>not </w:delText></w:r></w:del>'
    f'<w:ins w:id="2" w:author="A">{run("always ")}</w:ins>{run("go.")}</w:p>'
)
ENDS_GONE = f"<w:p>{_END_DELETED}{run('One ')}</w:p><w:p>{run('two.')}</w:p>"


def test_tracked_changes_are_told_until_somebody_settles_them() -> None:
    with pytest.raises(ChangedError) as raised:
        read(docx(CHANGED))
    assert [(change.added, change.words) for change in raised.value.found] == [
        (False, "not "),
        (True, "always "),
    ]


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (Settle.ACCEPT, ["You must always go.", "One two."]),
        (Settle.REJECT, ["You must not go.", "One", "two."]),
    ],
)
def test_tracked_changes_are_accepted_or_rejected(how: Settle, expected: list[str]) -> None:
    blocks, told = read(docx(CHANGED + ENDS_GONE), how)
    assert words(blocks) == expected
    assert [kind for kind, _, _ in told] == ["CHANGE"] * 3


def test_a_paragraph_that_was_put_in_counts_only_where_it_is_accepted() -> None:
    new = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        '<w:rPr><w:ins w:id="1" w:author="A"/></w:rPr></w:pPr>'
        f'<w:ins w:id="2" w:author="A">{run("New")}</w:ins></w:p>'
    )
    data = docx(numbered("A") + new + numbered("B"), {"numbering": numbering(level(0, "%1."))})
    assert words(read(data, Settle.ACCEPT)[0]) == ["1. A", "2. New", "3. B"]
    assert words(read(data, Settle.REJECT)[0]) == ["1. A", "2. B"]
