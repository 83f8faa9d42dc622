"""Suppressions: what authors allowed, for how long, and whether it is still needed."""

from careleaf.model.rule import Rule
from careleaf.rules import (
    expired_suppression,
    far_off_suppression,
    forbidden_suppression,
    incomplete_suppression,
    unknown_suppression,
    unused_suppression,
    useless_baseline_entry,
)

RULES: tuple[Rule, ...] = (
    unused_suppression.RULE,
    incomplete_suppression.RULE,
    expired_suppression.RULE,
    unknown_suppression.RULE,
    forbidden_suppression.RULE,
    far_off_suppression.RULE,
    useless_baseline_entry.RULE,
)
