"""The drill: one fact turns out to be wrong, and everything that carries it is found, taken down or signed again."""

import json
from pathlib import Path

import pytest

from careleaf.cli.main import main
from tests.review.conftest import Clinic, ClinicMaker

FACT = "test-survey#sleep"
CARRIERS = {"sleep/index", "sleep/screens", "sleep/get-help"}
SECOND_PAGE = """\
---
title: Screens
description: What screens do to sleep.
type: lifestyle
main_message: Put them away.
authors: [test-author]
written_on: 2026-10-01
standalone: [numbers]
---

## Numbers {#numbers}

In a survey of 200 people, 40% said they slept badly.[@test-survey]

Read [about sleep](index.md).
"""
UNTOUCHED = SECOND_PAGE.replace("In a survey of 200 people, 40% said they slept badly.[@test-survey]", "Rest well.")


@pytest.fixture
def signed(make_clinic: ClinicMaker) -> Clinic:
    """Four pages, all signed, three of which carry the fact."""
    clinic = make_clinic(
        {
            "docs/sleep/screens.md": SECOND_PAGE,
            "docs/sleep/naps.md": UNTOUCHED.replace("title: Screens", "title: Naps"),
        }
    )
    clinic.edit("docs/sleep/index.md", "Read [when", "See [screens](screens.md) and [naps](naps.md). Read [when")
    for page in ("sleep/index", "sleep/screens", "sleep/naps", "sleep/get-help"):
        assert clinic.sign(page) == 0
    return clinic


def used(clinic: Clinic, capsys: pytest.CaptureFixture[str], fact: str = FACT) -> dict[str, dict[str, list[str]]]:
    capsys.readouterr()
    arguments = ["sources", "-f", str(clinic.settings), "--date", "2026-11-23", "used", fact, "--format", "json"]
    assert main(arguments) == 0
    return {one["page"]: one for one in json.loads(capsys.readouterr().out)}


def to_sign_again(clinic: Clinic, capsys: pytest.CaptureFixture[str]) -> set[str]:
    capsys.readouterr()
    clinic.run("status", "--state", "changed-since-review", "--format", "json")
    return {row["page"] for row in json.loads(capsys.readouterr().out)["pages"]}


def test_every_page_handout_and_embed_that_carries_the_fact_is_listed(
    signed: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    found = used(signed, capsys)
    assert set(found) == CARRIERS
    assert set(found["sleep/screens"]["addresses"]) == {
        "sleep/screens/",
        "handouts/sleep/screens.pdf",
        "handouts/sleep.pdf",
        "embed/sleep/screens/",
        "embed/sleep/screens/numbers/",
        "api/v1/pages/sleep/screens.json",
    }
    assert found["sleep/index"]["signed_by"] == ["test-reviewer"]
    assert found["sleep/index"]["places"] == ["docs/sleep/index.md:10:54"]


def test_what_is_listed_is_what_a_build_makes(signed: Clinic, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "-f", str(signed.settings), "--date", "2026-11-23"]) == 0
    site = signed.root / "site"
    for one in used(signed, capsys).values():
        for address in one["addresses"]:
            assert (site / address / "index.html" if address.endswith("/") else site / address).is_file(), address


def test_the_corrected_fact_puts_just_its_pages_on_the_list_to_sign_again(
    signed: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    assert to_sign_again(signed, capsys) == set()
    signed.edit("docs/_data/sources/test-survey.yml", "40%", "14%")
    for page in ("index", "screens"):
        signed.edit(f"docs/sleep/{page}.md", "40%", "14%")
    assert to_sign_again(signed, capsys) == CARRIERS
    assert signed.sign("sleep/screens", on="2026-11-23") == 0
    assert to_sign_again(signed, capsys) == CARRIERS - {"sleep/screens"}


def test_one_page_is_withdrawn_at_once_and_stays_as_a_notice_everywhere(
    signed: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    site = ["-f", str(signed.settings), "--date", "2026-11-23"]
    assert main(["release", *site]) == 0
    version = _version(signed.root / "docs/_data/published.yml", "sleep/screens/")
    signed.edit("docs/_data/sources/test-survey.yml", "40%", "14%")
    signed.edit("docs/sleep/index.md", "40%", "14%")
    assert main(["withdraw", "sleep/screens", *site, "--reason", "A figure was wrong.", "--by", "Test Editor"]) == 0
    assert main(["build", *site]) == 0
    out = signed.root / "site"
    for address in ("sleep/screens/index.html", "embed/sleep/screens/index.html", f"v/{version}/index.html"):
        assert "A figure was wrong." in (out / address).read_text(encoding="utf-8"), address
    assert json.loads((out / "api/v1/pages/sleep/screens.json").read_text())["state"] == "withdrawn"
    assert to_sign_again(signed, capsys) == CARRIERS - {"sleep/screens"}, "a withdrawn page is not on the list"


def _version(published: Path, page: str) -> str:
    text = published.read_text(encoding="utf-8")
    return text[text.index(page) :].partition("digest: c1-")[2][:12]


@pytest.mark.parametrize(("fact", "said"), [("nobody", "There is no source"), ("test-survey#x", "records no `x`")])
def test_a_fact_that_is_not_recorded_is_refused(
    signed: Clinic, capsys: pytest.CaptureFixture[str], fact: str, said: str
) -> None:
    assert main(["sources", "-f", str(signed.settings), "--date", "2026-11-23", "used", fact]) == 2
    assert said in capsys.readouterr().err
