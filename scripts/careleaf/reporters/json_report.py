"""Findings as JSON, for programs: ``{"result": …}``, or ``{"error": …}`` when nothing could be checked."""

import json

from careleaf.model.report import Report
from careleaf.model.rule import RuleFinding


def render_json(report: Report) -> str:
    """Return the report as one JSON document."""
    result = {
        "errors": len(report.errors),
        "warnings": len(report.warnings),
        "pages": report.pages,
        "sources": report.sources,
        "findings": [_finding(found) for found in report.findings],
    }
    return json.dumps({"result": result}, ensure_ascii=False, indent=2) + "\n"


def render_json_error(message: str) -> str:
    """Return why there is no report."""
    return json.dumps({"error": {"message": message}}, ensure_ascii=False, indent=2) + "\n"


def _finding(found: RuleFinding) -> dict[str, object]:
    place = found.finding.location
    return {
        "code": found.rule.code,
        "name": found.rule.name,
        "severity": str(found.rule.severity),
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "message": found.finding.message,
        "help": found.finding.help,
    }
