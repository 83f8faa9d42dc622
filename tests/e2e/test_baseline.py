"""A baseline as its users meet it: a site with old errors goes out, and the list of them only shrinks."""

from pathlib import Path

import pytest

from careleaf.cli.main import main
from tests.conftest import MINIMAL_SITE, TODAY, SiteMaker

PAGE = "docs/sleep/get-help.md"
OLD = MINIMAL_SITE[PAGE] + "\nOf us, 55% sleep badly.\n\nAnother 66% sleep well.\n"


@pytest.fixture
def site(make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings = make_site({PAGE: OLD})
    monkeypatch.chdir(settings.parent)
    return settings.parent


def check(*options: str) -> int:
    return main(["check", "--date", str(TODAY), "--baseline", "known.txt", *options])


def change(site: Path, old: str, new: str) -> None:
    file = site / PAGE
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def entries(site: Path) -> list[str]:
    return [line for line in (site / "known.txt").read_text().splitlines() if not line.startswith("#")]


def test_old_errors_do_not_count_and_the_site_goes_out(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--create-baseline") == 0
    assert [line.split(": ", 1)[1] for line in entries(site)] == [
        '"55%" stands here without a source.',
        '"66%" stands here without a source.',
    ]
    assert check() == 0
    assert capsys.readouterr().out.endswith("No findings in 3 pages and 1 source (2 in the baseline).\n")
    assert main(["build", "--date", str(TODAY), "--baseline", "known.txt"]) == 0
    assert main(["build", "--date", str(TODAY)]) == 1


def test_a_new_error_counts_though_it_looks_like_an_old_one(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check("--create-baseline")
    change(site, "## What next\n", "Of them, 55% never wake.\n\n## What next\n")
    capsys.readouterr()
    assert check() == 1
    assert capsys.readouterr().out.count(": CLM202 error") == 1
    check("--update-baseline")
    assert len(entries(site)) == 2
    assert check() == 1


def test_a_mended_error_must_leave_and_never_comes_back(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check("--create-baseline")
    change(site, "Another 66% sleep well.", "Others sleep well.")
    capsys.readouterr()
    assert check() == 1
    assert "known.txt:4:1: FMT907 error useless-baseline-entry" in capsys.readouterr().out
    assert check("--update-baseline") == 0
    assert len(entries(site)) == 1
    change(site, "Others sleep well.", "Another 66% sleep well.")
    assert check() == 1
    assert check("--update-baseline") == 1
    assert len(entries(site)) == 1


def test_what_nobody_may_wave_through_is_never_held(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(site, "Of us, 55% sleep badly.", "In a survey 55% slept badly.[@test-survey#sleep]")
    assert check("--create-baseline") == 1
    assert [line[:6] for line in entries(site)] == ["CLM202"]
    with (site / "known.txt").open("a") as stream:
        stream.write(f"CLM210 0123456789abcdef {PAGE}: by hand\n")
    capsys.readouterr()
    assert check() == 1
    said = capsys.readouterr().out
    assert "`CLM210` can never stand in a baseline." in said
    assert f"{PAGE}:22:13: CLM210 error" in said


def test_a_withdrawn_page_does_not_make_its_lines_useless(site: Path) -> None:
    check("--create-baseline")
    assert main(["withdraw", "sleep/get-help", "--reason", "Wrong.", "--by", "Editor", "--date", str(TODAY)]) == 0
    assert check() == 0


@pytest.mark.parametrize(
    "options",
    [("--create-baseline", "docs"), ("--update-baseline", "--select", "CLM"), ("--update-baseline", "--ignore", "CLM")],
)
def test_a_part_of_the_report_is_never_written(site: Path, options: tuple[str, ...]) -> None:
    (site / "known.txt").write_text("")
    assert check(*options) == 2
    assert (site / "known.txt").read_text() == ""


def test_an_existing_baseline_is_never_made_anew(site: Path) -> None:
    (site / "known.txt").write_text("# mine\n")
    assert check("--create-baseline") == 2
    assert (site / "known.txt").read_text() == "# mine\n"


@pytest.mark.parametrize("broken", ["<<<<<<< HEAD\n", "CLM202 short docs/a.md: x\n", "\0"])
def test_a_broken_baseline_is_a_finding_and_is_not_written_over(
    site: Path, broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    check("--create-baseline")
    text = (site / "known.txt").read_text() + broken
    (site / "known.txt").write_text(text)
    capsys.readouterr()
    assert check() == 1
    assert ": FMT004 error unreadable-record: " in capsys.readouterr().out
    assert check("--update-baseline") == 2
    assert (site / "known.txt").read_text() == text


def test_a_page_that_cannot_be_read_does_not_count_as_mended(site: Path) -> None:
    check("--create-baseline")
    text = (site / "known.txt").read_text()
    change(site, "title: When to get help", "title: [")
    assert check("--update-baseline") == 2
    assert (site / "known.txt").read_text() == text


def test_without_a_file_there_is_nothing_to_hold_against(site: Path) -> None:
    assert check() == 2
    assert main(["check", "--update-baseline"]) == 2
