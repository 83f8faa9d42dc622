"""Findings as lines an author reads, each with what to do next."""

from careleaf.model.finding import Severity
from careleaf.model.hidden import made_visible
from careleaf.model.report import Report
from careleaf.model.rule import RuleFinding
from careleaf.reporters.plain import one_line

_RESET = "\033[0m"
_COLOUR = {Severity.ERROR: "\033[31m", Severity.WARNING: "\033[33m"}


def render_text(report: Report, *, colour: bool = False) -> str:
    """Return one line a finding, its advice below it, and a summary at the end."""
    lines = [part for found in report.findings for part in (finding_line(found, colour=colour), _advice(found))]
    return "".join(f"{line}\n" for line in [*filter(None, lines), summary(report)])


def finding_line(found: RuleFinding, *, colour: bool = False) -> str:
    """Return ``path:line:column: CODE severity name: message``."""
    rule, finding = found.rule, found.finding
    weight = f"{_COLOUR[rule.severity]}{rule.severity}{_RESET}" if colour else str(rule.severity)
    return f"{made_visible(str(finding.location))}: {rule.code} {weight} {rule.name}: {one_line(finding.message)}"


def summary(report: Report) -> str:
    """Return how many findings of each weight there are, and in how much."""
    errors, warnings = len(report.errors), len(report.warnings)
    looked_at = f"{_count(report.pages, 'page')} and {_count(report.sources, 'source')}"
    if not errors and not warnings:
        return f"No findings in {looked_at}."
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')} in {looked_at}."


def _advice(found: RuleFinding) -> str:
    return f"    {one_line(found.finding.help)}" if found.finding.help else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
