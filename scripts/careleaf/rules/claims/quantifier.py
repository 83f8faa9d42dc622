"""Words that stand for a number: most people, more likely, the most common cause."""

import re
from functools import lru_cache

_WHO = (
    r"(?:people|persons|adults|children|teen(?:ager)?s|women|men|patients|babies|infants|those|cases|studies|trials|experts|doctors|Americans"
    r"|runners|athletes|smokers|users|carers|parents|mothers|fathers|teenagers|students|workers|drivers|of\s+(?:them|those|us|these)|who)"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:most|the\s+(?:vast\s+|great\s+|large\s+)?majority\s+of|a\s+(?:small\s+|large\s+)?(?:minority|majority|fraction|proportion)\s+of|nearly"
        rf"\s+all|almost\s+all|(?:very\s+)?few|hardly\s+any)\s+(?:[\w-]+\s+){{0,2}}?{_WHO}\b",
        r"\b(?:most|nearly\s+every|almost\s+every)one\b|\b(?:nearly|almost)\s+every(?:one|body)\b",
        r"\b(?:more|less|most|least|twice\s+as)\s+(?:likely|common(?:ly)?|often|frequent(?:ly)?)\s+(?:to|in|among|than|for|with|after|affects?|at)\b"
        r"|\blikelier\s+to\b",
        r"\b(?:the|one\s+of\s+the)\s+(?:most\s+common|commonest|leading|main)\s+(?:\w+\s+)?(?:causes?|reasons?|forms?|types?|disorders?"
        r"|diseases?|conditions?|symptoms?|side\s+effects?)\b",
        r"\b(?:thousands|millions|hundreds|dozens)\s+of\s+(?:\w+\s+)?"
        rf"{_WHO}\b|\b(?:hundreds\s+of\s+)?(?:thousands|millions)\s+of\b",
    )
)


@lru_cache(maxsize=8192)
def find_quantifier(sentence: str) -> tuple[int, str] | None:
    """Return the first words that stand for a number, and their offset."""
    matches = [match for pattern in _PATTERNS if (match := pattern.search(sentence))]
    first = min(matches, key=lambda match: match.start(), default=None)
    return (first.start(), first[0]) if first else None
