"""Those who would misuse an embed: a sibling, a child, a thief of nonces, a hostile attribute, a hostile page."""

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.clinic import HOSTILE_TITLE
from tests.browser.hosts import Host, page_host
from tests.browser.portal import LOADER, Portal

pytestmark = pytest.mark.browser
SIGNED = "sleep/signed"
OPEN = "frame-src *; script-src 'self' 'unsafe-inline' *"
_FORGERIES = """
const nonce = location.hash.slice(1);
for (const n of [nonce, "", "0".repeat(32)]) for (const type of ["hello", "ready", "withdrawn", "height"]) {
  parent.postMessage({careleaf: 1, type, nonce: n, detail: {state: "withdrawn"}}, "*");
  parent.postMessage({careleaf: 1, type, nonce: n}, "*", [new MessageChannel().port1]);
}
addEventListener("message", (event) => { window.told = event.data; });
"""

_WELCOME = """([nonce, selector]) => {
    const found = document.querySelector(selector), frame = found.shadowRoot?.querySelector('iframe') ?? found;
    frame.contentWindow.postMessage({careleaf: 1, type: 'welcome', nonce, look: {theme: 'dark'}}, '*',
        [new MessageChannel().port1]);
}"""


@pytest.fixture
def evil() -> Iterator[Host]:
    """An attacker's own origin."""
    frame = f"<!doctype html><title>Evil</title><script>{_FORGERIES}</script>"
    with page_host({"/": (frame, {}), "/favicon.ico": ("", {})}) as host:
        yield host


def _nonce(portal: Portal) -> str:
    source = portal.page.locator("iframe").first.get_attribute("src") or ""
    return source.partition("#careleaf=1.")[2]


def test_a_sibling_with_the_stolen_nonce_is_not_believed(portal: Portal, evil: Host) -> None:
    portal.topic(SIGNED, policy=OPEN)
    height = portal.wait_until_fitting()
    portal.page.evaluate(
        """src => {
            const frame = document.createElement('iframe');
            Object.assign(frame, {src, sandbox: 'allow-scripts'});
            document.body.append(frame);
        }""",
        f"{evil.address}#{_nonce(portal)}",
    )
    portal.page.wait_for_timeout(400)
    sibling = next(frame for frame in portal.page.frames if frame.url.startswith(evil.address))
    assert sibling.evaluate("window.told") is None, "nobody answers a sibling"
    assert portal.events == ["ready"]
    expect(portal.page.locator("health-topic iframe")).to_have_js_property("clientHeight", height)


def test_a_sibling_cannot_speak_to_the_embed(portal: Portal) -> None:
    nonce = "0123456789abcdef" * 2
    portal.add(
        "/sibling",
        f"""<script>parent.frames[0].postMessage({{careleaf: 1, type: 'welcome', nonce: '{nonce}',
            look: {{theme: 'dark'}}}}, '*', [new MessageChannel().port1])</script>""",
    )
    portal.open(
        f'<iframe title="Signed" src="{{host}}embed/{SIGNED}/#careleaf=1.{nonce}"></iframe>',
        policy="frame-src * 'self'",
    )
    html = portal.page.frame_locator("iframe[title]").locator("html")
    expect(html).to_have_css("background-color", "rgb(253, 251, 247)")
    portal.page.evaluate(
        "() => { const f = document.createElement('iframe'); f.src = '/sibling'; document.body.append(f); }"
    )
    portal.page.wait_for_timeout(300)
    expect(html).to_have_css("background-color", "rgb(253, 251, 247)")
    portal.page.evaluate(_WELCOME, [nonce, "iframe[title]"])
    expect(html).to_have_css("background-color", "rgb(21, 28, 25)")


def test_a_second_welcome_is_a_replay_and_changes_nothing(portal: Portal) -> None:
    portal.topic(SIGNED)
    portal.wait_until_fitting()
    portal.page.evaluate(_WELCOME, [_nonce(portal), "health-topic"])
    portal.page.wait_for_timeout(200)
    expect(portal.frame.locator("html")).to_have_css("background-color", "rgb(253, 251, 247)")


@pytest.mark.parametrize("nonce", ["", "0" * 32, "x"])
def test_a_window_that_does_not_know_the_nonce_is_not_answered(portal: Portal, nonce: str) -> None:
    portal.open('<iframe title="Signed" sandbox="allow-scripts" src="{host}embed/sleep/signed/"></iframe>')
    expect(portal.frame.locator("h1")).to_be_visible()
    answered = portal.page.evaluate(
        """nonce => new Promise((done) => {
            const {port1, port2} = new MessageChannel();
            port1.onmessage = () => done(true);
            frames[0].postMessage({careleaf: 1, type: 'welcome', nonce, look: {theme: 'dark'}}, '*', [port2]);
            setTimeout(() => done(false), 300);
        })""",
        nonce,
    )
    assert answered is False


