"""Every kind of page, in both color schemes, on a phone and on a desktop."""

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import AGED, CLINIC, GUIDE, OWN, addresses
from tests.browser.visit import DESKTOP, EMBEDS, KINDS, SMALLEST, TOPIC, Visit, served, visiting

pytestmark = pytest.mark.browser
SITES = {"site": OWN, "clinic": CLINIC, "aged": AGED, "guide": GUIDE}
LOOKS = [("light",), ("dark",), ("dark", "forced")]
_WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.mark.parametrize("look", LOOKS, ids=" ".join)
@pytest.mark.parametrize("size", [SMALLEST, DESKTOP], ids=["320 px", "1280 px"])
@pytest.mark.parametrize("site", SITES)
def test_no_page_has_axe_findings_console_errors_or_foreign_requests(
    request: pytest.FixtureRequest, browser: Browser, site: str, size: dict[str, int], look: tuple[str, ...]
) -> None:
    folder = request.getfixturevalue(f"{site}_folder")
    found: list[str] = []
    settings = {"color_scheme": look[0], "forced_colors": "active" if "forced" in look else "none"}
    with (
        served(folder) as address,
        visiting(browser, address, viewport=size, reduced_motion="reduce", **settings) as visit,
    ):
        for kind, (place, action) in addresses(SITES[site], folder).items():
            action(visit.go(place))
            found += visit.axe(kind)
    assert found == []
    assert visit.troubles == []


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
        assert page.locator(".source__line a").first.is_visible()
