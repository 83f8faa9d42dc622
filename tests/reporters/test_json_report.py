import json

import pytest
from jsonschema import Draft202012Validator

from careleaf.model.fingerprint import fingerprint
from careleaf.reading.schemas import schema_of
from careleaf.reporters.json_report import render_json, render_json_error
from tests.conftest import ROOT
from tests.reporters.findings import ALLOWED, CLEAN, REPORT


def test_the_report_is_one_result() -> None:
    document = json.loads(render_json(REPORT))
    assert list(document) == ["version", "result"]
    result = document["result"]
    assert (result["errors"], result["warnings"], result["pages"], result["sources"]) == (1, 1, 6, 40)
    assert result["findings"][0] == {
        "code": "CLM202",
        "name": "uncited-figure",
        "severity": "error",
        "path": "docs/a.md",
        "line": 4,
        "column": 3,
        "message": '"54%" stands here without a source.',
        "help": "Do this.",
        "rule_page": "",
        "fingerprint": fingerprint(REPORT.findings[0]),
    }


def test_what_was_allowed_is_there_with_its_reason() -> None:
    result = json.loads(render_json(ALLOWED))["result"]
    (allowed,) = result["suppressed"]
    assert (allowed["line"], allowed["until"], allowed["reason"]) == (3, "2027-01-31", "Counted by the clinic.")
    assert allowed["finding"]["code"] == "CLM202"
    assert allowed["finding"]["rule_page"] == "https://clinic.test/rules/clm202/"
    assert [known["path"] for known in result["in_baseline"]] == ["docs/c.md"]


def test_an_error_is_never_a_result() -> None:
    document = json.loads(render_json_error("There is no mkdocs.yml."))
    assert document == {"version": 1, "error": {"message": "There is no mkdocs.yml."}}


@pytest.mark.parametrize(
    "text", [render_json(REPORT), render_json(CLEAN), render_json(ALLOWED), render_json_error("No.")]
)
def test_every_report_fits_the_published_schema(text: str) -> None:
    schema = schema_of("report")
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(text))] == []


@pytest.mark.parametrize("key", ["version", "result"])
def test_the_schema_misses_what_is_not_there(key: str) -> None:
    document = json.loads(render_json(REPORT))
    del document[key]
    assert list(Draft202012Validator(schema_of("report")).iter_errors(document))


def test_the_schema_in_the_repository_is_the_reports() -> None:
    assert json.loads((ROOT / "schemas/report.schema.json").read_text()) == schema_of("report"), "run `make schemas`"
