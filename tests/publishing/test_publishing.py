"""A site is replaced whole or not at all, and never in a folder somebody would miss."""

import fcntl
import os
from pathlib import Path

import pytest

from careleaf.build.publishing import beside, next_site, publish, recover
from careleaf.cli.main import main
from careleaf.model.errors import PublishError
from tests.conftest import SiteMaker, folder_bytes, write_file

SITE_MARKS = {"index.html": b"old", "sitemap.xml": b"old"}
BOTH_WAYS = pytest.mark.parametrize("in_one_step", [True, False], ids=["exchanged in one step", "by two renames"])


def write_folder(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        write_file(folder / path, content)
    return folder


def build(settings: Path, *options: str) -> int:
    return main(["build", "-f", str(settings), "--date", "2026-11-23", *options])


@BOTH_WAYS
def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path, in_one_step: bool) -> None:
    target = write_folder(tmp_path / "site", SITE_MARKS)
    with next_site(target) as fresh:
        write_folder(fresh, {"index.html": b"new"})
        publish(fresh, target, in_one_step=in_one_step)
    assert folder_bytes(target) == {"index.html": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@BOTH_WAYS
def test_a_site_that_cannot_be_moved_leaves_the_old_one(tmp_path: Path, in_one_step: bool) -> None:
    target = write_folder(tmp_path / "site", SITE_MARKS)
    with next_site(target) as fresh:
        fresh.rmdir()
        with pytest.raises(PublishError, match="The previous site stands"):
            publish(fresh, target, in_one_step=in_one_step)
    assert folder_bytes(target) == SITE_MARKS
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("something_stands_there", [False, True], ids=["nothing", "an empty folder"])
def test_a_build_killed_between_two_renames_is_put_right_by_the_next(
    tmp_path: Path, something_stands_there: bool
) -> None:
    target = tmp_path / "site"
    write_folder(beside(target, "previous"), SITE_MARKS)
    write_folder(beside(target, "next"), {"index.html": b"half"})
    if something_stands_there:
        target.mkdir()
    recover(target)
    assert folder_bytes(target) == SITE_MARKS
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_build_left_is_tidied_by_the_next(make_site: SiteMaker) -> None:
    settings = make_site()
    target = settings.parent / "site"
    write_folder(beside(target, "previous"), SITE_MARKS)
    write_folder(beside(target, "next"), {"sleep/index.html": b"half"})
    write_file(beside(target, "lock"), b"4194999")
    assert build(settings) == 0
    assert sorted(path.name for path in settings.parent.iterdir()) == [".cache", "docs", "mkdocs.yml", "site"]


def test_a_link_in_a_helpers_place_loses_only_itself(tmp_path: Path) -> None:
    precious = write_folder(tmp_path / "precious", {"thesis.txt": b"years"})
    target = write_folder(tmp_path / "site", SITE_MARKS)
    for name in ("next", "previous"):
        beside(target, name).symlink_to(precious)
    with next_site(target) as fresh:
        write_folder(fresh, {"index.html": b"new"})
        publish(fresh, target)
    assert folder_bytes(precious) == {"thesis.txt": b"years"}
    assert folder_bytes(target) == {"index.html": b"new"}


def test_a_second_build_at_the_same_time_says_so(make_site: SiteMaker, capsys: pytest.CaptureFixture[str]) -> None:
    settings = make_site()
    with next_site(settings.parent / "site"):
        assert build(settings) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert told[0].startswith("careleaf: Another process is building ")
    assert f"(process {os.getpid()})" in told[0]
    assert build(settings) == 0


def test_a_lock_that_another_build_removes_in_between_is_not_taken_for_the_new_one(tmp_path: Path) -> None:
    target = tmp_path / "site"
    lock = beside(target, "lock")
    with lock.open("w") as orphan:
        fcntl.flock(orphan, fcntl.LOCK_EX)
        lock.unlink()
        with next_site(target) as fresh:
            assert fresh.is_dir()


def test_a_linked_site_is_followed_and_its_folder_replaced(make_site: SiteMaker) -> None:
    settings = make_site()
    elsewhere = write_folder(settings.parent / "served/www", SITE_MARKS)
    (settings.parent / "site").symlink_to(elsewhere)
    assert build(settings) == 0
    assert (settings.parent / "site").is_symlink()
    assert (elsewhere / "sleep/index.html").is_file()
    assert [path.name for path in elsewhere.parent.iterdir()] == ["www"]


def test_a_circle_of_links_is_refused(make_site: SiteMaker, capsys: pytest.CaptureFixture[str]) -> None:
    settings = make_site()
    (settings.parent / "site").symlink_to("site")
    assert build(settings) == 2
    assert "is a link that leads nowhere" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("docs", "would erase"),
        ("docs/site", "lies in"),
        (".", "would erase"),
        ("..", "would erase"),
        ("../..", "would erase"),
        ("overrides/out", "lies in"),
        (".git/site", "lies in"),
        ("home", "is not empty and holds no site"),
        ("notes.txt", "is a file"),
        ("pages", "holds a git repository"),
        ("linked", "would erase"),
    ],
)
def test_a_folder_somebody_would_miss_is_never_replaced(
    make_site: SiteMaker, capsys: pytest.CaptureFixture[str], place: str, told: str
) -> None:
    settings = make_site(
        {
            "home/thesis.txt": "years",
            "notes.txt": "notes",
            "overrides/x.html": "",
            "pages/.git": "gitdir: x",
            ".git/HEAD": "",
        }
    )
    settings.write_text(settings.read_text().replace("font: false", "font: false, custom_dir: overrides"))
    (settings.parent / "linked").symlink_to("docs")
    before = folder_bytes(settings.parent)
    assert build(settings, "--site-dir", str(settings.parent / place)) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("careleaf: ")
    assert told in printed
    assert printed.count("\n") == 1
    assert folder_bytes(settings.parent) == before


@pytest.mark.parametrize("mark", ["index.html and sitemap.xml", "our list of files", "nothing at all"])
def test_a_folder_that_is_a_site_or_empty_is_replaced(make_site: SiteMaker, mark: str) -> None:
    settings = make_site()
    files = {
        "index.html and sitemap.xml": SITE_MARKS,
        "our list of files": {"api/v1/files.json": b"{}"},
        "nothing at all": {},
    }
    target = settings.parent / "site"
    target.mkdir()
    write_folder(target, files[mark])
    assert build(settings) == 0
    assert (target / "sleep/index.html").is_file()


def test_the_engine_writes_nowhere_but_into_the_new_site_and_the_cache(make_site: SiteMaker) -> None:
    settings = make_site({"build/preview/old.html": "kept"})
    before = folder_bytes(settings.parent)
    assert build(settings, "--site-dir", str(settings.parent / "out/site")) == 0
    after = folder_bytes(settings.parent)
    assert {path for path in after if after[path] != before.get(path)} == {
        path for path in after if path.startswith(("out/site/", ".cache/careleaf/"))
    }
    assert before.items() <= after.items()
