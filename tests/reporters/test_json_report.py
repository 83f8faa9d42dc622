import json

from careleaf.reporters.json_report import render_json, render_json_error
from tests.reporters.findings import REPORT


def test_the_report_is_one_result() -> None:
    document = json.loads(render_json(REPORT))
    assert list(document) == ["result"]
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
    }


def test_an_error_is_never_a_result() -> None:
    assert json.loads(render_json_error("There is no mkdocs.yml.")) == {"error": {"message": "There is no mkdocs.yml."}}
