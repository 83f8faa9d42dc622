"""Suppressions from a reader's side: whatever an author allows, no reader gets a word of the comment."""

from pathlib import Path

import pytest

from careleaf.build.check import check_site
from careleaf.build.site import build_site
from careleaf.model.state_name import StateName
from tests.conftest import MINIMAL_SITE, TODAY, SiteMaker, folder_bytes

PAGE = MINIMAL_SITE["docs/sleep/get-help.md"]
LISTED = """\
## What next

Three steps:

1. Rest.
2. Read a book,
   or a paper.
3. Sleep.

| When    | What  |
|---------|-------|
| Evening | Rest. |

"""
COMMENT = "<!-- careleaf: allow LNK003 until 2027-01-31: `2*5` [words](x) nobody *reads* -->\n"


def site_with(make_site: SiteMaker, listed: str) -> dict[str, bytes]:
    page = PAGE.replace("## What next\n\n", listed)
    assert page != PAGE
    built = build_site(make_site({"docs/sleep/get-help.md": page}), TODAY, None, lambda _doing: None)
    assert built.published, (built.report.findings, built.faults)
    return folder_bytes(built.site_dir)


def test_a_site_with_suppressions_has_the_bytes_of_the_same_site_without(make_site: SiteMaker) -> None:
    places = ("## What next", "Three steps", "1. Rest", "2. Read", "   or a", "3. Sleep", "| When", "| Evening")
    allowed = LISTED
    for place in places:
        allowed = allowed.replace(place, COMMENT + place)
    allowed = allowed.replace(
        "Three steps:", "Three steps: <!-- careleaf: allow LNK003 until 2027-01-31: in a line -->"
    )
    assert allowed.count("careleaf:") == len(places) + 1
    assert site_with(make_site, allowed) == site_with(make_site, LISTED)


def test_findings_behind_suppressions_keep_their_places(make_site: SiteMaker) -> None:
    settings = make_site({"docs/sleep/get-help.md": PAGE + "\n" + COMMENT * 3 + "\nHalf, 55%, sleep badly.\n"})
    report = check_site(settings, TODAY)
    lines = (settings.parent / "docs/sleep/get-help.md").read_text().splitlines()
    (error,) = report.errors
    assert lines[error.finding.location.line - 1][error.finding.location.column - 1 :].startswith("Half, 55%")


def test_what_was_allowed_is_kept_with_its_reason(make_site: SiteMaker) -> None:
    comment = "<!-- careleaf: allow CLM202 until 2027-01-31: counted by\n     the clinic -->\n"
    report = check_site(make_site({"docs/sleep/get-help.md": f"{PAGE}\n{comment}Half, 55%, sleep badly.\n"}), TODAY)
    assert report.findings == ()
    (kept,) = report.suppressed
    assert (kept.found.rule.code, kept.suppression.reason) == ("CLM202", "counted by the clinic")
    assert kept.found.sentence == "Half, 55%, sleep badly."


@pytest.mark.parametrize(("last_day", "state"), [("2026-11-23", "unreviewed"), ("2026-11-22", "overdue")])
def test_when_an_allowed_error_is_over_its_readers_are_told_and_other_pages_go_out(
    make_site: SiteMaker, last_day: str, state: str
) -> None:
    allowed = f"\n<!-- careleaf: allow CLM202 until {last_day}: counted -->\nHalf, 55%, sleep badly.\n"
    built = build_site(make_site({"docs/sleep/get-help.md": PAGE + allowed}), TODAY, None, lambda _doing: None)
    assert built.published, (built.report.findings, built.faults)
    page = (built.site_dir / "api/v1/pages/sleep/get-help.json").read_text()
    assert f'"{StateName(state)}"' in page
    assert '"unreviewed"' in (built.site_dir / "api/v1/pages/sleep/index.json").read_text()
    assert Path(built.site_dir / "index.html").is_file()
