"""Output: what every channel must be able to show."""

from careleaf.model.rule import Rule
from careleaf.rules import (
    changed_text,
    missing_glyph,
    unknown_clinic,
    unprintable_element,
)

RULES: tuple[Rule, ...] = (
    unprintable_element.RULE,
    missing_glyph.RULE,
    unknown_clinic.RULE,
    changed_text.RULE,
)
