"""What time or the world does to one page stops no other page."""

import shutil
from pathlib import Path

import pytest

from careleaf.build.site import build_site
from careleaf.cli.main import main
from careleaf.reading.tagged_pdf import tagged_text
from tests.conftest import MINIMAL_SITE, ROOT, TODAY, SiteMaker

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
    assert "you sleep badly for weeks" not in (settings.parent / "site/sleep/get-help/index.html").read_text()


def test_a_site_page_cannot_be_held_back_so_a_work_taken_back_stops_it(
    make_site: SiteMaker, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = make_site({**OWN_SOURCE, "docs/index.md": LINKING.replace("Read", "Sleep matters.[@old-trial] Read")})
    source = settings.parent / "docs/_data/sources/old-trial.yml"
    source.write_text(source.read_text().replace("status: current", "status: retracted"))
    assert build(settings) == 1
    assert "docs/index.md:6:15: SRC124 error retracted-source-on-site-page" in capsys.readouterr().out


def test_a_withdrawn_page_that_others_link_into_leaves_the_topics_handout_whole(make_site: SiteMaker) -> None:
    settings = make_site()
    page = settings.parent / "docs/sleep/index.md"
    page.write_text(page.read_text().replace("](get-help.md)", "](get-help.md#see-someone)"))
    published = "pages:\n  sleep/get-help/: {status: withdrawn, withdrawn_on: 2026-11-20, reason: It was wrong.}\n"
    (settings.parent / "docs/_data/published.yml").write_text(published)
    built = build_site(settings, TODAY, None, lambda _doing: None)
    assert built.published, (built.report.findings, built.faults)
    assert "It was wrong." in tagged_text((settings.parent / "site/handouts/sleep.pdf").read_bytes())


REAL_PAGES = sorted(file.stem for file in (ROOT / "docs/restless-legs-after-exercise").glob("*.md"))


@pytest.mark.parametrize("page", REAL_PAGES)
def test_any_page_of_the_real_topic_can_be_withdrawn_at_once(tmp_path: Path, page: str) -> None:
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "scripts").mkdir()
    settings = ["-f", str(tmp_path / "mkdocs.yml"), "--date", "2026-11-23"]
    reason = ["--reason", "A figure was wrong.", "--by", "Test Editor"]
    assert main(["withdraw", *settings, f"restless-legs-after-exercise/{page}", *reason]) == 0
    assert main(["build", *settings]) == 0
    address = "" if page == "index" else f"{page}/"
    html = (tmp_path / "site/restless-legs-after-exercise" / address / "index.html").read_text()
    assert "A figure was wrong." in html
