"""Claims: what needs a source, and what its evidence says."""

from careleaf.model.rule import Rule
from careleaf.rules import (
    card_heading,
    figure_not_in_evidence,
    figure_on_news,
    link_in_emergency_card,
    missing_get_help,
    text_after_card,
    uncited_attribution,
    uncited_figure,
    uncited_quotation,
)

RULES: tuple[Rule, ...] = (
    uncited_attribution.RULE,
    uncited_figure.RULE,
    uncited_quotation.RULE,
    figure_not_in_evidence.RULE,
    figure_on_news.RULE,
    missing_get_help.RULE,
    card_heading.RULE,
    link_in_emergency_card.RULE,
    text_after_card.RULE,
)
