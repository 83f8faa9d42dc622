"""FHIR R4: checked against HL7's JSON schema, and against our own rules for what the schema does not know."""

import base64
import hashlib
import json
import shutil
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft6Validator

from careleaf.channels.imports.fhir_rules import resource_faults
from careleaf.cli.main import main
from tests.conftest import folder_bytes
from tests.imports.conftest import OPTIONS, SITE, edit, released

SCHEMA = json.loads((Path(__file__).parent / "schema/fhir-r4-part.schema.json").read_text())
HL7 = Draft6Validator(SCHEMA)
Resource = dict[str, Any]


def at(site: Path, name: str) -> Resource:
    resource: Resource = json.loads((site / f"fhir/R4/{name}.json").read_text())
    return resource


def reading(site: Path) -> Callable[[str], bytes | None]:
    def read(url: str) -> bytes | None:
        file = site / unquote(url.removeprefix(SITE))
        file = file / "index.html" if file.is_dir() else file
        return file.read_bytes() if url.startswith(SITE) and file.is_file() else None

    return read


def faults(resource: Resource, site: Path) -> list[str]:
    return [*(error.message for error in HL7.iter_errors(resource)), *resource_faults(resource, reading(site))]


def test_every_resource_passes_the_schema_of_hl7_and_our_own_rules(mixed_site: Path) -> None:
    files = sorted((mixed_site / "fhir").rglob("*.json"))
    assert [file.relative_to(mixed_site / "fhir/R4").as_posix() for file in files] == [
        "Bundle/patient-education.json",
        "DocumentReference/sleep.gone.json",
        "DocumentReference/sleep.signed.json",
        "Library/sleep.gone.json",
        "Library/sleep.signed.json",
        "List/patient-education.json",
    ]
    for file in files:
        assert faults(json.loads(file.read_text()), mixed_site) == [], file


def test_a_reviewed_page_is_final_and_names_its_reviewer_dates_codes_and_sources(mixed_site: Path) -> None:
    document, library = at(mixed_site, "DocumentReference/sleep.signed"), at(mixed_site, "Library/sleep.signed")
    assert (document["status"], document["docStatus"]) == ("current", "final")
    assert document["authenticator"] == {"display": "Test Reviewer, MD"}
    assert document["context"]["event"] == [
        {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "G25.81"}]},
        {"coding": [{"system": "https://www.nlm.nih.gov/mesh", "code": "D012148"}]},
    ]
    assert library["status"] == "active"
    assert library["name"] == "SleepSignedEn"
    assert library["reviewer"] == [{"name": "Test Reviewer, MD"}]
    assert library["lastReviewDate"] == "2026-11-02"
    assert library["effectivePeriod"] == {"start": "2026-11-02", "end": "2027-11-01"}
    citations = [one for one in library["relatedArtifact"] if one["type"] == "citation"]
    assert [one["url"] for one in citations] == ["https://doi.org/10.1000/trial", "https://doi.org/10.1000/test"]
    assert document["identifier"] == library["identifier"]
    assert document["identifier"][0]["value"] == f"{SITE}sleep/signed/"


def test_hashes_and_sizes_are_those_of_the_files_that_are_served(mixed_site: Path) -> None:
    attachments = [one["attachment"] for one in at(mixed_site, "DocumentReference/sleep.signed")["content"]]
    assert attachments == at(mixed_site, "Library/sleep.signed")["content"]
    assert [one["url"] for one in attachments] == [f"{SITE}embed/sleep/signed/", f"{SITE}handouts/sleep/signed.pdf"]
    for one in attachments:
        content = reading(mixed_site)(one["url"])
        assert content is not None
        assert (one["size"], one["hash"]) == (len(content), base64.b64encode(hashlib.sha1(content).digest()).decode())


def test_a_withdrawn_page_stays_as_retired_without_words_or_people(mixed_site: Path) -> None:
    document, library = at(mixed_site, "DocumentReference/sleep.gone"), at(mixed_site, "Library/sleep.gone")
    assert document["status"] == "superseded"
    assert "docStatus" not in document
    assert library["status"] == "retired"
    assert library["relatedArtifact"] == [{"type": "successor", "url": f"{SITE}sleep/signed/"}]
    assert document["content"] == [
        {"attachment": {"contentType": "text/html", "language": "en", "url": f"{SITE}sleep/gone/", "title": "Gone"}}
    ]
    for resource in (document, library):
        assert "It was wrong." in resource["text"]["div"]
        assert not {"author", "reviewer", "authenticator", "lastReviewDate"} & resource.keys()


