"""The repository's own site, built once and served from 127.0.0.1, and a Chromium to read it with."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from careleaf.build.site import build_site
from tests.browser.visit import PHONE, Visit, served, visiting
from tests.conftest import ROOT, TODAY

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
          "--disable-sync", "--no-first-run", "--disable-quic")  # fmt: skip


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser") / "site"
    built = build_site(ROOT / "mkdocs.yml", TODAY, folder, lambda _: None)
    assert built.published, [*built.report.errors, *built.faults]
    return folder


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    with served(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Without a browser these tests are skipped; where CI=true they fail instead."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        no_browser = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        no_browser("No Chromium or Chrome was found. Install one (on Debian: apt-get install chromium).")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def desktop(browser: Browser, site: str) -> Iterator[Visit]:
    with visiting(browser, site) as visit:
        yield visit


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Visit]:
    with visiting(browser, site, viewport=PHONE, has_touch=True, is_mobile=True) as visit:
        yield visit
