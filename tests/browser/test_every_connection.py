"""What a page costs before somebody can read it, on a slow line and an old phone."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visit import DESKTOP, KINDS, PHONE, TOPIC_PAGES, Visit, visiting

pytestmark = pytest.mark.browser
MOST_BYTES, MOST_REQUESTS = 110_000, 12
_PACKED = (".png", ".jpg", ".webp", ".woff2")
_SHIFTS = """globalThis.shifted = 0;
new PerformanceObserver((list) => { for (const one of list.getEntries()) shifted += one.value; })
    .observe({type: "layout-shift", buffered: true});"""


def packed_size(address: str, site: str, folder: Path) -> int:
    """Return what a server that compresses sends for an address, in bytes without headers."""
    file = folder / address.removeprefix(site).partition("?")[0]
    content = (file / "index.html" if file.is_dir() else file).read_bytes()
    return len(content if file.suffix in _PACKED else gzip.compress(content, 9))


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_first_view_of_every_page_is_light(
    browser: Browser, site: str, site_folder: Path, size: dict[str, int]
) -> None:
    heavy = {}
    for address in {*KINDS.values(), *TOPIC_PAGES} - {"404.html"}:
        with visiting(browser, site, viewport=size) as visit:
            visit.go(address).wait_for_load_state("networkidle")
            weight = sum(packed_size(one, site, site_folder) for one in visit.requests)
            if weight > MOST_BYTES or len(visit.requests) > MOST_REQUESTS:
                heavy[address] = (weight, visit.requests)
    assert heavy == {}


def test_the_search_index_comes_when_the_search_is_opened(desktop: Visit) -> None:
    page = desktop.go("")
    page.wait_for_load_state("networkidle")
    assert not [one for one in desktop.requests if "search_index" in one]
    page.click(".md-search__input")
    page.keyboard.type("iron")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert len([one for one in desktop.requests if "search_index" in one]) == 1


def test_words_are_there_before_any_script(browser: Browser, site: str) -> None:
    with visiting(browser, site, viewport=PHONE) as visit:
        visit.page.route("**/*.js", lambda route: route.abort())
        for kind in ("home", "topic index", "care cards"):
            page = visit.go(KINDS[kind])
            expect(page.locator("h1")).to_be_in_viewport()
            expect(page.locator(".md-content p:visible").nth(1)).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_moves_while_a_page_loads(browser: Browser, site: str, size: dict[str, int]) -> None:
    moved = {}
    for address in KINDS.values():
        with visiting(browser, site, viewport=size) as visit:
            visit.page.add_init_script(_SHIFTS)
            page = visit.go(address)
            page.wait_for_load_state("networkidle")
            page.mouse.wheel(0, 2000)
            page.wait_for_timeout(150)
            if shifted := page.evaluate("shifted"):
                moved[address] = shifted
    assert moved == {}
