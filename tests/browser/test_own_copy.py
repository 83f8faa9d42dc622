"""The copy a portal serves from its own domain: readers who click about in it never leave the house."""

import zipfile
from pathlib import Path

from playwright.sync_api import Browser

from careleaf.cli.main import main
from tests.browser.clinic import write_clinic
from tests.browser.visit import visiting
from tests.conftest import TODAY
from tests.hosting.servers import nginx


def test_readers_of_a_copy_stay_on_it(browser: Browser, tmp_path: Path) -> None:
    settings = write_clinic(tmp_path / "clinic")
    assert main(["release", "-f", str(settings), "--date", str(TODAY)]) == 0
    copy = tmp_path / "copy"
    with zipfile.ZipFile(settings.parent / "site/exports/self-host.zip") as archive:
        archive.extractall(copy)
    with nginx(copy, tmp_path / "nginx") as server, visiting(browser, server.address) as visit:
        missing: list[str] = []
        visit.page.on("response", lambda r: missing.append(r.url) if r.status == 404 else None)
        for address in ("", "sleep/signed/", "embed/sleep/signed/", "embed/sleep/gone/"):
            visit.go(address)
            links = visit.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
            assert not [link for link in links if "health.test" in link]
        visit.go("embed/sleep/signed/")
        with visit.page.expect_popup() as opened:
            visit.page.get_by_role("link", name="Read this page on the website").click()
        assert opened.value.url == f"{server.address}sleep/signed/"
        assert missing == []
        assert [trouble for trouble in visit.troubles if "410" not in trouble] == []
