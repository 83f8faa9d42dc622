"""On which side of a comparison a text stands: with the treatment, or without it; and what is denied.

A leaflet says "those whose drops held no medicine" for placebo, and "with treatment" for whatever the treatment was.
So the side decides where no word does: a figure of the placebo group, said of people who used the drug, is another's.
"""

import re

from careleaf.rules.claims.vocabulary import GROUPS

_BARE = re.compile(
    r"\b(?:with|on|using|us(?:e|es|ed)|took|take|takes|taking|taken|given|got|get|had|having|receiv\w+|after|by|thanks\s+to|wore|wear\w*)\s+"
    r"(?:the\s+|this\s+|their\s+|its\s+|active\s+|any\s+|real\s+)?(?:treatment|therapy|medicines?|drugs?|tablets?|pills?|injections?|jabs?|vaccines?|drops|it|them|programme|program|training|screening|testing|tests?|scans?)\b",
    re.IGNORECASE,
)
"""A treatment without its name."""
_UNTREATED = re.compile(
    r"\b(?:without|no|not|never|nothing|untreated|un(?:vaccinated|screened|treated|trained)|non-?users?|stopp?\w*|dummy|fake|pretend|sugar|sham|inactive|placebo|control|usual|standard|comparison|other|others|rest"
    r"|instead|than|compared|against|versus|vs)\b|n[’']t\b",
    re.IGNORECASE,
)


def is_untreated(words: frozenset[str]) -> bool:
    """Tell whether labels name those without the treatment: placebo, usual care, nothing, no stockings."""
    return not GROUPS.isdisjoint(words) or any(word.startswith("no ") for word in words)


def names_treatment(part: str) -> bool:
    """Tell whether a part of a sentence speaks of those with a treatment that it does not name."""
    return _BARE.search(part) is not None and _UNTREATED.search(part) is None


def names_untreated(part: str) -> bool:
    """Tell whether a part of a sentence has any word for those without."""
    return _UNTREATED.search(part) is not None
