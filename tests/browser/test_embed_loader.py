"""`<health-topic>` in a portal under the strictest policy: height, events, look, sections, names."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.hosts import Host, content_host
from tests.browser.portal import Portal, portal_on
from tests.browser.visit import PHONE, visiting

pytestmark = pytest.mark.browser
SIGNED = "sleep/signed"


def test_the_frame_is_as_high_as_its_text_and_the_fallback_is_gone(portal: Portal) -> None:
    element = portal.topic(SIGNED)
    assert portal.wait_until_fitting() > 1000
    expect(portal.frame.locator("h1")).to_have_text("Signed")
    expect(element.get_by_text("The page")).to_be_hidden()
    assert portal.frame.locator("html").evaluate("html => html.scrollHeight <= html.clientHeight"), "no scroll bar"


def test_nothing_breaks_the_policy_or_trusted_types_of_the_portal(portal: Portal) -> None:
    portal.topic(SIGNED, more='tokens=\'{"color_text": "#102030", "dim_font_size": "20px"}\' section="far-down"')
    portal.wait_until_fitting()
    assert [t for t in portal.visit.troubles if not t.startswith("asked another host")] == []


def test_the_height_follows_the_width_both_ways_and_does_not_grow(portal: Portal) -> None:
    portal.topic(SIGNED)
    wide = portal.wait_until_fitting()
    portal.page.set_viewport_size({"width": 360, "height": 700})
    expect(portal.page.locator("iframe")).not_to_have_js_property("clientHeight", wide)
    narrow = portal.wait_until_fitting()
    assert narrow > wide
    portal.page.set_viewport_size({"width": 1280, "height": 900})
    expect(portal.page.locator("iframe")).to_have_js_property("clientHeight", wide)
    portal.page.wait_for_timeout(700)
    assert portal.wait_until_fitting() == wide


def test_the_height_follows_what_a_reader_opens_and_closes(portal: Portal) -> None:
    portal.topic(SIGNED)
    closed = portal.wait_until_fitting()
    summary = portal.frame.locator("summary").first
    summary.click()
    expect(portal.page.locator("iframe")).not_to_have_js_property("clientHeight", closed)
    assert portal.wait_until_fitting() > closed
    summary.click()
    expect(portal.page.locator("iframe")).to_have_js_property("clientHeight", closed)


def test_ready_says_what_the_page_is_and_nothing_about_the_reader(portal: Portal) -> None:
    portal.topic(SIGNED)
    detail = portal.wait_for("ready")
    assert detail.pop("digest").startswith("c1-")
    assert detail == {
        "id": SIGNED,
        "title": "Signed",
        "lang": "en",
        "state": "reviewed",
        "shown": "text",
        "reviewedOn": "2026-11-02",
        "dueOn": "2027-11-01",
    }
    portal.page.wait_for_timeout(300)
    assert portal.events == ["ready"]


_TO_THE_END = "scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'})"


def test_viewed_and_completed_come_only_when_the_portal_asks(portal: Portal) -> None:
    portal.topic(SIGNED, more="reading-events")
    portal.wait_until_fitting()
    portal.wait_for("viewed")
    assert "completed" not in portal.events
    portal.page.evaluate(_TO_THE_END)
    portal.wait_for("completed")
    assert portal.events == ["ready", "viewed", "completed"]
    portal.topic(SIGNED)
    portal.wait_until_fitting()
    portal.page.evaluate(_TO_THE_END)
    portal.page.wait_for_timeout(300)
    assert portal.events == ["ready"]


def test_the_frame_has_the_title_of_its_page(portal: Portal) -> None:
    portal.topic(SIGNED)
    frame = portal.page.locator("iframe")
    portal.wait_for("ready")
    expect(frame).to_have_attribute("title", "Signed")
    assert portal.frame.locator("title").evaluate("title => title.textContent") == "Signed"


def test_a_section_is_scrolled_to_and_focused(portal: Portal) -> None:
    portal.topic(SIGNED, more='section="far-down"')
    portal.wait_until_fitting()
    expect(portal.frame.locator("#far-down")).to_be_focused()
    expect(portal.frame.locator("#far-down")).to_be_in_viewport()
    portal.page.keyboard.press("Shift+Tab")
    expect(portal.frame.locator("#page-body a").last).to_be_focused()


def test_nobody_who_is_typing_is_taken_to_a_section(portal: Portal) -> None:
    portal.open(
        '<input autofocus aria-label="Search">'
        f'<health-topic topic="{SIGNED}" section="far-down"></health-topic>'
        '<script src="{host}embed/v1/careleaf-embed.js" crossorigin="anonymous" async></script>'
    )
    expect(portal.page.locator("input")).to_be_focused()
    portal.wait_until_fitting()
    portal.page.wait_for_timeout(200)
    expect(portal.page.locator("input")).to_be_focused()
    assert portal.page.evaluate("scrollY") == 0


def test_another_section_can_be_shown_later(portal: Portal) -> None:
    element = portal.topic(SIGNED)
    portal.wait_until_fitting()
    element.evaluate("element => element.setAttribute('section', 'far-down')")
    expect(portal.frame.locator("#far-down")).to_be_in_viewport()
    element.evaluate("element => element.setAttribute('section', 'no-such')")
    portal.page.wait_for_timeout(100)
    expect(portal.frame.locator("#far-down")).to_be_focused()


def test_another_topic_takes_the_place_of_the_first(portal: Portal) -> None:
    element = portal.topic(SIGNED)
    portal.wait_until_fitting()
    element.evaluate("element => element.setAttribute('topic', 'sleep')")
    expect(portal.frame.locator("h1")).to_have_text("Sleep")
    portal.wait_until_fitting()
    assert portal.events == ["ready", "ready"]


def test_print_prints_the_page_in_the_frame(portal: Portal) -> None:
    element = portal.topic(SIGNED)
    portal.wait_until_fitting()
    portal.frame.locator("body").evaluate("() => { window.printed = 0; window.print = () => printed++; }")
    element.evaluate("element => element.print()")
    portal.page.wait_for_timeout(100)
    assert portal.frame.locator("body").evaluate("() => printed") == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_is_the_readers_unless_the_portal_says_one(browser: Browser, clinic: Host, scheme: str) -> None:
    colors = {"light": "rgb(253, 251, 247)", "dark": "rgb(21, 28, 25)"}
    other = {"light": "dark", "dark": "light"}[scheme]
    with portal_on(browser, clinic, color_scheme=scheme) as portal:
        element = portal.topic(SIGNED)
        portal.wait_for("ready")
        html = portal.frame.locator("html")
        expect(html).to_have_css("background-color", colors[scheme])
        element.evaluate("(element, theme) => element.setAttribute('theme', theme)", other)
        expect(html).to_have_css("background-color", colors[other])
        element.evaluate("element => element.setAttribute('theme', 'no such')")
        expect(html).to_have_css("background-color", colors[scheme])


TOKENS = """{"color_background": "#fff8f0", "color_text": "#301010", "color_highlight": "#702020",
"color_error": "#ff0000", "dim_font_size": "20px", "dim_spacing_size": "24px", "dim_border_radius": "0px",
"font_family_body": "Georgia, serif", "font_family_heading": "'Noto Serif', serif"}""".replace("'", "&#39;")


def test_tokens_of_a_smart_style_are_worn(portal: Portal) -> None:
    portal.topic(SIGNED, more=f"tokens='{TOKENS}'")
    portal.wait_until_fitting()
    html = portal.frame.locator("html")
    expect(html).to_have_css("background-color", "rgb(255, 248, 240)")
    expect(html).to_have_css("color", "rgb(48, 16, 16)")
    expect(html).to_have_css("font-size", "20px")
    expect(html).to_have_css("font-family", "Georgia, serif")
    expect(portal.frame.locator("h1")).to_have_css("font-family", '"Noto Serif", serif')
    expect(portal.frame.locator("body")).to_have_css("padding-left", "24px")
    expect(portal.frame.locator(".review")).to_have_css("border-radius", "0px")
    expect(portal.frame.locator("#page-body a").first).to_have_css("color", "rgb(112, 32, 32)")


def test_a_dark_background_brings_the_dark_palette_with_it(portal: Portal) -> None:
    portal.topic(SIGNED, more='tokens=\'{"color_background": "#101018"}\'')
    portal.wait_for("ready")
    expect(portal.frame.locator("html")).to_have_css("background-color", "rgb(16, 16, 24)")
    expect(portal.frame.locator("html")).to_have_css("color", "rgb(232, 237, 233)")


@pytest.mark.parametrize(
    "colors",
    [
        '{"color_text": "#999999"}',
        '{"color_background": "#777777"}',
        '{"color_highlight": "#ffee00"}',
        '{"color_background": "#ffffff", "color_text": "#ffffff"}',
    ],
)
def test_colors_that_cannot_be_read_are_not_taken_and_the_rest_is(portal: Portal, colors: str) -> None:
    """WCAG 1.4.3."""
    portal.topic(SIGNED, more=f'tokens=\'{colors[:-1]}, "dim_font_size": "20px"}}\'')
    portal.wait_for("ready")
    html = portal.frame.locator("html")
    expect(html).to_have_css("font-size", "20px")
    expect(html).to_have_css("background-color", "rgb(253, 251, 247)")
    expect(html).to_have_css("color", "rgb(34, 48, 43)")
    expect(portal.frame.locator("#page-body a").first).to_have_css("color", "rgb(15, 85, 70)")


def test_a_size_too_small_to_read_is_not_taken(portal: Portal) -> None:
    portal.topic(SIGNED, more='tokens=\'{"dim_font_size": "9px"}\'')
    portal.wait_for("ready")
    expect(portal.frame.locator("html")).to_have_css("font-size", "16px")


def test_print_is_black_on_white_whatever_the_tokens(portal: Portal) -> None:
    portal.topic(SIGNED, more='theme="dark" tokens=\'{"color_background": "#101018"}\'')
    portal.wait_for("ready")
    portal.page.emulate_media(media="print")
    expect(portal.frame.locator("html")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(portal.frame.locator("#page-body p").first).to_have_css("color", "rgb(0, 0, 0)")


def test_a_portal_with_its_own_embedder_policy_can_show_it(portal: Portal) -> None:
    portal.topic(SIGNED, headers={"Cross-Origin-Embedder-Policy": "require-corp"})
    portal.wait_until_fitting()


def test_it_works_on_a_host_that_sends_no_headers_but_cors(browser: Browser, clinic_folder: Path) -> None:
    """GitHub Pages can send no more."""
    with content_host(clinic_folder, {"Access-Control-Allow-Origin": "*"}) as bare, portal_on(browser, bare) as portal:
        portal.topic(SIGNED, headers={"Cross-Origin-Embedder-Policy": "require-corp"})
        portal.wait_until_fitting()


def test_on_a_phone_nothing_is_wider_than_the_portal(browser: Browser, clinic: Host) -> None:
    with portal_on(browser, clinic, viewport=PHONE, has_touch=True, is_mobile=True) as portal:
        portal.topic(
            SIGNED,
        )
        portal.wait_until_fitting()
        assert portal.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_portal_with_its_embed_has_no_axe_findings(portal: Portal) -> None:
    portal.topic(SIGNED, policy="frame-src {host}")
    portal.wait_until_fitting()
    assert portal.visit.axe("portal") == []


def test_the_code_on_the_page_for_clinics_works_as_it_is(browser: Browser, site: str, site_folder: Path) -> None:
    with content_host(site_folder) as host, visiting(browser, site) as visit:
        page = visit.go("about/clinics/")
        page.locator(".embed-codes summary").first.click()
        assert visit.axe("clinics") == []
        loaded, frame = page.locator(".embed-codes details").first.locator("pre").all_text_contents()
        with portal_on(browser, host) as portal:
            portal.open("".join(loaded.replace("https://your-address.example/", host.address)))
            assert portal.wait_for("ready")["state"] == "adapted"
            portal.open(frame.replace("https://your-address.example/", host.address), policy="frame-src {host}")
            expect(portal.frame.locator("h1")).to_be_visible()