def test_a_page_that_took_the_embeds_place_can_only_ask_for_a_bounded_height(
    portal: Portal, clinic_folder: Path
) -> None:
    """The content's host itself, broken into: what its frame says cannot cover or lead away the portal."""
    lies = ["NaN", "-5", "1e9", "'9999'", "Infinity", "null", "{}"]
    sends = "".join(f"port.postMessage({{type: 'height', detail: {lie}}});" for lie in lies)
    script = f"""
        const nonce = location.hash.slice(12);
        addEventListener('message', (event) => {{
            const port = event.ports[0];
            {sends}
            port.postMessage(null); port.postMessage('text'); port.postMessage({{type: '__proto__'}});
            port.postMessage({{type: 'scroll', detail: 1e12}});
            port.postMessage({{type: 'viewed'}});
            port.postMessage({{type: 'navigate', detail: 'https://evil.test/'}});
            const detail = {{title: 'x'.repeat(5000), state: 7, stolen: 'yes', id: '<b>'}};
            port.postMessage({{type: 'ready', detail}});
        }});
        parent.postMessage({{careleaf: 1, type: 'hello', nonce}}, '*');"""
    pages = {"/embed/bad/": (f"<script>{script}</script>", {}), "/favicon.ico": ("", {})}
    loader = (clinic_folder / "embed/v1/careleaf-embed.js").read_text()
    with page_host({**pages, "/embed/v1/loader.js": (loader, {"Access-Control-Allow-Origin": "*"})}) as bad:
        portal.open(
            f'<health-topic topic="bad"></health-topic><script src="{bad.address}embed/v1/loader.js"></script>',
            policy=OPEN,
        )
        detail = portal.wait_for("ready")
        expect(portal.page.locator("iframe")).to_have_js_property("clientHeight", 50_000)
    assert detail == {"id": "<b>", "title": "x" * 300}
    assert portal.events == ["ready"]
    assert portal.page.url == portal.own.address


@pytest.mark.parametrize(
    "topic",
    ["", "../../evil", "javascript:alert(1)", "//evil.test/x", "https://evil.test", "a/../b", "sleep/signed?x=1",
     "sleep#x", "<img src=x onerror=stolen=1>", "sleep/signed/", "sle ep", "a//b", "%2e%2e/x"],
)  # fmt: skip
def test_a_hostile_topic_makes_no_frame(portal: Portal, topic: str) -> None:
    portal.open(f"<health-topic><a href='{{host}}'>The page</a></health-topic>{LOADER}", policy=OPEN)
    portal.page.evaluate(
        "topic => { window.seen.length = 0; document.querySelector('health-topic').remove();"
        "const e = document.createElement('health-topic'); e.setAttribute('topic', topic); document.body.append(e); }",
        topic,
    )
    assert portal.wait_for("error") == {"reason": "topic"}
    expect(portal.page.locator("iframe")).to_have_count(0)
    assert portal.page.evaluate("window.stolen") is None


_INERT = [
    "<img src=x onerror=stolen=1>",
    '"><script>stolen=1</script>',
    "javascript:stolen=1",
    '{"color_background": "url(http://127.0.0.1:1/x)", "font_family_body": "x;} @import url(http://127.0.0.1:1/y)"}',
    '{"color_text": "var(--red)", "dim_font_size": "calc(1px * 9)", "font_family_heading": "url(//127.0.0.1:1/z)"}',
    '{"__proto__": {"color_text": "#ff0000"}, "constructor": 1, "color_text": ["#ff0000"]}',
    "[1, 2", "null", "7", '"#ffffff"',
]  # fmt: skip


@pytest.mark.parametrize("attribute", ["section", "theme", "tokens", "title", "reading-events", "src", "sandbox"])
def test_a_hostile_attribute_is_inert(portal: Portal, attribute: str) -> None:
    portal.topic(SIGNED, policy=OPEN)
    portal.wait_until_fitting()
    html = portal.frame.locator("html")
    plain = [html.evaluate(f"html => getComputedStyle(html).{name}") for name in ("color", "backgroundColor", "font")]
    for value in _INERT:
        portal.page.evaluate(
            "([name, value]) => document.querySelector('health-topic').setAttribute(name, value)", [attribute, value]
        )
    portal.page.wait_for_timeout(200)
    after = [html.evaluate(f"html => getComputedStyle(html).{name}") for name in ("color", "backgroundColor", "font")]
    assert after == plain
    assert portal.page.evaluate("window.stolen") is None
    assert html.evaluate("window.stolen") is None
    assert [r for r in portal.visit.requests if "127.0.0.1:1/" in r] == []
    sandbox = portal.page.locator("iframe").get_attribute("sandbox") or ""
    assert "allow-same-origin" not in sandbox
    assert "allow-top-navigation" not in sandbox


