"""exports/offline-site.zip, unpacked and opened from the disk with the network off."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from careleaf.build.offline_zip import OFFLINE_ZIP, write_offline_zip
from tests.browser.visit import KINDS, TOPIC, Visit, visiting
from tests.conftest import TODAY

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def unpacked(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offline")
    site = Path(shutil.copytree(site_folder, folder / "site"))
    write_offline_zip(site, TODAY)
    with zipfile.ZipFile(site / OFFLINE_ZIP) as packed:
        packed.extractall(folder / "a disk")
    return folder / "a disk"


@pytest.fixture
def disk(browser: Browser, unpacked: Path) -> Iterator[Visit]:
    with visiting(browser, f"{unpacked.as_uri()}/", offline=True) as visit:
        yield visit


def test_every_page_opens_without_a_complaint(disk: Visit) -> None:
    for address in KINDS.values():
        if address == "404.html" or "?" in address:
            continue  # what a server is asked for; no link leads there
        page = disk.go(f"{address}index.html")
        expect(page.locator("h1")).to_be_visible()
    assert disk.troubles == []


@pytest.mark.parametrize("start", ["index.html", f"{TOPIC}timing/index.html"])
def test_search_finds_a_page_and_leads_there(disk: Visit, start: str) -> None:
    page = disk.go(start)
    page.click(".md-search__input")
    page.keyboard.type("iron")
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile(r"[1-9]\d* matching documents"))
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert re.search(r"a%20disk/.+/index\.html", page.url)
    assert "iron" in page.locator(".page-body").inner_text().lower()
    assert disk.troubles == []
