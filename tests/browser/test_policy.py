"""The Content Security Policy of the public site: in force, and in nobody's way."""

import pytest
from playwright.sync_api import expect

from tests.browser.visit import KINDS, TOPIC, Visit

pytestmark = pytest.mark.browser
POLICY = "meta[http-equiv='Content-Security-Policy']"


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_carries_a_policy_without_a_hole(desktop: Visit, kind: str) -> None:
    policy = desktop.go(KINDS[kind]).locator(POLICY).get_attribute("content") or ""
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "'sha256-" in policy


def test_search_navigation_and_pop_ups_work_under_it(desktop: Visit) -> None:
    page = desktop.go(TOPIC)
    page.click(".md-search__input")
    page.keyboard.type("ferritin")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".next-step a", has_text="Evenings, nights").first.click()
    page.wait_for_url(f"**/{TOPIC}timing/")
    page.locator(".page-body .citation a").first.hover()
    expect(page.locator("#cite-popup:popover-open")).to_be_visible()
    assert desktop.troubles == []


def test_a_script_that_comes_in_by_any_other_way_does_not_run(desktop: Visit) -> None:
    page = desktop.go(TOPIC)
    ran = page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        const image = document.createElement('img');
        image.setAttribute('onerror', 'window.ran = true');
        image.src = 'none.png';
        document.body.append(image);
        return new Promise(done => setTimeout(() => done(Boolean(window.ran)), 300));
    }""")
    assert ran is False
    assert any("Content Security Policy" in trouble for trouble in desktop.troubles)


def test_a_style_attribute_has_no_effect(desktop: Visit) -> None:
    page = desktop.go(TOPIC)
    color = page.evaluate("""() => {
        document.body.insertAdjacentHTML('beforeend', '<p id="styled" style="color: rgb(1, 2, 3)">x</p>');
        return getComputedStyle(document.getElementById('styled')).color;
    }""")
    assert color != "rgb(1, 2, 3)"
