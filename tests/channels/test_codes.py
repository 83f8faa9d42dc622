"""Look-up by diagnosis: which file answers which code, and what is held back."""

import json
from pathlib import Path

import pytest

from careleaf.build.held_back import held_back_codes
from careleaf.build.site import build_site
from careleaf.cli.main import main
from careleaf.model.code_system import CODE_SYSTEMS
from tests.coded_clinic import POLICY, write_coded_clinic
from tests.conftest import ROOT, TODAY


def answer(site: Path, code: str, system: str = "icd-10-cm") -> dict[str, list[dict[str, str]]]:
    document: dict[str, list[dict[str, str]]] = json.loads((site / f"api/v1/codes/{system}/{code}.json").read_text())
    return document


def test_a_code_of_a_signed_page_is_answered_with_the_page(coded_site: Path) -> None:
    document = answer(coded_site, "G25.81")
    assert document["match"] == "exact"
    [page] = document["pages"]
    assert (page["id"], page["match"], page["state"]) == ("legs/index", "exact", "reviewed")
    assert (page["reviewedOn"], page["dueOn"]) == ("2026-11-02", "2027-11-01")
    for address in ("page", "embed", "handout", "api"):
        assert (coded_site / page[address]).exists()
    assert document["heldBack"] == []


@pytest.mark.parametrize("code", ["G25.8", "G25"])
def test_a_broader_code_finds_the_page_and_is_marked(code: str, coded_site: Path) -> None:
    document = answer(coded_site, code)
    assert document["match"] == "broader"
    assert [(page["match"], page["code"]) for page in document["pages"]] == [("broader", "G25.81")]


def test_a_page_with_two_narrower_codes_is_named_once(coded_site: Path) -> None:
    assert [page["id"] for page in answer(coded_site, "M79.60")["pages"]] == ["pain/index"]


def test_a_place_holder_ends_no_broader_code() -> None:
    assert list(CODE_SYSTEMS["icd-10-cm"].broader("T36.0X1A")) == ["T36.0X1", "T36.0", "T36"]


def test_codes_without_an_order_in_their_letters_have_no_broader_ones(coded_site: Path) -> None:
    files = sorted(file.name for file in (coded_site / "api/v1/codes/mesh").iterdir())
    assert files == ["D012148.json", "index.json"]
    assert answer(coded_site, "D012148", "mesh")["match"] == "exact"


@pytest.mark.parametrize(("code", "page", "state"), [("I10", "pressure", "unreviewed"), ("K21.9", "late", "overdue")])
def test_a_page_that_is_not_reviewed_is_held_back_with_the_reason(
    code: str, page: str, state: str, coded_site: Path
) -> None:
    document = answer(coded_site, code)
    assert document["match"] is None
    assert document["pages"] == []
    [held] = document["heldBack"]
    assert (held["id"], held["state"]) == (f"{page}/index", state)
    assert "only pages in this state: Reviewed by a clinician" in held["reason"]


def test_what_is_held_back_is_listed_for_programs_and_told_to_the_publisher(coded_site: Path) -> None:
    listed = json.loads((coded_site / "api/v1/codes/index.json").read_text())["heldBack"]
    assert {(one["system"], one["code"], one["id"]) for one in listed} == {
        ("icd-10-cm", "I10", "pressure/index"),
        ("icd-10", "I10", "pressure/index"),
        ("icd-10-cm", "K21.9", "late/index"),
    }
    told = list(held_back_codes(coded_site))
    assert len(told) == 2
    assert any(
        one.startswith("Held back from the look-up by code: pressure/index (icd-10-cm I10, icd-10 I10). ")
        for one in told
    )


def test_the_build_says_what_it_held_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = write_coded_clinic(tmp_path)
    assert main(["build", "-f", str(settings), "--date", str(TODAY)]) == 0
    assert "Held back from the look-up by code: late/index (icd-10-cm K21.9)." in capsys.readouterr().err


def test_a_withdrawn_page_answers_no_code(coded_site: Path) -> None:
    assert not (coded_site / "api/v1/codes/icd-10-cm/R51.9.json").exists()


def test_every_code_stands_in_the_list_of_its_system(coded_site: Path) -> None:
    for folder in (folder for folder in (coded_site / "api/v1/codes").iterdir() if folder.is_dir()):
        index = json.loads((folder / "index.json").read_text())
        files = {file.stem for file in folder.glob("*.json")} - {"index"}
        assert {one["code"] for one in index["codes"]} == files
        assert all((coded_site / one["api"]).is_file() for one in index["codes"])
        assert index["system"]["oid"].startswith("2.16.840.1.113883.6.")


def test_snomed_codes_stay_in_unless_the_site_asks(tmp_path: Path, coded_site: Path) -> None:
    for file in (f for f in coded_site.rglob("*") if f.suffix in {".json", ".html"}):
        assert "32914008" not in file.read_text(), file
    files = {"docs/_data/policy.yml": f"{POLICY}publish_snomed_ct: true\n"}
    built = build_site(write_coded_clinic(tmp_path, files), TODAY, None, lambda _: None)
    assert built.published
    assert answer(built.site_dir, "32914008", "snomed-ct")["match"] == "exact"
    assert "2.16.840.1.113883.6.96" in (built.site_dir / "infobutton/index.html").read_text()


def test_policy_may_let_other_states_answer_but_never_words_the_website_does_not_show(tmp_path: Path) -> None:
    files = {
        "docs/_data/policy.yml": POLICY.replace("unreviewed]", "unreviewed, changed-since-review]").replace(
            "  site: [reviewed, adapted, overdue, unreviewed, changed-since-review]",
            "  codes: [reviewed, unreviewed, changed-since-review, overdue]\n  site: [reviewed, adapted, unreviewed]",
        )
    }
    built = build_site(write_coded_clinic(tmp_path, files), TODAY, None, lambda _: None)
    assert built.published, [*built.report.errors, *built.faults]
    assert [page["state"] for page in answer(built.site_dir, "I10")["pages"]] == ["unreviewed"]
    assert answer(built.site_dir, "K21.9")["pages"] == [], "the website shows a notice in its place"


def test_the_codes_of_our_own_pages_are_held_back_until_a_clinician_signs(tmp_path: Path) -> None:
    built = build_site(ROOT / "mkdocs.yml", TODAY, tmp_path / "site", lambda _: None)
    assert built.published
    assert answer(built.site_dir, "G25.81")["pages"] == []
    assert [held["state"] for held in answer(built.site_dir, "G25.81")["heldBack"]] == ["adapted"]


def test_all_forms_mean_the_same_to_python_and_to_a_browser() -> None:
    for system in CODE_SYSTEMS.values():
        assert system.accepts(system.example)
        assert "\\d" not in system.form, "\\d means other digits as well in Python"
