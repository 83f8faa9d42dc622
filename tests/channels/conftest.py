"""The site of the clinic with diagnosis codes, built once."""

from pathlib import Path

import pytest

from careleaf.build.site import build_site
from tests.coded_clinic import write_coded_clinic
from tests.conftest import TODAY


@pytest.fixture(scope="session")
def coded_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = build_site(write_coded_clinic(tmp_path_factory.mktemp("coded")), TODAY, None, lambda _: None)
    assert built.published, [*built.report.errors, *built.faults]
    return built.site_dir
