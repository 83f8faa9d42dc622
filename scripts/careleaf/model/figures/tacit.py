"""Bounds that a preposition may mean without saying so: within 3 hours, from the age of 65, until week 12.

Such a figure may stand beside "up to 3 hours" or "65 and older", and it may as well stand beside the bare value. So
nothing is said against either; only a bound on the other side contradicts it.
"""

import re

from careleaf.model.quantity import Hedge

_WORDS = {
    **dict.fromkeys("within inside until till before".split(), Hedge.AT_MOST),
    **dict.fromkeys(
        "at from since after past beyond over starting reach reaches reached turn turns".split(), Hedge.AT_LEAST
    ),
}
_LAST = re.compile(
    rf"(?<!\w)(?P<word>{'|'.join(_WORDS)})\s+(?:(?:you|they|he|she|people|(?:your|the|a)\s+\w+)\s+(?:are|is|turns?|reach(?:es)?)\s+)?(?:at\s+)?(?:the\s+)?(?:ages?\s+(?:of\s+)?)?(?:(?:first|an?)\s+)?\Z",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"\b(?:stop|not(?!\s+(?:over|gone|better|stopped))|never|avoid|discard|throw|replace|expires?|ends?|bin)\b[^.,;:]*\b(?:after|past|beyond|over)\s[^.,;:]*\Z"
    r"|\b(?:ends?|ended|stops?|stopped|finish(?:es|ed)?)\s+at\s[^.,;:]*\Z",
    re.IGNORECASE,
)
"""``Stop after 5 days`` sets an end, where ``after 5 days`` sets a beginning."""
_REACH = 40


def tacit_bound(text: str, start: int) -> Hedge:
    """Return the bound that the word before a figure may mean."""
    match = _LAST.search(text[max(0, start - _REACH) : start])
    if match is None:
        return Hedge.NONE
    ends = _ENDING.search(text[max(0, start - _REACH) : start])
    return Hedge.AT_MOST if ends else _WORDS[match["word"].lower()]
