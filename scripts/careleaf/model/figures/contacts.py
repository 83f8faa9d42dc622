"""Telephone numbers and web addresses: a wrong digit in a crisis line is worse than one in a share.

They need no source by themselves. But in a sentence that cites one, they must be those the evidence names. Short
numbers for emergencies are left out: which one to call is for the site to say.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from careleaf.model.quantity import Hedge, Kind, Quantity

_ADDRESS = re.compile(
    r"(?<![\w@.-])(?:https?://)?(?:www\.)?(?P<host>(?:[a-z0-9-]{1,63}\.){1,4}(?:org|com|gov|net|edu|int|info|uk|ca|au|eu|nz|ie))"
    r"\b(?!@)",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(
    r"(?<![\w.])(?:\+?\d{1,3}[\s.-])?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b"
    r"|(?<![\w.,])\+\d[\d\s-]{6,16}\d\b|(?<![\w.,])0\d{2,4}[\s-]\d{3}[\s-]?\d{3,4}\b|\b116[\s-]?123\b"
)


@lru_cache(maxsize=4096)
def find_contacts(text: str) -> tuple[Quantity, ...]:
    """Return every telephone number and web address of a text."""
    return tuple(sorted((*_addresses(text), *_telephones(text)), key=lambda contact: contact.start))


def _addresses(text: str) -> Iterator[Quantity]:
    for match in _ADDRESS.finditer(text):
        yield _contact("address", int.from_bytes(match["host"].lower().encode()), match)


def _telephones(text: str) -> Iterator[Quantity]:
    for match in _TELEPHONE.finditer(text):
        yield _contact("telephone", int(dialled(match[0])), match)


def dialled(number: str) -> str:
    """Return the digits of a telephone number, however it is written."""
    digits = re.sub(r"\D", "", number)
    return digits.removeprefix("1") if len(digits) > _LOCAL else digits


_LOCAL = 10
"""Digits of a North American number without the 1 before it."""


def _contact(unit: str, value: int, match: re.Match[str]) -> Quantity:
    start, end = match.span()
    return Quantity(Kind.CONTACT, Fraction(value), unit, Fraction(0), Hedge.NONE, match[0], start, end)
