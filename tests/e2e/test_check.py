"""`careleaf check` as its users know it from other checkers: paths, rules, formats, exit codes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from careleaf.cli.main import main
from tests.conftest import MINIMAL_SITE, TODAY, SiteMaker

UNCITED = "\nHalf of us, 55%, sleep badly. See [here](https://example.org).\n"
Check = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def check(make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Run a check in a site with two findings on each of two pages; return the exit code and `path CODE` lines."""
    pages = ("docs/sleep/index.md", "docs/sleep/get-help.md")
    settings = make_site({page: MINIMAL_SITE[page] + UNCITED for page in pages})
    monkeypatch.chdir(settings.parent)

    def run(*options: str) -> tuple[int, list[str]]:
        capsys.readouterr()
        code = main(["check", "--date", str(TODAY), "--format", "json", *options])
        result = json.loads(capsys.readouterr().out).get("result", {"findings": []})
        return code, [f"{found['path']} {found['code']}" for found in result["findings"]]

    return run


def test_everything_by_default(check: Check) -> None:
    pages = ("docs/sleep/get-help.md", "docs/sleep/index.md")
    assert check() == (1, [f"{page} {code}" for page in pages for code in ("CLM202", "LNK003")])


def test_paths_narrow_the_report_while_the_whole_library_is_read(check: Check, tmp_path: Path) -> None:
    whole = check()[1]
    assert check("docs/sleep/index.md") == (1, whole[2:])
    assert check("docs/sleep") == check("docs/index.md", "docs/sleep/") == check(".") == (1, whole)
    assert check("docs/index.md") == (0, [])
    assert check(str(tmp_path / "docs/sleep/index.md")) == (1, whole[2:])


def test_rules_are_chosen_by_code_or_family(check: Check) -> None:
    assert {line.split()[1] for line in check("--select", "clm")[1]} == {"CLM202"}
    assert {line.split()[1] for line in check("--ignore", "CLM202, FMT")[1]} == {"LNK003"}
    assert check("--select", "CLM,LNK003", "--ignore", "LNK,CLM2") == (0, [])


@pytest.mark.parametrize(
    "options", [("docs/none.md",), ("/",), ("--select", "XYZ"), ("--ignore", "CLM999"), ("-f", "none.yml")]
)
def test_a_slip_in_the_command_is_no_clean_check(check: Check, options: tuple[str, ...]) -> None:
    assert check(*options) == (2, [])


def test_real_reports_fit_the_schema_that_is_printed(
    make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = "docs/sleep/get-help.md"
    allowed = "\n<!-- careleaf: allow CLM202 until 2027-01-31: counted here -->\nOf us, 66% sleep.\n"
    monkeypatch.chdir(make_site({page: MINIMAL_SITE[page] + UNCITED}).parent)
    options = ("check", "--date", str(TODAY), "--baseline", "known.txt", "--format", "json")
    main([*options, "--create-baseline"])
    with (Path.cwd() / page).open("a", encoding="utf-8") as stream:
        stream.write(f"{allowed}\nOf you, 77% sleep.\n")
    assert main(["schema", "report"]) == 0
    first, schema = capsys.readouterr().out.split("}\n{", 1)
    main(list(options))
    report = json.loads(capsys.readouterr().out)
    validator = Draft202012Validator(json.loads("{" + schema))
    assert [error.message for error in validator.iter_errors(report)] == []
    assert list(validator.iter_errors(json.loads(first + "}"))) == []
    found = report["result"]
    assert [len(found[key]) for key in ("findings", "suppressed", "in_baseline")] == [1, 1, 2]
    marks = [
        each["fingerprint"] for each in (*found["findings"], found["suppressed"][0]["finding"], *found["in_baseline"])
    ]
    assert len(set(marks)) == 4


def test_on_github_the_whole_table_goes_to_the_summary(
    check: Check, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent))
    assert main(["check", "--date", str(TODAY), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(f"::error file={tmp_path.name}/docs/sleep/get-help.md,line=")
    assert summary.read_text().startswith("before\n### careleaf\n")
    assert summary.read_text().count("\n| docs/") == 4


def test_the_text_shows_the_line_with_a_caret(check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--date", str(TODAY), "--select", "LNK"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].endswith("| Half of us, 55%, sleep badly. See [here](https://example.org).")
    assert lines[1][lines[2].index("^") :].startswith("here]")


def test_a_console_without_unicode_gets_escapes_and_no_crash(make_site: SiteMaker) -> None:
    settings = make_site({"docs/index.md": MINIMAL_SITE["docs/index.md"] + "\nÜber [here](https://example.org).\n"})
    command = [sys.executable, "-m", "careleaf.cli.main", "check", "-f", str(settings), "--date", str(TODAY)]
    done = subprocess.run(command, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    assert rb"\xdcber [here]" in done.stdout
