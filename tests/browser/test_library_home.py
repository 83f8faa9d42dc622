"""The home page of a library: topics by plain links, the search first, and all of it for every body."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from careleaf.build.site import build_site
from tests.browser.libraries import write_library
from tests.browser.test_every_connection import MOST_BYTES, MOST_REQUESTS, packed_size
from tests.browser.visit import DESKTOP, PHONE, SMALLEST, served, visiting
from tests.conftest import TODAY

pytestmark = pytest.mark.browser
COUNTS = (12, 120)
PAGES = ("", "topics/", "snoring/")


@pytest.fixture(scope="module", params=COUNTS, ids=[f"{count} topics" for count in COUNTS])
def library_folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = build_site(write_library(tmp_path_factory.mktemp("library"), request.param), TODAY, None, lambda _: None)
    assert built.published, [*built.report.errors, *built.faults]
    return built.site_dir


@pytest.fixture(scope="module")
def library(library_folder: Path) -> Iterator[str]:
    with served(library_folder) as address:
        yield address


@pytest.mark.parametrize("size", [SMALLEST, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("look", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_the_lists_have_no_axe_findings(
    browser: Browser, library: str, look: dict[str, str], size: dict[str, int]
) -> None:
    with visiting(browser, library, viewport=size, **look) as visit:
        found = [fault for page in PAGES if visit.go(page) for fault in visit.axe(page or "home")]
        assert found == []
        assert visit.troubles == []
        wider = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert [page for page in PAGES if visit.go(page).evaluate(wider)] == []


def test_every_topic_is_reached_by_links_alone(browser: Browser, library: str) -> None:
    with visiting(browser, library, viewport=PHONE, java_script_enabled=False) as visit:
        page = visit.go("")
        expect(page.locator(".library-search")).to_be_hidden()
        page.locator(".topic-card a, .topic-names a").last.click()
        if "#area-" in page.url:
            expect(page.locator(f"#{page.url.partition('#')[2]}")).to_be_in_viewport()
            page.locator(".topic-names a").last.click()
        expect(page.locator(".state-line")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_large_search_finds_and_gives_the_focus_back(browser: Browser, library: str, size: dict[str, int]) -> None:
    with visiting(browser, library, viewport=size) as visit:
        page = visit.go("")
        field = page.get_by_label("What are you looking for?").last
        field.fill("snoring")
        field.press("Enter")
        expect(page.locator(".md-search-result__item").first).to_contain_text("Snoring")
        page.keyboard.press("Escape")
        expect(page.locator("#library-search")).to_be_focused()
        assert visit.troubles == []


def test_the_first_view_is_light(browser: Browser, library: str, library_folder: Path) -> None:
    for address in PAGES:
        with visiting(browser, library, viewport=PHONE) as visit:
            visit.go(address).wait_for_load_state("networkidle")
            assert sum(packed_size(one, library, library_folder) for one in visit.requests) <= MOST_BYTES
            assert len(visit.requests) <= MOST_REQUESTS


def test_a_long_menu_begins_where_the_reader_is(browser: Browser, library: str) -> None:
    with visiting(browser, library, viewport=DESKTOP) as visit:
        page = visit.go("waking-early/")
        expect(page.locator(".site-nav [aria-current]")).to_have_text("Waking early")
        expect(page.locator(".site-nav [aria-current]")).to_be_in_viewport()
        assert page.evaluate("scrollY") == 0
