"""The report of a check as programs get it: what `careleaf check --format json` prints, field by field.

Fields are added, never renamed or removed, as long as `version` stays what it is.
"""

from dataclasses import dataclass
from datetime import date

from careleaf.model.finding import Severity

VERSION = 1


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """One finding."""

    code: str
    """The rule's code: CLM202."""
    name: str
    """The rule's name: uncited-figure."""
    severity: Severity
    path: str
    """The file, relative to the folder of mkdocs.yml."""
    line: int
    """Counted from 1."""
    column: int
    """In characters, counted from 1."""
    message: str
    """What is wrong, in one sentence."""
    help: str
    """What to do next."""
    fingerprint: str
    """The same in every run as long as rule, file, message and sentence stay the same, wherever the line goes."""
    rule_page: str
    """The address of the rule's page; empty when the site's policy names no place for them."""


@dataclass(frozen=True, slots=True)
class SuppressedFinding:
    """A finding that an author allowed in place."""

    finding: ReportedFinding
    line: int
    """Where the suppression stands, in the finding's file."""
    until: date
    """The last day on which it holds."""
    reason: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found."""

    errors: int
    """Findings that keep the site from being published."""
    warnings: int
    """Findings somebody should look at."""
    pages: int
    """Pages that were read."""
    sources: int
    """Source records that were read."""
    findings: tuple[ReportedFinding, ...]
    suppressed: tuple[SuppressedFinding, ...]
    in_baseline: tuple[ReportedFinding, ...]
    """Findings that were there when the site's baseline was made."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """A check that ran to its end."""

    version: int
    """Of this form of report."""
    result: CheckResult


@dataclass(frozen=True, slots=True)
class Failure:
    """Why nothing could be checked."""

    message: str


@dataclass(frozen=True, slots=True)
class FailedCheck:
    """A check that could not run; nothing is known about the site."""

    version: int
    error: Failure
