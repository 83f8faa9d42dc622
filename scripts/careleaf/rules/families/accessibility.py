"""Accessibility: what everybody must be able to read."""

from careleaf.model.rule import Rule
from careleaf.rules import (
    missing_alternative_text,
    skipped_heading_level,
    unreadable_image,
)

RULES: tuple[Rule, ...] = (
    missing_alternative_text.RULE,
    skipped_heading_level.RULE,
    unreadable_image.RULE,
)
