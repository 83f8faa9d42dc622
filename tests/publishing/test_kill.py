"""A build that is killed at any moment leaves the previous site whole or the new one whole.

``CARELEAF_KILLS=50`` kills more often; ``CARELEAF_SEED`` repeats a run.
"""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from careleaf.build.publishing import beside, recover
from tests.conftest import SiteMaker, folder_bytes, write_file
from tests.lacking import lacking

KILLS = int(os.environ.get("CARELEAF_KILLS", "12"))
SEED = int(os.environ.get("CARELEAF_SEED", "0")) or random.SystemRandom().randrange(1, 1_000_000)
WORDINGS = ("Read what helps with sleep.", "Read what helps you sleep through the night.")
EXCHANGING = """\
import shutil, sys
from pathlib import Path
from careleaf.build.publishing import next_site, publish
target, good = Path(sys.argv[1]), [Path(path) for path in sys.argv[2:]]
print("ready", flush=True)
while True:
    for each in good:
        with next_site(target) as fresh:
            shutil.copytree(each, fresh, dirs_exist_ok=True)
            publish(fresh, target, in_one_step=False)
"""


def start(folder: Path) -> subprocess.Popen[bytes]:
    command = (sys.executable, "-m", "careleaf.cli.main", "build", "--date", "2026-11-23")
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def write_wording(folder: Path, number: int) -> None:
    text = f"---\ntitle: Test clinic\ndescription: A clinic.\n---\n\n{WORDINGS[number]} [Sleep](sleep/index.md)\n"
    write_file(folder / "docs/index.md", text)


def known_good_sites(folder: Path) -> tuple[list[dict[str, bytes]], float]:
    """Build both wordings undisturbed; return their files, and how long a build takes."""
    sites, durations = [], []
    for number in (0, 1):
        write_wording(folder, number)
        began = time.monotonic()
        assert start(folder).wait(60) == 0
        durations.append(time.monotonic() - began)
        sites.append(folder_bytes(folder / "site"))
    assert sites[0] != sites[1]
    return sites, max(durations)


def test_a_killed_build_leaves_a_whole_site(make_site: SiteMaker) -> None:
    folder = make_site().parent
    sites, duration = known_good_sites(folder)
    print(f"seed {SEED}, {KILLS} kills within {duration:.2f} s")
    chosen = random.Random(SEED)
    stands, ended, replaced, left = 1, 0, 0, 0
    for _ in range(KILLS):
        write_wording(folder, 1 - stands)
        process = start(folder)
        time.sleep(chosen.uniform(0, duration))
        process.kill()
        ended += process.wait() == 0
        found = folder_bytes(folder / "site")
        assert found in sites
        replaced += sites.index(found) != stands
        stands = sites.index(found)
        left += beside(folder / "site", "next").exists()
    print(f"{replaced} kills found the new site in its place, {ended} of them an ended build; {left} left a half one")
    assert start(folder).wait(60) == 0
    assert sorted(path.name for path in folder.iterdir()) == [".cache", "docs", "mkdocs.yml", "site"]


def test_a_killed_build_leaves_no_worker_that_holds_its_lock(make_site: SiteMaker) -> None:
    folder = make_site().parent
    command = (sys.executable, "-m", "careleaf.cli.main", "build", "--date", "2026-11-23", "--jobs", "3")
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        process.wait()
        lacking("this system does not list a process's children")
    while process.poll() is None and not children.read_text().split():
        time.sleep(0.005)
    process.kill()
    process.wait()
    time.sleep(0.5)
    assert start(folder).wait(60) == 0


def test_a_kill_where_folders_cannot_be_exchanged_is_put_right_by_the_next_start(tmp_path: Path) -> None:
    good = [tmp_path / name for name in ("one", "two")]
    for number, folder in enumerate(good):
        for page in range(20):
            write_file(folder / f"{page}/index.html", WORDINGS[number])
    sites, target = [folder_bytes(folder) for folder in good], tmp_path / "public/site"
    shutil.copytree(good[0], target)
    chosen, gaps = random.Random(SEED), 0
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", EXCHANGING, target, *good], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(chosen.uniform(0, 0.1))
        process.kill()
        process.communicate()
        gaps += not target.exists()
        recover(target)
        assert folder_bytes(target) in sites
    print(f"seed {SEED}: {gaps} of {KILLS} kills fell between the two renames")
