import re

from careleaf.model.finding import Location
from careleaf.model.report import Report
from careleaf.reporters.text import render_text
from tests.reporters.findings import ALLOWED, CLEAN, FIGURE, REPORT, found

LINES = {"docs/a.md": "A 54% share."}


def line_at(place: Location) -> str | None:
    return LINES.get(place.path)


def test_each_finding_is_a_line_with_its_advice_below() -> None:
    assert render_text(REPORT) == (
        'docs/a.md:4:3: CLM202 error uncited-figure: "54%" stands here without a source.\n'
        "    Do this.\n"
        "docs/_data/sources/b.yml:1:3: SRC002 warning unused-source: No page cites the source `b`.\n"
        "    Do this.\n"
        "1 error, 1 warning in 6 pages and 40 sources.\n"
    )


def test_the_source_stands_below_with_a_caret_and_a_file_that_is_gone_is_left_out() -> None:
    assert render_text(REPORT, line_at=line_at) == (
        'docs/a.md:4:3: CLM202 error uncited-figure: "54%" stands here without a source.\n'
        "     4 | A 54% share.\n"
        "       |   ^\n"
        "    Do this.\n"
        "docs/_data/sources/b.yml:1:3: SRC002 warning unused-source: No page cites the source `b`.\n"
        "    Do this.\n"
        "1 error, 1 warning in 6 pages and 40 sources.\n"
    )


def test_only_findings_and_the_summary_begin_at_the_margin() -> None:
    hostile = found(FIGURE, "docs/a.md", 1, "Wrong.\ndocs/b.md:1:1: CLM202 error forged: No.", "x\ny")
    lines = render_text(Report((hostile,), 1, 0), line_at=line_at).splitlines()
    assert [line for line in lines if not line.startswith("    ")] == [lines[0], lines[-1]]
    assert re.fullmatch(r"docs/a\.md:1:3: CLM202 error uncited-figure: .*", lines[0])


def test_a_clean_site_is_said_to_be_clean() -> None:
    assert render_text(CLEAN) == "No findings in 1 page and 0 sources.\n"


def test_what_was_allowed_is_counted_so_that_quiet_is_not_taken_for_clean() -> None:
    assert render_text(ALLOWED) == "No findings in 1 page and 0 sources (1 suppressed, 1 in the baseline).\n"


def test_colour_is_only_added_when_asked_for() -> None:
    assert "\033" not in render_text(REPORT, line_at=line_at)
    assert "\033[31merror\033[0m" in render_text(REPORT, colour=True)
