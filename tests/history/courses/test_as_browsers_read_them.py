"""A link is judged as browsers follow it: neither less of an attribute nor more of a string than there is."""

from __future__ import annotations

import pytest

from .conftest import Check

SITE = "https://intranet.example.org/policies"
GOOD = f"{SITE}/policy/borrowing/#c1-1"


@pytest.mark.parametrize("sign", [".", ",", ")", ";", "!", "?"])
@pytest.mark.parametrize(
    "form",
    [
        '<a href="{}">x</a>',
        "<a href='{}'>x</a>",
        '<a href=" {} ">x</a>',
        "<a href={}>x</a>",
        '{{"url": "{}"}}',
        '["a", "{}"]',
        'var link = "{}";',
        "open('{}')",
        'go({{link: "{}"}})',
    ],
)
def test_a_sign_at_the_end_of_a_value_is_part_of_the_address(check: Check, form: str, sign: str) -> None:
    if sign == ")" and form == "<a href={}>x</a>":
        return
    code, said = check("index.html", form.format(GOOD + sign))
    assert code == 1, said
    assert f"nothing was ever called `c1-1{sign}`" in said
    assert check("index.html", form.format(GOOD)) == (0, "1 link to this site, 0 to look at.\n")


@pytest.mark.parametrize(
    "text",
    [
        f"<p>See {GOOD}.</p>",
        f"He said: “{GOOD}.”",
        f'He said "see {GOOD}."',
        f"({GOOD}), {GOOD}; {GOOD}!",
        f'<p title="See {GOOD}.">x</p>',
        f'<p data-links="{GOOD},{GOOD}">x</p>',
    ],
)
def test_a_sign_at_the_end_of_a_sentence_is_not(check: Check, text: str) -> None:
    assert check("index.html", text) == (0, "1 link to this site, 0 to look at.\n")


@pytest.mark.parametrize(
    "link",
    [
        r"https:\\intranet.example.org\policies\policy\borrowing\#c9-9",
        r"https:\\intranet.example.org/policies/policy/borrowing/#c9-9",
        r"https://intranet.example.org\policies\policy\borrowing/#c9-9",
        "https:/intranet.example.org/policies/policy/borrowing/#c9-9",
        r"..\..\policy\borrowing\#c9-9",
    ],
)
def test_a_link_with_other_slashes_is_seen(check: Check, link: str) -> None:
    code, said = check("index.html", f'<a href="{link}">x</a>')
    assert code == 1, said
    assert "nothing was ever called `c9-9`" in said
    assert "1 link to this site, 1 to look at" in said


def test_one_slash_behind_the_scheme_is_a_broken_link(check: Check) -> None:
    link = GOOD.replace("//", "/")
    assert check("index.html", f'<a href="{link}">x</a>') == (
        1,
        f"broken: {link}\n    in index.html: one slash stands behind `https:`, where two belong: "
        "on some sites, browsers look for it there.\n1 link to this site, 1 to look at.\n",
    )


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("borrowing/#c1-1", "1 link to this site, 0 to look at.\n"),
        ("borrowing/#c9-9", "nothing was ever called `c9-9`"),
        ("../policy/borrowing/#c9-9", "nothing was ever called `c9-9`"),
        ("nothing/", f"nowhere: {SITE}/policy/nothing/"),
    ],
)
def test_links_begin_with_the_base_of_their_page_to_which_nobody_goes(
    check: Check, link: str, said: str
) -> None:
    page = f'<head><base target="_top" href="{SITE}/policy/"></head><a href="{link}">x</a>'
    code, found = check("index.html", page, "--site", SITE)
    assert said in found
    assert f"nowhere: {SITE}/policy/\n" not in found
    assert "1 link to this site" in found
    assert code == (0 if "0 to look at" in said else 1)


BEGINNINGS = [
    f'var base = "{SITE}/policy/"; open(base + name)',
    f'open("{SITE}/policy/" + name)',
    f'open("{SITE}/policy/borr" + name)',
    f'open("{SITE}/policy/borrowing/#c1-" + number)',
    f"open(`{SITE}/policy/${{name}}/#c1-1`)",
    f'open("{SITE}/trees/lost-".concat(name))',
]


@pytest.mark.parametrize("script", BEGINNINGS)
def test_where_the_beginning_of_an_address_leads_is_not_known(check: Check, script: str) -> None:
    code, said = check("course.js", script, "--site", SITE)
    assert (code, said.splitlines()[-1]) == (3, "1 link to this site, 0 to look at, 1 not known.")
    assert "a script may put more behind it; where that leads is not known." in said


@pytest.mark.parametrize(
    "text",
    [
        f'<a href="{SITE}/policy/">x</a>',
        f'<script>open("{SITE}/policy/" + name)</script><a href="{SITE}/policy/">x</a>',
        f'var link = "{SITE}/nothing/";',
        f"See {SITE}/policy/ for more",
    ],
)
def test_a_link_to_a_folder_without_a_page_leads_nowhere(check: Check, text: str) -> None:
    code, said = check("index.html", text, "--site", SITE)
    assert (code, said.splitlines()[0][:8]) == (1, "nowhere:")
    assert "1 link to this site, 1 to look at." in said
