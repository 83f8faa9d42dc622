"""Workers are copies of a process that has loaded what they need, and none of them outlives its build."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import SiteMaker

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are no copies")
_WORKERS = 4
"""Processes of a session with a build, the one they are copies of, and two workers."""


def members(session: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, _, of_session = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(of_session) == session and state != "Z":
            found.append(int(folder.name))
    return found


def wait_for(seconds: int, session: int, least: int, most: int) -> list[int]:
    until = time.monotonic() + seconds
    while not least <= len(found := members(session)) <= most and time.monotonic() < until:
        time.sleep(0.05)
    return found


def test_a_killed_build_leaves_no_worker_behind(make_site: SiteMaker) -> None:
    command = (sys.executable, "-m", "careleaf.cli.main", "build", "--date", "2026-11-23", "--jobs", "2")
    quiet = subprocess.DEVNULL
    build = subprocess.Popen(
        command, cwd=make_site().parent, stdout=quiet, stderr=quiet, start_new_session=True, env={**os.environ}
    )
    assert len(wait_for(60, build.pid, _WORKERS, 99)) >= _WORKERS
    build.kill()
    build.wait()
    assert wait_for(30, build.pid, 0, 0) == []


def test_workers_come_where_temporary_files_lie_deep(make_site: SiteMaker, tmp_path: Path) -> None:
    deep = tmp_path / ("deep" * 20)
    deep.mkdir()
    command = (sys.executable, "-m", "careleaf.cli.main", "build", "--date", "2026-11-23", "--jobs", "2")
    environment = {**os.environ, "TMPDIR": str(deep)}
    build = subprocess.run(
        command, check=False, cwd=make_site().parent, capture_output=True, text=True, env=environment
    )
    assert build.returncode == 0, build.stderr


def test_the_modules_of_all_tasks_are_loaded_for_workers() -> None:
    script = "import careleaf.build.shared_modules as shared; print(*[module.__name__ for module in shared.LOADED])"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "careleaf.channels.handout.compile" in loaded
    assert "careleaf.reading.tagged_pdf" in loaded
    assert "careleaf.build.page_judgement" in loaded
