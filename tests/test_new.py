"""`careleaf new`: drafts in their place, nothing written over, and nothing that could go out unfilled."""

from datetime import date
from pathlib import Path

import pytest

from careleaf.build.check import check_site
from careleaf.cli.main import main

DAY = "2026-11-23"


def new(*arguments: str) -> int:
    return main(["new", "--date", DAY, *arguments])


def codes(site: Path) -> set[str]:
    report = check_site(site / "mkdocs.yml", date.fromisoformat(DAY))
    return {f"{found.finding.location.path}: {found.rule.name}" for found in report.findings}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "clinic"
    assert new("site", str(folder), "--name", 'Our "Clinic": health') == 0
    monkeypatch.chdir(folder)
    return folder


def test_a_new_site_lacks_only_what_its_editor_has_to_declare(site: Path) -> None:
    assert codes(site) == {"docs/_data/people/our-clinic-health.yml: missing-conflict-statement"}


def test_a_new_topic_and_page_cannot_go_out_before_they_are_written(site: Path) -> None:
    assert new("topic", "sleep") == 0
    assert new("page", "sleep/screens", "--title", "Screens: what to know", "--type", "lifestyle") == 0
    for page in ("index", "screens"):
        found = {code for code in codes(site) if code.startswith(f"docs/sleep/{page}.md")}
        assert {f"docs/sleep/{page}.md: {name}" for name in ("missing-field", "empty-section")} <= found


def test_a_new_source_cannot_be_cited_before_somebody_opened_it(site: Path) -> None:
    assert new("source", "smith2020", "--title", "A: b", "--doi", "10.1000/x") == 0
    index = site / "docs/index.md"
    index.write_text(index.read_text() + "\nIt helps.[@smith2020]\n")
    assert "docs/index.md: unverified-source" in codes(site)


def test_a_new_reviewer_is_asked_for_credentials_and_conflicts(site: Path) -> None:
    assert new("person", "jo", "--name", "Test Reviewer", "--role", "reviewer") == 0
    wanted = {"reviewer-without-credentials", "missing-conflict-statement"}
    assert {f"docs/_data/people/jo.yml: {name}" for name in wanted} <= codes(site)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("topic", "Bad Name"), "Try `bad-name`"),
        (("topic", "../out"), "cannot be a name"),
        (("topic", "embed"), "has a folder of that name"),
        (("page", "nowhere/page"), "There is no topic `nowhere` yet"),
        (("page", "a/b/c"), "cannot be a name"),
        (("person", "x" * 81), "cannot be a name"),
        (("source", ""), "cannot be a name"),
    ],
)
def test_a_place_that_cannot_be_is_refused_with_advice(
    site: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    before = sorted(site.rglob("*"))
    assert new(*arguments) == 2
    assert said in capsys.readouterr().err
    assert sorted(site.rglob("*")) == before


def test_nothing_is_ever_written_over(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "docs/index.md").write_text("mine\n")
    assert new("site", str(site), "--name", "Another") == 2
    assert "is there already" in capsys.readouterr().err
    assert (site / "docs/index.md").read_text() == "mine\n"
    assert not (site / "docs/_data/people/another.yml").exists()


def test_words_of_another_script_stay_as_they_are(site: Path) -> None:
    assert new("topic", "bein", "--title", "Unruhige Beine – „nachts“") == 0
    assert 'title: "Unruhige Beine – „nachts“"' in (site / "docs/bein/index.md").read_text(encoding="utf-8")


def test_new_words_hold_every_sentence_and_change_none_until_it_is_translated(site: Path) -> None:
    settings = site / "mkdocs.yml"
    settings.write_text(settings.read_text().replace('language: "en"', "language: ar"))
    assert "docs/_data/words.yml: untranslated-words" in codes(site)
    assert new("words") == 0
    words = site / "docs/_data/words.yml"
    assert "docs/_data/words.yml: untranslated-words" in codes(site)
    taken_off = [line.removeprefix("# ") for line in words.read_text(encoding="utf-8").splitlines()[4:]]
    words.write_text("\n".join(taken_off), encoding="utf-8")
    assert not {code for code in codes(site) if code.startswith("docs/_data/words.yml")}
    assert new("words") == 2
