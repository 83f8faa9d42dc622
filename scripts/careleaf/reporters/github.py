"""Findings as GitHub's workflow commands, which show them beside the changed lines.

GitHub shows ten errors and ten warnings a step and drops the others without a word. So the worst come first, and the
tenth says how many more there are; the whole table is in the step's summary (`step_summary`). Escaping as in
actions/toolkit: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
"""

from collections.abc import Iterator, Sequence

from careleaf.model.finding import Severity
from careleaf.model.hidden import made_visible
from careleaf.model.report import Report
from careleaf.model.rule import RuleFinding
from careleaf.reporters.plain import shortened

SHOWN = 10


def render_github(report: Report, folder: str = "") -> str:
    """Return one command a line, errors first; `folder` is where the site lies in the repository."""
    lines = [*_commands(report.errors, "error", folder), *_commands(report.warnings, "warning", folder)]
    return "".join(f"{line}\n" for line in lines)


def worst_first(findings: Sequence[RuleFinding]) -> list[RuleFinding]:
    """Return errors before warnings, and of each those first that nobody may wave through."""
    return sorted(findings, key=_harmlessness)


def _harmlessness(found: RuleFinding) -> tuple[bool, bool]:
    return (found.rule.severity is not Severity.ERROR, not found.rule.weight.is_binding)


def _commands(findings: Sequence[RuleFinding], kind: str, folder: str) -> Iterator[str]:
    shown = findings if len(findings) <= SHOWN else worst_first(findings)[: SHOWN - 1]
    yield from (_command(found, kind, folder) for found in shown)
    if len(findings) > len(shown):
        more = len(findings) - len(shown)
        yield f"::{kind} title=careleaf::{more} more {kind}s are in the summary of this step."


def _command(found: RuleFinding, kind: str, folder: str) -> str:
    place, rule = found.finding.location, found.rule
    properties = {
        "file": f"{folder}{place.path}",
        "line": str(place.line),
        "col": str(place.column),
        "title": f"{rule.code} {rule.name}",
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{kind} {listed}::{_data(f'{shortened(found.finding.message)} {shortened(found.finding.help)}'.strip())}"


def _data(text: str) -> str:
    lines = (made_visible(line) for line in text.replace("%", "%25").replace("\r", "%0D").split("\n"))
    return "%0A".join(lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
