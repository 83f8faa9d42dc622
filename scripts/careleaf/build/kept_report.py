"""A report as JSON, to be kept, and back."""

import json
from datetime import date
from typing import Any

from careleaf.model.finding import Finding, Location, Severity
from careleaf.model.report import Report, Suppressed
from careleaf.model.rule import RuleFinding, RuleTitle
from careleaf.model.suppression import Suppression


def to_json(report: Report) -> dict[str, Any]:
    """Return what a report says."""
    return {
        "findings": [_found(each) for each in report.findings],
        "pages": report.pages,
        "sources": report.sources,
        "suppressed": [[_found(each.found), _suppression(each.suppression)] for each in report.suppressed],
        "in_baseline": [_found(each) for each in report.in_baseline],
        "rule_pages": report.rule_pages,
    }


def from_json(kept: dict[str, Any]) -> Report:
    """Return the report that `to_json` wrote."""
    return Report(
        findings=tuple(map(_as_found, kept["findings"])),
        pages=kept["pages"],
        sources=kept["sources"],
        suppressed=tuple(Suppressed(_as_found(f), _as_suppression(s)) for f, s in kept["suppressed"]),
        in_baseline=tuple(map(_as_found, kept["in_baseline"])),
        rule_pages=kept["rule_pages"],
    )


def encoded(value: object) -> bytes:
    """Return JSON as bytes, also where a text holds half of a surrogate pair."""
    return json.dumps(value).encode()


def _found(each: RuleFinding) -> list[Any]:
    finding = each.finding
    return [_title(each.rule), _place(finding.location), finding.message, finding.help, each.sentence, each.number]


def _as_found(row: list[Any]) -> RuleFinding:
    rule, place, message, advice, sentence, number = row
    return RuleFinding(_as_title(rule), Finding(Location(*place), message, advice), sentence, number)


def _title(rule: RuleTitle) -> list[Any]:
    return [rule.code, rule.name, rule.severity, rule.summary, rule.binding]


def _as_title(row: list[Any]) -> RuleTitle:
    code, name, severity, summary, binding = row
    return RuleTitle(code, name, Severity(severity), summary, binding=binding)


def _suppression(each: Suppression) -> list[Any]:
    until = each.until.isoformat() if each.until else None
    return [_place(each.location), each.first_line, each.last_line, each.code, until, each.reason]


def _as_suppression(row: list[Any]) -> Suppression:
    place, first, last, code, until, reason = row
    return Suppression(Location(*place), first, last, code, date.fromisoformat(until) if until else None, reason)


def _place(location: Location) -> list[Any]:
    return [location.path, location.line, location.column]
