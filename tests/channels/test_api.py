"""The JSON API says what the website says."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from careleaf.build.site import build_site
from careleaf.reading.schemas import API_TYPES, schema_of
from tests.conftest import ROOT, TODAY, SiteMaker


@pytest.fixture
def api(make_site: SiteMaker) -> Path:
    settings = make_site()
    assert build_site(settings, TODAY, None, lambda _doing: None).published
    return settings.parent / "site/api/v1"


def test_a_page_carries_its_text_its_state_and_its_sources(api: Path) -> None:
    page = json.loads((api / "pages/sleep/index.json").read_text())
    assert page["text"].startswith("In a survey of 200 people, 40% said they slept badly.")
    assert page["state"] == "unreviewed"
    assert page["stateInWords"].startswith("Not reviewed by a clinician.")
    assert page["digest"].startswith("c1-")
    assert page["generalInformation"].startswith("This is general information.")
    assert [source["key"] for source in page["sources"]] == ["test-survey"]
    assert page["sources"][0]["evidence"][0]["says"] == "Of 200 people, 40% said they slept badly."
    assert "reviewedBy" not in page["structuredData"]


def test_the_topics_name_every_page_in_reading_order(api: Path) -> None:
    topics = json.loads((api / "topics.json").read_text())["topics"]
    assert [(topic["id"], [page["id"] for page in topic["pages"]]) for topic in topics] == [
        ("sleep", ["sleep/index", "sleep/get-help"])
    ]
    for page in topics[0]["pages"]:
        for address in ("handout", "api"):
            assert (api.parents[1] / page[address]).is_file()


def _schema_for(path: str) -> str:
    """Return which schema a document of the API has to fit."""
    if path.startswith("pages/"):
        return "page"
    if path.startswith("codes/"):
        return {"codes/index.json": "code-systems"}.get(path, "code-index" if path.endswith("/index.json") else "code")
    return path.removesuffix(".json")


def test_every_document_fits_its_published_schema(coded_site: Path) -> None:
    api = coded_site / "api/v1"
    checked = set()
    for file in sorted(api.rglob("*.json")):
        path = file.relative_to(api).as_posix()
        if path.startswith("schemas/"):
            continue
        schema = json.loads((api / f"schemas/{_schema_for(path)}.schema.json").read_text())
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema, format_checker=FormatChecker())
        document = json.loads(file.read_text())
        assert [f"{path}: {error.message}" for error in validator.iter_errors(document)] == []
        assert list(validator.iter_errors({key: document[key] for key in list(document)[1:]})), (
            "every field is promised"
        )
        checked.add(_schema_for(path))
    assert checked == set(API_TYPES)


@pytest.mark.parametrize("name", API_TYPES)
def test_the_schemas_in_the_repository_are_those_a_site_publishes(name: str, coded_site: Path) -> None:
    schema = schema_of(f"api-{name}")
    assert json.loads((ROOT / f"schemas/api-{name}.schema.json").read_text()) == schema, "run `make schemas`"
    assert json.loads((coded_site / f"api/v1/schemas/{name}.schema.json").read_text()) == schema


def _page(site: Path, name: str) -> dict[str, object]:
    page: dict[str, object] = json.loads((site / f"api/v1/pages/{name}/index.json").read_text())
    return page


def test_the_sections_hold_every_word_once_and_their_own_html(coded_site: Path) -> None:
    page = json.loads((coded_site / "api/v1/pages/legs/index.json").read_text())
    sections = page["sections"]
    assert [(one["id"], one["heading"]) for one in sections] == [
        ("", ""),
        ("at-night", "At night"),
        ("by-day", "By day"),
    ]
    assert "\n".join(one["text"] for one in sections) == page["text"]
    assert "Rest more." in sections[1]["text"], "a heading below belongs to its section"
    assert "<h3" in sections[1]["html"]
    assert "Rest more." not in sections[2]["html"]
    assert [one["embed"] for one in sections] == [None, None, None], "nobody signed that one may stand alone"


def test_a_review_is_told_as_data_where_the_signed_words_stand_and_nowhere_else(coded_site: Path) -> None:
    signed = json.loads((coded_site / "api/v1/pages/legs/index.json").read_text())
    assert signed["state"] == "reviewed"
    assert (signed["reviewedOn"], signed["dueOn"]) == ("2026-11-02", "2027-11-01")
    assert signed["review"]["signed"] == {
        "digest": signed["digest"],
        "reviewedOn": "2026-11-02",
        "nextReviewOn": "2027-11-01",
        "reviewers": [
            {
                "name": "Test Reviewer",
                "credentials": "MD",
                "role": "sleep specialist",
                "orcid": "",
                "reviewedOn": "2026-11-02",
            }
        ],
    }
    late = _page(coded_site, "late")
    assert (late["state"], late["reviewedOn"]) == ("overdue", "2026-11-02")
    for name in ("pressure", "gone"):
        page = json.loads((coded_site / f"api/v1/pages/{name}/index.json").read_text())
        assert page["review"]["signed"] is None
        assert page["reviewedOn"] is None


def test_a_withdrawn_page_says_so_and_keeps_none_of_its_words(coded_site: Path) -> None:
    page = json.loads((coded_site / "api/v1/pages/gone/index.json").read_text())
    assert (page["state"], page["shown"], page["replacedBy"]) == ("withdrawn", "notice", "heart/")
    assert "Rest" not in page["text"] + page["html"]
    assert _page(coded_site, "legs")["shown"] == "page"


def test_the_topics_name_the_site_and_the_addresses_that_moved(coded_site: Path) -> None:
    document = json.loads((coded_site / "api/v1/topics.json").read_text())
    assert document["site"]["url"] == "https://health.test/leaflets/"
    assert document["moved"] == [{"page": "old/", "replacedBy": "heart/"}]
    states = {page["id"]: page["state"] for topic in document["topics"] for page in topic["pages"]}
    assert states["gone/index"] == "withdrawn"
