"""An author who starts from what is published, and one who starts with nothing: all by the page."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from clausetree.cli import main

from ...building import build
from ..axe import violations
from .bench import text_of, wait_for_python
from .site import address as address
from .site import page as page
from .site import published as published

TREE = "trees/no-answer.tree"
POLICY = "docs/policy/lone-working.md"
HERE = """() => {
  const one = document.activeElement;
  if (one.classList.contains("bench-editor")) return "the text";
  return (one.ariaLabel || one.textContent).trim();
}"""
"""What has the focus."""


def opened(page: Page, file: str) -> None:
    page.goto(f"workbench/#{file.replace('/', '%2F')}")
    wait_for_python(page)


def wrong(page: Page) -> list[str]:
    """What is said to be wrong."""
    page.get_by_role("tab", name="What is wrong").click()
    return page.locator(".bench-fault p:first-child").all_inner_texts()


def fill(page: Page, path: str, words: str) -> None:
    """Fill in a field of the form, and leave it."""
    box = page.locator(f"[data-path='{path}']:is(input, textarea)")
    box.fill(words)
    box.press("Tab")


def downloaded(page: Page, button: str, to: Path) -> Path:
    page.get_by_role("button", name="Hand over").click()
    with page.expect_download() as download:
        page.get_by_role("dialog").get_by_role("button", name=button).click()
    target = to / download.value.suggested_filename
    download.value.save_as(target)
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    return target


def test_a_question_is_added_by_the_form_mended_walked_and_published(
    page: Page, published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(page, TREE)
    assert wrong(page) == []
    page.get_by_role("button", name="As a form").click()
    page.locator(".bench-card summary", has_text="Outcome: Get help").click()
    fill(page, "outcome alarm/title", "Get help, and say where you are")
    page.locator("#bench-new-kind").select_option("question one")
    page.locator("#bench-new-words").fill("Is a neighbour there?")
    page.locator("#bench-new-answers").fill("Yes\nNo")
    page.get_by_role("button", name="Add it").click()
    card = page.locator(".bench-card").filter(has=page.locator("summary", has_text="Is a neighbour there?"))
    expect(card).to_have_attribute("open", "")
    question = str(card.get_attribute("data-card")).removeprefix("question ")
    # Nobody has said yet where the answers lead, and nothing leads to the question.
    expect(page.get_by_role("tab", name="What is wrong (")).to_be_visible()
    for answer, onward in (("yes", "safe"), ("no", "alarm")):
        target = card.locator(f"[data-path$='option {answer}/target']:is(input, select)")
        if target.evaluate("(box) => box.localName") == "select":
            target.select_option(onward)
        else:
            target.fill(onward)
            target.press("Tab")
        expect(target).to_have_value(onward)
    page.get_by_role("button", name="As text").click()
    # The answer that led to the outcome leads to the question now: first with a slip, which a button mends.
    page.locator(".cm-line", has_text='option no "No" -> alarm').first.click()
    page.keyboard.press("End")
    for _ in "alarm":
        page.keyboard.press("Backspace")
    page.keyboard.insert_text(f"{question}e")
    slip = page.locator(".bench-fault").filter(has_text=f"`{question}e`")
    slip.get_by_role("button", name=f"Write {question}").click()
    expect(slip).to_have_count(0)
    # The scenario that went this way has an answer more to give.
    page.locator(".cm-line", has_text="answers is no").click()
    page.keyboard.press("End")
    page.keyboard.insert_text(f"\n    {question} is no")
    expect(page.get_by_role("tab", name="What is wrong (1)")).to_be_visible()
    page.get_by_role("tab", name="Try it").click()
    live = page.locator("#bench-try .ct-live")
    for answer, onward in (("No", question), ("Yes", "safe")):
        live.get_by_role("radio", name=answer, exact=True).check()
        live.get_by_role("button", name="Continue").click()
        expect(live).to_have_attribute("data-node", onward)
    page.get_by_label("What happens in this walk").fill("There is silence, and a neighbour opens")
    page.get_by_role("button", name="Keep this walk as a scenario").click()
    expect(page.get_by_text("Kept at the end of the text")).to_be_visible()
    page.get_by_role("tab", name="Scenarios").click()
    kept = page.locator(".bench-scenarios li").filter(has_text="a neighbour opens")
    expect(kept).to_contain_text("Holds: it ends at safe.")
    # What no scenario showed, this one does.
    expect(page.get_by_role("tab", name="What is wrong (")).to_have_count(0)
    page.get_by_role("tab", name="What changes").click()
    expect(page.locator("#bench-changes")).to_contain_text("Is a neighbour there?")
    zipped = downloaded(page, "Save what changed", tmp_path)

    copy = tmp_path / "repository"
    shutil.copytree(published, copy, ignore=shutil.ignore_patterns("site", ".cache"))
    monkeypatch.chdir(copy)
    assert main(["apply", str(zipped)]) == 0
    with zipfile.ZipFile(zipped) as packed:
        assert (copy / TREE).read_bytes() == packed.read(TREE)
    assert main(["trees", "accept"]) == 0
    done = build(copy)
    assert done.returncode == 0, done.stdout
    now = (copy / "site/trees/no-answer/index.html").read_text(encoding="utf-8")
    assert "Is a neighbour there?" in now
    assert "Get help, and say where you are" in now


def test_a_new_site_begins_with_nothing_and_builds(page: Page, tmp_path: Path) -> None:
    opened(page, TREE)
    page.get_by_role("button", name="Begin a new site").click()
    page.get_by_label("What your organisation is called").fill("Harbour Choir")
    page.get_by_label("What your first policy is called").fill("Lone singing policy")
    page.get_by_role("button", name="Begin it").click()
    page.get_by_role("button", name="Lone singing policy").click()
    expect(page.locator("#bench-file")).to_contain_text("docs/policy/lone-singing")
    file = page.locator("#bench-file").inner_text()
    page.locator(".cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("\n\nSingers must not sing alone.\n{: #alone }\n")
    page.get_by_role("tab", name="Page").click()
    expect(page.locator("#bench-page")).to_contain_text("Singers must not sing alone.")
    everything = downloaded(page, "Save everything", tmp_path)
    shutil.unpack_archive(everything, tmp_path / "choir")
    assert "Singers must not sing alone." in (tmp_path / "choir" / file).read_text("utf-8")
    done = build(tmp_path / "choir")
    assert done.returncode == 0, done.stdout
    address = file.removeprefix("docs/").removesuffix(".md")
    built = (tmp_path / "choir/site" / address / "index.html").read_text("utf-8")
    assert "Singers must not sing alone." in built


def test_what_a_policy_lacks_at_its_head_is_asked_and_written(page: Page) -> None:
    opened(page, POLICY)
    for line in ("owner: Trustee for volunteering", 'version: "4.0"'):
        page.locator(".cm-line", has_text=line).click()
        page.keyboard.press("End")
        for _ in line:
            page.keyboard.press("Backspace")
    lacking = page.locator(".bench-fault").filter(has_text="does not say its `owner`")
    lacking.get_by_role("button", name="Fill it in").click()
    dialog = page.get_by_role("dialog", name="About this policy")
    expect(dialog.get_by_label("Title")).to_have_value("Lone working policy")
    dialog.get_by_label("Owner").fill("Chair: trustees")
    dialog.get_by_label("Version").fill("5.0")
    dialog.get_by_label("Next review (may be left out)").fill("March 2035")
    assert violations(page) == []
    dialog.get_by_role("button", name="Write it").click()
    expect(page.locator(".bench-faults")).to_contain_text("Nothing is wrong.")
    written = text_of(page)
    for line in (
        'owner: "Chair: trustees"',
        'version: "5.0"',
        "next_review: March 2035",
        "approved: 3 March 2031",
    ):
        assert line in written
    # It is there to be filled in at any time.
    page.get_by_role("button", name="About this policy").click()
    expect(dialog.get_by_label("Version")).to_have_value("5.0")


def test_an_open_page_goes_on_without_the_network(page: Page) -> None:
    opened(page, TREE)
    page.wait_for_timeout(6_000)
    page.context.set_offline(True)
    page.locator(".cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.type("\n# Written without a network\n")
    assert wrong(page) == []
    page.get_by_role("tab", name="Picture").click()
    expect(page.locator("#bench-picture svg").first).to_be_visible(timeout=20_000)
    page.get_by_role("tab", name="Try it").click()
    expect(page.locator("#bench-try .ct-live")).to_contain_text("Does the volunteer answer your call?")
    page.context.set_offline(False)


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (768, "dark"), (1280, "light")])
def test_it_fits_and_keeps_the_rules_as_text_and_as_a_form(
    browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    opened(page, TREE)
    for look in ("As a form", "As text"):
        assert page.evaluate("() => document.documentElement.scrollWidth") == width
        assert violations(page) == []
        page.get_by_role("button", name=look).click()
        page.wait_for_timeout(300)
    for tab in ("Try it", "Scenarios", "List", "Every stop", "Course", "What changes"):
        page.get_by_role("tab", name=tab).click()
        page.wait_for_timeout(600)
        assert page.evaluate("() => document.documentElement.scrollWidth") == width, tab
    assert violations(page) == []
    context.close()


def test_every_function_is_reached_by_the_keyboard(page: Page) -> None:
    opened(page, TREE)
    page.locator("h1").evaluate("(title) => { title.tabIndex = -1; title.focus(); }")
    met: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        here = str(page.evaluate(HERE))
        met.append(here)
        if here.startswith("What is wrong"):
            break
    wanted = [
        *("Open a folder", "Open a zip", "Begin a new site", "Import a document", "Your works", "Hand over"),
        *("As a form", "What is this?", "Find", "Lay out", "the text"),
    ]
    assert [one for one in met if one in wanted] == sorted(wanted, key=met.index)
    assert set(wanted) <= set(met)
