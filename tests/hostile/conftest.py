"""What the tests of hostile input share: one fault in the minimal site, and the lines it leads to."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from careleaf.build.check import check_site
from careleaf.reporters.github import render_github
from careleaf.reporters.json_report import render_json
from careleaf.reporters.sarif import render_sarif
from careleaf.reporters.text import finding_line, render_text
from careleaf.rules.table import RULES
from tests.conftest import MINIMAL_SITE, TODAY, SiteMaker

Check = Callable[[Path], list[str]]
Files = dict[str, str | bytes | None]
SLEEP = "docs/sleep/index.md"
SURVEY = "docs/_data/sources/test-survey.yml"
TEXT_LINE = 10
"""The line on which the text of `SLEEP` starts."""
_RAW = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]")


def with_text(text: str) -> Files:
    """Return the sleep page with this text instead of its own."""
    front = MINIMAL_SITE[SLEEP].split("---\n")[1]
    return {SLEEP: f"---\n{front}---\n\n{text}\n\nRead [when to get help](get-help.md).\n"}


def with_line(path: str, key: str, value: str) -> Files:
    """Return a file of the minimal site in which one key has another value; the key is added if it is not there."""
    content = MINIMAL_SITE[path]
    line = f"{key}: {value}"
    if re.search(rf"^{key}: ", content, re.MULTILINE):
        return {path: re.sub(rf"^{key}: .*$", lambda _: line, content, flags=re.MULTILINE)}
    return {path: content.replace("---\n", f"---\n{line}\n", 1) if path.endswith(".md") else f"{line}\n{content}"}


@pytest.fixture
def check() -> Check:
    """Check a site; its report must be printable in every form, and its findings have places."""

    def run(settings: Path) -> list[str]:
        report = check_site(settings, TODAY)
        for text in (render_text(report), render_github(report), render_json(report), render_sarif(report, RULES)):
            assert not _RAW.search(text)
            text.encode()
        assert all(f.finding.location.line >= 1 and f.finding.location.column >= 1 for f in report.findings)
        assert not (settings.parent / "site").exists()
        return [finding_line(found) for found in report.findings]

    return run


@pytest.fixture
def errors_of(make_site: SiteMaker, check: Check) -> Callable[[Files], list[str]]:
    """Return the errors that files of a site lead to."""

    def run(files: Files) -> list[str]:
        return [line for line in check(make_site(files)) if " error " in line]

    return run
