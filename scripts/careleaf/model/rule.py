"""A named question that is asked of the whole library."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule_weight import RuleWeight


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code is never used again, its name states the fault."""

    code: str
    name: str
    severity: Severity
    summary: str
    check: Callable[[Library], Iterator[Finding]]
    binding: bool = False
    """Whether its findings can be neither suppressed nor put in a baseline. All of the families in `_BINDING` are."""

    @property
    def weight(self) -> RuleWeight:
        """What a suppression of this rule is held against."""
        return RuleWeight(self.severity, self.binding or self.code.startswith(_BINDING))


_BINDING = ("REV", "FMT9")
"""Who reviewed what is never a matter of opinion, nor are suppressions themselves."""


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """A finding with the rule that made it: what reporters print."""

    rule: Rule
    finding: Finding
    sentence: str = ""
    """The sentence of a page that the finding is about; empty where it is about none."""
    number: int = 1
    """Which of several findings that agree in all but their place."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, line, column, then rule: the same order in every run."""
        place = self.finding.location
        return (place.path, place.line, place.column, self.rule.code, self.finding.message)
