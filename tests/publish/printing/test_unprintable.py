"""What keeps a policy from being printed is said beforehand, and where it stands."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pypdf import PdfReader

from clausetree.history.policies import Policies
from clausetree.policy.parser import parse_policy
from clausetree.policy.policy import Policy
from clausetree.publish.printing.documents import Edition
from clausetree.publish.printing.fonts import fonts_for, made_with
from clausetree.publish.printing.printable import is_printed
from clausetree.publish.printing.signs import PRINTABLE, missing_signs, read_printable, write_printable
from clausetree.publish.printing.unprintable import check_print, try_print
from clausetree.publish.sources.policies import load_policies
from clausetree.render.typst.document import to_typst
from clausetree.render.typst.strings import string
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source

HEAD = """\
---
policy: p
title: The title
version: "1.0"
owner: O
approved: A
---

# The title {: #top }

"""


def loaded(body: str, folder: Path) -> tuple[Policy, Policies, Path]:
    docs = folder / "docs"
    (docs / "policy").mkdir(parents=True)
    (docs / "policy" / "p.md").write_text(HEAD + body, encoding="utf-8")
    policies = load_policies(docs)
    return next(iter(policies.registry)), policies, docs


def told(found: list[Diagnostic]) -> list[tuple[str, tuple[int, int]]]:
    return [(one.code, one.source.place(one.span.start)) for one in found]


def test_a_sound_policy_can_be_printed(tmp_path: Path) -> None:
    assert try_print(*loaded("1.1 Words, größer, ✅ and 政策.\n{: #c1-1 }\n", tmp_path)) == []


def test_signs_that_are_said_to_need_no_further_font_need_none() -> None:
    signs = "".join(filter(lambda sign: fonts_for(sign) == [], map(chr, range(ord(" "), 0x3000))))
    assert set("aZ09ßé£€’“–…") <= set(signs)
    assert fonts_for("政策") != []
    made = Edition(f'#set document(title: "T")\n= T\n#{string(signs)}', {}).to_pdf()
    page: Any = PdfReader(BytesIO(made)).pages[0]
    assert set(signs) <= set(page.extract_text())
    used = [font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()]
    assert [name for name in used if "LibertinusSerif" not in name] == []


def test_a_sign_that_no_font_has_is_told_once_with_its_place(tmp_path: Path) -> None:
    policy, policies, docs = loaded("1.1 Ask 𓀀 and 𓀀, then 𓀁.\n{: #c1-1 }\n", tmp_path)
    assert told(check_print(policy, policies, docs)) == [("P164", (11, 9)), ("P164", (11, 23))]
    assert "egyptian hieroglyph a001" in check_print(policy, policies, docs)[0].message


def test_a_sign_that_is_written_in_another_way_is_told_where_its_words_stand(tmp_path: Path) -> None:
    assert told(check_print(*loaded("Words.\n{: #w }\n\n1.1 Ask &#x13000;.\n{: #c1-1 }\n", tmp_path))) == [
        ("P164", (14, 1))
    ]


@pytest.mark.parametrize(
    "source",
    ["gone.png", "../../secret.png", "/gone.png", "https://e.example/a.png", "data:image/png;base64,!"],
)
def test_a_picture_that_is_not_there_is_told_with_its_place(source: str, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"no page of the site")
    body = f"1.1 See ![the map]({source}).\n{{: #c1-1 }}\n"
    ((code, (line, _)),) = told(check_print(*loaded(body, tmp_path)))
    assert (code, line) == ("P163", 11)


def test_a_picture_that_cannot_be_read_is_told_before_anything_is_made_of_it(tmp_path: Path) -> None:
    policy, policies, docs = loaded("1.1 See ![the map](map.png).\n{: #c1-1 }\n", tmp_path)
    (docs / "policy" / "map.png").write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    assert told(check_print(policy, policies, docs)) == []
    (found,) = try_print(policy, policies, docs)
    assert found.code == "P165"
    assert "decode image" in found.message


def test_ascii_and_what_is_not_seen_are_never_missing() -> None:
    assert missing_signs("All of this, and \x00\x1b\ufeff\u200b\u00ad too.") == ()


def test_what_is_said_of_signs_was_found_with_the_fonts_that_are_there() -> None:
    told = PRINTABLE.read_text(encoding="ascii").splitlines()[0]
    assert told == f"# {made_with()}", (
        "fonts have changed: run `python -m clausetree.publish.printing.printable`"
    )


def test_what_is_said_of_signs_is_what_typst_does_with_them() -> None:
    signs = [chr(code) for code in range(0x20, 0x30000)]
    known = [sign for sign in signs if unicodedata.category(sign) not in ("Cc", "Cn", "Co", "Cs")]
    missing = {sign for sign in known if missing_signs(sign)}
    chance = Random(12)
    for sign in (*chance.sample(sorted(missing), 60), *chance.sample(sorted(set(known) - missing), 120)):
        if unicodedata.normalize("NFC", sign) == sign:
            assert is_printed(sign) == (sign not in missing), f"U+{ord(sign):04X}"


def test_ranges_are_read_as_they_are_written() -> None:
    text = write_printable([32, 33, 34, 0x1F512], "made with this")
    assert text == "# made with this\n20-22\n1f512-1f512\n"
    assert read_printable(text) == [(32, 34), (0x1F512, 0x1F512)]


@pytest.mark.parametrize("head", ["[Who](https://a.example/)", "**Who**[^1]"])
def test_a_table_over_pages_may_lead_somewhere_in_its_head(head: str) -> None:
    rows = "".join(f"| Row {at} {{: #r{at} }} | what it says |\n" for at in range(80))
    note = "\n[^1]: A note.\n    {: #note-1 }\n" if "[^1]" in head else ""
    text = f"1.1 Words.\n{{: #c1-1 }}\n\n| {head} {{: #who }} | What |\n| --- | --- |\n{rows}{note}"
    meta = {"policy": "p", "title": "P", "version": "1", "owner": "O", "approved": "A"}
    policy, faults = parse_policy(Source("p.md", text), meta, {})
    assert policy is not None
    assert faults == []
    pdf = Edition(to_typst(policy, lambda href: href, {}), {}).to_pdf()
    assert len(PdfReader(BytesIO(pdf)).pages) > 1
