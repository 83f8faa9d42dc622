"""`careleaf handout`: one leaflet for the person at the desk."""

from pathlib import Path

import pikepdf
import pytest

from careleaf.cli.main import main
from careleaf.reading.tagged_pdf import tagged_text
from tests.conftest import MINIMAL_SITE, SiteMaker, folder_bytes, write_file

DAY = ("--date", "2026-11-23")
CLINIC = "name: Northside Clinic\nphone: 01632 960 001\nhours: Monday to Friday\n"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h20v10z"/></svg>'


def handout(settings: Path, *arguments: str) -> int:
    return main(["handout", "-f", str(settings), *DAY, *arguments])


def text(file: Path) -> str:
    return " ".join(tagged_text(file.read_bytes()).split())


@pytest.mark.parametrize("name", ["sleep/get-help", "docs/sleep/get-help.md", "sleep/get-help/", "/sleep/get-help"])
def test_a_page_is_named_by_its_id_its_file_or_its_address(make_site: SiteMaker, tmp_path: Path, name: str) -> None:
    assert handout(make_site(), name, "-o", str(tmp_path / "one.pdf")) == 0
    assert "you sleep badly for weeks" in text(tmp_path / "one.pdf")


def test_it_is_the_handout_that_a_build_makes(make_site: SiteMaker, tmp_path: Path) -> None:
    settings = make_site()
    assert main(["build", "-f", str(settings), *DAY]) == 0
    for name in ("sleep/index", "sleep/get-help", "sleep"):
        assert handout(settings, name, "-o", str(tmp_path / "one.pdf")) == 0
        assert (tmp_path / "one.pdf").read_bytes() == (settings.parent / f"site/handouts/{name}.pdf").read_bytes()


def test_nothing_but_the_file_is_written(make_site: SiteMaker, tmp_path: Path) -> None:
    settings = make_site()
    before = folder_bytes(settings.parent)
    assert handout(settings, "sleep", "-o", str(tmp_path / "topic.pdf")) == 0
    assert {**before, "topic.pdf": (tmp_path / "topic.pdf").read_bytes()} == folder_bytes(settings.parent)


def test_a_clinic_is_named_by_its_id_or_its_file(make_site: SiteMaker, tmp_path: Path) -> None:
    settings = make_site({"docs/_data/clinics/northside.yml": CLINIC})
    assert handout(settings, "sleep/index", "-o", str(tmp_path / "id.pdf"), "--clinic", "northside") == 0
    assert "Northside Clinic 01632 960 001 · Monday to Friday Sleep" in text(tmp_path / "id.pdf")
    write_file(tmp_path / "own/clinic.yml", CLINIC.replace("Northside", "Southside") + "logo: logo.svg\n")
    write_file(tmp_path / "own/logo.svg", LOGO)
    made = tmp_path / "file.pdf"
    assert handout(settings, "sleep/index", "-o", str(made), "--clinic", str(tmp_path / "own/clinic.yml")) == 0
    assert "Southside Clinic" in text(made)


def test_the_policy_names_the_clinic_of_every_handout(make_site: SiteMaker, tmp_path: Path) -> None:
    policy = MINIMAL_SITE["docs/_data/policy.yml"] + "handouts: {clinic: northside, name_line: true}\n"
    settings = make_site({"docs/_data/clinics/northside.yml": CLINIC, "docs/_data/policy.yml": policy})
    assert main(["build", "-f", str(settings), *DAY]) == 0
    said = text(settings.parent / "site/handouts/sleep/index.pdf")
    assert said.startswith("Northside Clinic 01632 960 001 · Monday to Friday Name: ")


def test_an_edition_can_be_chosen(make_site: SiteMaker, tmp_path: Path) -> None:
    settings = make_site()
    for edition, width in (("a4", 595), ("letter", 612), ("large-print", 595)):
        made = tmp_path / f"{edition}.pdf"
        assert handout(settings, "sleep", "-o", str(made), "--edition", edition) == 0
        with pikepdf.open(made) as pdf:
            assert round(float(pdf.pages[0].MediaBox[2])) == width


