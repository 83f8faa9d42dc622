"""Words that stand for a number: most people, more likely, the most common cause, rarely."""

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
_NEARLY_ALWAYS = re.compile(
    r"\b(?:usually|rarely|seldom|(?:nearly|almost)\s+(?:always|never)|hardly\s+ever|typically|mostly|in\s+(?:most|rare)\s+cases|as\s+a\s+rule)\b",
    re.IGNORECASE,
)
_IN_OUR_CARE = re.compile(
    r"\b(?:you|yours?|we|ours?|us|i|my|she|he|appointments?|clinics?|visits?|nurses?|doctors?|midwi(?:fe|ves)|surgeons?|team|staff|ward|results"
    r"|class(?:es)?|groups?)\b",
    re.IGNORECASE,
)
"""What a service does, or a reader is used to: "you will usually be seen", "more than you usually do"."""


@lru_cache(maxsize=8192)
def find_quantifier(sentence: str) -> tuple[int, str] | None:
    """Return the first words that stand for a number, and their offset; what is asked claims nothing."""
    if sentence.rstrip().endswith("?"):
        return None
    matches = [match for pattern in _PATTERNS if (match := pattern.search(sentence))]
    often = _NEARLY_ALWAYS.search(sentence)
    if often and not _IN_OUR_CARE.search(sentence[: often.start()]):
        matches.append(often)
    first = min(matches, key=lambda match: match.start(), default=None)
    return (first.start(), first[0]) if first else None
