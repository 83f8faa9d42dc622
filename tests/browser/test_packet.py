"""The packet's form in Chromium, opened from the disk: a clinician answers, and the answer becomes a record."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from careleaf.model.state_name import StateName
from tests.browser.visit import DESKTOP, PHONE, Visit
from tests.conftest import SiteMaker
from tests.review.conftest import PEOPLE, Clinic

pytestmark = pytest.mark.browser


@pytest.fixture
def reviewed(make_site: SiteMaker) -> Clinic:
    return Clinic(make_site(PEOPLE))


def form_of(clinic: Clinic, name: str) -> str:
    assert clinic.run("packet", name, "--out", str(clinic.root / "out")) == 0
    return next((clinic.root / "out").glob("*.html")).as_uri()


def fill(page: Page, pages: int) -> None:
    page.get_by_label("Your name").select_option("test-reviewer")
    page.get_by_label("The day you read it").fill("2026-11-21")
    for number in range(1, pages + 1):
        page.locator(f"[name=decision-{number}][value=sign]").check()
        page.locator(f"[name=question-{number}-claims][value=yes]").check()
        page.locator(f"[name=notes-{number}]").fill("Fine.\nThank you: “good” </textarea>.")


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_an_answer_given_offline_becomes_a_record(
    browser: Browser, reviewed: Clinic, tmp_path: Path, screen: dict[str, int]
) -> None:
    address = form_of(reviewed, "sleep")
    context = browser.new_context(viewport=screen, offline=True)  # type: ignore[arg-type]
    visit = Visit(context.new_page(), address)
    page = visit.page
    page.goto(address)
    fill(page, pages=2)
    with page.expect_download() as download:
        page.get_by_role("button", name="Make the answer file").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name.endswith("-answer.json")
    assert page.get_by_label("Your answer as text").input_value() == file.read_text(encoding="utf-8")
    assert visit.requests in ([], [address])
    assert visit.troubles == []
    assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"]
    context.close()
    assert reviewed.run("accept", str(file)) == 0
    review = reviewed.state().review
    assert review is not None
    assert review.notes == "Fine. Thank you: “good” </textarea>."
    assert reviewed.state("sleep/get-help").name is StateName.REVIEWED


def test_what_is_missing_is_said_and_nothing_is_saved(browser: Browser, reviewed: Clinic) -> None:
    page = browser.new_page()
    page.goto(form_of(reviewed, "sleep/index"))
    page.get_by_role("button", name="Make the answer file").click()
    assert page.get_by_role("status").inner_text() == "Please fill in first: Your name, Your decision"
    assert page.evaluate("document.activeElement.name") == "reviewer"
    page.close()


def test_without_script_the_answer_can_be_written_by_hand(browser: Browser, reviewed: Clinic) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(form_of(reviewed, "sleep/index"))
    assert page.locator("noscript .told").is_visible()
    assert not page.get_by_role("button", name="Make the answer file").is_visible()
    text = page.get_by_label("Your answer as text").input_value()
    context.close()
    for key, value in (("reviewer", "test-reviewer"), ("reviewed_on", "2026-11-21"), ("decision", "sign")):
        text = text.replace(f'"{key}": ""', f'"{key}": "{value}"')
    (reviewed.root / "answer.json").write_text(text)
    assert reviewed.run("accept", str(reviewed.root / "answer.json")) == 0
    assert reviewed.state().name is StateName.REVIEWED


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_form_has_no_barrier_axe_can_find(browser: Browser, reviewed: Clinic, screen: dict[str, int]) -> None:
    reviewed.sign()
    reviewed.edit("docs/sleep/index.md", "they slept badly", "they slept very badly")
    context = browser.new_context(viewport=screen, bypass_csp=True)  # type: ignore[arg-type]
    visit = Visit(context.new_page(), "")
    visit.page.goto(form_of(reviewed, "sleep"))
    assert visit.axe("packet") == []
    context.close()
