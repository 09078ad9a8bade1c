#!/usr/bin/env bash
# Chromium 156 (of Debian), driven by Playwright 1.65.2. Expected: what is copied from a page as text has the
# numbers and letters that stand before the items of its lists, as it has a table's cells, and they can be
# searched.
# Seen: "(a)" of a list with its own signs, "c." of <ol type="a"> and "7." of <ol> are neither copied as text
# nor found by `window.find`; a paragraph that begins with the written words "1.1" is both.
# Hurts: whoever quotes a rule in a mail, or searches the page for "7.", gets it without the number that is its
# name.
set -euo pipefail
chromium=${CHROMIUM:-$(command -v chromium || command -v google-chrome || true)}
test -n "$chromium" || { echo 'Install Chromium (apt-get install chromium), or name one in CHROMIUM.'; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.13 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check playwright==1.65.2
"$work/venv/bin/python" - "$chromium" <<'PY'
import sys

from playwright.sync_api import sync_playwright

PAGE = """<!doctype html><meta charset="utf-8">
<style>
@counter-style letters { system: extends lower-alpha; prefix: "("; suffix: ") " }
ol.own { list-style: letters }
</style>
<p>1.1 You must:</p>
<ol class="own"><li>ask;</li></ol>
<ol type="a" start="3"><li>tell;</li></ol>
<ol start="7"><li>pay.</li></ol>"""
SELECT_ALL = "getSelection().selectAllChildren(document.body)"

with sync_playwright() as driver:
    browser = driver.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.route("https://policy.example/", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    page.goto("https://policy.example/")
    page.evaluate(SELECT_ALL)
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    found = {}
    for sign in ("1.1", "(a)", "c.", "7."):
        page.evaluate("getSelection().removeAllRanges()")
        found[sign] = page.evaluate("sign => window.find(sign, false, false, true)", sign)
    print(browser.version, repr(copied), found)
    browser.close()
assert copied.split() == ["1.1", "You", "must:", "ask;", "tell;", "pay."]
assert found == {"1.1": True, "(a)": False, "c.": False, "7.": False}
PY
