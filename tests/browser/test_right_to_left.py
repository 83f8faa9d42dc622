"""A site in Arabic: direction, borders and lists follow the script, and nothing overflows."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from careleaf.build.site import build_site
from tests.arabic import FILES, PAGES
from tests.browser.visit import Visit, served, visiting
from tests.conftest import TODAY, write_file

pytestmark = pytest.mark.browser
_SIDES = """e => ["Right", "Left"].map(side => parseFloat(getComputedStyle(e)[`border${side}Width`]))"""
_BOX = "e => e.getBoundingClientRect().toJSON()"


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("arabic")
    for path, content in FILES.items():
        write_file(folder / path, content)
    built = build_site(folder / "mkdocs.yml", TODAY, None, lambda _: None)
    assert built.published, [*built.report.errors, *built.faults]
    with served(folder / "site") as address:
        yield address


@pytest.fixture(params=[320, 1280])
def visit(request: pytest.FixtureRequest, browser: Browser, arabic: str) -> Iterator[Visit]:
    with visiting(browser, arabic, viewport={"width": request.param, "height": 800}) as visit:
        yield visit


def test_every_page_runs_from_right_to_left_and_fits(visit: Visit) -> None:
    found = []
    for kind, address in PAGES.items():
        page = visit.go(address)
        assert page.locator("h1").first.evaluate("e => getComputedStyle(e).direction") == "rtl", kind
        assert page.evaluate("document.documentElement.lang") == "ar"
        assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), kind
        found += visit.axe(kind)
    assert found == []
    assert visit.troubles == []


def test_borders_and_marks_stand_where_a_line_begins(visit: Visit) -> None:
    page = visit.go(PAGES["care cards"])
    for selector in (".care-card--urgent", ".main-message", ".topic-pages [aria-current]"):
        right, left = page.locator(selector).first.evaluate(_SIDES)
        assert right > left, selector
    item = page.locator(".care-card li").first.evaluate(_BOX)
    card = page.locator(".care-card").first.evaluate(_BOX)
    assert card["right"] - item["right"] > item["left"] - card["left"]


def test_a_pop_up_stays_in_the_window(visit: Visit) -> None:
    page = visit.go(PAGES["topic index"])
    page.locator(".citation a").first.evaluate("link => link.focus({focusVisible: true})")
    box = page.locator("#cite-popup").evaluate(_BOX)
    assert box["left"] >= 0
    assert box["right"] <= page.evaluate("innerWidth")
