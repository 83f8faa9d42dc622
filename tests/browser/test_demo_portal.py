"""`careleaf serve --portal`: every way of embedding, on two origins of this computer alone."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from careleaf.build.demo_portal import Demo, demo_portal
from careleaf.cli.main import main
from tests.browser.clinic import write_clinic
from tests.browser.visit import DESKTOP, PHONE, visiting
from tests.conftest import TODAY, SiteMaker, folder_bytes

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_clinic(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def demo(settings: Path) -> Iterator[Demo]:
    with demo_portal(settings, TODAY, 0, lambda _: None) as demo:
        yield demo


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_it_can_be_used_by_everybody_and_breaks_no_policy(
    browser: Browser, demo: Demo, size: dict[str, int], scheme: str
) -> None:
    with visiting(browser, demo.portal, viewport=size, color_scheme=scheme) as visit:
        page = visit.go("")
        expect(page.locator("#main iframe")).not_to_have_js_property("clientHeight", 150)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        known = ("asked another host: " + demo.content, "Blocked script execution", "Failed to load resource")
        assert [trouble for trouble in visit.troubles if not trouble.startswith(known)] == []
        assert visit.axe("portal") == []


def test_it_shows_what_the_portal_hears_of_each_state(browser: Browser, demo: Demo) -> None:
    with visiting(browser, demo.portal) as visit:
        page = visit.go("")
        for name, said in {"main": "ready", "late": "overdue", "gone": "withdrawn", "missing": "error"}.items():
            page.locator(f"#{name}").scroll_into_view_if_needed()
            expect(page.locator(f".events[data-of={name}]")).to_contain_text(said, timeout=9000)
        expect(page.locator("#section-1 iframe")).to_have_count(1)


def test_page_theme_and_section_can_be_changed(browser: Browser, demo: Demo) -> None:
    with visiting(browser, demo.portal) as visit:
        page = visit.go("")
        html = page.frame_locator("#main iframe").locator("html")
        expect(html).to_have_css("background-color", "rgb(253, 251, 247)")
        page.get_by_label("Theme").select_option("dark")
        expect(html).to_have_css("background-color", "rgb(21, 28, 25)")
        page.get_by_label("Page").select_option("sleep/signed")
        expect(page.locator("#main iframe")).to_have_attribute("title", "Signed")


def test_the_site_itself_is_left_as_it_is(settings: Path, demo: Demo) -> None:
    assert demo.built.published
    assert not (settings.parent / "site").exists()
    assert "demo" not in (settings.parent / "docs/_data/published.yml").read_text()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_asked_and_leaves_nothing(make_site: SiteMaker, tmp_path: Path, how: signal.Signals) -> None:
    (temporary := tmp_path / "temporary").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "careleaf.cli.main", "serve", "--portal", "-f", str(make_site())]
    options = ["--date", "2026-11-23", "--address", address]
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True, env=environment) as server:
        try:
            assert server.stderr is not None
            assert any("Stop with Ctrl+C" in line for line in server.stderr)
            assert urllib.request.urlopen(f"http://{address}/embed/sleep/", timeout=10).status == 200
        finally:
            server.send_signal(how)
        assert server.wait(timeout=30) == 0
    assert list(temporary.iterdir()) == []


def test_a_site_with_findings_is_not_shown(make_site: SiteMaker) -> None:
    settings = make_site({"docs/sleep/get-help.md": "no front matter"})
    before = folder_bytes(settings.parent / "docs")
    assert main(["serve", "--portal", "-f", str(settings), "--date", "2026-11-23"]) == 1
    assert folder_bytes(settings.parent / "docs") == before


@pytest.mark.parametrize("address", ["0.0.0.0:8000", "192.168.1.5:8000", "[::]:8000", "8000", "127.0.0.1:x", ":80"])
def test_nobody_else_can_reach_it(make_site: SiteMaker, capsys: pytest.CaptureFixture[str], address: str) -> None:
    assert main(["serve", "--portal", "-f", str(make_site()), "--address", address]) == 2
    assert "for this computer only" in capsys.readouterr().err


def test_a_port_that_is_taken_is_one_sentence(make_site: SiteMaker, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        options = ("-f", str(make_site()), "--date", "2026-11-23", "--address", address)
        assert main(["serve", "--portal", *options]) == 2
    assert "cannot be used" in capsys.readouterr().err
