"""A text is read as browsers read it; what cannot be read is never called whole."""

from __future__ import annotations

import pytest

from clausetree.policy.encodings import Decoded, decode


@pytest.mark.parametrize(
    ("name", "codec", "words"),
    [
        ("iso-8859-1", "cp1252", "“Café”"),
        ("x-sjis", "cp932", "①規程"),
        ("gb2312", "gbk", "規程"),
        ("tis-620", "cp874", "“ระเบียบ”"),
        ("x-cp1251", "cp1251", "Правила"),
        ("koi8-u", "koi8-u", "Правила"),
    ],
)
def test_a_text_is_read_as_browsers_read_what_is_declared(name: str, codec: str, words: str) -> None:
    page = f"<meta charset={name}>{words}"
    assert decode(page.encode(codec)) == Decoded(page)
    assert decode(words.encode(codec), name) == Decoded(words)


@pytest.mark.parametrize(
    "name",
    ["hex", "rot13", "base64", "zlib", "idna", "punycode", "undefined", "unicode_escape", "x-none", "\0"],
)
def test_what_is_no_encoding_of_letters_is_not_called_read(name: str) -> None:
    assert decode("Café".encode("cp1252"), name) == Decoded("Café", whole=False)
    assert decode(b"Cafe", name) == Decoded("Cafe")


def test_a_page_that_says_it_is_utf_8_and_is_not_quite_is_not_called_whole() -> None:
    page = "<meta charset=utf-8>Café".encode()
    assert decode(page) == Decoded(page.decode())
    assert decode(page + b"\xe9") == Decoded(page.decode() + "\ufffd", whole=False)


def test_a_few_signs_of_another_encoding_do_not_make_all_of_a_text_another() -> None:
    text = "Clés, entrée, sortie".encode()
    assert decode(text + b" \xe9") == Decoded(text.decode() + " \ufffd", whole=False)
    assert decode("Clés, entrée".encode("cp1252")) == Decoded("Clés, entrée")
    assert decode("Ã©".encode("cp1252") + b" \xe9t\xe9") == Decoded("Ã© été")
