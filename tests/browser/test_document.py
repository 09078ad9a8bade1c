"""The page of a procedure leads to its PDF."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.usefixtures("clean")


def test_the_page_leads_to_the_procedure_as_a_pdf(page: Page) -> None:
    page.goto("trees/evidence/")
    answer = page.request.get(page.get_by_role("link", name="as a PDF").evaluate("(link) => link.href"))
    assert answer.url.endswith("/trees/evidence/evidence.pdf")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.body().startswith(b"%PDF-1.7")


def test_a_page_that_a_course_frames_does_not(page: Page) -> None:
    page.goto("trees/evidence/embed/")
    assert page.get_by_role("link", name="as a PDF").count() == 0
