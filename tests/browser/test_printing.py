"""A page that somebody prints from the browser after all: ink, edges, and the way to the better print."""

import pytest
from playwright.sync_api import expect

from tests.browser.visit import TOPIC, Visit

pytestmark = pytest.mark.browser
EMBED = f"embed/{TOPIC}timing/"


@pytest.mark.parametrize("address", [f"{TOPIC}timing/", EMBED])
def test_paper_points_to_the_handout_and_a_screen_does_not(desktop: Visit, address: str) -> None:
    page = desktop.go(address)
    note = page.locator(".print-note")
    expect(note).to_be_hidden()
    page.emulate_media(media="print")
    expect(note).to_be_visible()
    expect(note).to_contain_text("handouts/restless-legs-after-exercise/timing-letter.pdf")


@pytest.mark.parametrize("address", [f"{TOPIC}get-help/", f"embed/{TOPIC}get-help/"])
def test_paper_has_no_controls_and_no_ink_it_does_not_need(desktop: Visit, address: str) -> None:
    page = desktop.go(address)
    page.emulate_media(media="print")
    for part in (".md-header", ".md-sidebar", ".page-actions", ".topic-pages", ".headerlink"):
        for found in page.locator(part).all():
            expect(found).to_be_hidden()
    colors = page.locator(".care-card--emergency").first.evaluate("e => getComputedStyle(e).backgroundColor")
    assert colors in {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
