"""What a document names that stands in another part of its file, or does not."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from .documents import docx
from .reading import DRAWN, read, run, words


def test_notes_are_found_by_what_names_them() -> None:
    notes = '<w:footnote w:id="9"><w:p><w:r><w:t>The note.</w:t></w:r></w:p></w:footnote>'
    document = docx(f'<w:p>{run("Word")}<w:r><w:footnoteReference w:id="9"/></w:r></w:p>', {"footnotes": notes})
    renamed = BytesIO()
    with ZipFile(BytesIO(document)) as usual, ZipFile(renamed, "w") as other:
        for name in usual.namelist():
            part = usual.read(name).replace(b"footnotes.xml", b"footnotes2.xml")
            other.writestr(name.replace("footnotes.xml", "footnotes2.xml"), part)
    for data in (document, renamed.getvalue()):
        blocks, told = read(data)
        assert words(blocks)[0].startswith("Word")
        assert words(blocks)[-1] == "The note."
        assert not told


def test_what_names_something_that_is_not_in_the_file_is_told_and_its_words_stay() -> None:
    link = f'<w:hyperlink r:id="gone">{run("the form")}</w:hyperlink>'
    note = '<w:r><w:footnoteReference w:id="9"/></w:r>'
    drawn = '<w:r><w:pict><v:shape><v:imagedata r:id="gone"/></v:shape></w:pict></w:r>'
    blocks, told = read(docx(f"<w:p {DRAWN}>{run('Send ')}{link}{run(' today.')}{note}{drawn}</w:p>"))
    assert words(blocks) == ["Send the form today."]
    assert [(kind, said) for kind, said, _ in told] == [
        ("LOST", "the form"),
        ("UNREAD", "a note that is not in the file"),
        ("UNREAD", "a picture that is not in the file"),
    ]
