"""A named question that is asked of the whole library."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from careleaf.model.finding import Finding, Severity
from careleaf.model.rule_weight import RuleWeight

if TYPE_CHECKING:  # a kept report names rules without asking them, so it does without all that a library is made of
    from careleaf.model.library import Library


@dataclass(frozen=True, slots=True)
class RuleTitle:
    """What is said of a rule wherever its findings are shown."""

    code: str
    name: str
    severity: Severity
    summary: str
    binding: bool = field(default=False, kw_only=True)
    """Whether its findings can be neither suppressed nor put in a baseline. All of the families in `_BINDING` are."""

    @property
    def weight(self) -> RuleWeight:
        """What a suppression of this rule is held against."""
        return RuleWeight(self.severity, self.binding or self.code.startswith(_BINDING))


@dataclass(frozen=True, slots=True)
class Rule(RuleTitle):
    """One rule: its code is never used again, its name states the fault."""

    check: "Callable[[Library], Iterator[Finding]]" = field(kw_only=True)

    @property
    def title(self) -> RuleTitle:
        """The rule as its findings name it."""
        return RuleTitle(self.code, self.name, self.severity, self.summary, binding=self.binding)


_BINDING = ("REV", "FMT9")
"""Who reviewed what is never a matter of opinion, nor are suppressions themselves."""


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """A finding with the rule that made it: what reporters print."""

    rule: RuleTitle
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