def test_only_what_may_be_given_to_patients_now_is_listed(mixed_site: Path) -> None:
    (entry,) = at(mixed_site, "List/patient-education")["entry"]
    assert entry["item"] == {"reference": "DocumentReference/sleep.signed", "display": "Signed"}
    assert len(at(mixed_site, "Bundle/patient-education")["entry"]) == 5


def test_policy_may_let_others_out_and_they_claim_no_review(mixed_clinic: Path, tmp_path: Path) -> None:
    for path, content in folder_bytes(mixed_clinic.parent).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    policy = tmp_path / "docs/_data/policy.yml"
    edit(policy, "publish:\n", "publish:\n  codes: [reviewed, overdue, unreviewed, changed-since-review]\n")
    site = released(tmp_path / "mkdocs.yml")
    for page in ("sleep.late", "sleep.changed", "sleep.hostile", "sleep.get-help"):
        document, library = at(site, f"DocumentReference/{page}"), at(site, f"Library/{page}")
        assert (document["status"], document["docStatus"], library["status"]) == ("current", "preliminary", "draft")
        assert not {"reviewer", "lastReviewDate", "approvalDate", "authenticator"} & (document.keys() | library.keys())
        assert len(document["content"]) == 2
        assert faults(document, site) == faults(library, site) == []
    hostile = at(site, "DocumentReference/sleep.hostile")
    assert "&lt;script&gt;window.stolen=true" in hostile["text"]["div"]
    assert "<script" not in hostile["text"]["div"]


def test_a_page_that_went_out_tells_when_it_was_changed_and_when_it_moved(signed_clinic: Path) -> None:
    site = released(signed_clinic)
    first = at(site, "Library/sleep.get-help")
    assert first["status"] == "active"
    assert "imported_on: 2026-11-23" in (signed_clinic.parent / "docs/_data/published.yml").read_text()
    page = signed_clinic.parent / "docs/sleep/get-help.md"
    edit(page, "for weeks", "for many weeks")
    edit(signed_clinic.parent / "docs/_data/policy.yml", "unreviewed]", "unreviewed, changed-since-review]")
    site = released(signed_clinic, date(2026, 11, 24))
    document, library = at(site, "DocumentReference/sleep.get-help"), at(site, "Library/sleep.get-help")
    assert (document["status"], document["docStatus"], library["status"]) == ("current", "preliminary", "draft")
    assert library["id"] == first["id"]
    assert "content" not in library
    assert [one["item"]["reference"] for one in at(site, "List/patient-education")["entry"]] == [
        "DocumentReference/sleep"
    ]
    withdrawal = ("withdraw", "sleep/get-help", "--reason", "It was wrong.", "--by", "Test")
    assert main([*withdrawal, "-f", str(signed_clinic), *OPTIONS]) == 0
    site = released(signed_clinic, date(2026, 11, 25))
    assert at(site, "Library/sleep.get-help")["status"] == "retired"


