from careleaf.model.report import Report
from careleaf.reporters.step_summary import MOST_BYTES, render_step_summary
from tests.reporters.findings import ALLOWED, CLEAN, FIGURE, REPORT, found


def test_every_finding_has_a_row_with_errors_first() -> None:
    text = render_step_summary(REPORT)
    rows = [line for line in text.splitlines() if line.startswith("| docs")]
    assert rows[0] == (
        r'| docs/a.md\:4\:3 | error CLM202 uncited\-figure | "54%" stands here without a source. Do this. |'
    )
    assert "SRC002" in rows[1]
    assert "1 error, 1 warning in 6 pages and 40 sources." in text


def test_a_rule_links_to_its_page_where_policy_names_one() -> None:
    report = Report(REPORT.findings, 1, 0, rule_pages="https://clinic.test/rules/")
    assert r"[error CLM202 uncited\-figure](<https://clinic.test/rules/clm202/>)" in render_step_summary(report)


def test_an_authors_words_are_no_markup() -> None:
    wrong = found(FIGURE, "docs/a.md", 1, "![x](https://evil.test/x.png) | <img src=x> @someone\n| forged |", "")
    (row,) = [line for line in render_step_summary(Report((wrong,), 1, 0)).splitlines() if line.startswith("| docs")]
    assert r"\!\[x\]\(https\://evil.test/x.png\) \| \<img src=x\> \@someone \| forged \|" in row


def test_a_table_that_would_be_dropped_whole_is_cut_and_says_so() -> None:
    findings = tuple(found(FIGURE, "docs/a.md", line, "é" * 280) for line in range(1, 3001))
    text = render_step_summary(Report(findings, 1, 0))
    assert MOST_BYTES - 2000 < len(text.encode()) <= MOST_BYTES
    shown = text.count("\n| docs/")
    assert text.endswith(f"\n{3000 - shown} more findings are only in the log.\n")
    assert render_step_summary(Report(findings, 1, 0), room=50) == ""


def test_a_clean_site_has_no_table() -> None:
    assert render_step_summary(CLEAN) == "### careleaf\n\nNo findings in 1 page and 0 sources.\n\n"
    assert r"\(1 suppressed, 1 in the baseline\)" in render_step_summary(ALLOWED)
