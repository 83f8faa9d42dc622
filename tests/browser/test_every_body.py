"""Forced colors, large text and zoom: nothing is lost and nothing overlaps."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visit import DESKTOP, EMBEDS, KINDS, PHONE, TOPIC, Visit, visiting

pytestmark = pytest.mark.browser
_OVERFLOWS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_forced_colors_have_no_axe_findings(browser: Browser, site: str, scheme: str, size: dict[str, int]) -> None:
    found: list[str] = []
    with visiting(browser, site, viewport=size, forced_colors="active", color_scheme=scheme) as visit:
        for kind, address in {**KINDS, **EMBEDS}.items():
            visit.go(address)
            found += visit.axe(kind)
    assert found == []
    assert visit.troubles == []


@pytest.fixture
def forced(browser: Browser, site: str) -> Iterator[Visit]:
    with visiting(browser, site, forced_colors="active", reduced_motion="reduce") as visit:
        yield visit


def test_in_forced_colors_cards_keep_their_borders_and_shapes(forced: Visit) -> None:
    page = forced.go(KINDS["care cards"])
    borders = "e => ['Top', 'InlineStart'].map(side => parseFloat(getComputedStyle(e)[`border${side}Width`]))"
    emergency = page.locator(".care-card--emergency").first.evaluate(borders)
    urgent = page.locator(".care-card--urgent").first.evaluate(borders)
    routine = page.locator(".care-card:not(.care-card--urgent, .care-card--emergency)").first.evaluate(borders)
    assert min(*emergency, *urgent, *routine) >= 2
    assert emergency != urgent != routine


def test_in_forced_colors_focus_is_seen_at_every_stop(forced: Visit) -> None:
    page = forced.go(f"{TOPIC}timing/")
    for _ in range(40):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "(at => [at, at.nextElementSibling].filter(Boolean).map(e => getComputedStyle(e).outlineStyle))"
            "(document.activeElement)"
        )
        assert {"solid", "auto"} & set(outline), page.evaluate("document.activeElement.outerHTML.slice(0, 120)")


@pytest.mark.parametrize("width", [320, 640], ids=["400 percent", "200 percent"])
def test_zoom_hides_no_words(browser: Browser, site: str, width: int) -> None:
    """WCAG 1.4.4 and 1.4.10: a window of 1280 by 1024 pixels at this zoom."""
    with visiting(browser, site, viewport={"width": width, "height": width * 4 // 5}) as visit:
        wide = [kind for kind, address in {**KINDS, **EMBEDS}.items() if visit.go(address).evaluate(_OVERFLOWS)]
        assert wide == []
        page = visit.go(KINDS["care cards"])
        assert _cut_off(page) == []


def _cut_off(page: Page) -> list[str]:
    """Return what holds words wider than itself and does not show them."""
    return page.locator(".md-content :is(p, li, h1, h2, h3, td, th, summary, a)").evaluate_all(
        "all => all.filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 2"
        " && ['hidden', 'clip'].includes(getComputedStyle(e).overflowX)).map(e => e.outerHTML.slice(0, 120))"
    )
