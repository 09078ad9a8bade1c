"""The files that were changed since publication, new ones, and folders of the author's own."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from ..axe import violations
from .bench import SMALL, open_bench, stand_in, text_of, wait_for_python


@pytest.mark.usefixtures("clean")
def test_a_file_is_put_back_as_published_and_that_is_undone(page: Page, site_url: str) -> None:
    open_bench(page, site_url)
    before = text_of(page)
    page.keyboard.type("mine")
    page.get_by_role("tab", name="What changes").click()
    panel = page.get_by_role("tabpanel", name="What changes")
    expect(panel).to_contain_text(f"{SMALL} – changed")
    panel.get_by_role("button", name=f"Put back as published: {SMALL}").click()
    expect(panel).to_contain_text("Nothing has changed since it was published")
    assert text_of(page) == before
    stand_in(page)
    page.keyboard.press("Control+z")
    assert text_of(page) == f"{before}mine"
    page.reload()
    stand_in(page)
    assert text_of(page) == f"{before}mine"


@pytest.mark.usefixtures("clean")
def test_a_procedure_is_begun_renamed_removed_and_brought_back(page: Page, site_url: str) -> None:
    open_bench(page, site_url)
    wait_for_python(page)
    page.get_by_role("button", name="New procedure").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("What is it called?").fill("Going out alone")
    expect(dialog.get_by_label("Short name")).to_have_value("going-out-alone")
    dialog.get_by_role("button", name="Begin it").click()
    heading = page.locator(".bench-heading")
    expect(heading).to_have_text("trees/going-out-alone.tree")
    expect(page.locator(".bench > .bench-state")).to_contain_text("Begun")
    assert text_of(page).startswith('tree going-out-alone "Going out alone"\n    policy social-media\n')
    page.get_by_role("button", name="Rename").click()
    dialog.get_by_label("Short name").fill("out")
    dialog.get_by_role("button", name="Rename it").click()
    expect(heading).to_have_text("trees/out.tree")
    assert text_of(page).startswith('tree out "Going out alone"\n')
    said = page.locator(".bench > .bench-state")
    expect(said).to_contain_text("It is called trees/out.tree now, in every procedure that leads to it.")
    expect(said).to_contain_text("Change `going-out-alone` yourself in mkdocs.yml")
    written = text_of(page)
    page.get_by_role("button", name="Remove").click()
    dialog.get_by_role("button", name="Remove it").click()
    expect(heading).not_to_have_text("trees/out.tree")
    page.reload()
    stand_in(page)
    page.get_by_role("tab", name="What changes").click()
    panel = page.get_by_role("tabpanel", name="What changes")
    panel.get_by_role("button", name="Bring back: trees/out.tree").click()
    panel.get_by_role("button", name="Go to: trees/out.tree").click()
    assert text_of(page) == written


@pytest.mark.usefixtures("clean")
def test_a_folder_of_ones_own_is_gone_on_with_after_the_page_was_closed(
    page: Page, site_url: str, tmp_path: Path
) -> None:
    archive = tmp_path / "ours.zip"
    written = io.BytesIO()
    with ZipFile(written, "w") as packed:
        packed.writestr("mkdocs.yml", "site_name: Ours\n")
        packed.writestr("docs/ours.md", "Ours.\n")
        packed.writestr("docs/policy/ours.md", "---\npolicy: ours\ntitle: Our own policy\n---\n\n1.1 Sing.\n")
    archive.write_bytes(written.getvalue())
    open_bench(page, site_url)
    page.keyboard.type("site")
    site_text = text_of(page)
    page.get_by_label("Open a zip").last.set_input_files(archive)
    expect(page.locator(".bench-heading")).to_have_text("docs/ours.md")
    stand_in(page)
    page.keyboard.type("mine")
    # What its policies are called is kept once it has been read.
    expect(page.get_by_role("button", name="Our own policy")).to_be_visible(timeout=90_000)
    page = _closed_and_opened(page, site_url)
    assert text_of(page) == site_text
    page.get_by_role("button", name="Your works (2)").click()
    assert violations(page, "dialog") == []
    expect(page.locator(".bench-works li").filter(has_text="ours.zip")).to_contain_text("Our own policy")
    page.get_by_role("button", name="Go on: ours.zip").click()
    expect(page.locator(".bench-heading")).to_have_text("docs/ours.md")
    assert text_of(page) == "Ours.\nmine"
    page.get_by_role("button", name="Your works (2)").click()
    page.get_by_role("button", name="Go on: This site").click()
    expect(page.locator(".bench-heading")).not_to_have_text("docs/ours.md")
    page.get_by_role("button", name="Your works (2)").click()
    page.get_by_role("button", name="Remove: ours.zip").click()
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_role("button", name="Your works", exact=True)).to_be_visible()


def _closed_and_opened(page: Page, site_url: str) -> Page:
    context = page.context
    page.close()
    opened = context.new_page()
    open_bench(opened, site_url)
    return opened
