"""Findings as lines an author reads: the place and the sentence, the source with a caret, and what to do next.

Only the first line of a finding begins at the margin, so that `grep` finds whole findings.
"""

from collections.abc import Iterator

from careleaf.model.finding import Location, Severity
from careleaf.model.hidden import made_visible
from careleaf.model.report import Report
from careleaf.model.rule import RuleFinding
from careleaf.reporters.excerpt import LineAt, excerpt
from careleaf.reporters.plain import one_line

_RESET = "\033[0m"
_BOLD, _DIM = "\033[1m", "\033[2m"
_COLOUR = {Severity.ERROR: "\033[31m", Severity.WARNING: "\033[33m"}


def _no_lines(_place: Location) -> None:
    """Know no source."""


def render_text(report: Report, *, colour: bool = False, line_at: LineAt = _no_lines) -> str:
    """Return the findings with excerpts of their sources, and a summary at the end.

    Args:
        report: what was found.
        colour: whether a terminal shows it.
        line_at: gives the source line at a place.
    """
    lines = [line for found in report.findings for line in _finding_lines(found, colour, line_at)]
    return "".join(f"{line}\n" for line in [*lines, summary(report)])


def finding_line(found: RuleFinding, *, colour: bool = False) -> str:
    """Return ``path:line:column: CODE severity name: message``."""
    rule, finding = found.rule, found.finding
    place = made_visible(str(finding.location))
    weight = _painted(str(rule.severity), _COLOUR[rule.severity], colour)
    return f"{_painted(place, _BOLD, colour)}: {rule.code} {weight} {rule.name}: {one_line(finding.message)}"


def summary(report: Report) -> str:
    """Return how many findings of each weight there are, and in how much."""
    errors, warnings = len(report.errors), len(report.warnings)
    looked_at = f"{_count(report.pages, 'page')} and {_count(report.sources, 'source')}"
    found = f"{_count(errors, 'error')}, {_count(warnings, 'warning')}" if errors or warnings else "No findings"
    return f"{found} in {looked_at}{_kept_back(report)}."


def _finding_lines(found: RuleFinding, colour: bool, line_at: LineAt) -> Iterator[str]:
    yield finding_line(found, colour=colour)
    place = found.finding.location
    line = line_at(place)
    if line is not None:
        source, caret = excerpt(line, place.column, place.line)
        yield _painted(source, _DIM, colour)
        yield _painted(caret, _COLOUR[found.rule.severity], colour)
    if found.finding.help:
        yield f"    {one_line(found.finding.help)}"


def _kept_back(report: Report) -> str:
    """Return what is not listed: nobody should take a quiet report for a clean one."""
    suppressed, known = len(report.suppressed), len(report.in_baseline)
    parts = [f"{suppressed} suppressed"] if suppressed else []
    parts += [f"{known} in the baseline"] if known else []
    return f" ({', '.join(parts)})" if parts else ""


def _painted(text: str, paint: str, colour: bool) -> str:
    return f"{paint}{text}{_RESET}" if colour else text


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