def test_policy_chooses_the_editions_a_build_makes_and_the_site_links_them(make_site: SiteMaker) -> None:
    policy = MINIMAL_SITE["docs/_data/policy.yml"] + "handouts: {editions: [letter, large-print]}\n"
    settings = make_site({"docs/_data/policy.yml": policy})
    assert main(["build", "-f", str(settings), *DAY]) == 0
    site = settings.parent / "site"
    made = sorted(file.relative_to(site / "handouts").as_posix() for file in (site / "handouts").rglob("*.pdf"))
    assert made == [
        "sleep-large-print.pdf",
        "sleep-letter.pdf",
        "sleep/get-help-large-print.pdf",
        "sleep/get-help-letter.pdf",
        "sleep/index-large-print.pdf",
        "sleep/index-letter.pdf",
    ]
    page = (site / "sleep/index.html").read_text()
    assert 'href="../handouts/sleep/index-letter.pdf">Print this page (PDF, US Letter)</a>' in page
    assert 'href="../handouts/sleep-large-print.pdf">Print the whole topic (PDF, large print)</a>' in page
    api = (site / "api/v1/pages/sleep/index.json").read_text()
    assert '"large-print": "handouts/sleep/index-large-print.pdf"' in api
    assert "handouts/sleep-large-print.pdf" in (site / "api/v1/files.json").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["slep", "-o", "x.pdf"], "There is no page or topic `slep`. Did you mean `sleep`?"),
        (["index", "-o", "x.pdf"], "pages with a `type` have handouts"),
        (["sleep", "-o", "nowhere/x.pdf"], "Name one with --output"),
        (["sleep", "-o", "."], "Name one with --output"),
        (["sleep", "-o", "x.pdf", "--clinic", "nowhere"], "There is no clinic `nowhere`."),
        (["sleep", "-o", "x.pdf", "--clinic", "mkdocs.yml"], "The clinic in mkdocs.yml cannot be used."),
    ],
)
def test_what_cannot_be_made_is_said_in_one_sentence(
    make_site: SiteMaker,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    settings = make_site()
    monkeypatch.chdir(settings.parent)
    before = folder_bytes(settings.parent)
    assert handout(settings, *arguments) == 2
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error
    assert folder_bytes(settings.parent) == before


def test_a_page_with_a_fault_gets_no_handout_and_the_fault_is_named(
    make_site: SiteMaker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = make_site()
    page = settings.parent / "docs/sleep/index.md"
    page.write_text(page.read_text().replace("40%", "60%"))
    assert handout(settings, "sleep/index", "-o", str(tmp_path / "one.pdf")) == 1
    assert "figure-not-in-evidence" in capsys.readouterr().out
    assert not (tmp_path / "one.pdf").exists()


def test_faults_of_other_topics_do_not_matter(make_site: SiteMaker, tmp_path: Path) -> None:
    other = MINIMAL_SITE["docs/sleep/get-help.md"].replace("you sleep badly", "99% sleep badly")
    settings = make_site({"docs/legs/get-help.md": other})
    assert main(["check", "-f", str(settings), *DAY]) == 1
    assert handout(settings, "sleep/index", "-o", str(tmp_path / "one.pdf")) == 0


def test_a_page_that_is_held_back_gives_its_notice(
    make_site: SiteMaker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = "site_id: test-clinic\npublish: {site: [unreviewed], handout: [reviewed], embed: [unreviewed]}\n"
    settings = make_site({"docs/_data/policy.yml": policy})
    assert handout(settings, "sleep/get-help", "-o", str(tmp_path / "one.pdf")) == 0
    assert "It is a notice" in capsys.readouterr().err
    assert "sleep badly" not in text(tmp_path / "one.pdf")
