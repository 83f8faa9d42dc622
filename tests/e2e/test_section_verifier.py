"""The verifier reads embeds of sections back, and sees what was lost from them."""

from pathlib import Path

import pytest

from careleaf.build.judging import run_mkdocs
from careleaf.build.run import Mode, Run
from careleaf.build.section_embeds import section_embeds
from careleaf.build.settings import load_settings
from careleaf.build.verification import verify_site
from careleaf.channels.embed import embed_page
from careleaf.cli.main import main
from careleaf.model.section import section_parts
from tests.browser.clinic import write_clinic
from tests.conftest import TODAY

SECTION = "embed/sleep/signed/how-to-move/"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Path]:
    folder = tmp_path_factory.mktemp("sections")
    run = Run(Mode.BUILD, TODAY)
    run_mkdocs(load_settings(write_clinic(folder), folder / "site"), run)
    return run, folder / "site"


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        pytest.param("gives no figure.</p>", "</p>", "where the page says", id="words of the section"),
        pytest.param("<h2 id=\"how-to-move\">", "<p>More.</p><h2 id=\"how-to-move\">", "shows", id="words added"),
        pytest.param("you cannot breathe", "you can breathe", "where the page says", id="words of the card"),
        pytest.param('class="care-card care-card--emergency"', 'class="x"', "when to call for help", id="the card"),
        pytest.param('rel="canonical"', 'rel="next"', "does not name its page", id="its page"),
        pytest.param('aria-labelledby="review"', "", "does not carry its review block", id="its review block"),
        pytest.param('id="source-2"', "", "does not carry all its sources", id="its source"),
        pytest.param("This is general information.", "", "general information", id="what it is"),
    ],
)  # fmt: skip
def test_what_a_section_lost_is_seen(made: tuple[Run, Path], before: str, after: str, fault: str) -> None:
    run, site = made
    file = site / SECTION / "index.html"
    whole = file.read_text()
    assert before in whole
    file.write_text(whole.replace(before, after))
    try:
        found = [one for one in verify_site(site, run) if one.startswith(SECTION)]
    finally:
        file.write_text(whole)
    assert any(fault in one for one in found), found


def test_a_section_cut_too_short_by_whatever_makes_it_is_seen(
    made: tuple[Run, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    run, site = made
    monkeypatch.setattr("careleaf.channels.embed_section.section_parts", lambda body, one: section_parts(body, one)[:3])
    file = site / SECTION / "index.html"
    whole = file.read_text()
    part, view = next((part, view) for part, view in section_embeds(run) if part.address == SECTION)
    file.write_text(embed_page(view, run.library, run.templates, run.wording, part))
    try:
        assert f"{SECTION} shows other words than its section." in list(verify_site(site, run))
    finally:
        file.write_text(whole)


def test_a_whole_site_has_no_faults(made: tuple[Run, Path]) -> None:
    run, site = made
    assert list(verify_site(site, run)) == []


def test_a_released_section_keeps_its_address_when_it_may_no_longer_stand_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = write_clinic(tmp_path)
    options = ("-f", str(settings), "--date", "2026-11-23")
    assert main(["release", *options]) == 0
    register = (tmp_path / "docs/_data/published.yml").read_text()
    assert f"sections: [{SECTION}, embed/sleep/signed/call-for-help/]" in register
    page = tmp_path / "docs/sleep/signed.md"
    page.write_text(page.read_text().replace("standalone: [how-to-move, call-for-help]\n", ""))
    assert main(["release", *options]) == 0
    assert "is not shown on its own at the moment" in (tmp_path / "site" / SECTION / "index.html").read_text()
    assert (tmp_path / "docs/_data/published.yml").read_text().count(SECTION) == 1
    assert "sections: [embed/sleep/gone/once/]" in register
