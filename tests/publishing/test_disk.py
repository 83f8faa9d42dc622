"""A full or unwritable disk is one message, and the previous site stands."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import SiteMaker, folder_bytes, write_file

PREVIOUS = {"index.html": b"old", "sitemap.xml": b"old"}


def build(settings: Path, target: Path, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "careleaf.cli.main", "build", "--date", "2026-11-23", "-f", settings]
    return subprocess.run(
        [*command, "--site-dir", target], capture_output=True, text=True, check=False, preexec_fn=before
    )


def previous_site(target: Path) -> Path:
    for path, content in PREVIOUS.items():
        write_file(target / path, content)
    return target


def assert_refused(built: subprocess.CompletedProcess[str], target: Path) -> None:
    assert built.returncode == 2, built.stderr
    assert "could not be written" in built.stderr
    assert "The previous site is untouched" in built.stderr
    assert built.stderr.count("\n") == 1
    assert folder_bytes(target) == PREVIOUS
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("most_bytes", [0, 3_000, 60_000, 150_000])
def test_files_that_may_not_grow_leave_the_previous_site(make_site: SiteMaker, tmp_path: Path, most_bytes: int) -> None:
    target = previous_site(tmp_path / "public/site")
    limit = (most_bytes, most_bytes)
    built = build(make_site(), target, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit))
    assert_refused(built, target)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path | None]:
    """A disk of 1.5 MB, or None where this process may not mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = os.geteuid() == 0 and _run("mount", "-t", "tmpfs", "-o", "size=1536k", "careleaf-test", disk)
    yield disk if mounted else None
    if mounted:
        _run("umount", "-l", disk)


def _run(*command: str | Path) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_a_full_disk_leaves_the_previous_site(make_site: SiteMaker, small_disk: Path | None) -> None:
    """Where no disk may be mounted, files that may not grow stand in for it."""
    target = previous_site((small_disk or make_site().parent) / "public/site")
    limited = None if small_disk else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
    built = build(make_site(), target, limited)
    assert ("No space left on device" if small_disk else "File too large") in built.stderr
    assert_refused(built, target)


def test_a_place_where_nothing_can_be_made_is_one_message(make_site: SiteMaker) -> None:
    built = build(make_site(), Path("/proc/careleaf/site"))
    assert built.returncode == 2
    assert "/proc/careleaf cannot be written" in built.stderr
    assert built.stderr.count("\n") == 1


def test_a_mount_point_is_refused(make_site: SiteMaker, small_disk: Path | None) -> None:
    place = small_disk or Path("/proc")
    built = build(make_site(), place)
    assert built.returncode == 2
    assert "is a mount point" in built.stderr
