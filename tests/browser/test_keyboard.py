"""The whole way through a page with the Tab key: every stop is seen, none is a trap, and nothing covers it."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import CLINIC, GUIDE, OWN, Kinds, addresses
from tests.browser.visit import DESKTOP, PHONE, TOPIC, Visit, served, visiting

pytestmark = pytest.mark.browser
SITES: dict[str, Kinds] = {
    "site": {
        kind: OWN[kind] for kind in ("home", "topic", "get-help", "clinics", "sources", "not-found", "infobutton")
    },
    "clinic": {kind: CLINIC[kind] for kind in ("state-reviewed", "state-withdrawn")},
    "guide": {kind: GUIDE[kind] for kind in ("guide-blocks", "guide-rules")},
}
_AT = """() => {
    const at = document.activeElement;
    if (at === document.body) return null;
    if (!at.dataset.stop) at.dataset.stop = String(window.stops = (window.stops ?? 0) + 1);
    const shown = [at, at.nextElementSibling].filter((e) => e?.checkVisibility({visibilityProperty: true}));
    const box = at.getBoundingClientRect();
    const x = box.left + Math.min(box.width / 2, 12), y = box.top + Math.min(box.height / 2, 8);
    const top = document.elementFromPoint(x, y), header = document.querySelector(".md-header");
    return {
        stop: at.dataset.stop,
        passing: Boolean(at.closest("#cite-popup, .md-search__output")),
        html: at.outerHTML.slice(0, 120),
        ring: shown.some((e) => ["solid", "auto"].includes(getComputedStyle(e).outlineStyle)),
        inWindow: y >= 0 && y <= innerHeight && x >= 0 && x <= innerWidth,
        covered: Boolean(header?.contains(top)) && !header.contains(at),
    };
}"""
_MOST = 700


def _walk(page: Page, key: str) -> tuple[list[str], list[str]]:
    """Press a key until the focus leaves the page; return the stops, and what is wrong with them."""
    stops: list[str] = []
    wrong: list[str] = []
    for _ in range(_MOST):
        page.keyboard.press(key)
        at = page.evaluate(_AT)
        if at and at["passing"]:
            continue  # in a pop-up or the results, which come and go with the focus
        if at is None or (stops and at["stop"] == stops[0]):
            return stops, wrong
        wrong += [f"{fault}: {at['html']}" for fault in ("ring", "inWindow") if not at[fault]]
        wrong += [f"covered: {at['html']}"] if at["covered"] else []
        if stops and at["stop"] == stops[-1]:
            wrong.append(f"trap: {at['html']}")
            return stops, wrong
        stops.append(at["stop"])
    return stops, [*wrong, f"no end after {_MOST} stops"]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("whose", SITES)
def test_tab_leads_through_every_page_and_back(
    request: pytest.FixtureRequest, browser: Browser, whose: str, size: dict[str, int]
) -> None:
    """WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11."""
    folder = request.getfixturevalue(f"{whose}_folder")
    wrong: dict[str, list[str]] = {}
    with served(folder) as site, visiting(browser, site, viewport=size, reduced_motion="reduce") as visit:
        for kind, (place, _) in addresses(SITES[whose], folder).items():
            page = visit.go(place)
            forward, faults = _walk(page, "Tab")
            backward, more = _walk(page, "Shift+Tab")
            assert forward, kind
            assert set(forward) == set(backward), kind
            if faults or more:
                wrong[kind] = [*faults, *more]
    assert wrong == {}


def test_tab_stays_in_the_open_menu_until_escape_closes_it(phone: Visit) -> None:
    page = phone.go(TOPIC)
    page.click(".site-menu")
    allowed = ".md-sidebar--primary *, .md-skip, body"
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate("allowed => document.activeElement.matches(allowed)", allowed)
    page.keyboard.press("Escape")
    expect(page.locator("button.site-menu")).to_be_focused()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_results_of_a_search_are_tab_stops_and_escape_closes_them(
    browser: Browser, site: str, size: dict[str, int]
) -> None:
    with visiting(browser, site, viewport=size) as visit:
        page = visit.go(TOPIC)
        OWN["search"][1](page)
        reached = []
        for _ in range(12):
            page.keyboard.press("Tab")
            at = page.evaluate(_AT)
            reached.append(at["html"])
            assert at["ring"], at
            assert at["inWindow"], at
            assert not at["covered"], at
        assert len([one for one in reached if "md-search-result__link" in one]) >= 3
        page.keyboard.press("Escape")
        expect(page.locator(".md-search__output")).to_be_hidden()
        assert not page.evaluate("document.querySelector('#__search').checked")
        assert visit.troubles == []


def test_leaving_the_results_with_tab_closes_the_search(desktop: Visit) -> None:
    page = desktop.go(TOPIC)
    OWN["search"][1](page)
    page.keyboard.press("Shift+Tab")
    assert not page.evaluate("document.querySelector('#__search').checked")
    assert page.evaluate("document.activeElement.matches('.md-header *')")
