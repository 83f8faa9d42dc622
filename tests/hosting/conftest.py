"""A clinic's site, and each web server with the configuration that was made for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from careleaf.build.site import build_site
from tests.browser.clinic import write_clinic
from tests.conftest import TODAY
from tests.hosting.servers import SERVERS, Server


@pytest.fixture(scope="session")
def hosted_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with withdrawn pages, sections and embeds."""
    built = build_site(write_clinic(tmp_path_factory.mktemp("hosted")), TODAY, None, lambda _: None)
    assert built.published, [*built.report.errors, *built.faults]
    return built.site_dir


@pytest.fixture(scope="session", params=SERVERS)
def server(
    request: pytest.FixtureRequest, hosted_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    with SERVERS[request.param](hosted_site, tmp_path_factory.mktemp(request.param)) as server:
        yield server
