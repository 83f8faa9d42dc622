"""Language: whether readers can follow the words, and whether the words respect them."""

from careleaf.model.rule import Rule
from careleaf.rules import (
    double_negative,
    hard_text,
    label_for_people,
    long_paragraph,
    long_sentence,
    undefined_term,
)

READABILITY: tuple[Rule, ...] = (
    hard_text.RULE,
    long_sentence.RULE,
    long_paragraph.RULE,
)
"""Rules that policy can turn into errors: `language.readability: error`."""

RULES: tuple[Rule, ...] = (
    *READABILITY,
    undefined_term.RULE,
    label_for_people.RULE,
    double_negative.RULE,
)
