"""Findings as GitHub's workflow commands, which show them beside the changed lines.

GitHub shows ten errors and ten warnings a step and drops the others without a word. So the tenth says how
many more there are. Escaping as in actions/toolkit:
https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
"""

from collections.abc import Iterator, Sequence

from careleaf.model.hidden import made_visible
from careleaf.model.report import Report
from careleaf.model.rule import RuleFinding
from careleaf.reporters.plain import shortened

SHOWN = 10


def render_github(report: Report) -> str:
    """Return one command a line, errors first."""
    lines = [*_commands(report.errors, "error"), *_commands(report.warnings, "warning")]
    return "".join(f"{line}\n" for line in lines)


def _commands(findings: Sequence[RuleFinding], kind: str) -> Iterator[str]:
    shown = findings if len(findings) <= SHOWN else findings[: SHOWN - 1]
    yield from (_command(found, kind) for found in shown)
    if len(findings) > len(shown):
        more = len(findings) - len(shown)
        yield f"::{kind} title=careleaf::{more} more {kind}s are only in the log of `careleaf check`."


def _command(found: RuleFinding, kind: str) -> str:
    place, rule = found.finding.location, found.rule
    properties = {
        "file": place.path,
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
