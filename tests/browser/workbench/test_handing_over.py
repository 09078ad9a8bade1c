"""What an author changed reaches the repository, and is published, from the page for authors on."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from ...building import build
from ..axe import violations
from .site import address as address
from .site import page as page
from .site import published as published

POLICY, TREE = "docs/policy/lone-working.md", "trees/no-answer.tree"
OLD, NEW = "the duty officer must call them.", "the duty officer must call them twice."
LIVE = 60_000
"""How long Python may take to start on a machine that does much else, in milliseconds."""


def _open(page: Page, place: str = "") -> None:
    page.goto(f"workbench/{place}")
    page.wait_for_function("() => performance.getEntriesByName('check-shown').length > 0", timeout=LIVE)


def _editor(page: Page) -> Locator:
    return page.locator(".cm-content")


def _write(page: Page, file: str, change: Callable[[str], str], published: Path) -> None:
    """Type what a file is to say in the place of all that it says."""
    page.get_by_role("button", name=file.rpartition("/")[2]).or_(
        page.locator(f"[title='{file}']")
    ).first.click()
    _editor(page).click()
    page.keyboard.press("Control+a")
    # Typed over coloured words, Chromium would keep their colour in a style, which the page forbids.
    page.keyboard.press("Delete")
    page.keyboard.insert_text(change((published / file).read_text(encoding="utf-8")))


def _reworded(text: str) -> str:
    return text.replace(OLD, NEW).replace('version: "4.0"', 'version: "5.0"')


def _save(page: Page, button: str, to: Path) -> Path:
    if not page.get_by_role("dialog").is_visible():
        page.get_by_role("button", name="Hand over").click()
    with page.expect_download() as download:
        page.get_by_role("dialog").get_by_role("button", name=button).click()
    download.value.save_as(to / download.value.suggested_filename)
    return to / download.value.suggested_filename


def _clausetree(folder: Path, *words: str) -> str:
    order = [sys.executable, "-c", "import sys; from clausetree.cli import main; sys.exit(main())", *words]
    done = subprocess.run(order, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_what_is_left_to_whoever_publishes_is_said_and_not_counted(page: Page, published: Path) -> None:
    _open(page)
    _write(page, POLICY, lambda text: text.replace(OLD, NEW), published)
    left = page.locator(".bench-faults section").filter(
        has=page.get_by_role("heading", name="Left to whoever publishes")
    )
    expect(left.locator(".bench-fault")).to_have_count(1)
    expect(left).to_contain_text("You need not mend this.")
    expect(left).to_contain_text("The words of `c2-1` (clause 2.1) are not those of version 4.0.")
    expect(page.locator(".bench-faults")).to_contain_text("Nothing is wrong.")
    expect(page.get_by_role("tab", name="What is wrong", exact=True)).to_be_visible()
    expect(page.locator(f"[title='{POLICY}'] .bench-marks")).to_have_text("changed")
    page.get_by_role("button", name="Hand over").click()
    expect(page.locator(".bench-told")).to_have_text(
        "1 thing is left to whoever publishes: “What is wrong” says what."
    )


def test_what_she_changed_is_published_and_nothing_else(page: Page, published: Path, tmp_path: Path) -> None:
    _open(page)
    _write(page, POLICY, _reworded, published)
    _write(page, TREE, lambda text: text.replace('"Get help"', '"Get help at once"'), published)
    page.get_by_role("button", name="Hand over").click()
    page.get_by_label("Your name").fill("Jane Doe")
    page.get_by_label("What changes, and why").fill("Volunteers were called once.")
    zipped = _save(page, "Save what changed", tmp_path)
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("2 files")
    with zipfile.ZipFile(zipped) as packed:
        said = json.loads(packed.read("changes.json"))
        assert sorted(packed.namelist()) == ["changes.json", POLICY, TREE]
    assert (said["format"], said["name"], said["why"]) == (1, "Jane Doe", "Volunteers were called once.")
    assert said["scenarios"] == 2
    assert said["release"] == json.loads((published / "site/workbench/site.json").read_text("utf-8"))["digest"]

    copy = tmp_path / "repository"
    shutil.copytree(published, copy, ignore=shutil.ignore_patterns("site", ".cache"))
    told = _clausetree(copy, "apply", str(zipped))
    assert "Confirming again is advised" in told
    assert "Made in the workbench by Jane Doe" in told
    expected = {POLICY: _reworded((published / POLICY).read_text(encoding="utf-8"))}
    expected[TREE] = (published / TREE).read_text(encoding="utf-8").replace('"Get help"', '"Get help at once"')
    for path in (path for path in published.rglob("*") if path.is_file()):
        name = path.relative_to(published).as_posix()
        if not name.startswith(("site/", ".cache/")):
            assert (copy / name).read_text(encoding="utf-8") == expected.get(
                name, path.read_text(encoding="utf-8")
            )
    _clausetree(copy, "clauses", "accept")
    _clausetree(copy, "trees", "accept")
    done = build(copy)
    assert done.returncode == 0, done.stdout
    assert NEW in (copy / "site/policy/lone-working/index.html").read_text(encoding="utf-8")
    assert "Get help at once" in (copy / "site/trees/no-answer/index.html").read_text(encoding="utf-8")


def test_who_decides_opens_one_file_that_needs_nothing(
    page: Page, browser: Browser, published: Path, tmp_path: Path
) -> None:
    _open(page)
    _write(page, POLICY, _reworded, published)
    _write(page, TREE, lambda text: text.replace('"Get help"', '"Get help at once"'), published)
    file = _save(page, "Save for review", tmp_path)
    alone = browser.new_context(offline=True)
    heard: list[str] = []
    alone.on("console", lambda said: heard.append(said.text))
    review = alone.new_page()
    review.goto(file.as_uri())
    sides = review.locator(".sides > div")
    expect(sides.first).to_contain_text("the duty officer must call [removed: them.]")
    expect(sides.nth(1)).to_contain_text("the duty officer must call [added: them twice.]")
    expect(review.locator("main")).to_contain_text("“Get help at once”")
    expect(review.get_by_role("row", name="There is silence")).to_contain_text("Yes.")
    shown = review.locator(".ct-node:visible")
    expect(shown).to_have_count(1)
    shown.get_by_role("link", name="No", exact=True).click()
    expect(review.locator(".ct-node:visible")).to_contain_text("Get help at once")
    review.go_back()
    expect(review.locator(".ct-node:visible")).to_contain_text("Does the volunteer answer your call?")
    review.get_by_role("link", name="show every question").click()
    expect(review.locator(".ct-node:visible")).to_have_count(3)
    review.get_by_label("Name and role").first.fill("A Trustee")
    review.set_viewport_size({"width": 320, "height": 640})
    assert review.evaluate("() => document.documentElement.scrollWidth") == 320
    assert heard == []
    assert violations(review) == []
    alone.close()


FOLDER = """(files) => {
  window.showDirectoryPicker = async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("mine", { create: true });
    for (const [path, text] of Object.entries(files)) {
      const names = path.split("/");
      const name = names.pop();
      let within = folder;
      for (const each of names) within = await within.getDirectoryHandle(each, { create: true });
      const file = await (await within.getFileHandle(name, { create: true })).createWritable();
      await file.write(text);
      await file.close();
    }
    return folder;
  };
}"""
HELD = """async (path) => {
  let within = await (await navigator.storage.getDirectory()).getDirectoryHandle("mine");
  const names = path.split("/");
  const name = names.pop();
  for (const each of names) within = await within.getDirectoryHandle(each);
  return (await (await within.getFileHandle(name)).getFile()).text();
}"""
OTHERWISE = """async ([path, text]) => {
  let within = await (await navigator.storage.getDirectory()).getDirectoryHandle("mine");
  const names = path.split("/");
  const name = names.pop();
  for (const each of names) within = await within.getDirectoryHandle(each);
  const file = await (await within.getFileHandle(name)).createWritable();
  await file.write(text);
  await file.close();
}"""


def test_a_folder_of_hers_is_saved_into_and_nobody_is_written_over(page: Page, published: Path) -> None:
    """The folder is one that the browser keeps for the page, which is handed out as one on disk would be."""
    _open(page)
    names = (POLICY, TREE, "trees/visit.tree", "mkdocs.yml", "docs/index.md", "clauses.lock", "docs/links.yml")
    files = {name: (published / name).read_text(encoding="utf-8") for name in names}
    files[TREE] = files[TREE].replace("\n", "\r\n")
    page.evaluate(FOLDER, files)
    page.get_by_role("button", name="Open a folder").click()
    expect(page.get_by_role("heading", name="mine", exact=True)).to_be_visible()
    _write(page, TREE, lambda text: text.replace('"Get help"', '"Get help at once"'), published)
    page.get_by_role("button", name="Hand over").click()
    dialog = page.get_by_role("dialog")
    save = dialog.get_by_role("button", name="Save into the folder")
    save.click()
    expect(dialog.get_by_role("status")).to_contain_text("Saved into the folder: 1 file.")
    assert page.evaluate(HELD, TREE) == files[TREE].replace('"Get help"', '"Get help at once"')
    assert page.evaluate(HELD, POLICY) == files[POLICY]
    save.click()
    expect(dialog.get_by_role("status")).to_contain_text("nothing to save")
    page.evaluate(OTHERWISE, [TREE, "# Somebody else's\\n"])
    save.click()
    expect(dialog.get_by_role("status")).to_contain_text(TREE)
    assert page.evaluate(HELD, TREE) == "# Somebody else's\\n"
    dialog.get_by_role("button", name="Write over them").click()
    expect(dialog.get_by_role("status")).to_contain_text("Saved into the folder: 1 file.")
    assert page.evaluate(HELD, TREE) == files[TREE].replace('"Get help"', '"Get help at once"')


def test_a_page_leads_to_its_clause_and_to_its_question(page: Page) -> None:
    page.goto("policy/lone-working/#c2-2")
    page.get_by_role("link", name="Change this in the workbench").click()
    page.wait_for_function("() => performance.getEntriesByName('check-shown').length > 0", timeout=LIVE)
    expect(page.locator("#bench-file")).to_have_text(POLICY)
    expect(page.locator(".cm-activeLine")).to_contain_text("2.2 If there is no answer")
    page.goto("trees/no-answer/")
    page.get_by_role("radio", name="No", exact=True).check()
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".ct-live")).to_contain_text("Call 999")
    page.get_by_role("link", name="Change this in the workbench").click()
    page.wait_for_function("() => performance.getEntriesByName('check-shown').length > 0", timeout=LIVE)
    expect(page.locator(".cm-activeLine")).to_contain_text("outcome alarm")


def test_the_box_in_which_she_hands_over_is_left_as_she_expects(page: Page) -> None:
    _open(page)
    opener = page.get_by_role("button", name="Hand over")
    opener.click()
    page.get_by_role("button", name="Save what changed").click()
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("Nothing has changed")
    assert violations(page, "dialog") == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()
