"""Somebody at a terminal sees what a build does and how far it is; a log and CI do not."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SiteMaker


def said_on_a_terminal(settings: Path, **environment: str) -> str:
    """Return all that a build writes to a terminal behind its standard error."""
    ours, theirs = pty.openpty()
    known = {key: value for key, value in os.environ.items() if key not in {"CI", "NO_COLOR", "TERM", "COLUMNS"}}
    command = [sys.executable, "-m", "careleaf.cli.main", "build", "-f", str(settings), "--date", "2026-11-23"]
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env={**known, "TERM": "xterm", "COLUMNS": "200", **environment},
    ) as process:
        os.close(theirs)
        said = b""
        while True:
            try:
                piece = os.read(ours, 65_536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            said += piece
        os.close(ours)
    assert process.returncode == 0
    return said.decode()


def test_stages_and_counts_are_shown_on_one_line_each(make_site: SiteMaker) -> None:
    said = said_on_a_terminal(make_site())
    last_looks = [line.rpartition("\r\x1b[K")[2] for line in said.replace("\r\n", "\n").split("\n")]
    (reading,) = [line for line in last_looks if line.startswith("Reading, checking and rendering")]
    assert re.search(r"3 of 3 pages read, .*\b3 of 3 judged", reading)
    assert "3 of 3 handouts printed" in reading
    (verifying,) = [line for line in last_looks if line.startswith("Verifying what was made")]
    assert "3 of 3 handouts read back" in verifying
    assert any(line.startswith("Replacing the site") for line in last_looks)


def test_no_color_means_none(make_site: SiteMaker) -> None:
    said = said_on_a_terminal(make_site(), NO_COLOR="1")
    assert "pages read" in said
    assert not re.search(r"\x1b\[[0-9;]*m", said)


def test_a_terminal_that_only_prints_gets_a_line_a_stage(make_site: SiteMaker) -> None:
    said = said_on_a_terminal(make_site(), TERM="dumb")
    assert "\x1b" not in said
    assert "Verifying what was made …" in said


@pytest.mark.parametrize("environment", [{"CI": "true"}])
def test_ci_is_told_nothing_of_it(make_site: SiteMaker, environment: dict[str, str]) -> None:
    said = said_on_a_terminal(make_site(), **environment)
    assert "…" not in said
    assert "\r\x1b" not in said


def test_a_log_is_told_nothing_of_it(make_site: SiteMaker) -> None:
    command = [sys.executable, "-m", "careleaf.cli.main", "build", "-f", str(make_site()), "--date", "2026-11-23"]
    quiet = {key: value for key, value in os.environ.items() if key != "CI"}
    built = subprocess.run(command, capture_output=True, text=True, check=True, env=quiet)
    assert "…" not in built.stderr
    assert "The site is in" in built.stderr
