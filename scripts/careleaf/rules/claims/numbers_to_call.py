"""The telephone numbers a text tells its readers to call, three digits or more."""

import re
from collections.abc import Iterator

from careleaf.model.figures import find_contacts
from careleaf.model.figures.units import COUNTED, UNIT

_SHORT = (
    rf"(?<![\d.,/-])\d{{3}}(?:\d{{2,3}})?(?![\d/%]|\)?[\s.-]\d{{3}}|[.,-]\d|\s?(?:{UNIT}|%|°)|\s+(?:\w+\s+)?{COUNTED}"
    r"|\s+(?:or|and)\s+(?:more|over))"
)
_CALLED = re.compile(
    r"\b(?:call|calls|calling|dial|dials|dialling|dialing|phone|ring|text|texts|texting|contact|llame(?:\s+al?)?|marque|llamar\s+al?)\b"
    r"(?P<between>(?:[\s,:(]+(?!(?:if|when|over|above|under|below|within|after|before|for|every|about)\b)[^\W\d][\w’'-]*){0,6})"
    rf"[\s:(]+(?P<first>{_SHORT})(?P<more>(?:\s*(?:,|/|\bor\b|\band\b|,\s*or\b)\s*(?:(?:call|text|dial)\s+)?{_SHORT}){{0,4}})",
    re.IGNORECASE,
)
_NUMBER = re.compile(_SHORT, re.IGNORECASE)


def numbers_to_call(text: str) -> Iterator[tuple[int, str]]:
    """Yield each number with its offset: short ones behind "call", "dial" or "text", and all of a telephone's form."""
    for contact in find_contacts(text):
        if contact.unit == "telephone":
            yield contact.start, contact.text
    for match in _CALLED.finditer(text):
        for number in _NUMBER.finditer(text, match.start("first"), match.end()):
            yield number.start(), number[0]
