"""The audit folder: what an assessor opens says what is on record, and nothing better."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from lxml import html

from careleaf.cli.main import main
from tests.review.conftest import Clinic

VERIFIED = "credentials_verified: {verified_on: 2026-11-01, by: test-author, where: the board's register}\n"


def audit(clinic: Clinic, name: str = "sleep") -> dict[str, bytes]:
    file = clinic.root / "audit.zip"
    assert main(["audit", "-f", str(clinic.settings), "--date", "2026-11-23", name, "-o", str(file)]) == 0
    with zipfile.ZipFile(file) as archive:
        return {entry: archive.read(entry) for entry in archive.namelist()}


def standing(files: dict[str, bytes]) -> dict[str, str]:
    rows = html.document_fromstring(files["index.html"]).xpath("//h2[contains(., 'standards')]/following::tr[td][th]")
    cells = {row.xpath("string(th)").partition(".")[0]: row.xpath("string(td[1])") for row in rows}
    return {name: proof for name, proof in cells.items() if proof}


@pytest.fixture
def signed(clinic: Clinic) -> Clinic:
    for page in ("sleep/index", "sleep/get-help"):
        assert clinic.sign(page) == 0
    return clinic


def test_it_holds_pages_records_texts_sources_people_packet_and_their_hashes(signed: Clinic) -> None:
    files = audit(signed)
    digest = signed.state().digest
    wanted = {
        "index.html",
        "findings.json",
        "versions.json",
        "pages/sleep/index.md",
        "records/sleep/index.yml",
        f"texts/sleep/index/{digest}.txt",
        "sources/test-survey.yml",
        "people/test-author.yml",
        "people/test-reviewer.yml",
        "registers/policy.yml",
    }
    assert wanted <= set(files)
    assert {Path(name).suffix for name in files if name.startswith("packet/")} == {".pdf", ".html"}
    sums = dict(reversed(line.split("  ", 1)) for line in files["SHA256SUMS"].decode().splitlines())
    assert sums == {name: hashlib.sha256(files[name]).hexdigest() for name in files if name != "SHA256SUMS"}
    assert files["pages/sleep/index.md"] == (signed.root / "docs/sleep/index.md").read_bytes()
    links = html.document_fromstring(files["index.html"]).xpath("//main//a/@href")
    assert set(links) <= set(files)


def test_what_nobody_attested_is_missing_and_what_nobody_can_show_is_said_to_be(clinic: Clinic) -> None:
    found = standing(audit(clinic))
    assert found["Clinical approval"] == "missing"
    assert found["Credentials"] == "missing"
    assert found["2 Training"] == "not recorded here"
    assert found["Authorship"] == "shown by the build"


def test_a_signature_and_looked_up_credentials_are_attested(signed: Clinic) -> None:
    assert standing(audit(signed))["Credentials"] == "missing"
    signed.edit("docs/_data/people/test-reviewer.yml", "roles:", VERIFIED + "roles:")
    found = standing(audit(signed))
    assert found["Clinical approval"] == found["Credentials"] == "attested"


def test_a_word_changed_after_the_signature_takes_the_approval_away(signed: Clinic) -> None:
    signed.edit("docs/sleep/index.md", "slept badly", "slept very badly")
    assert standing(audit(signed))["Clinical approval"] == "missing"


def test_an_uncited_figure_is_told_and_takes_attribution_away(signed: Clinic) -> None:
    signed.edit("docs/sleep/index.md", "Read [when", "Most of 300 people rest. Read [when")
    files = audit(signed)
    assert standing(files)["Attribution"] == "missing"
    assert any(f["name"] == "uncited-figure" for f in json.loads(files["findings.json"])["result"]["findings"])


def test_one_page_alone_can_be_shown_and_the_same_day_gives_the_same_bytes(signed: Clinic) -> None:
    first, second = (audit(signed, "sleep/index"), audit(signed, "sleep/index"))
    assert first == second
    assert [name for name in first if name.startswith("pages/")] == ["pages/sleep/index.md"]


def test_a_topic_that_is_not_there_is_refused_and_nothing_written(clinic: Clinic) -> None:
    file = clinic.root / "audit.zip"
    assert main(["audit", "-f", str(clinic.settings), "nowhere", "-o", str(file)]) == 2
    assert not file.exists()


def test_words_of_the_site_are_words_in_the_folder(clinic: Clinic) -> None:
    clinic.edit("docs/_data/people/test-author.yml", "statement: None.", 'statement: "<script>alert(1)</script>"')
    page = html.document_fromstring(audit(clinic)["index.html"])
    assert page.xpath("//script") == []
    assert "<script>alert(1)</script>" in page.xpath("string(//main)")
