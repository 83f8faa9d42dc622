"""Where the words of a sentence part between its figures, and where the topic of all ends."""

import re
from collections.abc import Sequence

from careleaf.model.quantity import Quantity
from careleaf.rules.claims.labels import Label, Span, slots_between

_STRONG = re.compile(
    r";|\b(?:while|whereas|but|versus|vs\.?|compared\s+(?:with|to)|as\s+against|against(?=\s+(?:\w+\s+)?\d)|although|though|in\s+contrast)\b",
    re.IGNORECASE,
)


_WEAK = re.compile(r"[,:()\[\]–—]|(?<!-)\b(?:and|or)\b(?!-)", re.IGNORECASE)
_CLOSED = re.compile(r"[^(),;.]{0,20}\)")
"""Both figures in brackets: snoring (63%), dry mouth (41%)."""


def cut_between(text: str, start: int, end: int, tokens: Sequence[Label]) -> int:
    """Return where the words between two figures part."""
    closed = _CLOSED.match(text, start, end) if text[:end].rstrip().endswith("(") else None
    if closed is not None:
        return closed.end()
    if strong := _STRONG.search(text, start, end):
        return strong.start()
    weak = [match.span() for match in _WEAK.finditer(text, start, end)]
    for after in (after for after in weak if not slots_between(tokens, after[1], end)):
        return after[0]
    for before in (before for before in weak if not slots_between(tokens, start, before[0])):
        return before[1]
    return weak[-1][0] if weak else end


def topic_end(text: str, start: int, members: Sequence[tuple[tuple[Quantity, ...], Span]]) -> int:
    """Return where a topic ends that a colon sets before several figures: ``Failure: implant 0.05%, pill 9%``."""
    colon = text.find(":", start, members[0][1][0])
    return colon + 1 if len(members) > 1 and colon > 0 else start
