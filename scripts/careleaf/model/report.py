"""All answers of one run."""

from dataclasses import dataclass

from careleaf.model.finding import Severity
from careleaf.model.rule import RuleFinding
from careleaf.model.suppression import Suppression


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that an author allowed, and the suppression that says so."""

    found: RuleFinding
    suppression: Suppression


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found, in a stable order."""

    findings: tuple[RuleFinding, ...]
    pages: int
    sources: int
    suppressed: tuple[Suppressed, ...] = ()
    """Findings that stand in no list above because an author allowed them."""
    in_baseline: tuple[RuleFinding, ...] = ()
    """Findings that were there when the site's baseline was made."""
    rule_pages: str = ""
    """The address below which each rule has its page; empty when policy names none."""

    @property
    def errors(self) -> tuple[RuleFinding, ...]:
        """The findings that keep the site from being published."""
        return tuple(f for f in self.findings if f.rule.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[RuleFinding, ...]:
        """The findings someone should look at."""
        return tuple(f for f in self.findings if f.rule.severity is Severity.WARNING)

    def of_page(self, path: str) -> tuple[RuleFinding, ...]:
        """Return the findings in one file."""
        return tuple(f for f in self.findings if f.finding.location.path == path)
