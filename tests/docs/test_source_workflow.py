"""The weekly job: what it may do, what it runs, and whom it tells."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from careleaf.cli.main import _parser
from tests.conftest import ROOT, SiteMaker

FILE = ROOT / ".github/workflows/sources.yml"
WORKFLOW: dict[Any, Any] = yaml.safe_load(FILE.read_text())
JOBS: dict[str, Any] = WORKFLOW["jobs"]
SCRIPTS = {step["name"]: step["run"] for job in JOBS.values() for step in job["steps"] if "run" in step}


def test_every_action_is_pinned_to_a_commit_and_says_its_version() -> None:
    used = re.findall(r"uses: (.+)", FILE.read_text())
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in used)


def test_the_job_that_runs_our_code_may_only_read_and_the_one_that_writes_runs_none() -> None:
    assert WORKFLOW["permissions"] == {}
    assert JOBS["ask"]["permissions"] == {"contents": "read"}
    told = " ".join(step.get("run", "") for step in JOBS["tell"]["steps"])
    assert "careleaf" not in told
    assert "pip" not in told


def test_nothing_from_outside_is_pasted_into_a_script() -> None:
    assert not any("${{" in script for script in SCRIPTS.values())


@pytest.mark.parametrize("name", SCRIPTS)
def test_its_scripts_are_shell(name: str) -> None:
    subprocess.run(["bash", "-n"], input=SCRIPTS[name], text=True, check=True)


def test_its_commands_are_ours() -> None:
    lines = [line.strip() for script in SCRIPTS.values() for line in script.splitlines()]
    commands = [shlex.split(line.split("||")[0])[1:] for line in lines if line.startswith("careleaf ")]
    assert [command[:2] for command in commands] == [["sources", "verify"], ["sources", "changes"]]
    for command in commands:
        _parser(command).parse_args(command)


GH = """#!/bin/sh
echo "$*" >> "$CALLS"
case "$1 $2" in "issue list"|"pr list") printf '%s' "$OPEN" ;; esac
"""


def tell(name: str, folder: Path, open_number: str) -> list[str]:
    (folder / "bin").mkdir(exist_ok=True)
    (folder / "bin/gh").write_text(GH)
    (folder / "bin/gh").chmod(0o755)
    calls = folder / "calls"
    calls.write_text("")
    paths = {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "HOME": str(folder), "RUNNER_TEMP": str(folder)}
    subprocess.run(
        ["bash", "-e", "-c", SCRIPTS[name]],
        cwd=folder / "checkout" if (folder / "checkout").exists() else folder,
        env={**paths, "CALLS": str(calls), "OPEN": open_number, "BRANCH": "sources-checked"},
        check=True,
        capture_output=True,
    )
    return [" ".join(line.split()[:2]) for line in calls.read_text().splitlines()]


def test_there_is_never_a_second_open_issue(tmp_path: Path) -> None:
    name = "Tell people what changed, in one issue"
    assert tell(name, tmp_path, "") == ["label create", "issue list", "issue create"]
    assert tell(name, tmp_path, "7") == ["label create", "issue list", "issue edit"]
    (step,) = (step for step in JOBS["tell"]["steps"] if step.get("name") == name)
    assert step["if"] == "needs.ask.outputs.changed == '1'"


def test_the_answers_go_into_one_pull_request_and_none_when_they_are_the_same(tmp_path: Path) -> None:
    name = "Put the answers into one pull request"
    subprocess.run(["git", "init", "-q", "--bare", str(tmp_path / "origin")], check=True)
    checkout = tmp_path / "checkout"
    subprocess.run(["git", "clone", "-q", str(tmp_path / "origin"), str(checkout)], check=True, capture_output=True)
    (checkout / "docs/_data").mkdir(parents=True)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/sources.lock").write_text("# answers\n")
    assert tell(name, tmp_path, "") == ["pr list", "pr create"]
    assert tell(name, tmp_path, "3") == []
    (tmp_path / "sources/sources.lock").write_text("# other answers\n")
    assert tell(name, tmp_path, "3") == ["pr list", "pr edit"]


def test_a_retraction_since_last_week_is_a_change_and_is_told_in_the_summary(make_site: SiteMaker) -> None:
    retraction = "{kind: retraction, word: retraction}"
    lock = f"""\
"test-survey":
  crossref:
    asked: "10.1000/test"
    outcome: found
    checked_on: 2026-11-20
    title: "A survey of tests"
    notices:
      - {retraction}
"""
    site = make_site({"docs/_data/sources.lock": lock}).parent
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "GITHUB_OUTPUT": str(site / "output"),
        "GITHUB_STEP_SUMMARY": str(site / "summary"),
    }

    def run(name: str) -> None:
        subprocess.run(["bash", "-e", "-c", SCRIPTS[name]], cwd=site, env=environment, check=True)

    run("Keep the earlier answers")
    run("Compare")
    (site / "build/sources/earlier.lock").write_text("")
    run("Compare")
    assert (site / "output").read_text() == "changed=0\nchanged=1\n"
    assert "retracted-by-registry" in (site / "summary").read_text()
    assert (site / "build/sources/sources.lock").read_text() == lock
