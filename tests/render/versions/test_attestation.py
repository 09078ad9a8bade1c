"""Where staff confirm, and what the settings may say about it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clausetree.policy.policy import Policy
from clausetree.render.versions.attestation import (
    Attestation,
    Destination,
    fault_in,
    fault_in_statement,
    link_for,
    to_html,
)
from clausetree.render.versions.data import policy_json
from tests.history.desk import Desk
from tests.history.living_site import SETTINGS, build, set_up

HTTPS = "It must begin with https://"
PERSON = "It must not hold a name or an e-mail address: whoever confirms signs in over there."
HOST = "After https:// it needs the name of a host, as in https://learning.example.org/confirm."
FIELDS = "It may name these in braces and no others: {policy}, {version}, {digest}."
PLAIN = "It holds a space or another character that an address cannot hold. Percent-encode it."


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("", None),
        ("https://a.example", None),
        ("https://a.example:8443/{policy}/{version}?d={digest}#now", None),
        ("http://a.example/", HTTPS),
        ("javascript:alert(1)", HTTPS),
        ("https://me@a.example/", PERSON),
        ("https://a.example/?who=me@a.example", PERSON),
        ("https://a.example/?who={name}", FIELDS),
        ("https://a.example/?who={email", FIELDS),
        ("https://{policy}.example/", HOST),
        ("https:///confirm", HOST),
        ("https://a.example/all staff", PLAIN),
        ('https://a.example/"onclick', PLAIN),
    ],
)
def test_a_template_is_https_and_carries_the_policy_and_nobody(template: str, fault: str | None) -> None:
    assert fault_in(template) == fault


@pytest.mark.parametrize(
    ("statement", "sound"),
    [
        ("I have read version {version} of the {title}.", True),
        ("I agree to version {version}.", True),
        ("I have read it.", False),
        ("", False),
        ("{name} has read version {version}.", False),
    ],
)
def test_a_statement_names_the_version_and_nobody(statement: str, sound: bool) -> None:
    assert (fault_in_statement(statement) is None) == sound


def test_what_goes_into_an_address_is_percent_encoded(policy: Policy) -> None:
    link = link_for(policy, "https://a.example/?p={policy}&v={version}&d={digest}")
    assert link == f"https://a.example/?p=social-media&v=2.2&d={policy.digest}"


def test_each_group_gets_a_way_of_its_own(policy: Policy) -> None:
    groups = ("All staff", "Managers", "Associates")
    ways = tuple(Destination(name, f"https://{at}.example/{{version}}") for at, name in enumerate(groups))
    html = to_html(policy, Attestation(destinations=ways), "../", released=True)
    for at, name in enumerate(groups):
        assert (
            f'<a href="https://{at}.example/2.2" class="ct-button">Confirm that you have read it: {name}</a>'
            in html
        )
    assert 'href="../policy/social-media/v/2.2/"' in html


def test_the_page_and_the_data_say_the_same(policy: Policy) -> None:
    html = to_html(policy, Attestation(), "../", released=True)
    data = json.loads(policy_json(policy, "", Attestation().statement_for(policy)))
    assert data["statement"] == "I have read version 2.2 of the Social media policy."
    assert data["permanent_url"] == "policy/social-media/v/2.2/"
    for value in (data["title"], data["version"], data["owner"], data["sha256"], data["statement"]):
        assert value in html
    for clause in data["clauses"]:
        assert clause["sha256"] in html
        assert clause["permanent_url"] == f"policy/social-media/v/2.2/#{clause['anchor']}"


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ('{url: "http://a.example/"}', HTTPS),
        ('{destinations: [{name: Staff, url: "https://a.example/{email}"}]}', FIELDS),
        ('{statement: "I have read it."}', "It must name the {version}"),
    ],
)
def test_a_bad_setting_stops_the_build_and_says_why(tmp_path: Path, setting: str, message: str) -> None:
    desk = Desk(tmp_path)
    set_up(desk)
    desk.live_through("1.0")
    settings = SETTINGS.replace("  - clausetree\n", f"  - clausetree:\n      attestation: {setting}\n")
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    code, said = build(desk, tmp_path / "site")
    assert code != 0
    assert message in said
    assert "Traceback" not in said
