"""What a portal is told of a page that is overdue, changed, withdrawn or gone, and what its patients see."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from careleaf.model.policy import Channel, Policy
from careleaf.model.state_name import StateName
from tests.browser.hosts import Host
from tests.browser.portal import Portal
from tests.browser.visit import served, visiting
from tests.channels.test_embed import SAMPLE, embed, make_library

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("topic", "events", "words"),
    [
        ("sleep/late", ["ready", "overdue"], "Overdue for review"),
        ("sleep/changed", ["ready", "changed"], "Changed since it was reviewed"),
        ("sleep/gone", ["ready", "withdrawn"], "This page was withdrawn on 1 November 2026"),
    ],
)
def test_the_portal_hears_of_a_state_and_the_patient_reads_it(
    portal: Portal, topic: str, events: list[str], words: str
) -> None:
    portal.topic(topic, more="reading-events" if topic == "sleep/gone" else "")
    portal.wait_for(events[-1])
    expect(portal.frame.locator("main")).to_contain_text(words)
    portal.page.evaluate("scrollTo(0, 1e6)")
    portal.page.wait_for_timeout(200)
    assert portal.events == events, "a notice is neither viewed nor completed"


def test_a_withdrawn_page_names_what_takes_its_place_and_none_of_its_words(portal: Portal) -> None:
    portal.topic("sleep/gone")
    detail = portal.wait_for("withdrawn")
    assert (detail["state"], detail["shown"]) == ("withdrawn", "notice")
    assert detail["replacedBy"] == "https://health.test/sleep/signed/"
    expect(portal.frame.locator("main")).not_to_contain_text("The withdrawn advice")


def test_a_page_falls_due_in_the_browser_without_a_new_build(portal: Portal) -> None:
    portal.page.clock.set_fixed_time(datetime(2027, 11, 2, 12))  # the reader's own day
    portal.topic("sleep/signed")
    assert portal.wait_for("overdue")["state"] == "reviewed"
    notice = portal.frame.locator(".overdue-notice")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("Someone should have looked at this page again by 1 November 2027")


def test_on_the_day_itself_it_is_not_overdue_yet(portal: Portal) -> None:
    portal.page.clock.set_fixed_time(datetime(2027, 11, 1, 23, 50))
    portal.topic("sleep/signed")
    portal.wait_for("ready")
    expect(portal.frame.locator(".overdue-notice")).to_be_hidden()
    assert portal.events == ["ready"]


def test_an_old_copy_says_so_offline_and_outside_of_any_portal(browser: Browser, clinic: Host) -> None:
    with visiting(browser, clinic.address) as visit:
        visit.page.clock.set_fixed_time(datetime(2028, 1, 1))
        page = visit.go("embed/sleep/signed/")
        expect(page.locator(".overdue-notice")).to_be_visible()
        assert visit.axe("overdue") == []


@pytest.mark.parametrize("topic", ["sleep/no-such", "sleep/gone/deeper"])
def test_a_page_that_is_not_there_leaves_the_link_and_says_error(portal: Portal, topic: str) -> None:
    portal.page.clock.install()
    element = portal.topic(topic)
    expect(element.get_by_text("The page")).to_be_visible()
    portal.page.wait_for_function("() => document.querySelector('health-topic').shadowRoot.querySelector('iframe')")
    portal.page.wait_for_load_state("networkidle")
    portal.page.clock.fast_forward(6000)
    assert portal.wait_for("error") == {"reason": "no-answer"}
    expect(portal.page.locator("iframe")).to_have_count(0)
    expect(element.get_by_text("The page")).to_be_visible()


def test_a_portal_whose_policy_forbids_the_frame_keeps_the_link(portal: Portal) -> None:
    portal.page.clock.install()
    element = portal.topic("sleep/signed", policy="frame-src 'none'")
    portal.page.wait_for_load_state("networkidle")
    portal.page.clock.fast_forward(6000)
    assert portal.wait_for("error") == {"reason": "no-answer"}
    expect(element.get_by_text("The page")).to_be_visible()


def test_a_page_that_answered_is_not_taken_away_later(portal: Portal) -> None:
    portal.page.clock.install()
    portal.topic("sleep/signed")
    portal.wait_for("ready")
    portal.page.clock.fast_forward(60_000)
    expect(portal.page.locator("iframe")).to_have_count(1)
    assert portal.events == ["ready"]


def test_a_page_that_moved_says_where_and_the_next_one_speaks_on(portal: Portal) -> None:
    portal.topic("sleep/old")
    detail = portal.wait_for("ready")
    assert (detail["state"], detail["shown"]) == ("moved", "notice")
    assert detail["replacedBy"] == "https://health.test/sleep/signed/"
    low = portal.wait_until_fitting()
    portal.frame.get_by_role("link", name="Signed").click()
    expect(portal.frame.locator("h1")).to_have_text("Signed")
    portal.page.wait_for_function("() => seen.length === 2")
    assert portal.wait_until_fitting() > low


def test_without_script_the_page_is_there_and_its_state_in_words(browser: Browser, clinic: Host) -> None:
    with visiting(browser, clinic.address, java_script_enabled=False) as visit:
        page = visit.go("embed/sleep/late/")
        expect(page.locator(".state-line")).to_have_text("Overdue for review since 20 November 2026")
        expect(page.locator(".review")).to_be_visible()


@pytest.mark.parametrize("sandbox", ['sandbox="allow-scripts" security="restricted"', ""], ids=["sandboxed", "open"])
def test_wordpress_is_told_the_height_in_its_own_words(portal: Portal, sandbox: str) -> None:
    portal.add("/wp.js", "window.heights = []; addEventListener('message', (e) => heights.push([e.origin, e.data]));")
    portal.open(
        f'<script src="/wp.js"></script><iframe {sandbox} title="Signed" '
        'width="600" src="{host}embed/sleep/signed/#?secret=aB3dE6gH9k"></iframe>'
    )
    portal.page.wait_for_function("() => heights.length")
    ((origin, data), *_more) = portal.page.evaluate("heights")
    height = portal.frame.locator("body").evaluate("body => Math.ceil(body.getBoundingClientRect().height)")
    assert origin == ("null" if sandbox else portal.content.address.rstrip("/"))
    assert data == {"message": "height", "value": height, "secret": "aB3dE6gH9k"}


def test_a_plain_frame_with_a_section_in_its_address_opens_there(portal: Portal) -> None:
    """Loaded twice at most: once in a thousand times a busy Chromium forgets where a frame of another site began."""
    frame = '<iframe sandbox="" title="Signed" height="500" src="{host}embed/sleep/signed/#far-down"></iframe>'
    portal.open(frame)
    with suppress(AssertionError):
        expect(portal.frame.locator("#far-down")).to_be_in_viewport(timeout=5_000)
        return
    portal.open(frame)
    expect(portal.frame.locator("#far-down")).to_be_in_viewport()


def test_one_request_and_nothing_kept_also_through_the_loader(portal: Portal) -> None:
    portal.topic("sleep/signed", more="reading-events")
    portal.wait_until_fitting()
    assert portal.content.log.paths == ["/embed/v1/careleaf-embed.js", "/embed/sleep/signed/"]
    assert portal.content.log.cookies == []
    assert portal.page.context.cookies() == []
    assert portal.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_what_policy_keeps_back_once_it_is_overdue_is_gone_on_that_day(browser: Browser, tmp_path: Path) -> None:
    policy = Policy(publish={Channel.EMBED: (StateName.ADAPTED,)})
    (tmp_path / "index.html").write_text(embed(make_library(SAMPLE, policy=policy)))
    with served(tmp_path) as address, visiting(browser, address) as visit:
        for day, is_there in ((datetime(2028, 3, 4), True), (datetime(2028, 3, 5), False)):
            visit.page.clock.set_fixed_time(day)
            page = visit.go("")
            expect(page.get_by_text("Rest helps.")).to_be_visible(visible=is_there)
            expect(page.locator(".overdue-notice")).to_be_visible(visible=not is_there)
            expect(page.locator(".review")).to_be_visible()
