"""Output: what every channel must be able to show."""

from careleaf.model.rule import Rule
from careleaf.rules import (
    changed_text,
    clashing_handouts,
    missing_glyph,
    unknown_clinic,
    unprintable_element,
    unusable_typeface,
)

RULES: tuple[Rule, ...] = (
    unprintable_element.RULE,
    missing_glyph.RULE,
    unknown_clinic.RULE,
    clashing_handouts.RULE,
    unusable_typeface.RULE,
    changed_text.RULE,
)
