"""Every word is there without JavaScript, and every link leads somewhere."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visit import KINDS, PHONE, TOPIC, Visit, visiting

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(browser: Browser, site: str) -> Iterator[Visit]:
    with visiting(browser, site, viewport=PHONE, java_script_enabled=False) as visit:
        yield visit


def test_every_page_can_be_read(plain: Visit) -> None:
    for address in KINDS.values():
        page = plain.go(address)
        expect(page.locator("h1")).to_be_visible()
        expect(page.get_by_text("This is general information").last).to_be_visible()
        expect(page.locator("label.site-search")).to_be_hidden()
    assert plain.troubles == []


def test_a_citation_leads_to_its_source_and_back(plain: Visit) -> None:
    page = plain.go(f"{TOPIC}timing/")
    page.locator(".citation a").first.click()
    assert page.url.endswith("#source-1")
    page.locator("#source-1 summary").click()
    expect(page.locator("#source-1 .source__evidence").first).to_be_visible()
    page.locator("#source-1 .source__places a").first.click()
    assert page.url.endswith("#cited-1")


def test_paper_shows_what_every_source_reports_and_where_it_stands(plain: Visit) -> None:
    page = plain.go(f"{TOPIC}timing/")
    page.emulate_media(media="print")
    for said in page.locator(".source__evidence, .source__read").all():
        expect(said).to_be_visible()
    addresses = page.locator(".source__line [data-address]")
    assert addresses.count() > 3
    for line in addresses.all():
        shown = line.evaluate("line => getComputedStyle(line, '::after').content")
        assert line.get_attribute("data-address") in shown


def test_the_menu_opens_by_touch_and_shows_itself_to_the_keyboard(plain: Visit) -> None:
    page = plain.go(TOPIC)
    page.locator("label.site-menu").click()
    page.wait_for_timeout(400)
    expect(page.locator("#site-nav a").first).to_be_in_viewport()
    page.locator("label.site-nav__close").click()
    page.locator("#site-nav a").first.focus()
    page.wait_for_timeout(400)
    expect(page.locator("#site-nav a").first).to_be_in_viewport()
