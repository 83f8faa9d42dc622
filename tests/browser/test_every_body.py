"""Forced colors, large text and zoom: nothing is lost and nothing overlaps."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visit import EMBEDS, KINDS, PHONE, TOPIC, Visit, visiting

pytestmark = pytest.mark.browser
_TWICE = """() => {
    const root = document.documentElement, size = parseFloat(getComputedStyle(root).fontSize);
    root.style.fontSize = `${2 * size}px`;
}"""
_FIRST_SCREENS = 2600
"""Pixels above a page's title without any style: menus are plain lists then."""
_OVERFLOWS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


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


@pytest.mark.parametrize("width", [768, 1280])
def test_text_of_twice_the_size_hides_no_words(browser: Browser, site: str, width: int) -> None:
    """WCAG 1.4.4 in browsers that make the text larger and nothing else."""
    with visiting(browser, site, viewport={"width": width, "height": 900}) as visit:
        lost = {}
        for kind, address in {**KINDS, **EMBEDS}.items():
            page = visit.go(address)
            page.evaluate(_TWICE)
            if page.evaluate(_OVERFLOWS) or _cut_off(page):
                lost[kind] = _cut_off(page)
        assert lost == {}


def test_nothing_moves_for_those_who_asked_for_that(browser: Browser, site: str) -> None:
    """WCAG 2.3.3."""
    with visiting(browser, site, viewport=PHONE, reduced_motion="reduce") as visit:
        page = visit.go(TOPIC)
        for act in ("button.site-menu", "button.site-nav__close", "button.site-search"):
            page.click(act)
            assert page.evaluate("document.getAnimations().map(a => a.effect.target.outerHTML.slice(0, 80))") == []
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_without_styles_and_script_a_page_reads_in_order(browser: Browser, site: str) -> None:
    with visiting(browser, site, viewport=PHONE, java_script_enabled=False) as visit:
        visit.page.route("**/*.css", lambda route: route.abort())
        for kind, address in KINDS.items():
            page = visit.go(address)
            large = page.locator("svg").evaluate_all(
                "all => all.filter(e => e.getBoundingClientRect().width > 300).length"
            )
            assert large == 0, kind
            assert page.locator("h1").first.evaluate("e => e.getBoundingClientRect().top + scrollY") < _FIRST_SCREENS, (
                kind
            )
        text = visit.go(KINDS["care cards"]).locator("body").inner_text()
        order = (
            "Skip to content",
            "The main message",
            "Get help at once",
            "Call 911 now if",
            "Sources",
            "In this topic",
        )
        last = text.rindex("The main message")
        places = [text.index("Skip to content"), *(text.index(words, last) for words in order[1:])]
        assert places == sorted(places)
