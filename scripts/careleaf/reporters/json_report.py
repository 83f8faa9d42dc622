"""Findings as JSON, for programs: ``{"result": …}``, or ``{"error": …}`` when nothing could be checked."""

import json

from careleaf.model.hidden import HIDDEN
from careleaf.model.report import Report
from careleaf.model.rule import RuleFinding
from careleaf.reporters.plain import shortened


def render_json(report: Report) -> str:
    """Return the report as one JSON document."""
    result = {
        "errors": len(report.errors),
        "warnings": len(report.warnings),
        "pages": report.pages,
        "sources": report.sources,
        "findings": [_finding(found) for found in report.findings],
    }
    return _document({"result": result})


def render_json_error(message: str) -> str:
    """Return why there is no report."""
    return _document({"error": {"message": message}})


def _document(content: dict[str, object]) -> str:
    """Return readable JSON in which hidden characters are escaped: it is looked at in terminals as well."""
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return HIDDEN.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def _finding(found: RuleFinding) -> dict[str, object]:
    place = found.finding.location
    return {
        "code": found.rule.code,
        "name": found.rule.name,
        "severity": str(found.rule.severity),
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "message": shortened(found.finding.message),
        "help": shortened(found.finding.help),
    }
