"""Pictures keep their places and their words, and are of the kind that they are."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from clausetree.importing.word.read import read_word

from .documents import docx
from .reading import DRAWN, read, run, words


def test_a_picture_of_an_older_document_stays_in_its_place_with_its_words() -> None:
    drawn = '<w:r><w:pict><v:shape alt="the way out"><v:imagedata r:id="map"/></v:shape></w:pict></w:r>'
    body = f"<w:p {DRAWN}>{run('This is ')}{drawn}{run(' to take.')}</w:p>"
    blocks, told = read(docx(body, links={"map": "media/gone.png"}))
    assert words(blocks) == ["This is the way out to take."]
    assert [kind for kind, _, _ in told] == ["UNREAD"]


@pytest.mark.parametrize(
    ("name", "content", "kept", "told"),
    [
        ("plan.tiff", b"II*\x00", "picture-1.tiff", [("NOT_SHOWN", "picture-1.tiff")]),
        ("plan.png", b"", "picture-1.png", [("NOT_SHOWN", "picture-1.png")]),
        ("plan.gif", b"\x89PNG\r\n\x1a\n", "picture-1.png", [("NO_WORDS", "picture-1.png")]),
    ],
)
def test_a_picture_is_of_the_kind_that_its_content_is(
    name: str, content: bytes, kept: str, told: list[tuple[str, str]]
) -> None:
    drawn = '<w:r><w:pict><v:shape><v:imagedata r:id="map"/></v:shape></w:pict></w:r>'
    data = docx(f"<w:p {DRAWN}>{run('At ')}{drawn}</w:p>", links={"map": f"media/{name}"})
    made = BytesIO(data)
    with ZipFile(made, "a") as archive:
        archive.writestr(f"word/media/{name}", content)
    found = read_word(made.getvalue())
    assert found.pictures == {kept: content}
    assert [(remark.kind.name, remark.words) for remark in found.remarks] == told


PICTURED = (
    f'{DRAWN} xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)


def test_of_a_picture_that_is_not_in_the_file_the_words_stay() -> None:
    filled = '<pic:pic><pic:blipFill><a:blip r:embed="map"/></pic:blipFill></pic:pic>'
    picture = f"<a:graphic><a:graphicData>{filled}</a:graphicData></a:graphic>"
    drawn = f'<w:r><w:drawing><wp:inline><wp:docPr descr="the way out"/>{picture}</wp:inline></w:drawing></w:r>'
    body = f"<w:p {PICTURED}>{run('This is')}{drawn}{run('to take.')}</w:p>"
    blocks, told = read(docx(body, links={"map": "media/gone.png"}))
    assert words(blocks) == ["This is the way out to take."]
    said = "a picture that is not in the file; its words stand in its place: “the way out”"
    assert told == [("UNREAD", said, "")]