@pytest.mark.parametrize(
    "end", ["#<img src=x onerror=stolen=1>", "?q=<script>stolen=1</script>", "#careleaf=1.<script>", "#?secret=<b>",
            "#careleaf=1." + "0" * 31, "#careleaf=2." + "0" * 32, "#:~:text=rest"],
)  # fmt: skip
def test_a_hostile_fragment_or_query_is_inert(portal: Portal, end: str) -> None:
    portal.add("/ears.js", "window.heard = []; addEventListener('message', (event) => heard.push(event.data));")
    portal.open(
        '<script src="/ears.js"></script><iframe title="Signed" sandbox="allow-scripts" '
        f'src="{{host}}embed/sleep/signed/{end}"></iframe>',
        policy=OPEN,
    )
    expect(portal.frame.locator("h1")).to_have_text("Signed")
    assert portal.frame.locator("html").evaluate("window.stolen") is None
    assert portal.page.evaluate("heard") == []


def test_hostile_page_text_is_text_in_the_frame_its_title_and_the_events(portal: Portal) -> None:
    portal.topic("sleep/hostile")
    detail = portal.wait_for("ready")
    assert detail["title"] == HOSTILE_TITLE
    expect(portal.frame.locator("h1")).to_have_text(HOSTILE_TITLE)
    expect(portal.page.locator("iframe")).to_have_attribute("title", HOSTILE_TITLE)
    assert portal.frame.locator("html").evaluate("window.stolen") is None
    assert portal.frame.locator("img").count() == 0


def test_a_script_that_comes_into_an_embed_does_not_run(portal: Portal) -> None:
    portal.topic(SIGNED)
    portal.wait_for("ready")
    ran = portal.frame.locator("body").evaluate("""body => {
        const script = document.createElement('script');
        try { script.textContent = 'window.ran = true'; } catch { return 'trusted types'; }
        body.append(script);
        return window.ran === true;
    }""")
    assert ran in (False, "trusted types")


def test_no_referrer_and_no_query_of_the_portal_reaches_the_host(portal: Portal) -> None:
    portal.topic(SIGNED, query="?mrn=12345", headers={"Referrer-Policy": "unsafe-url"})
    portal.wait_until_fitting()
    assert portal.page.url.endswith("?mrn=12345")
    assert portal.content.log.referrers == []
    assert "mrn" not in " ".join(portal.content.log.paths)
    assert portal.frame.locator("html").evaluate("[document.referrer, location.href.includes('mrn')]") == ["", False]


def test_the_nonce_reaches_no_log_and_is_new_each_time(portal: Portal) -> None:
    nonces = set()
    for _ in range(3):
        portal.topic(SIGNED)
        portal.wait_for("ready")
        nonces.add(_nonce(portal))
    assert len(nonces) == 3
    assert all(len(nonce) == 32 for nonce in nonces)
    assert not any("#" in path or nonce in path for path in portal.content.log.paths for nonce in nonces)


@pytest.mark.parametrize("is_right", [True, False])
def test_a_loader_whose_hash_differs_does_not_run_and_the_link_stays(
    portal: Portal, clinic_folder: Path, is_right: bool
) -> None:
    content = (clinic_folder / "embed/v1/careleaf-embed.js").read_bytes()
    digest = b64encode(hashlib.sha384(content if is_right else content + b" ").digest()).decode()
    portal.open(
        f'<health-topic topic="{SIGNED}"><a href="{{host}}">The page</a></health-topic>'
        f'<script integrity="sha384-{digest}" '
        'src="{host}embed/v1/careleaf-embed.js" crossorigin="anonymous" referrerpolicy="no-referrer"></script>'
    )
    if is_right:
        portal.wait_for("ready")
    else:
        portal.page.wait_for_load_state("networkidle")
        expect(portal.page.get_by_text("The page")).to_be_visible()
        assert portal.page.locator("iframe").count() == 0


def test_the_loader_run_twice_is_the_loader_run_once(portal: Portal) -> None:
    portal.topic(SIGNED)
    portal.open(f'<health-topic topic="{SIGNED}"></health-topic>{LOADER}{LOADER}')
    portal.wait_until_fitting()
    assert portal.visit.page.locator("iframe").count() == 1


def test_an_embed_taken_away_is_deaf(portal: Portal) -> None:
    element = portal.topic(SIGNED)
    portal.wait_until_fitting()
    portal.page.evaluate("window.kept = document.querySelector('health-topic'); kept.remove(); kept.print();")
    expect(portal.page.locator("iframe")).to_have_count(0)
    portal.page.evaluate("document.querySelector('main').append(kept)")
    expect(element.locator("iframe")).to_have_count(1)
    portal.page.wait_for_function("() => seen.length === 2")
    assert portal.events == ["ready", "ready"]


def test_two_embeds_on_one_page_do_not_hear_each_other(portal: Portal) -> None:
    portal.open(
        f'<health-topic topic="{SIGNED}"></health-topic><health-topic topic="sleep/gone"></health-topic>{LOADER}'
    )
    portal.wait_for("withdrawn")
    portal.page.wait_for_function("() => seen.filter(([name]) => name === 'ready').length === 2")
    by_id = {detail["id"]: detail["state"] for name, detail in portal.page.evaluate("seen") if name == "ready"}
    assert by_id == {SIGNED: "reviewed", "sleep/gone": "withdrawn"}
