"""The repository's own site, built once and served from 127.0.0.1, and a Chromium to read it with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from careleaf.build.site import build_site
from tests.browser.aged import write_aged
from tests.browser.clinic import write_clinic
from tests.browser.guide import write_guide
from tests.browser.hosts import Host, content_host
from tests.browser.portal import Portal, portal_on
from tests.browser.visit import FLAGS, PHONE, Visit, chromium_path, served, visiting
from tests.conftest import ROOT, TODAY
from tests.lacking import lacking

expect.set_options(timeout=15_000)  # a busy machine is slow, not wrong


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
    """Start the system's own browser, once for all tests: no test downloads one."""
    path = chromium_path()
    if path is None:
        lacking("No Chromium or Chrome was found. Install one (on Debian: apt-get install chromium).")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
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


@pytest.fixture(scope="session")
def clinic_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a page in every state."""
    settings = write_clinic(tmp_path_factory.mktemp("clinic"))
    built = build_site(settings, TODAY, None, lambda _: None)
    assert built.published, [*built.report.errors, *built.faults]
    return built.site_dir


@pytest.fixture
def clinic(clinic_folder: Path) -> Iterator[Host]:
    with content_host(clinic_folder) as host:
        yield host


@pytest.fixture
def portal(browser: Browser, clinic: Host) -> Iterator[Portal]:
    """A clinic's portal on another origin than the pages it embeds."""
    with portal_on(browser, clinic) as portal:
        yield portal


@pytest.fixture(scope="session")
def aged_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a source that was taken back, and with leaflets in print that are of earlier words."""
    built = build_site(write_aged(tmp_path_factory.mktemp("aged")), TODAY, None, lambda _: None)
    assert built.published, [*built.report.errors, *built.faults]
    return built.site_dir


@pytest.fixture(scope="session")
def guide_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide: a site of site pages."""
    built = build_site(write_guide(tmp_path_factory.mktemp("guide")), TODAY, None, lambda _: None)
    assert built.published, [*built.report.errors, *built.faults]
    return built.site_dir
