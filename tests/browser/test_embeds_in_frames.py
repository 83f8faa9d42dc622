"""An embed in a clinic's portal: on another origin, framed, in the tightest sandbox."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, expect

from tests.browser.visit import EMBEDS, TOPIC, TOPIC_PAGES, Visit, served, visiting

pytestmark = pytest.mark.browser
EMBED = EMBEDS["embed with care cards"]


@pytest.fixture
def sandboxed(browser: Browser, site: str, tmp_path: Path) -> Iterator[FrameLocator]:
    """A portal page that frames the embed with `sandbox=""`."""
    frame = f'<iframe sandbox="" width="320" height="600" title="When to get help" src="{site}{EMBED}"></iframe>'
    (tmp_path / "index.html").write_text(f'<!doctype html><title>Portal</title><link rel="icon" href="data:,">{frame}')
    with served(tmp_path) as address, visiting(browser, address) as visit:
        visit.go("")
        yield visit.page.frame_locator("iframe")
        known = (f"asked another host: {site}{EMBED}", "Blocked script execution")
        assert [t for t in visit.troubles if not t.startswith(known)] == []


def test_it_is_readable_in_the_tightest_sandbox(sandboxed: FrameLocator) -> None:
    expect(sandboxed.locator("h1")).to_have_text("When to get help")
    expect(sandboxed.locator(".care-card--emergency").first).to_be_visible()
    expect(sandboxed.locator(".review")).to_contain_text("A clinician has not yet reviewed this wording.")
    background = sandboxed.locator("html").evaluate("html => getComputedStyle(html).backgroundColor")
    assert background == "rgb(253, 251, 247)"


def test_a_citation_leads_to_the_list_inside_the_frame(sandboxed: FrameLocator) -> None:
    sandboxed.locator(".citation a").first.click()
    expect(sandboxed.locator(".source:target")).to_be_visible()


def test_it_makes_one_request_and_keeps_nothing(desktop: Visit) -> None:
    for address in EMBEDS.values():
        page = desktop.go(address)
        assert desktop.requests == [desktop.site + address]
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
        assert page.locator("script[src]").count() == 0
    assert desktop.troubles == []


def test_a_long_embed_grows_by_its_words_alone(desktop: Visit, site_folder: Path) -> None:
    """Words that are folded away weigh as much as the others: 1,500 words of text have some 800 of sources."""
    for address in (f"embed/{page}" for page in TOPIC_PAGES):
        words = len((desktop.go(address).locator("main").text_content() or "").split())
        weight = len(gzip.compress((site_folder / address / "index.html").read_bytes()))
        assert weight <= 14_000 + 2 * max(0, words - 2_300), address


def test_every_link_out_opens_a_window_of_its_own(desktop: Visit) -> None:
    page = desktop.go(EMBED)
    outward = page.locator("a:not([href^='#'])")
    assert outward.count() > 10
    assert page.locator("a:not([href^='#']):not([target='_blank'][rel='noopener noreferrer'])").count() == 0


def test_its_height_follows_its_content_not_its_frame(browser: Browser, site: str) -> None:
    with visiting(browser, site, viewport={"width": 600, "height": 20_000}) as visit:
        page = visit.go(EMBED)
        assert page.evaluate("document.body.offsetHeight") < 20_000


@pytest.mark.parametrize("address", [TOPIC, f"embed/{TOPIC}"], ids=["site", "embed"])
def test_an_adapted_page_says_so_and_claims_no_reviewer(desktop: Visit, address: str) -> None:
    page = desktop.go(address)
    expect(page.locator(".state-line")).to_have_text("Adapted text, not yet reviewed by a clinician")
    expect(page.locator(".review")).to_contain_text("A clinician has not yet reviewed this wording.")
    data = "".join(page.locator("script[type='application/ld+json']").all_text_contents())
    assert not re.search("reviewedBy|lastReviewed", data)
