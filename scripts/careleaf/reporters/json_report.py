"""Findings as JSON, for programs; `careleaf schema report` prints its schema."""

import dataclasses
import json
from collections.abc import Sequence

from careleaf.model.fingerprint import fingerprint
from careleaf.model.hidden import HIDDEN
from careleaf.model.report import Report
from careleaf.model.report_document import (
    VERSION,
    CheckReport,
    CheckResult,
    FailedCheck,
    Failure,
    ReportedFinding,
    SuppressedFinding,
)
from careleaf.model.rule import RuleFinding
from careleaf.reporters.plain import shortened
from careleaf.reporters.rule_page import rule_page


def render_json(report: Report) -> str:
    """Return the report as one JSON document."""
    result = CheckResult(
        errors=len(report.errors),
        warnings=len(report.warnings),
        pages=report.pages,
        sources=report.sources,
        findings=_findings(report.findings, report),
        suppressed=_suppressed(report),
        in_baseline=_findings(report.in_baseline, report),
    )
    return _document(CheckReport(VERSION, result))


def render_json_error(message: str) -> str:
    """Return why there is no report."""
    return _document(FailedCheck(VERSION, Failure(message)))


def _document(content: CheckReport | FailedCheck) -> str:
    """Return readable JSON in which hidden characters are escaped: it is looked at in terminals as well."""
    text = json.dumps(dataclasses.asdict(content), ensure_ascii=False, indent=2, default=str)
    return HIDDEN.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def _findings(findings: Sequence[RuleFinding], report: Report) -> tuple[ReportedFinding, ...]:
    return tuple(_finding(found, report) for found in findings)


def _suppressed(report: Report) -> tuple[SuppressedFinding, ...]:
    pairs = ((each.found, each.suppression) for each in report.suppressed)
    return tuple(
        SuppressedFinding(_finding(found, report), s.location.line, s.until, shortened(s.reason))
        for found, s in pairs
        if s.until is not None
    )


def _finding(found: RuleFinding, report: Report) -> ReportedFinding:
    place = found.finding.location
    return ReportedFinding(
        code=found.rule.code,
        name=found.rule.name,
        severity=found.rule.severity,
        path=place.path,
        line=place.line,
        column=place.column,
        message=shortened(found.finding.message),
        help=shortened(found.finding.help),
        fingerprint=fingerprint(found),
        rule_page=rule_page(found.rule, report),
    )
