#!/usr/bin/env bash
# typst 0.15.2 from PyPI. Expected: SOURCE_DATE_EPOCH fixes the time in the PDF, as it does for the program of
# that name.
# Seen: it is not heeded: the PDF of one source has other bytes each second, for it says when it was made. What
# helps is `#set document(date: none)`, or the argument `timestamp`. (The PDF calls its maker Typst 0.15.1.)
# Hurts: who publishes the digest of a policy's PDF cannot make the same file again, though the build is said to
# be fixed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 pypdf==7.1.0
SOURCE_DATE_EPOCH=1000000000 "$work/venv/bin/python" - <<'PY'
import io
import time

import pypdf
import typst


def twice(source):
    first = typst.compile(source)
    time.sleep(1.1)
    return first, typst.compile(source)


dated = twice(b"Decline every gift.")
undated = twice(b"#set document(date: none)\nDecline every gift.")
head = pypdf.PdfReader(io.BytesIO(dated[0])).metadata
print(head)
print("same bytes:", dated[0] == dated[1], "and without a date:", undated[0] == undated[1])
assert dated[0] != dated[1] and "D:2001" not in head["/CreationDate"]
assert undated[0] == undated[1]
PY
