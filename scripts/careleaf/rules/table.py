"""All rules in one ordered table."""

from collections.abc import Mapping
from dataclasses import replace

from careleaf.model.finding import Severity
from careleaf.model.policy import Policy
from careleaf.model.rule import Rule
from careleaf.model.rule_weight import RuleWeight
from careleaf.rules.families import (
    accessibility,
    claims,
    formats,
    language,
    links,
    output,
    reviews,
    sources,
    suppressions,
)

RULES: tuple[Rule, ...] = (
    *formats.RULES,
    *suppressions.RULES,
    *sources.RULES,
    *claims.RULES,
    *reviews.RULES,
    *language.RULES,
    *accessibility.RULES,
    *links.RULES,
    *output.RULES,
)
"""By family and code. A code is never used again."""


def rules_for(policy: Policy) -> tuple[Rule, ...]:
    """Return all rules as a site has them: one that makes readability a gate gets errors from it."""
    severity = policy.language.readability
    return tuple(with_severity(rule, severity) if rule in language.READABILITY else rule for rule in RULES)


def with_severity(rule: Rule, severity: Severity) -> Rule:
    """Return a rule as a site weighs it."""
    return rule if rule.severity is severity else replace(rule, severity=severity)


def rule_weights(policy: Policy) -> Mapping[str, RuleWeight]:
    """Return what suppressions are held against, by code."""
    return {rule.code: rule.weight for rule in rules_for(policy)}


def find_rule(code_or_name: str) -> Rule | None:
    """Return the rule with a code or a name, as `careleaf explain` is asked for it."""
    asked = code_or_name.casefold()
    return next((rule for rule in RULES if asked in {rule.code.casefold(), rule.name}), None)
