#!/usr/bin/env bash
# mammoth 1.13.0, beside pandoc 3.9 (in pypandoc_binary 1.17), each on one Word document with a picture as Word wrote them
# until 2007 and still writes them in documents that it keeps compatible: VML (ISO/IEC 29500-4, 14.1 and 19.1.2.11), in the
# middle of a clause, with the words for those who do not see it.
# Expected: the picture between the words of the clause, with its own words.
# Seen: pandoc has it in its place (and no words). mammoth looks for these words under a name that none of its parts has, so
# that they are gone, and it puts the picture behind the clause. There is no message.
# Hurts: “Use [the red telephone] first.” is read out as “Use first.”, and a picture without words follows.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mammoth==1.13.0 pypandoc_binary==1.17 python-docx==1.2.0
cd "$work"
venv/bin/python - <<'PY'
import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

import docx
import mammoth
import pypandoc


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


dot = b"\x89PNG\r\n\x1a\n" + b"".join(
    chunk(kind, data)
    for kind, data in (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\xff\0\0")),
        (b"IEND", b""),
    )
)
document = docx.Document()
clause = document.add_paragraph("Use ")
relation, _ = document.part.get_or_add_image(BytesIO(dot))
clause.add_run("HERE")
clause.add_run(" first.")
document.save("usual.docx")
picture = (
    '<w:pict xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
    '<v:shape style="width:9pt;height:9pt" alt="the red telephone">'
    f'<v:imagedata r:id="{relation}" o:title="the red telephone"/></v:shape></w:pict>'
)
with ZipFile("usual.docx") as usual, ZipFile("old.docx", "w") as old:
    for name in usual.namelist():
        old.writestr(name, usual.read(name).replace(b"<w:t>HERE</w:t>", picture.encode()))

with open("old.docx", "rb") as opened:
    taken = mammoth.convert_to_html(opened, convert_image=mammoth.images.img_element(lambda _: {"src": "dot.png"}))
beside = pypandoc.convert_file("old.docx", "html").strip()
print(pypandoc.get_pandoc_version(), beside, taken.value, taken.messages, sep="\n")
assert beside.startswith("<p>Use <img ") and beside.endswith(" first.</p>")
assert taken.value == '<p>Use  first.</p><img src="dot.png" />'
assert taken.messages == []
PY
