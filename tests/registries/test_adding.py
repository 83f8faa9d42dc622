"""`careleaf sources add`: from an identifier to a record, or to a reason."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from careleaf.build.check import check_site
from careleaf.cli import add_sources as command
from careleaf.cli.main import main
from careleaf.registries.all_registries import Registries
from tests.conftest import SiteMaker, folder_bytes
from tests.registries.conftest import Played, Stage, played

DOI = "10.1111/jsr.13980"
WORK = {
    "DOI": DOI,
    "type": "journal-article",
    "title": ["Perceptions of <i>exercise</i> &amp; legs"],
    "subtitle": ["Results from a survey"],
    "author": [{"family": "Tester", "given": "Anna B", "sequence": "first"}, {"name": "Test Group"}],
    "container-title": ["Journal of Tests"],
    "short-container-title": ["J Tests"],
    "publisher": "Test House",
    "issued": {"date-parts": [[2024, 2]]},
    "volume": "33",
    "issue": "1",
    "article-number": "e13980",
    "ISSN": ["0028-4793"],
    "license": [{"URL": "https://creativecommons.org/licenses/by/4.0/"}],
}
SUMMARY = {
    "title": "Perceptions of exercise & legs: results from a survey.",
    "authors": [{"name": "Tester AB", "authtype": "Author"}, {"name": "Wright JT Jr", "authtype": "Author"}],
    "source": "J Tests",
    "fulljournalname": "Journal of tests",
    "pubdate": "2024 Feb 7",
    "volume": "33",
    "pages": "187-94",
    "pubtype": ["Journal Article", "Systematic Review"],
    "references": [],
    "articleids": [
        {"idtype": "pubmed", "value": "37353978"},
        {"idtype": "doi", "value": DOI},
        {"idtype": "pmc", "value": "PMC6464545"},
    ],
}


def crossref(**fields: object) -> Played:
    return played(200, json.dumps({"message": {**WORK, **fields}}))


def summary(number: str = "37353978", **fields: object) -> Played:
    return played(200, json.dumps({"result": {number: {**SUMMARY, **fields}}}))


def found_in_pubmed(*ids: str) -> Played:
    return played(200, json.dumps({"esearchresult": {"idlist": list(ids)}}))


Add = Callable[..., int]


@pytest.fixture
def settings(make_site: SiteMaker) -> Path:
    return make_site()


@pytest.fixture
def add(settings: Path, registries: Registries, monkeypatch: pytest.MonkeyPatch) -> Add:
    monkeypatch.setattr(command, "open_registries", lambda *_: registries)
    return lambda *works: main(["sources", "-f", str(settings), "--date", "2026-11-23", "add", *works])


def record(settings: Path, key: str) -> dict[str, object]:
    return dict(yaml.safe_load((settings.parent / f"docs/_data/sources/{key}.yml").read_text()))


@pytest.fixture
def held(stage: Stage) -> Stage:
    stage.play("/works/10.1111%2Fjsr.13980", crossref())
    stage.play("/esearch.fcgi", found_in_pubmed("37353978"))
    stage.play("/esummary.fcgi", summary())
    return stage


def test_a_doi_becomes_a_complete_record_that_waits_for_its_evidence(
    add: Add, held: Stage, settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(f"https://doi.org/{DOI}") == 0
    assert record(settings, "tester2024") == {
        "kind": "systematic-review",
        "type": "article-journal",
        "title": "Perceptions of exercise & legs: Results from a survey",
        "author": [{"family": "Tester", "given": "Anna B"}, {"literal": "Test Group"}],
        "container-title": "Journal of Tests",
        "container-title-short": "J Tests",
        "issued": "2024-02",
        "volume": "33",
        "issue": "1",
        "page": "e13980",
        "DOI": DOI,
        "PMID": "37353978",
        "PMCID": "PMC6464545",
        "ISSN": "0028-4793",
        "licence": "CC BY 4.0",
        "accessed": date(2026, 11, 23),
        "status": "unverified",
    }
    text = (settings.parent / "docs/_data/sources/tester2024.yml").read_text()
    assert text.endswith("#     seen: publisher's page\n")
    assert "docs/_data/sources/tester2024.yml: systematic-review: Perceptions" in capsys.readouterr().out
    assert not check_site(settings, date(2026, 11, 23)).errors


def test_the_evidence_stub_needs_only_its_hash_signs_taken_away(add: Add, held: Stage, settings: Path) -> None:
    add(DOI)
    file = settings.parent / "docs/_data/sources/tester2024.yml"
    head, stub = file.read_text().split("# evidence:")
    file.write_text(head.replace("unverified", "current") + "evidence:" + stub.replace("\n# ", "\n"))
    assert [f.rule.code for f in check_site(settings, date(2026, 11, 23)).findings] == ["SRC002"]


def test_a_number_of_pubmed_leads_to_crossrefs_fuller_record(add: Add, held: Stage, settings: Path) -> None:
    assert add("PMID: 37353978") == 0
    said = record(settings, "tester2024")
    assert (said["DOI"], said["PMID"], said["author"][0]["given"]) == (DOI, "37353978", "Anna B")  # type: ignore[index]


def test_what_only_pubmed_knows_is_told_in_its_words(add: Add, stage: Stage, settings: Path) -> None:
    ids = [{"idtype": "pubmed", "value": "37353978"}]
    stage.play("/esummary.fcgi", summary(articleids=ids))
    assert add("37353978") == 0
    said = record(settings, "tester2024")
    assert said["author"] == [
        {"family": "Tester", "given": "A B"},
        {"family": "Wright", "given": "J T", "suffix": "Jr"},
    ]
    assert (said["issued"], said["page"]) == (date(2024, 2, 7), "187-194")


def test_a_number_of_pubmed_central_leads_to_pubmed(add: Add, held: Stage, settings: Path) -> None:
    ids = [{"idtype": "pmid", "value": "37353978"}]
    held.play("/esummary.fcgi", summary("6464545", articleids=ids), summary())
    assert add("PMC6464545") == 0
    assert record(settings, "tester2024")["PMCID"] == "PMC6464545"


def test_what_crossref_does_not_hold_is_found_at_datacite(add: Add, stage: Stage, settings: Path) -> None:
    work = {
        "doi": "10.5281/zenodo.1",
        "titles": [{"title": "Counts of legs"}],
        "creators": [{"name": "Tester, Ben", "familyName": "Tester", "givenName": "Ben"}],
        "publisher": "Zenodo",
        "publicationYear": 2023,
        "types": {"resourceTypeGeneral": "Dataset"},
    }
    stage.play("/dois/10.5281%2Fzenodo.1", played(200, json.dumps({"data": {"attributes": work}})))
    assert add("10.5281/zenodo.1") == 0
    said = record(settings, "tester2023")
    assert (said["type"], said["publisher"], said["issued"]) == ("dataset", "Zenodo", "2023")


def test_a_book_is_found_by_its_isbn(add: Add, stage: Stage, settings: Path) -> None:
    book = {"title": "Sleep", "authors": [{"name": "Jan van der Berg"}], "publishers": [{"name": "Test House"}]}
    stage.play("/api/books", played(200, json.dumps({"ISBN:9781264268504": {**book, "publish_date": "Dec 28, 2015"}})))
    assert add("978-1-264-26850-4") == 0
    said = record(settings, "van-der-berg2015")
    assert said["author"] == [{"family": "van der Berg", "given": "Jan"}]
    assert (said["type"], said["ISBN"], said["issued"]) == ("book", "978-1-264-26850-4", "2015")


PAGE = """<html lang="en"><head><title>Legs | Health</title><meta property="og:title" content="Restless legs">
<meta property="og:site_name" content="Health Service"><meta property="article:modified_time" content="2026-08-14T1">
<script type="application/ld+json">{"@type": "MedicalWebPage", "datePublished": "2020-05-01"}</script></head></html>"""


def test_a_page_tells_about_itself_and_its_kind_is_a_guess(
    add: Add, stage: Stage, settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.play("/legs", played(200, PAGE, Content_Type="text/html"))
    assert add(f"{stage.base}/legs") == 0
    said = record(settings, "restless-legs2020")
    assert (said["title"], said["publisher"], said["updated"]) == ("Restless legs", "Health Service", date(2026, 8, 14))
    assert "is a guess" in capsys.readouterr().out


def test_a_page_that_names_a_doi_is_the_work_of_that_doi(add: Add, held: Stage, settings: Path) -> None:
    held.play("/legs", played(200, f'<meta name="citation_doi" content="doi:{DOI}">', Content_Type="text/html"))
    assert add(f"{held.base}/legs") == 0
    assert record(settings, "tester2024")["url"] == f"{held.base}/legs"


def test_a_work_that_is_there_is_named_with_its_file_and_nobody_is_asked(
    add: Add, stage: Stage, settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = folder_bytes(settings.parent / "docs")
    assert add("10.1000/TEST") == 1
    assert "docs/_data/sources/test-survey.yml is that work: both have the same DOI" in capsys.readouterr().out
    assert (stage.asked, folder_bytes(settings.parent / "docs")) == ([], before)


def test_several_at_once_and_the_same_work_twice(
    add: Add, held: Stage, settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(DOI, "37353978", "nonsense") == 1
    out = capsys.readouterr().out
    assert "37353978: not added: docs/_data/sources/tester2024.yml is that work: both have the same PMID." in out
    assert "nonsense: not added: it is no DOI" in out


def test_a_retraction_is_told_at_once(add: Add, held: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    held.play("/works/10.1111%2Fjsr.13980", crossref(**{"updated-by": [{"type": "retraction", "DOI": "10.1/n"}]}))
    add(DOI)
    assert "Crossref says that it was taken back." in capsys.readouterr().out


@pytest.mark.parametrize("work", [DOI, "37353978", "PMC6464545", "9781264268504"])
@pytest.mark.parametrize(
    ("answer", "code", "why"),
    [
        (played(503), 2, "nobody could be asked about it"),
        (played(200, "<html>"), 2, "nobody could be asked about it"),
        (played(200, '{"message": '), 2, "nobody could be asked about it"),
        (played(302, Location="http://10.0.0.1/"), 2, "nobody could be asked about it"),
    ],
)
def test_silence_writes_nothing(
    add: Add,
    stage: Stage,
    settings: Path,
    capsys: pytest.CaptureFixture[str],
    work: str,
    answer: Played,
    code: int,
    why: str,
) -> None:
    for path in ("/works/10.1111%2Fjsr.13980", "/esummary.fcgi", "/api/books"):
        stage.play(path, answer)
    before = folder_bytes(settings.parent / "docs")
    assert add(work) == code
    assert why in capsys.readouterr().out
    assert folder_bytes(settings.parent / "docs") == before


@pytest.mark.parametrize("work", [DOI, "9781264268504"])
def test_what_no_registry_knows_writes_nothing(
    add: Add, stage: Stage, capsys: pytest.CaptureFixture[str], work: str
) -> None:
    stage.play("/api/books", played(200, "{}"))
    assert add(work) == 1
    assert "no registry knows this" in capsys.readouterr().out


@pytest.mark.parametrize("address", ["http://169.254.169.254/latest", "http://[::1]:9/", "http://10.0.0.1/"])
def test_no_address_of_a_private_network_is_asked(
    add: Add, settings: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    before = folder_bytes(settings.parent / "docs")
    assert add(address) == 2
    assert "leads into a private network" in capsys.readouterr().out
    assert folder_bytes(settings.parent / "docs") == before


def test_a_missing_page_writes_nothing(add: Add, stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    stage.play("/lost", played(200, "<title>Page not found</title>", Content_Type="text/html"))
    assert [add(f"{stage.base}/gone"), add(f"{stage.base}/lost")] == [1, 1]
    assert capsys.readouterr().out.count("there is no page") == 2


HOSTILE = "<script>alert(1)</script>\u202e\u00ad\ufe0f: {a: b} # 'x' \"y\" [@evil] \x1b[31m"


def test_a_hostile_record_is_inert_text(add: Add, stage: Stage, settings: Path) -> None:
    author = [{"family": "../../etc/passwd", "given": HOSTILE}]
    stage.play("/works/10.1111%2Fjsr.13980", crossref(title=[HOSTILE], author=author, subtitle=[]))
    assert add(DOI) == 0
    (file,) = set((settings.parent / "docs/_data/sources").glob("*.yml")) - {
        settings.parent / "docs/_data/sources/test-survey.yml"
    }
    assert file.name == "etc-passwd2024.yml"
    assert yaml.safe_load(file.read_text())["title"] == "alert(1): {a: b} # 'x' \"y\" [@evil] [31m"
    assert not check_site(settings, date(2026, 11, 23)).errors


@pytest.mark.parametrize("field", sorted(WORK))
@pytest.mark.parametrize("value", [None, 5, "text", [5], [None], {"a": []}, [[[]]], [{"family": [1], "URL": 3}], True])
def test_a_field_of_the_wrong_type_is_left_out_or_the_work_is_not_added(
    add: Add, stage: Stage, settings: Path, field: str, value: object
) -> None:
    stage.play("/works/10.1111%2Fjsr.13980", crossref(**{field: value}))
    files = settings.parent / "docs/_data/sources"
    code = add(DOI)
    assert len(list(files.iterdir())) == (2 if code == 0 else 1)
