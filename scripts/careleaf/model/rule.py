"""A named question that is asked of the whole library."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code is never used again, its name states the fault."""

    code: str
    name: str
    severity: Severity
    summary: str
    check: Callable[[Library], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """A finding with the rule that made it: what reporters print."""

    rule: Rule
    finding: Finding

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, line, column, then rule: the same order in every run."""
        place = self.finding.location
        return (place.path, place.line, place.column, self.rule.code, self.finding.message)
