"""Menu, search, skip link and keys, without a mouse."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visit import KINDS, TOPIC, Visit

pytestmark = pytest.mark.browser


def _tab_to(page: Page, selector: str, most: int = 12) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} was not reached with {most} tabs")


def test_the_menu_of_a_phone_works_by_keyboard(phone: Visit) -> None:
    page = phone.go(TOPIC)
    menu, nav = page.locator("button.site-menu"), page.locator("#site-nav")
    expect(menu).to_have_attribute("aria-expanded", "false")
    _tab_to(page, ".site-menu")
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".site-nav__close")).to_be_focused()
    _tab_to(page, "#site-nav a", most=1)
    expect(nav).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


def test_a_closed_menu_holds_no_tab_stop(phone: Visit) -> None:
    page = phone.go(TOPIC)
    for _ in range(25):
        page.keyboard.press("Tab")
        assert not page.evaluate("document.querySelector('#site-nav').contains(document.activeElement)")


def test_the_skip_link_leads_to_the_title(desktop: Visit) -> None:
    page = desktop.go(TOPIC)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#__title")
    expect(page.locator("h1")).to_be_in_viewport()


def test_search_finds_iron(desktop: Visit) -> None:
    page = desktop.go("")
    page.click(".md-search__input")
    page.keyboard.type("iron")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    expect(page.locator(".md-search-result__meta[role=status]")).to_contain_text("matching")
    assert desktop.troubles == []


def test_search_on_a_phone_opens_and_closes_by_keyboard(phone: Visit) -> None:
    page = phone.go("")
    _tab_to(page, ".site-search")
    page.keyboard.press("Enter")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("iron")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("button.site-search")).to_be_visible()
    assert not page.evaluate("document.querySelector('#__search').checked")


@pytest.mark.parametrize("key", ["s", "f", "/", "n", "p"])
def test_no_single_key_does_anything(desktop: Visit, key: str) -> None:
    """WCAG 2.1.4."""
    page = desktop.go(f"{TOPIC}timing/")
    address = page.url
    page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert page.url == address
    assert page.evaluate("document.activeElement === document.body")


def test_the_choice_of_colors_works_by_keyboard(desktop: Visit) -> None:
    page = desktop.go("")
    _tab_to(page, ".md-option")
    page.keyboard.press("ArrowRight")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


_ALONE = (
    ".site-nav a, .md-nav--secondary a, .page-actions a, .state-line a, .breadcrumb a, .topic-pages a, "
    ".md-footer nav a, .at-once a, .topic-card, .topic-names a, .topic-groups a, summary, "
    ".page-body--leads-on > ul:last-child a, main button:not(.term), main input"
)
_SMALL = """(found) => found.filter(e => e.checkVisibility())
    .map(e => ({text: e.textContent.trim(), ...e.getBoundingClientRect().toJSON()}))
    .filter(box => box.height < 43.5 || box.width < 30)"""


def test_what_stands_alone_is_large_enough_for_a_thumb(desktop: Visit, phone: Visit) -> None:
    """WCAG 2.5.5; links within a text are exempt."""
    for visit, more in ((desktop, ".site-brand, .md-search__form"), (phone, ".site-menu, .site-search")):
        for kind, address in KINDS.items():
            page = visit.go(address)
            assert page.locator(f"{_ALONE}, {more}").evaluate_all(_SMALL) == [], kind


def test_signs_that_need_help_at_once_are_one_step_away(phone: Visit) -> None:
    page = phone.go(KINDS["care cards"])
    page.locator(".at-once a").click()
    expect(page.locator(".care-card--emergency").first).to_be_in_viewport()
    assert phone.go(TOPIC).locator(".at-once").count() == 0
