from dataclasses import replace

from careleaf.model.report import Report
from careleaf.reporters.github import render_github
from tests.reporters.findings import FIGURE, REPORT, UNUSED, found


def test_findings_are_commands_with_errors_first() -> None:
    assert render_github(REPORT) == (
        "::error file=docs/a.md,line=4,col=3,title=CLM202 uncited-figure"
        '::"54%25" stands here without a source. Do this.\n'
        "::warning file=docs/_data/sources/b.yml,line=1,col=3,title=SRC002 unused-source"
        "::No page cites the source `b`. Do this.\n"
    )


def test_signs_that_would_end_a_command_are_escaped() -> None:
    finding = found(FIGURE, "docs/a,b:c.md", 1, "100%\r\n::error::forged", "")
    assert render_github(Report((finding,), 1, 0)) == (
        "::error file=docs/a%2Cb%3Ac.md,line=1,col=3,title=CLM202 uncited-figure::100%25%0D%0A::error::forged\n"
    )


def test_of_more_than_ten_nine_are_shown_and_the_tenth_says_how_many_more() -> None:
    findings = tuple(found(FIGURE, "docs/a.md", line, "Wrong.") for line in range(1, 13))
    lines = render_github(Report((*findings, found(UNUSED, "docs/b.yml", 1, "Unused.")), 1, 0)).splitlines()
    assert len(lines) == 11
    assert lines[9] == "::error title=careleaf::3 more errors are in the summary of this step."


def test_ten_are_all_shown() -> None:
    findings = tuple(found(FIGURE, "docs/a.md", line, "Wrong.") for line in range(1, 11))
    assert len(render_github(Report(findings, 1, 0)).splitlines()) == 10


def test_what_nobody_may_wave_through_comes_first() -> None:
    binding = replace(FIGURE, code="CLM210", binding=True)
    findings = tuple(found(FIGURE, "docs/a.md", line, "Wrong.") for line in range(1, 12))
    lines = render_github(Report((*findings, found(binding, "docs/z.md", 1, "Worse.")), 1, 0)).splitlines()
    assert "docs/z.md" in lines[0]
    assert len(lines) == 10


def test_a_site_in_a_folder_of_the_repository_is_named_with_it() -> None:
    assert render_github(REPORT, "health/").startswith("::error file=health/docs/a.md,line=4,")
