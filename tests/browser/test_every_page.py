"""Every kind of page, in both color schemes, on a phone and on a desktop."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visit import DESKTOP, EMBEDS, KINDS, PHONE, TOPIC, Visit, visiting

pytestmark = pytest.mark.browser
SIZES = {"phone": PHONE, "desktop": DESKTOP}
_WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", list(SIZES))
def test_no_page_has_axe_findings_console_errors_or_foreign_requests(
    browser: Browser, site: str, scheme: str, size: str
) -> None:
    found: list[str] = []
    with visiting(browser, site, viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce") as visit:
        for kind, address in KINDS.items():
            visit.go(address)
            found += visit.axe(kind)
        found += _open_things(visit, size)
    assert found == []
    assert visit.troubles == []


def _open_things(visit: Visit, size: str) -> list[str]:
    page = visit.go(TOPIC)
    open_first_popup(page)
    found = visit.axe("pop-up open")
    page.keyboard.press("Escape")
    if size == "phone":
        page.click(".site-menu")
        found += visit.axe("drawer open")
        page.keyboard.press("Escape")
        page.click("button.site-search")
    else:
        page.click(".md-search__input")
    page.keyboard.type("iron")
    page.wait_for_selector(".md-search-result__item")
    return found + visit.axe("search open")


def open_first_popup(page: Page) -> None:
    """Move to the first citation by keyboard: focus by script alone does not count as seen."""
    page.locator(".citation a").first.evaluate("link => link.focus({focusVisible: true})")
    page.wait_for_selector("#cite-popup:popover-open")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_embeds_have_no_axe_findings(browser: Browser, site: str, scheme: str) -> None:
    found: list[str] = []
    for width in (320, 600):
        with visiting(browser, site, viewport={"width": width, "height": 700}, color_scheme=scheme) as visit:
            for kind, address in EMBEDS.items():
                visit.go(address)
                found += visit.axe(f"{kind} at {width} px")
            assert visit.troubles == []
    assert found == []


def test_nothing_is_wider_than_a_window_of_320_pixels(browser: Browser, site: str) -> None:
    """WCAG 1.4.10."""
    with visiting(browser, site, viewport={"width": 320, "height": 640}) as visit:
        wide = [kind for kind, address in {**KINDS, **EMBEDS}.items() if visit.go(address).evaluate(_WIDER)]
    assert wide == []


def test_text_is_large_and_lines_are_not_long(desktop: Visit) -> None:
    page = desktop.go(TOPIC)
    size, width = page.locator(".page-body > p").first.evaluate(
        "p => [parseFloat(getComputedStyle(p).fontSize), p.getBoundingClientRect().width]"
    )
    assert size >= 17
    assert width / size <= 36


def test_a_dark_page_prints_black_on_white_without_its_controls(browser: Browser, site: str) -> None:
    with visiting(browser, site, color_scheme="dark") as visit:
        page = visit.go(KINDS["care cards"])
        page.emulate_media(media="print")
        for selector in (
            ".page-body > p",
            ".care-card--emergency li",
            ".care-card--emergency .citation a",
            ".care-card h3",
        ):
            assert page.locator(selector).first.evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)", selector
        for selector in (".md-header", ".page-actions", ".topic-pages", ".breadcrumb", ".source__places"):
            assert page.locator(selector).first.is_hidden(), selector
        assert page.locator(".source__address a").first.is_visible()
