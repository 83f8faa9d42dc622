"""The resolver in a real browser: the right page opens, and a hostile query does nothing at all."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect

from careleaf.build.site import build_site
from careleaf.channels.infobutton import MOST_LISTED
from tests.browser.hosts import page_host
from tests.browser.resolver import (
    CODE,
    ICD_10_CM,
    LANGUAGE,
    MESH,
    NAME,
    OF_HL7,
    SNOMED,
    SYSTEM,
    Resolver,
    opened_resolver,
)
from tests.coded_clinic import SIGNED, TOPICS, topic, write_coded_clinic
from tests.conftest import TODAY

pytestmark = pytest.mark.browser

BUDGET = 10_000
"""Bytes of the resolver, compressed with gzip."""
PAYLOADS = (
    "<img src=x onerror=window.stolen=1>",
    '"><script>window.stolen=1</script>',
    "javascript:window.stolen=1",
    "../../../../evil",
    "..%2f..%2fevil",
    "G25.81/../../../pages/late/index",
    "//evil.test/G25.81",
    "G25.81\u0000",
    "constructor",
    "__proto__",
    "(.*)+$",
    "G" * 5000,
)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose codes stand in the resolver."""
    built = build_site(write_coded_clinic(tmp_path_factory.mktemp("few")), TODAY, None, lambda _: None)
    assert built.published, [*built.report.errors, *built.faults]
    return built.site_dir


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with so many codes that the resolver asks for the file of one."""
    codes = ", ".join(f"S{number // 10:02}.{number % 10}" for number in range(100, 220))
    files = {
        "docs/index.md": "---\ntitle: Test clinic\ndescription: For tests.\n---\n\n"
        + "".join(f"Read [about {name}]({name}/index.md).\n\n" for name in (*TOPICS, "injuries", "sleep")),
        "docs/injuries/index.md": topic("Injuries", f"icd-10-cm: [{codes}]"),
    }
    settings = write_coded_clinic(tmp_path_factory.mktemp("many"), files, (*SIGNED, "injuries"))
    built = build_site(settings, TODAY, None, lambda _: None)
    assert built.published, [*built.report.errors, *built.faults]
    return built.site_dir


@pytest.fixture
def resolver(browser: Browser, few: Path) -> Iterator[Resolver]:
    with opened_resolver(browser, few) as resolver:
        yield resolver


@pytest.fixture
def asking(browser: Browser, many: Path) -> Iterator[Resolver]:
    with opened_resolver(browser, many) as resolver:
        yield resolver


@pytest.fixture(params=["few", "many"])
def either(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Resolver]:
    with opened_resolver(browser, request.getfixturevalue(request.param)) as resolver:
        yield resolver


@pytest.mark.parametrize(
    ("code", "system", "page"),
    [
        ("G25.81", ICD_10_CM, "legs/"),
        ("g25.81", ICD_10_CM, "legs/"),
        ("G2581", ICD_10_CM, "legs/"),
        ("D012148", MESH, "legs/"),
        ("I50", ICD_10_CM, "heart/"),
        ("T36.0X1A", ICD_10_CM, "pain/"),
    ],
)
def test_an_exact_code_opens_its_page(code: str, system: str, page: str, either: Resolver) -> None:
    either.ask(code, system)
    either.opened(page)
    assert not either.page.evaluate("history.length > 2"), "the reader's way back does not lead into the resolver"


def test_the_query_of_medlineplus_connect_is_enough_as_it_is(either: Resolver) -> None:
    either.ask(
        "G25.81", ICD_10_CM, **{NAME: "Restless legs syndrome", LANGUAGE: "en", "taskContext.c.c": "PROBLISTREV"}
    )
    either.opened("legs/")


@pytest.mark.parametrize("code", ["G25.8", "G25", "G25.811"])
def test_a_wider_or_narrower_code_lists_the_page_and_opens_nothing(code: str, either: Resolver) -> None:
    either.ask(code)
    link = either.page.locator("#found a")
    expect(link).to_have_text("Restless legs")
    assert either.answer[0].startswith("No page is about exactly this code.")
    assert "/infobutton/" in either.page.url
    link.click()
    either.opened("legs/")


@pytest.mark.parametrize("code", ["I10", "K21.9"])
def test_a_page_that_is_held_back_is_named_with_the_reason_and_not_linked(code: str, either: Resolver) -> None:
    either.ask(code)
    expect(either.page.locator("#held-back")).to_be_visible()
    expect(either.page.locator("#found li")).to_contain_text("only pages in this state: Reviewed by a clinician")
    expect(either.page.locator("#found a")).to_have_count(0)


@pytest.mark.parametrize("code", ["Z99.9", "R51.9"])
def test_an_unknown_code_says_so_and_leads_to_the_search(code: str, either: Resolver) -> None:
    either.ask(code)
    expect(either.page.locator("#unknown")).to_be_visible()
    assert either.answer == ["There is no page for this code yet."]
    either.page.get_by_role("link", name="Search this site").click()
    either.opened("")


def test_another_language_than_the_sites_is_told_and_opens_nothing(either: Resolver) -> None:
    either.ask("G25.81", **{LANGUAGE: "es"})
    expect(either.page.locator("#other-language")).to_be_visible()
    expect(either.page.locator("#found a")).to_have_text("Restless legs")


@pytest.mark.parametrize("system", [SNOMED, f"{OF_HL7}103", "evil", "constructor"])
def test_a_system_the_site_does_not_speak_is_told(system: str, either: Resolver) -> None:
    either.ask("32914008", system)
    expect(either.page.locator("#other-system")).to_be_visible()


def test_two_codes_in_one_request_are_refused(either: Resolver) -> None:
    query = urlencode([(SYSTEM, ICD_10_CM), (CODE, "G25.81"), (CODE, "I50")])
    either.page.goto(f"{either.address}?{query}")
    expect(either.page.locator("#refused")).to_be_visible()


@pytest.mark.parametrize("parameter", [SYSTEM, CODE, NAME, LANGUAGE, "anything"])
def test_a_hostile_query_is_inert(parameter: str, either: Resolver) -> None:
    files = tuple(f"api/v1/codes/icd-10-cm/{code}" for code in ("Z99.9.json", "Z99.json"))
    for payload in PAYLOADS:
        either.requests.clear()
        either.page.goto(f"{either.address}?{urlencode({SYSTEM: ICD_10_CM, CODE: 'Z99.9', parameter: payload})}")
        expect(either.page.locator("#answer > p:visible")).to_have_count(1)
        assert either.page.evaluate("window.stolen") is None
        assert payload[:12] not in either.page.locator("body").evaluate("body => body.innerText")
        asked = [url.removeprefix(either.host.address) for url in either.asked[1:]]
        assert [path for path in asked if path not in files] == []
    assert either.errors == []


def test_nothing_of_the_query_goes_on_from_theopened_resolver(either: Resolver) -> None:
    either.ask("G25.81", **{NAME: "Secret-name", "patientPerson.administrativeGenderCode.c": "F"})
    either.opened("legs/")
    either.page.wait_for_load_state("networkidle")
    assert sum("Secret-name" in path for path in either.host.log.paths) == 1, "the request itself, and no other"
    assert not [one for one in either.host.log.referrers if "infobutton" in one]
    assert either.page.evaluate("document.referrer") == ""
    assert [url for url in either.asked if not url.startswith(either.host.address)] == []
    assert either.page.context.cookies() == []


def test_the_address_bar_keeps_nothing_of_the_query(either: Resolver) -> None:
    either.ask("Z99.9", **{NAME: "Secret-name"})
    expect(either.page.locator("#unknown")).to_be_visible()
    assert either.page.url == either.address


def test_few_codes_ask_nothing_and_many_ask_for_one_file(resolver: Resolver, asking: Resolver) -> None:
    for one in (resolver, asking):
        one.ask("S72.001A")
        expect(one.page.locator("#unknown")).to_be_visible()
    assert len(resolver.asked) == 1
    assert [url.rpartition("/")[2] for url in asking.asked[1:]] == [
        "S72.001A.json",
        "S72.001.json",
        "S72.00.json",
        "S72.0.json",
        "S72.json",
    ]
    asking.ask("S11.3")
    asking.opened("injuries/")


def test_a_host_that_fails_is_told_and_the_list_stays(asking: Resolver) -> None:
    asking.page.route("**/api/v1/codes/**", lambda route: route.abort())
    asking.ask("G25.81")
    expect(asking.page.locator("#failed")).to_be_visible()
    asking.page.get_by_role("link", name="All topics with a code").click()
    asking.opened("infobutton/topics/")
    expect(asking.page.get_by_role("link", name="Restless legs").first).to_be_visible()


def test_a_file_that_lies_about_addresses_leads_to_no_other_site(asking: Resolver) -> None:
    page = '{"match": "exact", "title": "<b>x</b>", "page": "https://evil.test/", "embed": "javascript:1"}'
    evil = f'{{"pages": [{page}], "heldBack": []}}'
    asking.page.route("**/G25.81.json", lambda route: route.fulfill(body=evil, content_type="application/json"))
    asking.ask("G25.81")
    asking.opened("")


@pytest.mark.parametrize("sandbox", [None, "allow-scripts"])
def test_in_a_frame_the_page_made_for_frames_opens(sandbox: str | None, resolver: Resolver) -> None:
    query = urlencode({SYSTEM: ICD_10_CM, CODE: "G25.81"})
    attribute = f' sandbox="{sandbox}"' if sandbox else ""
    frame = f'<iframe title="Help" src="{resolver.address}?{query}"{attribute}></iframe>'
    portal = f"<!doctype html><title>Portal</title>{frame}"
    with page_host({"/": (portal, {}), "/favicon.ico": ("", {})}) as host:
        resolver.page.goto(host.address)
        shown = resolver.page.frame_locator("iframe")
        expect(shown.get_by_role("heading", level=1)).to_have_text("Restless legs")
        assert any(one.url == f"{resolver.host.address}embed/legs/" for one in resolver.page.frames)


def test_without_a_script_the_page_is_a_list_of_all_topics_with_a_code(browser: Browser, few: Path) -> None:
    with opened_resolver(browser, few, script=False) as resolver:
        resolver.ask("G25.81")
        expect(resolver.page.locator("#answer > p:visible")).to_have_count(0)
        expect(resolver.page.locator("#codes")).to_contain_text("Restless legs (ICD-10-CM G25.81)")
        expect(resolver.page.locator("#held")).to_contain_text("High pressure (ICD-10-CM I10)")
        resolver.page.get_by_role("link", name="Heart failure").click()
        resolver.opened("heart/")


def test_without_a_script_a_long_list_is_one_link_away(browser: Browser, many: Path) -> None:
    with opened_resolver(browser, many, script=False) as resolver:
        resolver.ask("G25.81")
        resolver.page.get_by_role("link", name="All topics with a code").click()
        expect(resolver.page.locator("#codes")).to_contain_text("Injuries (ICD-10-CM S10.0)")


def test_it_stays_below_ten_kilobytes_with_every_code_it_may_hold(
    many: Path, few: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    codes = ", ".join(f"S{number // 10:02}.{number % 10}" for number in range(100, 100 + MOST_LISTED - 9))
    files = {"docs/legs/index.md": topic("Restless legs", f"icd-10-cm: [G25.81, {codes}], mesh: [D012148]")}
    built = build_site(write_coded_clinic(tmp_path_factory.mktemp("full"), files), TODAY, None, lambda _: None)
    full = (built.site_dir / "infobutton/index.html").read_bytes()
    assert full.count(b"data-code=") == MOST_LISTED
    for page in (full, *((site / "infobutton/index.html").read_bytes() for site in (few, many))):
        assert len(gzip.compress(page, 9)) < BUDGET


def test_it_works_from_a_disk(browser: Browser, few: Path) -> None:
    page = browser.new_page()
    page.goto(f"file://{few}/infobutton/index.html?{urlencode({SYSTEM: ICD_10_CM, CODE: 'G25'})}")
    expect(page.locator("#found a")).to_have_text("Restless legs")
    page.close()
