"""The source behind a citation: by keyboard, mouse and touch (WCAG 1.4.13)."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visit import TOPIC, TOPIC_PAGES, Visit

pytestmark = pytest.mark.browser
PAGE = f"{TOPIC}timing/"


def _popup(page: Page) -> Locator:
    return page.locator("#cite-popup:popover-open")


def _first_marker_by_tab(page: Page) -> Locator:
    marker = page.locator(".page-body .citation a").first
    marker.evaluate("link => { link.tabIndex = 0; link.focus(); }")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    return marker


def test_tab_opens_and_escape_closes_while_the_focus_stays(desktop: Visit) -> None:
    page = desktop.go(PAGE)
    marker = _first_marker_by_tab(page)
    expect(_popup(page)).to_contain_text("We read this in")
    page.keyboard.press("Escape")
    expect(_popup(page)).to_have_count(0)
    expect(marker).to_be_focused()


def test_the_next_tab_stop_is_the_link_in_the_pop_up(desktop: Visit) -> None:
    page = desktop.go(PAGE)
    marker = _first_marker_by_tab(page)
    page.keyboard.press("Tab")
    expect(_popup(page).locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(_popup(page)).to_have_count(0)
    expect(marker).to_be_focused()


def test_leaving_with_tab_closes(desktop: Visit) -> None:
    page = desktop.go(PAGE)
    _first_marker_by_tab(page)
    for _ in range(1 + _popup(page).locator("a").count()):
        page.keyboard.press("Tab")
    assert page.locator("#cite-popup").count() == 0 or "Source 1" not in (_popup(page).text_content() or "")


def test_it_shows_the_source_the_evidence_and_how_both_were_read(desktop: Visit) -> None:
    page = desktop.go(PAGE)
    marker = _first_marker_by_tab(page)
    evidence = page.locator(f"[id='evidence-{marker.get_attribute('data-evidence')}']").text_content()
    popup = _popup(page)
    expect(popup).to_contain_text("Source 1")
    expect(popup).to_contain_text("We read this in")
    expect(popup).to_contain_text("Not yet checked")
    assert evidence is not None
    assert evidence in (popup.text_content() or "")
    assert popup.locator(".source__evidence").count() == 1


def test_the_mouse_can_move_into_it_and_away_closes_it(desktop: Visit) -> None:
    page = desktop.go(PAGE)
    marker = page.locator(".page-body .citation a").first
    marker.hover()
    expect(_popup(page)).to_be_visible()
    _popup(page).hover()
    page.wait_for_timeout(500)
    expect(_popup(page)).to_be_visible()
    page.mouse.move(5, 300)
    expect(_popup(page)).to_have_count(0)


def test_escape_closes_what_the_mouse_opened(desktop: Visit) -> None:
    page = desktop.go(PAGE)
    page.locator(".page-body .citation a").first.hover()
    expect(_popup(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(_popup(page)).to_have_count(0)


def test_a_click_with_the_mouse_leads_to_the_list(desktop: Visit) -> None:
    page = desktop.go(PAGE)
    page.locator(".page-body .citation a").first.click()
    assert page.url.endswith("#source-1")
    expect(page.locator("#source-1")).to_be_in_viewport()
    expect(page.locator("#source-1 .source__evidence").first).to_be_visible()
    expect(page.locator("#source-2 .source__evidence").first).to_be_hidden()


def test_who_comes_with_the_address_of_a_source_sees_what_it_reports(desktop: Visit) -> None:
    page = desktop.go(f"{PAGE}#source-2")
    expect(page.locator("#source-2 .source__evidence").first).to_be_visible()
    expect(page.locator("#source-1 .source__evidence").first).to_be_hidden()


def test_how_sources_were_checked_is_said_without_opening_any(desktop: Visit) -> None:
    page = desktop.go(PAGE)
    expect(page.locator(".sources > p")).to_have_text(
        "Each of these 9 sources: Not yet checked with the registry or at its address."
    )


def test_a_tap_opens_and_a_tap_elsewhere_closes(phone: Visit) -> None:
    page = phone.go(PAGE)
    page.locator(".page-body .citation a").first.tap()
    expect(_popup(page)).to_be_visible()
    assert "#source" not in page.url
    box = _popup(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    page.locator("h1").tap()
    expect(_popup(page)).to_have_count(0)


def test_nothing_moves_when_it_opens(desktop: Visit) -> None:
    page = desktop.go(PAGE)
    heights = "[document.documentElement.scrollHeight, document.querySelector('#sources').getBoundingClientRect().top]"
    page.locator(".page-body .citation a").first.scroll_into_view_if_needed()
    before = page.evaluate(heights)
    page.locator(".page-body .citation a").first.hover()
    expect(_popup(page)).to_be_visible()
    assert page.evaluate(heights) == before


def test_every_marker_names_its_source_and_has_no_title(desktop: Visit) -> None:
    page = desktop.go(PAGE)
    markers = page.locator(".citation a").all()
    assert len(markers) > 5
    for marker in markers:
        assert marker.get_attribute("aria-label") == f"Source {marker.text_content()}"
        assert marker.get_attribute("title") is None


def test_each_source_leads_back_to_where_it_is_cited(desktop: Visit) -> None:
    page = desktop.go(PAGE)
    for link in page.locator(".source__places a").all():
        source = link.evaluate("link => link.closest('li').id")
        marker = page.locator(link.get_attribute("href") or "")
        assert marker.get_attribute("href") == f"#{source}"


_MISLED = """(markers) => markers.filter(marker => {
    const evidence = document.getElementById(`evidence-${marker.dataset.evidence}`);
    return !evidence || `#${evidence.closest('.source').id}` !== marker.getAttribute('href');
}).map(marker => `${marker.textContent}: ${marker.dataset.evidence}`)"""


@pytest.mark.parametrize("address", TOPIC_PAGES)
def test_every_marker_leads_to_the_source_whose_evidence_it_names(desktop: Visit, address: str) -> None:
    page = desktop.go(address)
    assert page.locator(".citation a[data-evidence]").evaluate_all(_MISLED) == []


@pytest.mark.parametrize("address", TOPIC_PAGES)
def test_numbers_rise_in_reading_order(desktop: Visit, address: str) -> None:
    numbers = [int(text) for text in desktop.go(address).locator(".page-body .citation a").all_text_contents()]
    assert list(dict.fromkeys(numbers)) == list(range(1, max(numbers) + 1))
