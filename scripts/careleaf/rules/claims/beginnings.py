"""Whether where a value began is said of where it ended: from 38 before to 24 after four weeks."""

import re

from careleaf.model.quantity import Quantity
from careleaf.rules.claims.attachment import Attached, attached_figures


def is_of_another_time(claim: Attached, own: Attached, sentence: str) -> bool:
    """Tell whether where a value began is said of the end, or the other way round: after 16 weeks it was 74."""
    if claim.role or own.role not in _OTHER_TIME or len([one for one in attached_figures(sentence) if one.role]) > 1:
        return False
    near = {role: _nearest(words, claim.figure, sentence) for role, words in _SAID_OF.items()}
    if None not in near.values():
        return min(near, key=lambda role: near[role] or 0) != own.role
    return _OTHER_TIME[own.role].search(sentence) is not None and not _OTHER_TIME[_BACK[own.role]].search(sentence)


def _nearest(words: re.Pattern[str], figure: Quantity, sentence: str) -> int | None:
    """Return how far from a figure the nearest of these words stands, or nothing without any."""
    found = (_distance(match.span(), figure, sentence) for match in words.finditer(sentence))
    return min(found, default=None)


def _distance(span: tuple[int, int], figure: Quantity, sentence: str) -> int:
    """Return how far words stand from a figure; behind another figure they are that one's."""
    between = sentence[span[1] : figure.start] if span[1] <= figure.start else sentence[figure.end : span[0]]
    return len(between) + (len(sentence) if _DIGIT.search(between) else 0)


_DIGIT = re.compile(r"\d")
_SAID_OF = {
    "from": re.compile(
        r"\b(?:before|beforehand|at\s+(?:the\s+start|baseline|first)|to\s+begin\s+with|initially)\b", re.IGNORECASE
    ),
    "to": re.compile(
        r"\b(?:after|afterwards|at\s+the\s+end|later|(?:\w+\s+)?(?:days|weeks|months|years?)\s+on)\b", re.IGNORECASE
    ),
}
"""Words of where a value began, and of where it ended: 38 before and 24 after four weeks."""
_BACK = {"from": "to", "to": "from"}


_OTHER_TIME = {
    "from": re.compile(r"\b(?:after|afterwards|at\s+the\s+end|ended|by\s+the\s+end|later)\b", re.IGNORECASE),
    "to": re.compile(
        r"\A\s*before\b|\bbefore\s+(?:the\s+)?(?:treatment|therapy|study|trial|programme|program|course|training|it)\b|\bat\s+(?:the\s+start|baseline|first)\b"
        r"|\b(?:began|started|initially|originally)\b",
        re.IGNORECASE,
    ),
}