def test_a_site_without_a_reviewed_page_says_that_it_has_nothing(
    signed_clinic: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(signed_clinic.parent / "docs/_data/reviews")
    site = released(signed_clinic)
    listed = at(site, "List/patient-education")
    assert "entry" not in listed
    assert listed["emptyReason"]["text"].startswith("No page of this site may be imported")
    assert faults(listed, site) == faults(at(site, "Bundle/patient-education"), site) == []
    said = capsys.readouterr().err
    assert "Imports: 0 of 2 topic pages." in said
    assert "Held back from imports by `publish.codes` in policy.yml: 2 unreviewed." in said


@pytest.mark.parametrize("address", ["", "https://example.org/", "http://localhost:8000/"])
def test_a_site_without_an_address_has_no_imports_and_one_warning(
    signed_clinic: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    edit(signed_clinic, f"site_url: {SITE}\n", f"site_url: {address}\n" if address else "")
    site = released(signed_clinic)
    assert not [path for path in ("fhir", "oembed", "exports/openemr-education.zip") if (site / path).exists()]
    assert not (site / "exports/self-host.zip").exists()
    assert "oembed" not in (site / "sleep/index.html").read_text()
    assert capsys.readouterr().err.count("there are no imports") == 1


def broken(change: Callable[[Resource], object]) -> Callable[[Resource], Resource]:
    def made(resource: Resource) -> Resource:
        copy = deepcopy(resource)
        change(copy)
        return copy

    return made


DOCUMENT: dict[str, Callable[[Resource], object]] = {
    "status missing": lambda r: r.pop("status"),
    "status withdrawn": lambda r: r.update(status="withdrawn"),
    "unknown field": lambda r: r.update(reviewedBy="x"),
    "content missing": lambda r: r.pop("content"),
    "date in another order": lambda r: r.update(date="28/10/2026"),
    "hash not base64": lambda r: r["content"][0]["attachment"].update(hash="no hash!"),
    "hash of other bytes": lambda r: r["content"][0]["attachment"].update(hash="2jmj7l5rSw0yVb/vlWAYkK/YBwk="),
    "size as text": lambda r: r["content"][0]["attachment"].update(size="12"),
    "size of other bytes": lambda r: r["content"][0]["attachment"].update(size=12),
    "file of another host": lambda r: r["content"][0]["attachment"].update(url="https://elsewhere.test/a.pdf"),
    "file that is not there": lambda r: r["content"][0]["attachment"].update(url=f"{SITE}nowhere/"),
    "file out of the site": lambda r: r["content"][0]["attachment"].update(url=f"{SITE}../docs/index.md"),
    "narrative missing": lambda r: r.pop("text"),
    "narrative not well formed": lambda r: r["text"].update(div="<div>a & b"),
    "narrative in no namespace": lambda r: r["text"].update(div="<div><p>a</p></div>"),
    "narrative with a script": lambda r: r["text"].update(
        div='<div xmlns="http://www.w3.org/1999/xhtml"><p>a</p><script>x</script></div>'
    ),
    "final without reviewer": lambda r: r.pop("authenticator"),
    "reviewer of a draft": lambda r: r.update(docStatus="preliminary"),
    "withdrawn but final": lambda r: r.update(status="superseded"),
    "id with a slash": lambda r: r.update(id="sleep/signed"),
}
LIBRARY: dict[str, Callable[[Resource], object]] = {
    "type missing": lambda r: r.pop("type"),
    "status missing": lambda r: r.pop("status"),
    "status withdrawn": lambda r: r.update(status="withdrawn"),
    "unknown field": lambda r: r.update(digest="x"),
    "name with a space": lambda r: r.update(name="Sleep signed"),
    "related artifact of no kind": lambda r: r["relatedArtifact"][0].update(type="cited"),
    "date in another order": lambda r: r.update(lastReviewDate="28/10/2026"),
    "dates out of order": lambda r: r["effectivePeriod"].update(end="2026-01-01"),
    "active without reviewer": lambda r: r.pop("reviewer"),
    "active without a review date": lambda r: r.pop("lastReviewDate"),
    "active without a file": lambda r: r.pop("content"),
    "reviewer of a draft": lambda r: r.update(status="draft"),
    "reviewer of a withdrawn page": lambda r: r.update(status="retired"),
}
BUNDLE: dict[str, Callable[[Resource], object]] = {
    "listed, but not there": lambda r: r["entry"].pop(2),
    "a resource twice": lambda r: r["entry"].append(r["entry"][0]),
    "under another address": lambda r: r["entry"][0].update(fullUrl=f"{SITE}fhir/R4/Library/other"),
    "a list without entries or reason": lambda r: r["entry"][-1]["resource"].pop("entry"),
    "a fault inside": lambda r: r["entry"][0]["resource"].update(status="withdrawn"),
}
CASES = [
    pytest.param(name, change, id=f"{name.partition('/')[0]}: {what}")
    for name, changes in (
        ("DocumentReference/sleep.signed", DOCUMENT),
        ("Library/sleep.signed", LIBRARY),
        ("Bundle/patient-education", BUNDLE),
    )
    for what, change in changes.items()
]


@pytest.mark.parametrize(("name", "change"), CASES)
def test_a_broken_resource_is_caught(mixed_site: Path, name: str, change: Callable[[Resource], object]) -> None:
    sound = at(mixed_site, name)
    assert faults(sound, mixed_site) == []
    assert faults(broken(change)(sound), mixed_site)
