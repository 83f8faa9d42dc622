"""What time or the world does to one page stops no other page."""

from pathlib import Path

import pytest

from careleaf.cli.main import main
from tests.conftest import MINIMAL_SITE, SiteMaker

SOURCE = MINIMAL_SITE["docs/_data/sources/test-survey.yml"]
LINKING = """\
---
title: Test clinic
description: A clinic that exists for tests.
---

Read [who to see](sleep/get-help.md#see-someone), [its sources](sleep/get-help.md#sources) and [sleep](sleep/index.md).
"""
OWN_SOURCE = {
    "docs/_data/sources/old-trial.yml": SOURCE.replace("10.1000/test", "10.1000/old").replace("A survey", "A trial"),
    "docs/sleep/get-help.md": MINIMAL_SITE["docs/sleep/get-help.md"].replace("@test-survey", "@old-trial"),
    "docs/index.md": LINKING,
}


def build(settings: Path) -> int:
    return main(["build", "-f", str(settings), "--date", "2026-11-23"])


@pytest.mark.parametrize("status", ["retracted", "withdrawn"])
def test_a_page_that_rests_on_a_work_taken_back_becomes_its_notice_and_others_go_out(
    make_site: SiteMaker, capsys: pytest.CaptureFixture[str], status: str
) -> None:
    settings = make_site(OWN_SOURCE)
    source = settings.parent / "docs/_data/sources/old-trial.yml"
    source.write_text(source.read_text().replace("status: current", f"status: {status}"))
    assert build(settings) == 0
    assert f"SRC121 warning retracted-source: The cited source `old-trial` is {status}." in capsys.readouterr().out
    site = settings.parent / "site"
    for page in ("sleep/get-help/index.html", "embed/sleep/get-help/index.html"):
        html = (site / page).read_text()
        assert "“A trial of tests”" in html
        assert "A source was taken back" in html
        assert "you sleep badly for weeks" not in html
        assert 'id="see-someone"' in html, "links of other pages to its parts still lead here"
    assert "40% said they slept badly" in (site / "sleep/index.html").read_text()


def test_no_policy_lets_a_page_out_that_rests_on_a_work_taken_back(make_site: SiteMaker) -> None:
    policy = MINIMAL_SITE["docs/_data/policy.yml"].replace("[reviewed", "[source-retracted, withdrawn, reviewed")
    settings = make_site({**OWN_SOURCE, "docs/_data/policy.yml": policy})
    source = settings.parent / "docs/_data/sources/old-trial.yml"
    source.write_text(source.read_text().replace("status: current", "status: retracted"))
    assert build(settings) == 0
    assert "you sleep badly" not in (settings.parent / "site/sleep/get-help/index.html").read_text()


def test_a_site_page_cannot_be_held_back_so_a_work_taken_back_stops_it(
    make_site: SiteMaker, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = make_site({**OWN_SOURCE, "docs/index.md": LINKING.replace("Read", "Sleep matters.[@old-trial] Read")})
    source = settings.parent / "docs/_data/sources/old-trial.yml"
    source.write_text(source.read_text().replace("status: current", "status: retracted"))
    assert build(settings) == 1
    assert "docs/index.md:6:15: SRC124 error retracted-source-on-site-page" in capsys.readouterr().out
