"""What somebody learns who types the address, or scans the code, on an old leaflet; and the leaflets of a release."""

import zipfile

import pytest

from careleaf.cli.main import main
from careleaf.model.printed_version import colliding_versions, printed_version
from tests.conftest import SiteMaker, folder_bytes
from tests.review.conftest import Clinic, ClinicMaker, make_clinic

__all__ = ["make_clinic"]
OPTIONS = ("--date", "2026-11-23")


def release(clinic: Clinic) -> int:
    return main(["release", "-f", str(clinic.settings), *OPTIONS])


def version_page(clinic: Clinic, digest: str) -> str:
    return (clinic.root / f"site/v/{printed_version(digest)}/index.html").read_text(encoding="utf-8")


def test_an_old_leaflet_learns_what_has_changed_where_the_old_text_was_kept(make_clinic: ClinicMaker) -> None:
    clinic = make_clinic()
    assert clinic.sign() == 0
    before = clinic.state().digest
    assert release(clinic) == 0
    assert "<ins>" not in version_page(clinic, before)
    clinic.edit("docs/sleep/index.md", "Read [when to get help]", "Sit up, and read [when to get help]")
    assert release(clinic) == 0
    html = version_page(clinic, before)
    assert "no longer the wording" in html
    assert "<ins>Sit up, and read</ins>" in html
    assert "<del>Read</del>" in html
    assert "[@" not in html
    assert "&lt;link" not in html


def test_an_old_leaflet_whose_text_nobody_kept_learns_that_it_is_old(make_clinic: ClinicMaker) -> None:
    clinic = make_clinic()
    before = clinic.state().digest
    assert release(clinic) == 0
    clinic.edit("docs/sleep/index.md", "Read [when to get help]", "Sit up, and read [when to get help]")
    assert release(clinic) == 0
    assert "no longer the wording" in version_page(clinic, before)
    assert "<ins>" not in version_page(clinic, before)


def test_versions_that_are_printed_alike_are_found() -> None:
    one, other, third = "c1-" + "a" * 64, "c1-" + "a" * 12 + "b" * 52, "c1-" + "c" * 64

    assert colliding_versions([one, third, one]) == []
    assert colliding_versions([one, third, other]) == [(one, other)]


def test_a_site_with_two_versions_that_are_printed_alike_is_not_published(
    make_clinic: ClinicMaker, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic = make_clinic()
    digest = clinic.state().digest
    twin = digest[:15] + ("0" if digest[15] != "0" else "1") * 52
    entry = f"pages:\n  sleep/:\n    versions:\n      - {{digest: {twin}, released_on: 2026-11-01}}\n"
    (clinic.root / "docs/_data/published.yml").write_text(entry, encoding="utf-8")
    assert main(["build", "-f", str(clinic.settings), *OPTIONS]) == 1
    assert f"would both be printed as version {digest[3:15]}" in capsys.readouterr().err


def test_a_release_has_all_handouts_in_one_archive(make_site: SiteMaker) -> None:
    settings = make_site()
    assert main(["release", "-f", str(settings), *OPTIONS]) == 0
    archive = settings.parent / "site/exports/handouts.zip"
    with zipfile.ZipFile(archive) as packed:
        assert packed.namelist() == ["sleep.pdf", "sleep/get-help.pdf", "sleep/index.pdf"]
        assert packed.read("sleep.pdf") == (settings.parent / "site/handouts/sleep.pdf").read_bytes()
    first = archive.read_bytes()
    assert main(["release", "-f", str(settings), *OPTIONS]) == 0
    assert archive.read_bytes() == first
    with zipfile.ZipFile(settings.parent / "site/exports/offline-site.zip") as offline:
        assert "exports/handouts.zip" not in offline.namelist()
    assert "exports/handouts.zip" in folder_bytes(settings.parent / "site")["SHA256SUMS"].decode()
