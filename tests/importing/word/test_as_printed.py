"""Automatic numbers drawn at random are those that LibreOffice prints."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .documents import docx, level, numbering, paragraph
from .test_labels import printed

FORMS = ("decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "decimalZero", "ordinal")
DEPTH = 4
AT_ONCE = 40
"""LibreOffice takes seconds to start, and milliseconds for a document."""


@st.composite
def levels(draw: st.DrawFn) -> list[str]:
    """The levels of a list, each with a text that names it, and maybe those above.

    None of them is legal or begins anew only below some level: LibreOffice 7.4 knows little of that.
    """
    found = []
    for at in range(DEPTH):
        whole = ".".join(f"%{above + 1}" for above in range(at + 1))
        text = draw(st.sampled_from([whole, f"{whole}.", f"(%{at + 1})", f"Article %{at + 1}", f"%{at + 1})"]))
        start = draw(st.sampled_from([1, 1, 1, 3]))
        found.append(level(at, text, draw(st.sampled_from(FORMS)), start=start))
    return found


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, str]:
    """A body, and the definitions of its numbers. Two lists of one family count on, a third begins anew."""
    start = draw(st.integers(1, 4))
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )
    body, at, other = "", 0, False
    for place in range(draw(st.integers(4, 12))):
        if draw(st.integers(0, 7)) == 0:
            body += paragraph(f"W{place}")
            continue
        # A list that begins anew does so at its first level.
        other = other or draw(st.integers(0, 9)) == 0
        at = draw(st.integers(0, min(at + 1, DEPTH - 1))) if place else 0
        number = 3 if other and at == 0 else draw(st.sampled_from([1, 2]))
        words = paragraph(f"W{place}", f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')
        body += f"<w:tbl><w:tr><w:tc>{words}</w:tc></w:tr></w:tbl>" if draw(st.integers(0, 9)) == 0 else words
    return f"{body}<w:p/>", numbering(*draw(levels()), more=more)


@settings(
    max_examples=2,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # LibreOffice would be started for each smaller example.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(st.lists(documents(), min_size=AT_ONCE, max_size=AT_ONCE))
def test_numbers_are_those_that_libreoffice_prints(drawn: list[tuple[str, str]]) -> None:
    made = {f"{at:02}": docx(body, {"numbering": definitions}) for at, (body, definitions) in enumerate(drawn)}
    for (body, definitions), (name, theirs) in zip(drawn, as_printed(made).items(), strict=True):
        ours = dict(_parted(line) for line in printed(body, definitions))
        differing = {
            words: (ours[words], label)
            for words, label in (_parted(line) for line in theirs.splitlines() if line.strip())
            if ours[words] != label
        }
        assert not differing, f"{name}: {differing} in {body} by {definitions}"


def as_printed(made: Mapping[str, bytes]) -> dict[str, str]:
    """Return the text that LibreOffice prints of each document."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        for name, data in made.items():
            (place / f"{name}.docx").write_bytes(data)
        subprocess.run(
            [
                *("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"),
                *("--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder),
                *(str(place / f"{name}.docx") for name in made),
            ],
            check=True,
            capture_output=True,
        )
        return {name: (place / f"{name}.txt").read_text(encoding="utf-8-sig") for name in made}


def _parted(line: str) -> tuple[str, str]:
    match = re.fullmatch(r"\s*(?P<label>.*?)\s*(?P<words>W\d+)\s*", line)
    assert match, line
    return match["words"], match["label"]
