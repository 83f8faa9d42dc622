"""A clinic with pages in every state, released at an address of its own; one of them is signed and has codes."""

from datetime import date
from pathlib import Path

import pytest

from careleaf.build.judging import judged_run
from careleaf.cli.main import main
from careleaf.model.canonical import canonical_text
from tests.browser.clinic import write_clinic
from tests.conftest import MINIMAL_SITE, TODAY, write_file
from tests.reviews import enter_review

SITE = "https://health.test/"
OPTIONS = ("--date", str(TODAY))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def released(settings: Path, today: date = TODAY) -> Path:
    assert main(["release", "-f", str(settings), "--date", str(today)]) == 0
    return settings.parent / "site"


@pytest.fixture(scope="session")
def mixed_clinic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages reviewed, overdue, changed, withdrawn and unreviewed; the withdrawn one was once imported."""
    settings = write_clinic(tmp_path_factory.mktemp("imports"))
    edit(settings.parent / "docs/sleep/signed.md", "type:", "codes: {icd-10-cm: [G25.81], mesh: [D012148]}\ntype:")
    edit(settings.parent / "docs/sleep/late.md", "type:", "codes: {icd-10-cm: [G47.00]}\ntype:")
    edit(
        settings.parent / "docs/_data/published.yml", "title: Gone", "title: Gone & <past>\n    imported_on: 2026-10-20"
    )
    return settings


@pytest.fixture(scope="session")
def mixed_site(mixed_clinic: Path) -> Path:
    return released(mixed_clinic)


@pytest.fixture
def signed_clinic(tmp_path: Path) -> Path:
    """Every page of the topic is signed; its first page has codes."""
    for path, content in MINIMAL_SITE.items():
        write_file(tmp_path / path, content)
    settings = tmp_path / "mkdocs.yml"
    edit(settings, "site_name", f"site_url: {SITE}\nsite_name")
    codes = "codes: {icd-10-cm: [G25.81, G47.00], icd-10: [G25.8], mesh: [D012148]}\ntype:"
    edit(tmp_path / "docs/sleep/index.md", "type:", codes)
    library = judged_run(settings, TODAY).library
    for page in library.topic_pages:
        enter_review(settings, page.id, canonical_text(page, library), date(2026, 11, 2), date(2027, 11, 1))
    return settings
