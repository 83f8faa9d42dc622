"""What a suppression is held against: how much each rule weighs."""

from dataclasses import dataclass

from careleaf.model.finding import Severity


@dataclass(frozen=True, slots=True)
class RuleWeight:
    """How much the findings of a rule weigh, and whether anybody may wave them through."""

    severity: Severity
    is_binding: bool
    """Whether they can be neither suppressed nor put in a baseline."""
