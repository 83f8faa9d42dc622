"""A baseline as text: one line a finding, ordered by file."""

from collections.abc import Iterable

from careleaf.model.fingerprint import fingerprint
from careleaf.model.hidden import made_visible
from careleaf.model.rule import RuleFinding
from careleaf.reporters.plain import one_line

_HEAD = """\
# What `careleaf check` found when this site began with careleaf. The file may only shrink: mend a finding, and
# `careleaf check --baseline FILE --update-baseline` takes its line out. Nothing new is ever put in.
"""


def render_baseline(findings: Iterable[RuleFinding]) -> str:
    """Return the whole file."""
    ordered = sorted(findings, key=lambda f: (f.finding.location.path, f.rule.code, f.finding.message, fingerprint(f)))
    return _HEAD + "".join(f"{_line(found)}\n" for found in ordered)


def _line(found: RuleFinding) -> str:
    path = made_visible(found.finding.location.path)
    return f"{found.rule.code} {fingerprint(found)} {path}: {one_line(found.finding.message)}"
