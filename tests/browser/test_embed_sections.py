"""One section of a page alone in a portal: signed to stand alone, and never without what keeps a patient safe."""

import pytest
from playwright.sync_api import expect

from tests.browser.hosts import Host
from tests.browser.portal import Portal
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


def test_a_signed_section_stands_alone_with_review_page_and_emergency_signs(portal: Portal) -> None:
    portal.topic("sleep/signed/how-to-move")
    assert portal.wait_for("ready")["title"] == "How to move – Signed"
    portal.wait_until_fitting()
    main = portal.frame.locator("main")
    expect(main).to_contain_text("40% said they slept badly")
    expect(main).not_to_contain_text("The end of the text.")
    expect(portal.frame.locator(".care-card--emergency")).to_contain_text("Phone numbers are for: US")
    expect(portal.frame.locator(".review")).to_contain_text("Reviewed by a clinician")
    whole = portal.frame.get_by_role("link", name="Read the whole page")
    expect(whole).to_have_attribute("href", "https://health.test/sleep/signed/#how-to-move")
    canonical = portal.frame.locator("link[rel=canonical]")
    expect(canonical).to_have_attribute("href", "https://health.test/sleep/signed/")


def test_a_citation_in_it_leads_to_its_source_under_the_pages_number(portal: Portal) -> None:
    portal.topic("sleep/signed/how-to-move")
    portal.wait_for("ready")
    marker = portal.frame.locator(".citation a").first
    number = marker.text_content() or ""
    marker.click()
    assert number == "2"
    expect(portal.frame.locator(".source:target")).to_contain_text("A survey of tests")
    expect(portal.frame.locator(".source:target")).to_have_js_property("value", 2)


def test_a_link_to_another_section_leads_to_the_whole_page(portal: Portal) -> None:
    portal.topic("sleep/signed/how-to-move")
    portal.wait_for("ready")
    link = portal.frame.get_by_role("link", name="what comes after")
    expect(link).to_have_attribute("href", "https://health.test/sleep/signed/#far-down")
    expect(link).to_have_attribute("target", "_blank")


def test_a_section_with_its_own_emergency_card_has_it_once(portal: Portal) -> None:
    portal.topic("sleep/signed/call-for-help")
    portal.wait_for("ready")
    expect(portal.frame.locator(".care-card--emergency")).to_have_count(1)


def test_where_the_page_has_none_the_topics_help_page_is_named_with_its_region(portal: Portal) -> None:
    portal.topic("sleep/late/at-night")
    portal.wait_for("overdue")
    line = portal.frame.locator(".get-help-now")
    expect(line).to_contain_text("Signs that need help at once: Signed. Phone numbers are for: US")
    expect(portal.frame.locator("#page-body")).to_contain_text("Rest more.")
    expect(portal.frame.locator("#page-body")).not_to_contain_text("Rest less.")


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("sleep/changed/at-night", "This part of the page is not shown on its own at the moment."),
        ("sleep/gone/once", "This page was withdrawn on 1 November 2026"),
    ],
)
def test_without_a_signature_under_these_words_a_notice_stands_there(portal: Portal, topic: str, words: str) -> None:
    portal.topic(topic)
    assert portal.wait_for("ready")["shown"] == "notice"
    expect(portal.frame.locator("main")).to_contain_text(words)
    expect(portal.frame.locator("#page-body")).not_to_contain_text("Rest at night.")


def test_it_has_no_axe_findings(desktop: Visit, clinic: Host) -> None:
    for address in ("sleep/signed/how-to-move/", "sleep/late/at-night/", "sleep/changed/at-night/"):
        desktop.page.goto(f"{clinic.address}embed/{address}")
        assert desktop.axe(address) == []
