"""Every page we write is valid HTML by the W3C's Nu checker (https://validator.github.io/validator/).

A faulty document is repaired by each browser and each screen reader in its own way. `make setup-tests` installs the
checker.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from careleaf.build.site import build_site
from tests.browser.libraries import write_library
from tests.conftest import ROOT, TODAY, SiteMaker, write_file
from tests.lacking import lacking
from tests.review.conftest import PEOPLE, Clinic

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@pytest.fixture(scope="module")
def java() -> str:
    java = shutil.which("java")
    if java is None or not CHECKER.exists():
        lacking("No Java, or no Nu HTML checker. Run `make setup-tests` (it needs java and npm).")
    return str(java)


def errors_in(folder: Path, java: str) -> str:
    """Return what the checker says; empty when all pages of a folder are valid."""
    assert list(folder.rglob("*.html"))
    command = [java, "-jar", str(CHECKER), "--errors-only", "--skip-non-html", "--exit-zero-always", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stderr


def test_every_page_of_the_website_is_valid(site_folder: Path, java: str) -> None:
    assert errors_in(site_folder, java) == ""


def test_every_page_of_the_guide_is_valid(guide_folder: Path, java: str) -> None:
    assert errors_in(guide_folder, java) == ""


def test_the_home_pages_of_libraries_are_valid(tmp_path: Path, java: str) -> None:
    for topics in (3, 120):
        built = build_site(write_library(tmp_path / str(topics), topics), TODAY, None, lambda _: None)
        for page in ("index.html", "topics/index.html"):
            write_file(tmp_path / "pages" / str(topics) / page, (built.site_dir / page).read_bytes())
    assert errors_in(tmp_path / "pages", java) == ""


def test_notices_embeds_and_versions_of_pages_in_every_state_are_valid(clinic_folder: Path, java: str) -> None:
    assert errors_in(clinic_folder, java) == ""


def test_a_review_packet_is_valid(make_site: SiteMaker, java: str) -> None:
    clinic = Clinic(make_site(PEOPLE))
    packet = clinic.root / "out"
    assert clinic.run("packet", "sleep", "--out", str(packet)) == 0
    assert errors_in(packet, java) == ""


def test_the_checker_finds_what_the_theme_gets_wrong(tmp_path: Path, java: str) -> None:
    page = '<!doctype html><html lang="en"><title>A</title><input type="checkbox" autocomplete="off">'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert "autocomplete" in errors_in(tmp_path, java)
