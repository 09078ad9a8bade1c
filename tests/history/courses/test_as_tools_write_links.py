"""A link is found in each way in which authoring tools, Office and mail programs write it."""

from __future__ import annotations

import gzip
import json
import zlib
from base64 import b64encode, urlsafe_b64encode
from io import BytesIO
from time import process_time
from urllib.parse import quote
from zipfile import ZipFile

import pytest

from tests.history.desk import Desk

from .conftest import Check

GONE = "https://intranet.example.org/policies/policy/borrowing/#c9-9"
LINK = f'<p>See <a href="{GONE}">clause 9.9</a></p>'
PLUS = f"<p>\u00fb\u00fe\u00fb {LINK} ~~~>>>???"
"""In base64 it has signs that data and addresses write otherwise."""
RISE = json.dumps({"course": {"lessons": [{"items": [{"paragraph": LINK}]}]}})


def zipped(**files: str | bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return made.getvalue()


def in_base64(content: str | bytes) -> str:
    return b64encode(content.encode() if isinstance(content, str) else content).decode()


def lines_of_76(digits: str) -> str:
    return "\r\n".join(digits[at : at + 76] for at in range(0, len(digits), 76))


WRITTEN: dict[str, str | bytes] = {
    "a link in a page": LINK,
    "a page in UTF-16 with its mark": LINK.encode("utf-16"),
    "a page in UTF-16 without it": LINK.encode("utf-16-le"),
    "a page in UTF-16, the other way round": LINK.encode("utf-16-be"),
    "a page in windows-1252": f"<p>Caf\u00e9 \u2013 {LINK}".encode("cp1252"),
    "a page with one zero in it": f"<p>one\0two</p>{LINK}",
    "a page with one zero where UTF-16 has none": f"<p>one\0{LINK}",
    "Chinese in UTF-16 without a mark": f"<p>{'请看第九条。' * 40}</p>{LINK}".encode("utf-16-le"),
    "slashes with a backslash": '{"u":"' + GONE.replace("/", "\\/") + '"}',
    "slashes as numbers": '{"u":"' + GONE.replace("/", "\\u002F") + '"}',
    "all signs as numbers": '{"u":"' + "".join(f"\\u{ord(sign):04x}" for sign in GONE) + '"}',
    "signs as numbers of two digits": "open('" + GONE.replace("/", "\\x2f").replace("#", "\\x23") + "')",
    "data in a string of data": json.dumps({"d": json.dumps({"u": GONE.replace("/", "\\/")})}),
    "data three deep": json.dumps(json.dumps(json.dumps(LINK))),
    "data in a single-quoted script": "globalProvideData('slide', '"
    + json.dumps({"h": LINK}).replace('"', '\\"')
    + "')",
    "entities": LINK.replace("/", "&#x2F;").replace("#", "&#35;"),
    "a page within data within a page": f"<div data-x='{json.dumps(LINK)}'>".replace('"', "&quot;").replace(
        "<p", "&lt;p"
    ),
    "entities written as entities": LINK.replace("/", "&amp;#47;"),
    "a page coded for an address": f'load(decodeURIComponent("{quote(LINK, safe="")}"))',
    "a page coded twice": f'load("{quote(quote(LINK, safe=""), safe="")}")',
    "the old way to code": 'unescape("' + LINK.replace("/", "%u002F").replace("#", "%u0023") + '")',
    "Rise’s data": f'<script>window.courseData = "{in_base64(RISE)}";</script>',
    "Rise’s data, as a call": f'__resolveJsonp("course:en","{in_base64(RISE)}")',
    "data in base64 for addresses": f"var d='{urlsafe_b64encode(RISE.encode()).decode().rstrip('=')}'",
    "base64 with slashes escaped": json.dumps({"d": in_base64(RISE + "\u00ff\u00ff\u00ff?>?>")}).replace(
        "/", "\\/"
    ),
    "base64 in lines": f"<data>\n{lines_of_76(in_base64(LINK + RISE))}\n</data>",
    "base64 with its signs as numbers": json.dumps({"d": in_base64(PLUS)}).replace("+", "\\u002B"),
    "base64 coded for an address": f"load('{quote(in_base64(PLUS), safe='')}')",
    "base64 in lines, in a string": json.dumps({"d": lines_of_76(in_base64(PLUS + RISE))}),
    "base64 in strings that are added": "x='" + lines_of_76(in_base64(RISE)).replace("\r\n", "'+\n'") + "'",
    "base64 in base64": f"x='{in_base64(in_base64(RISE))}'",
    "base64 of UTF-16": f"x='{in_base64(LINK.encode('utf-16'))}'",
    "base64 of a zip": f"x='{in_base64(zipped(a_DOT_html=LINK))}'",
    "base64 of deflated data": f"x='{in_base64(zlib.compress(RISE.encode()))}'",
    "base64 of gzip": f"x='{in_base64(gzip.compress(RISE.encode()))}'",
    "gzip": gzip.compress(RISE.encode()),
    "deflate": zlib.compress(RISE.encode()),
    "a zip": zipped(res__data_DOT_json=RISE),
    "a zip in a zip": zipped(inner_DOT_zip=zipped(again_DOT_h5p=zipped(content__content_DOT_json=RISE))),
    "strings that are added": 'open("https://intranet.example.org" + "/policies/policy/borrowing/" + "#c9-9")',
    "strings in a list": json.dumps(
        {"t": ["https://intranet.example.org/policies/policy/bor", "rowing/#c9-9"]}
    ),
    "strings in a list of spans": json.dumps(
        [{"text": "see https://intranet.example.org/poli"}, {"text": "cies/policy/borrowing/#c9-9 now"}]
    ),
    "strings in a list, between others": json.dumps(
        ["See:", "(https://intranet.example.org/policies/policy/bor", "rowing/#c9-9", "https://other.example/a"]
    ),
    "strings in lists within lists, as editors keep what is bold": json.dumps(
        {
            "children": [
                {"text": "See https://intranet.example.org/policies/pol"},
                {"bold": True, "children": [{"text": "icy/borrowing"}]},
                {"text": "/#c9-9 today."},
            ]
        }
    ),
    "strings of which the first ends in the scheme": json.dumps(
        {"t": ["http", "s:/", "/intranet.example.org/policies/policy/borrowing/#c9-9"]}
    ),
    "a word before the first part": (
        "<p>Link:<b>https://intranet.example.org/pol</b><i>icies/policy/borrowing/</i>#c9-9</p>"
    ),
    "a field of Word with a tip": (
        '<w:instrText> HYPERLINK "https://intranet.example.org/policies/policy/borrowing/" \\o "The policy" '
        '\\l "c9-9" \\t "_blank" </w:instrText>'
    ),
    "strings that are put together by a call": (
        'open("https://intranet.example.org".concat("/policies/policy/borrowing/").concat("#c9-9"))'
    ),
    "strings in a sheet’s formula": (
        '<f>HYPERLINK("https://intranet.example.org/policies/policy/borrowing/"&amp;"#c9-9")</f>'
    ),
    "H5P, which keeps the scheme apart": json.dumps(
        {"linkWidget": {"protocol": "https://", "url": GONE.removeprefix("https://")}}
    ).replace("/", "\\/"),
    "entities without their end": LINK.replace("/", "&#47"),
    "a port": LINK.replace("example.org", "example.org:443"),
    "a page that sends on": f'<meta http-equiv="refresh" content="0; url={GONE}">',
    "runs of letters": (
        "<w:p><w:r><w:t>https://intranet.example.org/poli</w:t></w:r><w:r><w:rPr><w:b/></w:rPr>"
        "<w:t>cies/policy/borrowing/#c9-9</w:t></w:r></w:p>"
    ),
    "Word, which keeps the anchor by itself": zipped(
        word__document_DOT_xml='<w:hyperlink r:id="rId4" w:anchor="c9-9"/>',
        word___rels__document_DOT_xml_DOT_rels=(
            f'<Relationship Id="rId4" Target="{GONE.removesuffix("#c9-9")}"/>'
        ),
    ),
    "Excel, which does, too": zipped(
        xl__worksheets__sheet1_DOT_xml='<hyperlink ref="A1" r:id="rId1" location="c9-9"/>',
        xl__worksheets___rels__sheet1_DOT_xml_DOT_rels=(
            f'<Relationship Target="{GONE.removesuffix("#c9-9")}" Id="rId1"/>'
        ),
    ),
    "a field of Word": (
        '<w:instrText> HYPERLINK "https://intranet.example.org/policies/policy/</w:instrText></w:r><w:r>'
        '<w:instrText>borrowing/" \\l "c9-9" </w:instrText>'
    ),
    "an address over two lines": "See https://intranet.example.org/policies/policy/bor\nrowing/#c9-9 today.",
    "the page’s own file": LINK.replace("borrowing/#", "borrowing/index.html#"),
    "capital letters in the host": LINK.replace("https://intranet", "HTTPS://Intranet"),
    "# coded": LINK.replace("#", "%23"),
    "# coded twice": LINK.replace("#", "%2523"),
    "no scheme": LINK.replace("https:", ""),
    "no site": LINK.replace("https://intranet.example.org/policies", "../.."),
    "no quotes": f"<a href={GONE}>x</a>",
    "invisible signs that break lines": LINK.replace("/policy/", "/\u200bpolicy/\u00ad"),
    "Markdown": f"[9.9]({GONE})",
    "a certain passage": LINK.replace("c9-9", "c9-9:~:text=must%20not"),
    "the document": LINK.replace("borrowing/#", "borrowing/borrowing.pdf#nameddest="),
}
SERVICES = {
    "Safe Links": f"https://eur01.safelinks.protection.outlook.com/?url={quote(GONE, safe='')}&data=05",
    "Proofpoint’s second way": "https://urldefense.proofpoint.com/v2/url?u=https-3A__intranet.example.org_policies_policy_borrowing_-23c9-2D9&d=Dw&c=x&e=",
    "Proofpoint’s third way": "https://urldefense.com/v3/__https://intranet.example.org/policies/policy/borrowing/*c9-9__;Iw!!AbC!xyz$",
    "Proofpoint’s third way, one slash": "https://urldefense.com/v3/__https:/intranet.example.org/policies/policy/borrowing/*c9-9__;Iw!!AbC!xyz$",
    "Proofpoint’s first way": f"https://urldefense.proofpoint.com/v1/url?u={quote(GONE, safe='')}&k=x",
    "Barracuda": f"https://linkprotect.cudasvc.com/url?a={quote(GONE, safe='')}&c=E,1,x&typo=1",
    "Cisco": f"https://secure-web.cisco.com/1aBcD-e/{quote(GONE, safe='')}",
    "Trend Micro": f"https://ca-1.ctp.trendmicro.com/wis/clicktime/v1/query?url={quote(GONE, safe='')}&umid=x",
    "Sophos": f"https://eu-west-1.protection.sophos.com?d=example.org&u={in_base64(GONE).rstrip('=')}=&i=x",
    "Google": f"https://www.google.com/url?q={quote(GONE, safe='')}&sa=D",
    "Check Point": f"https://protect.checkpoint.com/v2/___{GONE}___.YXAzOmV4YW1wbGU6YTpvOjEyMw",
    "Menlo": f"https://safe.menlosecurity.com/{GONE.replace('//', '/')}",
    "FireEye": f"https://protect2.fireeye.com/v1/url?k=1-2&q=1&e=3&u={quote(GONE, safe='')}",
    "an archive": f"https://web.archive.org/web/2026/{GONE}",
    "a service within a service": "https://eur01.safelinks.protection.outlook.com/?url="
    + quote(
        "https://urldefense.com/v3/__https://intranet.example.org/policies/policy/borrowing/*c9-9__;Iw!!A!b$",
        safe="",
    ),
}


@pytest.mark.parametrize("way", WRITTEN)
def test_a_dead_link_is_found_however_a_tool_writes_it(check: Check, way: str) -> None:
    code, said = check("data", WRITTEN[way])
    assert code == 1, said
    assert "nothing was ever called `c9-9`" in said
    assert "to this site, 1 to look at." in said


@pytest.mark.parametrize("service", SERVICES)
def test_the_address_that_a_mail_service_was_given_is_the_one_that_is_checked(
    check: Check, service: str
) -> None:
    code, said = check("index.html", f'<a href="{SERVICES[service]}">x</a>'.replace("&", "&amp;"))
    assert code == 1, said
    assert "nothing was ever called `c9-9`" in said
    assert "1 link to this site, 1 to look at" in said


@pytest.mark.parametrize(
    "address",
    [
        "https://protect-eu.mimecast.com/s/AbCdE?domain=intranet.example.org",
        "https://url.uk.m.mimecastprotect.com/s/AbCdE",
        "https://bit.ly/3xYzAb",
    ],
)
def test_an_address_that_only_a_service_can_read_is_not_called_well(check: Check, address: str) -> None:
    code, said = check(
        "index.html", f'<a href="{address}">x</a>', "--site", "https://intranet.example.org/policies/"
    )
    assert code == 3
    assert said.startswith(f"not known: {address}\n    in index.html: only ")
    assert said.endswith("1 link to this site, 0 to look at, 1 not known.\n")


def test_an_address_that_is_kept_by_a_service_and_is_of_another_host_is_not_ours(check: Check) -> None:
    address = "https://protect-eu.mimecast.com/s/AbCdE?domain=elsewhere.example"
    said = check("a.html", f'<a href="{address}">x</a>', "--site", "https://intranet.example.org/policies/")
    assert said == (0, "0 links to this site, 0 to look at.\n")


@pytest.mark.parametrize(
    "address",
    [
        "https://urldefense.com/v3/__https://intranet.example.org/*x__;\u00e9\u00e9!!AbC!x",
        "https://urldefense.com/v3/__https://intranet.example.org/*x__;I!!AbC!x",
        "https://[urldefense.com/v2/url?u=https-3A__intranet",
        "//urldefense.com/v2/url?u=https-3A__%5Bintranet",
    ],
)
def test_half_an_address_of_a_service_ends_nothing(check: Check, address: str) -> None:
    assert check("index.html", f"{address}\n{GONE}")[0] == 1


BROKEN = {
    "https://intranet.example.org/policies/policy/borrowing/%23c1-1": "`#` is written as %23",
    "https://intranet.example.org/policies/Policy/Borrowing/#c1-1": "the page, `policies/policy/borrowing/`",
    "https://intranet.example.org/policies/POLICY/BORROWING/V/2.0/#c1-1": "`policies/policy/borrowing/v/2.0/`",
    "https://intranet.example.org/policies/policy/borrowing/V/2.0/#c1-1": "`policies/policy/borrowing/v/2.0/`",
    "https://intranet.example.org/policies/policy/borrowing/BORROWING.PDF": "borrowing/borrowing.pdf`",
    "https://intranet.example.org/policies/trees/lost-equipment/LOST-EQUIPMENT.PDF": "lost-equipment.pdf`",
}


@pytest.mark.parametrize("address", BROKEN)
def test_a_link_to_what_is_there_that_no_browser_finds_is_broken(check: Check, address: str) -> None:
    code, said = check("index.html", f'<a href="{address}">x</a>')
    assert code == 1
    assert said.startswith(f"broken: {address}\n")
    assert BROKEN[address] in said


def test_a_link_to_no_page_of_our_site_is_told(check: Check) -> None:
    page = '<a href="https://intranet.example.org/policies/policy/borowing/#c1-1">x</a>'
    code, said = check("index.html", page, "--site", "https://intranet.example.org/policies")
    assert (code, said) == (
        1,
        "nowhere: https://intranet.example.org/policies/policy/borowing/#c1-1\n"
        "    in index.html: no page of this site is written for that address; "
        "did you mean `policy/borrowing/`?\n"
        "1 link to this site, 1 to look at.\n",
    )


@pytest.mark.parametrize("file", ["nosuch.pdf", "policy/borrowing/nosuch.json", "policy/nosuch.pdf"])
def test_a_link_to_no_file_of_our_site_is_told(check: Check, file: str) -> None:
    site = "https://intranet.example.org/policies"
    code, said = check("index.html", f'<a href="{site}/{file}">x</a>', "--site", site)
    assert (code, said.splitlines()[0]) == (1, f"nowhere: {site}/{file}")
    assert "no file of this site is written for that address" in said


@pytest.mark.parametrize(
    "file",
    [
        "clauses.csv",
        "policy/borrowing/policy.json",
        "policy/borrowing/borrowing.pdf",
        "trees/lost-equipment/lost-equipment.pdf",
        "404.html",
        "handout.odt",
    ],
)
def test_a_link_to_a_file_of_our_site_is_good(check: Check, desk: Desk, file: str) -> None:
    (desk.folder / "docs" / "handout.odt").write_bytes(b"")
    site = "https://intranet.example.org/policies"
    said = check("index.html", f'<a href="{site}/{file}">x</a>', "--site", site)
    assert said == (0, "1 link to this site, 0 to look at.\n")


def test_where_our_site_is_follows_from_a_link_to_a_clause(check: Check) -> None:
    base = "https://intranet.example.org/policies"
    page = f'<a href="{base}/policy/borrowing/#c1-1">x</a> <a href="{base}/nothing/">y</a> <a href="https://intranet.example.org/other/">z</a>'
    code, said = check("index.html", page)
    assert code == 1
    assert [line for line in said.splitlines() if line.startswith("nowhere")] == [f"nowhere: {base}/nothing/"]


def test_pages_of_others_are_none_of_ours(check: Check) -> None:
    page = '<a href="https://code.example/trees/main">x</a> <a href="https://elsewhere.example/policy/">y</a>'
    assert check("index.html", page) == (0, "0 links to this site, 0 to look at.\n")


@pytest.mark.parametrize(
    "text",
    [
        "<p>https://intranet.example.org/policies/policy/borrowing/#c1-1</p><b>Next</b>",
        '<a href="https://intranet.example.org/policies/policy/borrowing/#c1-1">1.1</a><span>Next</span>',
        "See https://intranet.example.org/policies/policy/borrowing/\nand more, or https://intranet.example.org/policies/policy/borrowing/#c1-1\nNext.",
        '["https://intranet.example.org/policies/policy/borrowing/#c1-1", "-9"]',
        '{"a": [{"text": "https://intranet.example.org/policies/trees/lost-equipment"}, {"text": "Next"}]}',
        '{"a": [{"text": "https://intranet.example.org/policies/policy/borrowing"}, {"text": "Next"}]}',
        "(https://intranet.example.org/policies/policy/borrowing/#c1-1)",
        "[https://intranet.example.org/policies/policy/borrowing/#c1-1]",
    ],
)
def test_what_stands_beside_a_good_link_makes_no_dead_one_of_it(check: Check, text: str) -> None:
    code, said = check("data.txt", text)
    assert code == 0, said


def test_data_in_lines_make_no_dead_links_of_their_halves(check: Check) -> None:
    link = '<a href="https://intranet.example.org/policies/policy/borrowing/#c1-1">x</a>'
    for shift in range(60):
        code, said = check("data.txt", lines_of_76(in_base64(f"{'x' * shift}{link}{'<p>words</p>' * 9}")))
        assert (code, said) == (0, "1 link to this site, 0 to look at.\n")


@pytest.mark.parametrize(
    "text", ["<" + "a" * 200_000, '{"a": "' + "//" * 100_000, "[" * 100_000, "\\" * 200_000]
)
def test_a_text_without_end_is_searched_in_time_that_grows_with_its_length(check: Check, text: str) -> None:
    start = process_time()
    assert check("a.txt", f"{text}\n{GONE}")[0] == 1
    assert process_time() - start < 12
