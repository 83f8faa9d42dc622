"""Claims: what needs a source, and what its evidence says."""

from careleaf.model.rule import Rule
from careleaf.rules import (
    card_heading,
    changed_qualifier,
    figure_not_in_evidence,
    link_in_emergency_card,
    missing_get_help,
    mixed_denominators,
    swapped_figure,
    text_after_card,
    uncited_attribution,
    uncited_causal_wording,
    uncited_figure,
    uncited_quantifier,
    uncited_quotation,
    unlisted_help_line,
    weak_source,
    wrong_calculation,
)

RULES: tuple[Rule, ...] = (
    uncited_attribution.RULE,
    uncited_figure.RULE,
    uncited_quotation.RULE,
    uncited_causal_wording.RULE,
    uncited_quantifier.RULE,
    mixed_denominators.RULE,
    figure_not_in_evidence.RULE,
    wrong_calculation.RULE,
    changed_qualifier.RULE,
    swapped_figure.RULE,
    weak_source.RULE,
    unlisted_help_line.RULE,
    missing_get_help.RULE,
    card_heading.RULE,
    link_in_emergency_card.RULE,
    text_after_card.RULE,
)
