from careleaf.reporters.text import render_text
from tests.reporters.findings import CLEAN, REPORT


def test_each_finding_is_a_line_with_its_advice_below() -> None:
    assert render_text(REPORT) == (
        'docs/a.md:4:3: CLM202 error uncited-figure: "54%" stands here without a source.\n'
        "    Do this.\n"
        "docs/_data/sources/b.yml:1:3: SRC002 warning unused-source: No page cites the source `b`.\n"
        "    Do this.\n"
        "1 error, 1 warning in 6 pages and 40 sources.\n"
    )


def test_a_clean_site_is_said_to_be_clean() -> None:
    assert render_text(CLEAN) == "No findings in 1 page and 0 sources.\n"


def test_colour_is_only_added_when_asked_for() -> None:
    assert "\033" not in render_text(REPORT)
    assert "\033[31merror\033[0m" in render_text(REPORT, colour=True)
