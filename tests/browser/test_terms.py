"""Medical terms: explained again where a later section uses them, without getting in anybody's way."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visit import DESKTOP, TOPIC, Visit, visiting

pytestmark = pytest.mark.browser
PAGE = f"{TOPIC}get-help/"


def test_a_later_use_shows_its_plain_words_to_a_mouse(desktop: Visit) -> None:
    page = desktop.go(PAGE)
    term = page.locator(".term", has_text="transferrin saturation").first
    term.hover()
    popup = page.locator("#cite-popup:popover-open")
    expect(popup).to_contain_text("transferrin saturation")
    expect(popup).to_contain_text(str(term.get_attribute("data-plain")))


def test_the_keyboard_opens_and_escape_closes_it(desktop: Visit) -> None:
    page = desktop.go(PAGE)
    term = page.locator(".term").first
    term.evaluate("button => button.focus({focusVisible: true})")
    expect(page.locator("#cite-popup:popover-open")).to_be_visible()
    assert term.get_attribute("aria-describedby") == "cite-popup"
    page.keyboard.press("Escape")
    expect(page.locator("#cite-popup:popover-open")).to_have_count(0)
    expect(term).to_be_focused()


def test_a_finger_opens_it(browser: Browser, site: str) -> None:
    with visiting(browser, site, viewport={"width": 390, "height": 844}, has_touch=True) as visit:
        page = visit.go(PAGE)
        page.locator(".term").first.tap()
        expect(page.locator("#cite-popup:popover-open")).to_be_visible()


def test_no_section_marks_a_term_twice_and_none_marks_headings_links_or_emergencies(desktop: Visit) -> None:
    page = desktop.go(PAGE)
    assert page.locator(":is(h1, h2, h3, a, abbr, .care-card--emergency) .term").count() == 0
    marked = page.evaluate(
        """() => {
            let section = "", seen = [];
            for (const node of document.querySelectorAll("#page-body h2, #page-body .term"))
                if (node.matches("h2")) section = node.id; else seen.push(section + " " + node.dataset.plain);
            return seen;
        }"""
    )
    assert marked
    assert len(marked) == len(set(marked))


def test_the_words_of_the_page_are_the_same_with_and_without_script(browser: Browser, site: str) -> None:
    texts = []
    for script in (True, False):
        with visiting(browser, site, viewport=DESKTOP, java_script_enabled=script) as visit:
            texts.append(" ".join(visit.go(PAGE).locator("#page-body").inner_text().split()))
    assert texts[0] == texts[1]


def test_a_page_outside_a_topic_shows_the_plain_words_from_the_first_use(desktop: Visit) -> None:
    page = desktop.go("about/original-article/")
    marked = page.locator("#page-body .term")
    assert marked.count() >= 1
    marked.first.evaluate("button => button.focus({focusVisible: true})")
    expect(page.locator("#cite-popup:popover-open")).to_contain_text(str(marked.first.get_attribute("data-plain")))
    assert desktop.axe("a term on a page outside a topic") == []
    assert desktop.go("").locator(".topic-list .term").count() == 0


@pytest.mark.parametrize("height", [480, 640])
def test_a_pop_up_is_never_higher_than_the_window(browser: Browser, site: str, height: int) -> None:
    with visiting(browser, site, viewport={"width": 320, "height": height}) as visit:
        page = visit.go(TOPIC)
        for link in page.locator(".citation a").all()[:12]:
            link.evaluate("link => { link.scrollIntoView({block: 'center'}); link.focus({focusVisible: true}); }")
            box = page.locator("#cite-popup:popover-open").evaluate("e => e.getBoundingClientRect().toJSON()")
            assert box["top"] >= 0, box
            assert box["bottom"] <= height, box


def test_the_glossary_lists_every_term_where_pages_lead_to_it(desktop: Visit) -> None:
    page = desktop.go("about/glossary/")
    expect(page.locator("#ferritin")).to_have_text("ferritin")
    assert page.locator(".glossary dt").count() >= 20
    assert desktop.axe("glossary") == []


def test_terms_of_one_sentence_are_all_marked(desktop: Visit) -> None:
    question = desktop.go(PAGE).locator("li", has_text="May I have my ferritin")
    assert question.locator(".term").all_text_contents() == ["ferritin", "transferrin saturation"]
