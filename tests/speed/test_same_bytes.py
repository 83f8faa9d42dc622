"""However a site is made, on one process or several, anew or from what was kept, its bytes are the same."""

import shutil
from pathlib import Path

import pytest

from careleaf.build.fingerprint import tool_fingerprint
from careleaf.build.means import Means
from careleaf.build.site import Built, build_site
from careleaf.build.store import CACHE_FOLDER
from careleaf.cli.main import main
from tests.conftest import TODAY, SiteMaker, folder_bytes


def build(settings: Path, jobs: int = 1) -> Built:
    return build_site(settings, TODAY, None, lambda _doing: None, Means(jobs))


def site_bytes(settings: Path) -> dict[str, bytes]:
    return folder_bytes(settings.parent / "site")


def entries(settings: Path) -> list[Path]:
    return sorted((settings.parent / CACHE_FOLDER).glob("??/*"))


def test_any_number_of_processes_gives_the_same_site(make_site: SiteMaker) -> None:
    settings = make_site()
    sites = []
    for jobs in (1, 2, 3):
        main(["clean", "-f", str(settings)])
        assert build(settings, jobs).published
        sites.append(site_bytes(settings))
    assert sites[0] == sites[1] == sites[2]


def test_a_site_made_from_what_was_kept_is_the_same(make_site: SiteMaker) -> None:
    settings = make_site()
    assert build(settings, 2).published
    first, kept = site_bytes(settings), entries(settings)
    assert kept
    shutil.rmtree(settings.parent / "site")
    assert build(settings, 2).published
    assert site_bytes(settings) == first
    assert entries(settings) == kept


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.7 of another site", b"careleaf 0 0\n%PDF-1.7"])
def test_a_damaged_cache_changes_nothing(make_site: SiteMaker, damage: bytes) -> None:
    settings = make_site()
    build(settings)
    first = site_bytes(settings)
    for entry in entries(settings):
        entry.write_bytes(damage)
    shutil.rmtree(settings.parent / "site")
    assert build(settings).published
    assert site_bytes(settings) == first


def test_a_handout_changed_on_disk_after_it_was_kept_is_refused(
    make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = make_site()
    assert build(settings).published

    from careleaf.build import building as flow

    real = flow.write_version_pages

    def tamper(run: object, fresh: Path) -> None:
        real(run, fresh)  # type: ignore[arg-type]
        other = (fresh / "handouts/sleep/get-help.pdf").read_bytes()
        (fresh / "handouts/sleep/index.pdf").write_bytes(other)

    monkeypatch.setattr(flow, "write_version_pages", tamper)
    (settings.parent / "site/404.html").unlink()
    built = build(settings)
    assert any("handouts/sleep/index.pdf lacks" in fault for fault in built.faults)


def test_clean_removes_what_was_kept_and_leaves_the_site(
    make_site: SiteMaker, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = make_site()
    build(settings)
    first = site_bytes(settings)
    assert main(["clean", "-f", str(settings)]) == 0
    assert not (settings.parent / CACHE_FOLDER).exists()
    assert main(["clean", "-f", str(settings)]) == 0
    assert capsys.readouterr().out == "Removed .cache/careleaf.\nNothing was kept.\n"
    assert site_bytes(settings) == first


@pytest.mark.parametrize("jobs", ["-1", "100000"])
def test_a_senseless_number_of_processes_is_one_message(
    make_site: SiteMaker, jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "-f", str(make_site()), f"--jobs={jobs}"]) == 2
    assert f"--jobs {jobs} is no number of processes" in capsys.readouterr().err


def test_the_fingerprint_names_code_templates_and_fonts() -> None:
    assert len(tool_fingerprint()) == 64
    assert tool_fingerprint() == tool_fingerprint()
