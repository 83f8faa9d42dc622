"""OpenEMR's archive, oEmbed, and the copy a portal serves itself."""

import json
import re
import zipfile
from html import unescape
from pathlib import Path

import pytest

from careleaf.channels.exports.own_copy import own_copy
from careleaf.cli.main import main
from tests.conftest import folder_bytes
from tests.imports.conftest import SITE, edit, released


def openemr(site: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(site / "exports/openemr-education.zip") as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 23, 0, 0, 0)}
        return {name: archive.read(name) for name in archive.namelist()}


def test_openemr_finds_the_topics_handout_under_each_code(signed_clinic: Path) -> None:
    site = released(signed_clinic)
    files = openemr(site)
    assert sorted(files) == ["README.txt", "icd10_g25.81_en.pdf", "icd10_g25.8_en.pdf", "icd10_g47.00_en.pdf"]
    handout = (site / "handouts/sleep.pdf").read_bytes()
    assert {content for name, content in files.items() if name != "README.txt"} == {handout}


def test_a_topic_with_a_page_that_may_not_go_out_gives_the_signed_page_alone(signed_clinic: Path) -> None:
    edit(signed_clinic.parent / "docs/sleep/get-help.md", "for weeks", "for many weeks")
    edit(signed_clinic.parent / "docs/_data/policy.yml", "unreviewed]", "unreviewed, changed-since-review]")
    edit(signed_clinic.parent / "docs/_data/policy.yml", "  embed: [reviewed, adapted, overdue, unreviewed]",
         "  embed: [reviewed, adapted, overdue, unreviewed, changed-since-review]")  # fmt: skip
    site = released(signed_clinic)
    assert openemr(site)["icd10_g25.81_en.pdf"] == (site / "handouts/sleep/index.pdf").read_bytes()


def test_only_the_reviewed_page_answers_its_code(mixed_site: Path) -> None:
    files = openemr(mixed_site)
    assert sorted(files) == ["README.txt", "icd10_g25.81_en.pdf"]
    assert files["icd10_g25.81_en.pdf"] == (mixed_site / "handouts/sleep/signed.pdf").read_bytes()
    assert b"icd10_g25.81_en.pdf: handouts/sleep/signed.pdf" in files["README.txt"]


def test_openemr_gets_nothing_in_a_language_it_does_not_look_for(signed_clinic: Path) -> None:
    edit(signed_clinic, "theme: {", "theme: {language: es, ")
    assert "icd10_g25.81_es.pdf" in openemr(released(signed_clinic))


def test_a_page_pasted_into_an_editor_becomes_its_embed(mixed_site: Path) -> None:
    page = (mixed_site / "sleep/signed/index.html").read_text()
    (address,) = re.findall(r'<link rel="alternate oembed" type="application/json\+oembed" href="([^"]*)"', page)
    assert address == f"{SITE}oembed/sleep/signed.json"
    data = json.loads((mixed_site / address.removeprefix(SITE)).read_text())
    assert (data["version"], data["type"], data["width"], data["height"]) == ("1.0", "rich", 600, 600)
    assert data["title"] == "Signed"
    assert f'src="{SITE}embed/sleep/signed/"' in data["html"]
    assert "allow-same-origin" not in data["html"]
    assert 'referrerpolicy="no-referrer"' in data["html"]


def test_a_hostile_title_stays_text_in_an_editor(mixed_site: Path) -> None:
    text = (mixed_site / "oembed/sleep/hostile.json").read_text()
    assert "<" not in text
    frame = json.loads(text)["html"]
    assert re.findall(r"<(/?\w+)", frame) == ["iframe", "/iframe"]
    title = unescape(re.findall(r'title="([^"]*)"', frame)[0])
    embed = (mixed_site / "embed/sleep/hostile/index.html").read_text()
    assert unescape(re.findall(r"<title>(.*?)</title>", embed)[0]) == title


def own_copy_of(site: Path, folder: Path) -> Path:
    with zipfile.ZipFile(site / "exports/self-host.zip") as archive:
        archive.extractall(folder)
    return folder


def test_a_copy_on_the_portals_own_domain_leads_nowhere_else(mixed_site: Path, tmp_path: Path) -> None:
    copy = own_copy_of(mixed_site, tmp_path)
    pages = [file for file in copy.rglob("*.html") if file.name != "404.html"]
    assert copy / "embed/sleep/signed/index.html" in pages
    for page in pages:
        for tag in re.findall(r"<(?:a|img|script|iframe|form|area|main)\b[^>]*>", page.read_text()):
            assert f'="{SITE}' not in tag, (page, tag)
    embed = (copy / "embed/sleep/signed/index.html").read_text()
    assert 'href="../../../sleep/signed/"' in embed
    assert 'href="../../../handouts/sleep/signed.pdf"' in embed
    assert f'<link rel="canonical" href="{SITE}sleep/signed/">' in embed
    assert 'data-replaced-by="../../../sleep/signed/"' in (copy / "embed/sleep/gone/index.html").read_text()


def test_a_copy_is_whole_and_brings_what_web_servers_are_told(mixed_site: Path, tmp_path: Path) -> None:
    copy = own_copy_of(mixed_site, tmp_path)
    assert main(["verify-release", str(copy)]) == 0
    assert main(["verify-release", str(mixed_site / "exports/self-host.zip")]) == 0
    assert main(["verify-release", str(mixed_site)]) == 0
    assert {"exports/hosting/nginx.conf", "exports/hosting/Caddyfile", "_headers", "README.txt"} <= folder_bytes(
        copy
    ).keys()
    assert not (copy / "fhir").exists()
    assert not (copy / "oembed").exists()
    (copy / "sleep/signed/index.html").write_text("changed")
    assert main(["verify-release", str(copy)]) == 1


def test_the_same_day_gives_the_same_imports(signed_clinic: Path) -> None:
    released(signed_clinic)  # the register has the versions from now on, and pages tell of it
    first = folder_bytes(released(signed_clinic))
    assert folder_bytes(released(signed_clinic)) == first


FILES = frozenset({"a/index.html", "b/index.html", "b.pdf"})


@pytest.mark.parametrize(
    ("tag", "after"),
    [
        (f'<a href="{SITE}b/#x">', '<a href="../b/#x">'),
        (f'<a class="c" href="{SITE}b.pdf" target="_blank">', '<a class="c" href="../b.pdf" target="_blank">'),
        (f'<a href="{SITE}nowhere/">', f'<a href="{SITE}nowhere/">'),
        ('<a href="https://other.test/b/">', '<a href="https://other.test/b/">'),
        (f'<link rel="canonical" href="{SITE}b/">', f'<link rel="canonical" href="{SITE}b/">'),
        (f'<code>&lt;a href="{SITE}b/"&gt;</code>', f'<code>&lt;a href="{SITE}b/"&gt;</code>'),
    ],
)
def test_links_to_the_site_become_relative_and_nothing_else_changes(tag: str, after: str) -> None:
    assert own_copy(tag, "a/index.html", SITE, FILES) == after


def test_a_release_whose_imports_are_wrong_is_refused(
    signed_clinic: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("careleaf.channels.imports.fhir._name", lambda *_: "two words")
    assert main(["release", "-f", str(signed_clinic), "--date", "2026-11-23"]) == 1
    assert "a name that programs cannot use" in capsys.readouterr().err
    assert not (signed_clinic.parent / "site").exists()
    assert not (signed_clinic.parent / "docs/_data/published.yml").exists()
